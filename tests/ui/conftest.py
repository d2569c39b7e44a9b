"""What tests of the window share."""

import pytest
from PySide6.QtWidgets import QApplication

from simdesk.ui import theme


@pytest.fixture(scope="module")
def dressed(qapp: QApplication) -> None:
    """The application looks as it does for people."""
    theme.apply(qapp)
