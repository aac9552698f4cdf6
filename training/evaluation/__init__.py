"""Evaluation that cannot flatter: held-out predictions, what they measure, run records."""
