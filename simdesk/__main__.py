"""`python -m simdesk` is the `simdesk` command."""

import sys

from simdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
