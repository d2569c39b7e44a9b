"""Whom we talk to. Adapters are registered in `registry.py` and know the trade alone."""
