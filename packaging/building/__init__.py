"""Makes the packages: what `make package` does once the program is built.

The folder above has no `__init__.py`, because a library is named `packaging`. These modules run in
an environment that holds what is shipped and PyInstaller; `requirements` alone runs in the
developer's. What they write is the same for the same sources, whenever and wherever it is built.
"""
