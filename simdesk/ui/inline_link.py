"""Buttons that stand in line with words, at their left edge."""

from PySide6.QtWidgets import QPushButton, QWidget


class InlineLink(QPushButton):
    """Looks like a link, is pressed like a button."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(words)
        self.setProperty("flat", True)
        self.setStyleSheet("QPushButton { padding: 0; margin-left: -1px; }")


class PoolLink(InlineLink):
    """The way out where cards of pools cannot be topped up: what can be bought for their pool."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setText(self.tr("Buy for the pool…"))
        self.setAccessibleName(self.text())
