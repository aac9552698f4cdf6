"""Figures: each module measures one thing against a named alternative or target, in one run."""
