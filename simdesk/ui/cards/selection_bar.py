"""The bar under the question: how many cards are selected and what can be done with them."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from simdesk.ui import icons
from simdesk.ui.actions.registry import ActionRegistry
from simdesk.ui.actions.spec import ActionSpec
from simdesk.ui.actions.standing import Standing
from simdesk.ui.cards.presenter import Facts
from simdesk.ui.cards.why_not import WhyNot
from simdesk.ui.measures import line_room
from simdesk.ui.text import count_shown
from simdesk.ui.theme import LARGE, SMALL, TINY

HEIGHT = 40


class SelectionBar(QFrame):
    """Always there, so that nothing moves when a card is selected."""

    clear_wanted = Signal()
    pool_wanted = Signal()
    """Buy for the pool of the selected cards."""
    more_wanted = Signal(QPoint)
    """A place on the screen for the menu of everything else."""

    def __init__(self, registry: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selection_bar")
        self.setFixedHeight(line_room(HEIGHT))
        self._registry = registry
        self._label = QLabel(self)
        self._clear = self._flat(self.tr("Clear"), self.clear_wanted.emit)
        self._why = self._flat(self.tr("Why not?"), self._on_why_clicked)
        self._more = QPushButton(icons.icon("more"), self.tr("More"), self)
        self._more.setAccessibleName(self.tr("More actions"))
        self._more.clicked.connect(self._on_more_clicked)
        specs = (spec for spec in registry.specs.values() if spec.bar)
        ordered = sorted(specs, key=lambda spec: spec.context or 0)
        self._buttons = {spec.id: self._button(spec) for spec in ordered}
        self._lay_out()
        registry.refreshed.connect(self._on_refreshed)
        self.show_facts(Facts())

    def _flat(self, words: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("flat", True)
        button.clicked.connect(run)
        return button

    def _button(self, spec: ActionSpec) -> QPushButton:
        button = QPushButton(spec.shown_bar, self)
        button.setObjectName(spec.id)
        if spec.danger:
            button.setProperty("kind", "danger")
        button.clicked.connect(lambda: self._registry.run(spec.id))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, TINY, LARGE, TINY)
        row.setSpacing(SMALL)
        row.addWidget(self._label)
        row.addWidget(self._clear)
        row.addStretch(1)
        row.addWidget(self._why)
        apart = [self._buttons[one] for one in self._buttons if self._spec(one).danger]
        for button in self._buttons.values():
            if button not in apart:
                row.addWidget(button)
        row.addWidget(self._more)
        for button in apart:
            row.addSpacing(SMALL)
            row.addWidget(button)
        ordered = [*(one for one in self._buttons.values() if one not in apart), self._more, *apart]
        for before, after in pairwise([self._clear, self._why, *ordered]):
            QWidget.setTabOrder(before, after)

    def _spec(self, action_id: str) -> ActionSpec:
        return self._registry.specs[action_id]

    # What it shows

    def show_facts(self, facts: Facts) -> None:
        """Say how many cards are selected."""
        words, some = self._words(facts), bool(facts.selected or facts.hidden)
        if words == self._label.text():
            return
        self._label.setText(words)
        if some is not self._label.property("strong"):
            self._label.setProperty("muted", not some)
            self._label.setProperty("strong", some)
            self._label.style().unpolish(self._label)
            self._label.style().polish(self._label)
        self._clear.setVisible(some)
        self._fit()

    def _words(self, facts: Facts) -> str:
        if not facts.selected and not facts.hidden:
            return self.tr("No card selected")
        count = count_shown(facts.selected)
        if not facts.selected:
            if facts.hidden == 1:
                return self.tr("1 selected card is outside the filter")
            words = self.tr("{count} selected cards are outside the filter")
            return words.format(count=count_shown(facts.hidden))
        if facts.selected > 1 and facts.selected == facts.matching:
            words = self.tr("All {count} matching cards selected").format(count=count)
        else:
            words = self.tr("{count} selected").format(count=count)
        if facts.hidden:
            more = self.tr("{count} more outside the filter")
            words += " · " + more.format(count=count_shown(facts.hidden))
        return words

    def _on_refreshed(self) -> None:
        for action_id, button in self._buttons.items():
            spec = self._spec(action_id)
            action = self._registry.actions[action_id]
            standing = None if spec.action is None else self._registry.standing(spec.action)
            words = spec.shown_bar
            if standing is not None and standing.asked > 1 and standing.allowed:
                words = f"{words} {count_shown(standing.allowed)}"
            button.setText(words)
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())
            button.setAccessibleName(f"{spec.shown.rstrip('…')} {words}".strip())
            button.setAccessibleDescription(action.statusTip())
        self._why.setVisible(any(one.blocked for _, one in self._standings()))
        self._fit()

    def _standings(self) -> list[tuple[ActionSpec, Standing]]:
        found: list[tuple[ActionSpec, Standing]] = []
        for spec in self._registry.specs.values():
            standing = None if spec.action is None else self._registry.standing(spec.action)
            if standing is not None:
                found.append((spec, standing))
        return found

    # Room

    def minimumSizeHint(self) -> QSize:
        # What does not fit goes into More; the window may be narrower than all the buttons.
        return QSize(0, line_room(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many buttons as there is room for; the others are in More anyway."""
        kept = [part for part in (self._clear, self._why, self._more) if not part.isHidden()]
        taken = self._label.sizeHint().width() + sum(part.sizeHint().width() for part in kept)
        room = self.width() - 2 * LARGE - taken - SMALL * (len(kept) + 1)
        ordered = sorted(self._buttons.items(), key=lambda pair: not self._spec(pair[0]).danger)
        for _, button in ordered:
            room -= button.sizeHint().width() + SMALL
            button.setVisible(room >= 0)

    def _on_why_clicked(self) -> None:
        sheet = WhyNot(self._standings(), self)
        sheet.pool_wanted.connect(self.pool_wanted)
        sheet.open_at(self._why.mapToGlobal(QPoint(0, self._why.height() + TINY)))

    def _on_more_clicked(self) -> None:
        self.more_wanted.emit(self._more.mapToGlobal(QPoint(0, self._more.height())))
