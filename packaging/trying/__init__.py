"""Trying the package out on a Debian that has nothing else; `make try-package`."""
