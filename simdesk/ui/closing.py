"""Closing while something runs: stay, or say what becomes of it and close."""

from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QLabel, QWidget

from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.joining import named
from simdesk.ui.text import count_shown

_WIDTH = 440
_NAMED = 3
"""Exports that are called by their names; more are counted."""


def unfinished(context: Context) -> bool:
    """Something runs that closing would break off."""
    return context.desk.operations.running or bool(context.desk.exports.under_way)


class ClosingRoom(Protocol):
    """What asking needs of the window."""

    close_wanted: SignalInstance

    def stay(self) -> None:
        """The window is not closed after all."""


def ask_to_close(context: Context, window: QWidget, room: ClosingRoom) -> None:
    """Tell `room` whether its window is to close: now, or when the operator has answered."""
    if not unfinished(context):
        room.close_wanted.emit()
    elif not any(asked.isVisible() for asked in window.findChildren(ClosingDialog)):
        dialog = ClosingDialog(context, window)
        dialog.accepted.connect(room.close_wanted)
        dialog.rejected.connect(room.stay)
        dialog.open()


class ClosingDialog(DialogFrame):
    """Accepted: close. Rejected: stay, which Esc and Enter choose.

    It follows what it asks about: when all has ended, closing costs nothing any more.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._context = context
        self._operations = self._paragraph()
        self._exports = self._paragraph()
        self._ended = self._paragraph()
        self._operations.setText(
            self.tr(
                "What has been sent to the provider is finished before SimDesk closes. Cards that "
                "are still waiting are not sent; at the next start SimDesk asks whether to "
                "continue. Nothing goes on by itself."
            )
        )
        self._ended.setText(self.tr("Everything has ended; nothing is lost by closing."))
        context.bridge.operations_changed.connect(self._show)
        context.bridge.exports_changed.connect(self._show)
        self._show()
        self.safe_button.setFocus()

    def _paragraph(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(_WIDTH)
        self.content.addWidget(label)
        return label

    def _show(self) -> None:
        operating = self._context.desk.operations.running
        names = self._context.desk.exports.under_way
        self.show_heading(self._heading_words(operating, names))
        self._operations.setVisible(operating)
        self._exports.setText(self._export_words(names))
        self._exports.setVisible(bool(names))
        self._ended.setVisible(not operating and not names)
        self.safe_button.setText(self.tr("Keep waiting") if names else self.tr("Stay"))
        words = self._confirm_words(operating, len(names))
        self.set_confirm(words, dangerous=bool(names), by_enter=False)
        self.safe_button.setDefault(True)
        self.make_room()

    def _heading_words(self, operating: bool, names: tuple[str, ...]) -> str:
        if operating and names:
            return self.tr("Operations and exports are running")
        if operating:
            return self.tr("Operations are running")
        if len(names) == 1:
            return self.tr("“{name}” is being written").format(name=names[0])
        if names:
            return self.tr("{count} exports are being written").format(count=len(names))
        return self.tr("Close SimDesk")

    def _export_words(self, names: tuple[str, ...]) -> str:
        some = named(f"“{name}”" for name in names[:_NAMED])
        if len(names) > _NAMED:
            rest = count_shown(len(names) - _NAMED)
            some = self.tr("{names} and {count} more").format(names=some, count=rest)
        if len(names) == 1:
            words = self.tr(
                "The export {names} is not finished. If SimDesk closes now, it is cancelled and "
                "leaves no file; you can export again at any time."
            )
        else:
            words = self.tr(
                "The exports {names} are not finished. If SimDesk closes now, they are cancelled "
                "and leave no files; you can export again at any time."
            )
        return words.format(names=some)

    def _confirm_words(self, operating: bool, exports: int) -> str:
        if exports == 1:
            return self.tr("Cancel export and close")
        if exports:
            return self.tr("Cancel {count} exports and close").format(count=exports)
        if operating:
            return self.tr("Pause operations and close")
        return self.tr("Close SimDesk")
