"""The advanced search: every criterion in groups, and the saved searches."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.models.filter_words import term_words
from simdesk.models.filters import CardFilter
from simdesk.ui.context import Context
from simdesk.ui.filter.criteria import Criterion, Group, changed, criteria_of
from simdesk.ui.filter.criterion_row import CriterionRow
from simdesk.ui.filter.known_values import KnownValues
from simdesk.ui.filter.saved import SavedList, SaveSearchDialog
from simdesk.ui.icons import icon
from simdesk.ui.text import count_shown, shown


class FilterDock(QDockWidget):
    """Builds the same CardFilter as the quick search; conditions it cannot show are kept."""

    filter_changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Advanced search"))
        self.setObjectName("filter_dock")
        self._context = context
        self._asked = CardFilter()
        self.known_values = KnownValues(context, "advanced search", self)
        self.rows: dict[str, CriterionRow] = {}
        self._groups: list[tuple[QLabel, list[CriterionRow]]] = []
        self.find_box = QLineEdit(self)
        self._area = QScrollArea(self)
        self._none_found = QLabel(self.tr("No criterion has such a name."), self)
        self._beside = QLabel(self)
        self.search_button = QPushButton(self.tr("Search"), self)
        self.reset_button = QPushButton(self.tr("Reset"), self)
        self.saved = SavedList(context, self)
        self.tabs = QTabWidget(self)
        self._lay_out()
        self.find_box.textChanged.connect(self._on_find_changed)
        self.search_button.clicked.connect(self._on_search_clicked)
        self.reset_button.clicked.connect(self._on_reset_clicked)
        self.saved.save_wanted.connect(self._on_save_wanted)
        self.saved.filter_chosen.connect(self._on_saved_chosen)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.known_values.learned.connect(self._on_learned)
        self.show_filter(self._asked)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Advanced search"))
        self.tabs.addTab(self._conditions(), self.tr("Conditions"))
        self.tabs.addTab(self.saved, self.tr("Saved searches"))
        self.tabs.setMinimumWidth(280)
        self.setWidget(self.tabs)

    def _conditions(self) -> QWidget:
        page = QWidget(self)
        self.find_box.setPlaceholderText(self.tr("Find a criterion"))
        self.find_box.setAccessibleName(self.tr("Find a criterion by name"))
        self.find_box.setClearButtonEnabled(True)
        self.find_box.addAction(icon("find", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        for label in (self._none_found, self._beside):
            label.setProperty("muted", True)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.hide()
        self.search_button.setProperty("primary", True)
        self.search_button.setAccessibleName(self.tr("Search with these conditions"))
        self.reset_button.setAccessibleName(self.tr("Reset all conditions"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.search_button, 1)
        buttons.addWidget(self.reset_button)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.find_box)
        layout.addWidget(self._beside)
        layout.addWidget(self._none_found)
        layout.addWidget(self._list(), 1)
        layout.addLayout(buttons)
        return page

    def _list(self) -> QScrollArea:
        area = self._area
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.tr("Criteria"))
        content = QWidget(area)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(0)
        for group in Group:
            title = QLabel(shown(group.label), content)
            title.setProperty("strong", True)
            title.setContentsMargins(0, 8, 0, 4)
            layout.addWidget(title)
            rows = [self._row(one, content) for one in criteria_of(group)]
            for row in rows:
                layout.addWidget(row)
            self._groups.append((title, rows))
        layout.addStretch(1)
        area.setWidget(content)
        return area

    def _row(self, criterion: Criterion, parent: QWidget) -> CriterionRow:
        row = CriterionRow(criterion, parent)
        row.submitted.connect(self._on_search_clicked)
        row.opened.connect(lambda name=criterion.name: self._on_row_opened(name))
        self.rows[criterion.name] = row
        return row

    def show_filter(self, asked: CardFilter) -> None:
        """Show `asked`; announces nothing."""
        self._asked = asked
        for row in self.rows.values():
            row.show_filter(asked)
        beside = [shown(term_words(term)) for term in asked.terms if term.field is None]
        if asked.card_ids is not None:
            count = count_shown(len(asked.card_ids))
            beside.append(self.tr("{count} listed cards").format(count=count))
        self._beside.setText(self.tr("Also: {words}").format(words="; ".join(beside)))
        self._beside.setVisible(bool(beside))
        self.saved.save.setEnabled(bool(asked.terms))

    def built(self) -> CardFilter:
        """The filter as it is filled in now. Raises KnownError where a value cannot be read."""
        asked = self._asked
        for row in self.rows.values():
            if row.edited:
                term = row.term()
                asked = changed(asked, row.criterion.field, term)
        return asked

    def focus_first(self) -> None:
        """Put the keyboard where a search begins."""
        self.tabs.setCurrentIndex(0)
        self.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_box.selectAll()

    def focus_criterion(self, name: str) -> None:
        """Open one criterion and put the keyboard into it. Raises KeyError for an unknown name."""
        self.tabs.setCurrentIndex(0)
        self.find_box.clear()
        self._show_row(self.rows[name])

    def _show_row(self, row: CriterionRow) -> None:
        row.open()
        if row.body is not None:
            row.body.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # Where it lies is known when everything has been laid out anew.
        QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.find_box.text():
            self.find_box.clear()
            return
        super().keyPressEvent(event)

    def _on_find_changed(self, words: str) -> None:
        any_found = False
        for title, rows in self._groups:
            found = [row for row in rows if row.criterion.found_by(words, row.name)]
            for row in rows:
                row.setVisible(row in found)
            title.setVisible(bool(found))
            any_found = any_found or bool(found)
        self._none_found.setVisible(not any_found)

    def _on_row_opened(self, name: str) -> None:
        row = self.rows[name]
        if row.criterion.completed and row.body is not None:
            row.body.editor.offer(tuple(self.known_values.of(name)))

    def _on_learned(self, name: str) -> None:
        row = self.rows.get(name)
        if row is not None and row.body is not None:
            row.body.editor.offer(tuple(self.known_values.of(name)))

    def _on_search_clicked(self) -> None:
        try:
            asked = self.built()
        except KnownError:
            self._show_trouble()
            return
        self.show_filter(asked)
        self.filter_changed.emit(asked)

    def _show_trouble(self) -> None:
        self.find_box.clear()
        for row in self.rows.values():
            if row.body is not None and row.body.error:
                self._show_row(row)
                return

    def _on_reset_clicked(self) -> None:
        self.find_box.clear()
        self.show_filter(CardFilter())
        self.filter_changed.emit(CardFilter())

    def _on_saved_chosen(self, asked: CardFilter) -> None:
        kept = replace(asked, card_ids=None)
        self.show_filter(kept)
        self.filter_changed.emit(kept)

    def _on_save_wanted(self) -> None:
        SaveSearchDialog(self._context, self._asked, self.window()).open()

    def _on_tab_changed(self, place: int) -> None:
        if self.tabs.widget(place) is self.saved:
            self.saved.read()
