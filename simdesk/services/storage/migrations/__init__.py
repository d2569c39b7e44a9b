"""Alembic's scripts, run by `upgrading`; nothing else imports them."""
