"""The least that a window of Qt for Python takes: an empty one as large as ours, until drawn."""

import sys

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Empty(QMainWindow):
    """Says when it was drawn, as `started.py` does, and ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self._end)

    def _end(self) -> None:
        sys.stdout.write("window\n")
        sys.stdout.flush()
        QApplication.quit()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Empty()
    window.resize(QSize(1440, 900).boundedTo(window.screen().availableSize() - QSize(16, 40)))
    window.show()
    sys.exit(application.exec())
