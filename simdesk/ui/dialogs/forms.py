"""What an act needs to know before its preview: one small form for each kind that asks anything."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QRadioButton, QWidget

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import ActRequest, LimitRequest, RebindRequest, Request
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.models.usage import KB_PER_MB, parse_size
from simdesk.ui.theme import LARGE, SMALL


class ActForm(QWidget):
    """The settings of an act. `request_changed` says that a new preview is due."""

    request_changed = Signal()
    first: QWidget | None = None
    """The field to begin with. Not a focus proxy: Tab would pass by what stands before it."""

    def request(self) -> ActRequest | None:
        """The act as it is filled in, None while incomplete. Raises KnownError on bad input."""
        return None


def form_layout(parent: QWidget) -> QFormLayout:
    """The grid of a form in a dialog."""
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(LARGE)
    form.setVerticalSpacing(SMALL)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return form


def form_label(words: str, field: QWidget) -> QLabel:
    """The name of a field, at its left."""
    label = QLabel(words, field.parentWidget())
    label.setProperty("muted", True)
    label.setBuddy(field)
    return label


class PlainForm(ActForm):
    """Nothing to fill in: suspend, resume, Resume Use, force activate, cancel, auto-renew."""

    def __init__(self, action: Action, msisdns: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._request = Request(action, msisdns)

    def request(self) -> ActRequest | None:
        return self._request


class LimitForm(ActForm):
    """The card's own usage limit: a size per month, or none (domain.md 4.1)."""

    def __init__(self, limit_kb: int | None = None, *, restore: bool = True) -> None:
        super().__init__()
        self._set = QRadioButton(self.tr("Suspend at this usage in a month"), self)
        self._clear = QRadioButton(self.tr("Remove the card's own limit"), self)
        self._size = QLineEdit(self)
        self._size.setPlaceholderText(self.tr("for example 500MB or 1.5GB"))
        self._size.setAccessibleName(self.tr("Usage limit of a month"))
        if limit_kb is not None:
            self._size.setText(self.tr("{size}MB").format(size=limit_kb // KB_PER_MB))
        self._restore = QCheckBox(self.tr("Resume by itself when the next month begins"), self)
        self._restore.setChecked(restore)
        self._set.setChecked(True)
        form = form_layout(self)
        form.addRow(self._set)
        form.addRow(form_label(self.tr("Usage limit"), self._size), self._size)
        form.addRow(self._restore)
        form.addRow(self._clear)
        self.first = self._size
        self._set.toggled.connect(self._on_kind_toggled)
        self._size.textChanged.connect(self.request_changed)
        self._restore.toggled.connect(self.request_changed)

    def request(self) -> ActRequest | None:
        if self._clear.isChecked():
            return LimitRequest(0, self._restore.isChecked())
        words = self._size.text().strip()
        if not words:
            return None
        kb = parse_size(words)
        if kb < KB_PER_MB or kb % KB_PER_MB:  # a size is never beyond the provider's bound
            raise KnownError(
                text(
                    QT_TRANSLATE_NOOP("trade", "Usage limit “{words}” is not possible."),
                    words=words,
                ),
                text(QT_TRANSLATE_NOOP("trade", "Write whole megabytes, 1MB or more.")),
            )
        return LimitRequest(kb // KB_PER_MB, self._restore.isChecked())

    def _on_kind_toggled(self, wanted: bool) -> None:
        self._size.setEnabled(wanted)
        self._restore.setEnabled(wanted)
        self.request_changed.emit()


class RebindForm(ActForm):
    """Automatic rebind on or off."""

    def __init__(self, *, on: bool = True) -> None:
        super().__init__()
        self._on = QRadioButton(self.tr("On: a device change does not suspend the card"), self)
        self._off = QRadioButton(self.tr("Off: a device change suspends the card"), self)
        (self._on if on else self._off).setChecked(True)
        form = form_layout(self)
        form.addRow(self._on)
        form.addRow(self._off)
        self.first = self._on if on else self._off
        self._on.toggled.connect(self.request_changed)

    def request(self) -> ActRequest | None:
        return RebindRequest(self._on.isChecked())
