"""One criterion of the advanced search: a line that tells what is asked, and opens to ask it."""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.models.filter_fields import FieldKind
from simdesk.models.filter_text import parse_filter, term_text
from simdesk.models.filter_words import term_words
from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.ui import theme
from simdesk.ui.filter.choice_editor import ChoiceEditor, SwitchEditor
from simdesk.ui.filter.criteria import Criterion, others, place_of
from simdesk.ui.filter.editor import Editor
from simdesk.ui.filter.range_editor import RangeEditor
from simdesk.ui.filter.text_editor import TextEditor
from simdesk.ui.icons import icon
from simdesk.ui.joining import sentences
from simdesk.ui.measures import line_room
from simdesk.ui.text import shown

_EDITORS: dict[FieldKind, type[Editor]] = {
    FieldKind.ID: TextEditor,
    FieldKind.TEXT: TextEditor,
    FieldKind.WORDS: TextEditor,
    FieldKind.TAGS: TextEditor,
    FieldKind.CHOICE: ChoiceEditor,
    FieldKind.SIZE: RangeEditor,
    FieldKind.NUMBER: RangeEditor,
    FieldKind.MOMENT: RangeEditor,
    FieldKind.FLAG: SwitchEditor,
    FieldKind.CANCELLED: SwitchEditor,
}
_SWITCHED = (FieldKind.FLAG, FieldKind.CANCELLED)


