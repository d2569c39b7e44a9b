"""Runs first in the built program, before anything of SimDesk's.

Its starter points LD_LIBRARY_PATH to the program's own libraries, and the loader has read that by
now. Whatever SimDesk opens (the spreadsheet program for an export, the file manager) would inherit
it, take our OpenSSL or SQLite for its own, and might not start. So it is put back as it was.
"""

import os

_NAME = "LD_LIBRARY_PATH"

before = os.environ.pop(f"{_NAME}_ORIG", None)
os.environ.pop(_NAME, None)
if before is not None:
    os.environ[_NAME] = before
# The same for what tells a copy that SimDesk starts of itself to expect all this to be set.
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
