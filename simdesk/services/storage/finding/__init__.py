"""Questions about a million cards answered in memory: typed columns, orders, texts, kept in step.

Plain SQL (`card_store`) is the oracle, and the fallback until everything is loaded.
"""
