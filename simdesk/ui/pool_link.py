"""The way out where cards of pools cannot be topped up: to what can be bought for their pool."""

from PySide6.QtWidgets import QPushButton, QWidget


class PoolLink(QPushButton):
    """Stands in line with the words of the refusal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Buy for the pool…"))
        self.setAccessibleName(self.text())
        self.setProperty("flat", True)
        self.setStyleSheet("padding: 0; margin-left: -1px")
