"""Widgets, item models and delegates: they translate, they do not decide."""
