"""Models of tables: scikit-learn's families and small nets, searched and judged by group folds."""