class CriterionHead(QAbstractButton):
    """`> Carrier        China Mobile`: opens and closes the criterion."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = ""
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Opens and closes the criterion"))

    def sizeHint(self) -> QSize:
        return QSize(200, line_room(theme.CONTROL_HEIGHT))

    def show_summary(self, words: str) -> None:
        self._summary = words
        self.setAccessibleName(f"{self.text()}: {words}" if words else self.text())
        self.setToolTip(words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.toggle()
            case Qt.Key.Key_Right:
                self.setChecked(True)
            case Qt.Key.Key_Left:
                self.setChecked(False)
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(theme.role("selection" if self.underMouse() else "surface"))
            painter.setPen(theme.role("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.CORNER, theme.CORNER)
        arrow = icon("chevron_down" if self.isChecked() else "chevron_right", "muted")
        arrow.paint(painter, QRect(4, (self.height() - 12) // 2, 12, 12))
        self._write(painter)

    def _write(self, painter: QPainter) -> None:
        metrics = self.fontMetrics()
        left, gap = 20, theme.SMALL
        name_width = metrics.horizontalAdvance(self.text()) + 2
        painter.setFont(theme.words_font(bold=bool(self._summary)))
        if self._summary:
            name_width = name_width * 6 // 5
        painter.setPen(theme.role("text"))
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, 0, name_width, self.height()), centre, self.text())
        room = self.width() - left - name_width - gap - theme.TINY
        if not self._summary or room < 24:
            return
        painter.setFont(theme.words_font())
        painter.setPen(theme.role("accent"))
        words = metrics.elidedText(self._summary, Qt.TextElideMode.ElideRight, room)
        place = QRect(left + name_width + gap, 0, room, self.height())
        painter.drawText(place, centre | Qt.AlignmentFlag.AlignRight, words)


class CriterionRow(QWidget):
    """Shows the term of a filter that belongs to it and answers with what is asked now.

    `changed` tells that it was edited, `submitted` that Enter was pressed in it, `opened` that its
    control was shown for the first time.
    """

    changed = Signal()
    submitted = Signal()
    opened = Signal()

    def __init__(self, criterion: Criterion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self.name = shown(criterion.field.label)
        self._term: Term | None = None
        self._further: tuple[Term, ...] = ()
        self._edited = False
        self._body: CriterionBody | None = None
        self.head = CriterionHead(self.name, self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.head)
        self.head.toggled.connect(self._on_toggled)

    @property
    def body(self) -> "CriterionBody | None":
        """The control; None until the row was opened once."""
        return self._body

    @property
    def edited(self) -> bool:
        """Changed by hand since the last filter was shown."""
        return self._edited

    def show_filter(self, asked: CardFilter) -> None:
        """Show what `asked` says about this criterion."""
        field = self.criterion.field
        place = place_of(field, asked.terms)
        self._term = None if place is None else asked.terms[place]
        self._further = others(field, asked.terms)
        self._edited = False
        if self._body is not None:
            self._body.show_term(self._term, self._further)
        self._summarise(self._term)

    def term(self) -> Term | None:
        """What is asked, None for nothing. Raises KnownError after showing it in its place."""
        if self._body is None or not self._edited:
            return self._term
        try:
            found = self._body.term()
            if found is not None:
                parse_filter(term_text(found))  # refuses a range without a middle
        except KnownError as error:
            self.open()
            self._body.show_error(error)
            raise
        self._body.show_error(None)
        return found

    def open(self) -> None:
        self.head.setChecked(True)

    def _on_toggled(self, opened: bool) -> None:
        if opened and self._body is None:
            self._body = CriterionBody(self.criterion, self.name, self)
            self._body.show_term(self._term, self._further)
            self._body.edited.connect(self._on_edited)
            self._body.submitted.connect(self.submitted)
            self._layout.addWidget(self._body)
            self.opened.emit()
        if self._body is not None:
            self._body.setVisible(opened)

    def _on_edited(self) -> None:
        self._edited = True
        if self._body is not None:
            try:
                self._summarise(self._body.term())
            except KnownError:
                self._summarise(None)
        self.changed.emit()

    def _summarise(self, term: Term | None) -> None:
        parts = [*(() if term is None else (term,)), *self._further]
        self.head.show_summary("; ".join(self._value_words(one) for one in parts))

    def _value_words(self, term: Term) -> str:
        words = shown(term_words(replace(term, negated=False)))
        name = f"{self.criterion.name.replace('_', ' ')}: "
        words = words.removeprefix(name).removeprefix(name.replace(": ", " "))
        words = self.tr("not {words}").format(words=words) if term.negated else words
        return words if term.enabled else self.tr("{words} (off)").format(words=words)


class CriterionBody(QWidget):
    """The control, "not" and "empty", further terms on the field, and what cannot be read."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, criterion: Criterion, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion = criterion
        self.editor = _EDITORS[criterion.field.kind](criterion, name, self)
        self._negated = QCheckBox(self.tr("Not"), self)
        self._negated.setAccessibleName(self.tr("{name}: not").format(name=name))
        self._negated.setVisible(criterion.field.kind not in _SWITCHED)
        self._empty = QCheckBox(self.tr("Empty"), self)
        self._empty.setAccessibleName(self.tr("{name}: empty").format(name=name))
        self._empty.setVisible(criterion.can_be_empty)
        self._further = QLabel(self)
        self._further.setProperty("muted", True)
        self._error = QLabel(self)
        self._error.setProperty("role", "bad")
        for label in (self._further, self._error):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.hide()
        self._lay_out()
        self.setFocusProxy(self.editor)
        self.editor.changed.connect(self._on_edited)
        self.editor.submitted.connect(self.submitted)
        self._negated.clicked.connect(self._on_edited)
        self._empty.clicked.connect(self._on_empty_clicked)

    def _lay_out(self) -> None:
        marks = QHBoxLayout()
        marks.setSpacing(16)
        marks.addWidget(self._negated)
        marks.addWidget(self._empty)
        marks.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 0, 4, 8)
        layout.setSpacing(4)
        layout.addWidget(self.editor)
        layout.addWidget(self._error)
        layout.addLayout(marks)
        layout.addWidget(self._further)

    @property
    def error(self) -> str:
        return self._error.text() if not self._error.isHidden() else ""

    def show_term(self, term: Term | None, further: tuple[Term, ...]) -> None:
        empty = term is not None and term.operator is Operator.NONE
        self._empty.setChecked(empty)
        self._negated.setChecked(term is not None and term.negated)
        self.editor.setEnabled(not empty)
        self.editor.show_term(None if empty else term)
        self.show_error(None)
        words = "; ".join(shown(term_words(one)) for one in further)
        self._further.setText(self.tr("Also: {words}").format(words=words))
        self._further.setVisible(bool(further))

    def term(self) -> Term | None:
        """Raises KnownError where a value cannot be read."""
        negated = self._negated.isChecked()
        if self._empty.isChecked():
            return Term(self._criterion.name, Operator.NONE, negated=negated)
        found = self.editor.term()
        return None if found is None else replace(found, negated=negated)

    def show_error(self, error: KnownError | None) -> None:
        parts = [] if error is None else [error.message, error.remedy]
        words = sentences(shown(part) for part in parts if part is not None)
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def _on_empty_clicked(self) -> None:
        self.editor.setEnabled(not self._empty.isChecked())
        self._on_edited()

    def _on_edited(self) -> None:
        self.show_error(None)
        self.edited.emit()
