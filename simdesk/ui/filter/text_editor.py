"""Controls for ids, texts, tags and words: a line of entries separated by commas."""

import re

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from simdesk.models.filter_fields import FieldKind
from simdesk.models.filter_values import parse_value
from simdesk.models.filters import Operator, Term
from simdesk.ui.filter.criteria import Criterion
from simdesk.ui.filter.editor import Editor
from simdesk.ui.filter.list_completer import ListCompleter

_BETWEEN_IDS = re.compile(r"[\s,;，；、]+")
_BETWEEN_WORDS = re.compile(r"\s*[,，]\s*")


class TextEditor(Editor):
    """`nano, micro`: any of the entries. Numbers may be parted by blanks as well."""

    def __init__(self, criterion: Criterion, name: str, parent: QWidget | None = None) -> None:
        super().__init__(criterion, name, parent)
        self._edit = QLineEdit(self)
        self._edit.setAccessibleName(name)
        self._edit.setPlaceholderText(self._hint(criterion.field.kind))
        self._edit.setClearButtonEnabled(True)
        self._completer = ListCompleter(self._edit) if criterion.completed else None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._edit)
        self.setFocusProxy(self._edit)
        self._edit.textEdited.connect(self._on_edited)
        self._edit.returnPressed.connect(self.submitted)

    def _hint(self, kind: FieldKind) -> str:
        if kind is FieldKind.ID:
            return self.tr("numbers, or their first 6 or more")
        if kind is FieldKind.WORDS:
            return self.tr("words it contains")
        return self.tr("one or several, with commas")

    def show_term(self, term: Term | None) -> None:
        values = () if term is None else term.values
        words = ", ".join(map(str, values))
        if words != self._edit.text():
            self._edit.setText(words)

    def term(self) -> Term | None:
        field = self.criterion.field
        between = _BETWEEN_IDS if field.kind is FieldKind.ID else _BETWEEN_WORDS
        entries = filter(None, between.split(self._edit.text().strip()))
        values = tuple(parse_value(field, entry) for entry in entries)
        contains = field.kind is FieldKind.WORDS
        operator = Operator.CONTAINS if contains else Operator.ANY_OF
        return Term(field.name, operator, values) if values else None

    def offer(self, values: tuple[str, ...]) -> None:
        if self._completer is not None:
            self._completer.offer(values)

    def _on_edited(self) -> None:
        self.changed.emit()
