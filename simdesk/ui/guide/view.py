"""A chapter of the guide as it is read: Markdown, pictures as wide as the window, words marked."""

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from simdesk.ui.theme import LARGE, role

_LAY_OUT_MS = 150
_WIDEST = 960
"""Pixels of a picture at most: wider ones are hard to take in beside words."""


class GuideView(QTextBrowser):
    """Goes from chapter to chapter by links, back and forward; its pictures fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Chapter"))
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(LARGE)
        self._sought = ""
        self._width = 0
        self._fitting = QTimer(self, singleShot=True, interval=_LAY_OUT_MS)
        self._fitting.timeout.connect(self._fit)
        self.sourceChanged.connect(lambda _: self._mark())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        image = QImage(self.document().baseUrl().resolved(QUrl(name)).toLocalFile())
        if image.isNull():
            return found
        return fitting(image, self._picture_width(), self.devicePixelRatioF())

    def _picture_width(self) -> int:
        return min(_WIDEST, max(1, self.viewport().width() - 3 * LARGE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._picture_width() != self._width:
            self._fitting.start()

    def _fit(self) -> None:
        self._width = self._picture_width()
        if self.source().isEmpty():
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self.reload()
        bar.setValue(round(share * bar.maximum()))
        self._mark()

    # Finding

    def seek(self, words: str) -> None:
        """Mark every place where `words` stand, and go to the first."""
        self._sought = words
        self._mark()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.next(1)

    def next(self, step: int) -> bool:
        """Go to the next place, or with -1 to the one before, round the end; False for none."""
        if not self._sought:
            return False
        flags = QTextDocument.FindFlag.FindBackward if step < 0 else QTextDocument.FindFlag(0)
        if self.find(self._sought, flags):
            return True
        at_end = QTextCursor.MoveOperation.End if step < 0 else QTextCursor.MoveOperation.Start
        self.moveCursor(at_end)
        return self.find(self._sought, flags)

    @property
    def marks(self) -> int:
        """How many places are marked."""
        return len(self.extraSelections())

    def _mark(self) -> None:
        found: list[QTextEdit.ExtraSelection] = []
        look = QTextCharFormat()
        look.setBackground(QColor(role("warn_tint")))
        look.setForeground(QColor(role("warn")))
        cursor = QTextCursor(self.document())
        while self._sought:
            cursor = self.document().find(self._sought, cursor)
            if cursor.isNull():
                break
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, look
            found.append(mark)
        self.setExtraSelections(found)


def fitting(image: QImage, width: int, ratio: float) -> QImage:
    """`image` no wider than `width`, in full sharpness on a screen of this pixel ratio."""
    wanted = min(image.width(), round(width * ratio))
    small = image.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
    small.setDevicePixelRatio(ratio)
    return small
