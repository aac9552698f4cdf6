"""The tests mirror the application's folders."""
