"""Whom we talk to. Adapters are registered in `registry.py`; they know the trade and nothing else."""
