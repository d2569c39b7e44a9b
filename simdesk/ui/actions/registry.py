"""All actions of the window: one QAction each, enabled and worded for the moment."""

import logging
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from simdesk.models.action import Action
from simdesk.models.keys import KeyProblem, Keys, bind
from simdesk.ui import icons
from simdesk.ui.actions.spec import ActionSpec, ActionTarget, Menu, Needs
from simdesk.ui.actions.standing import Standing, Standings
from simdesk.ui.letter_menu import LetterMenu
from simdesk.ui.text import count_shown, shown

_LOG = logging.getLogger(__name__)


class ActionRegistry(QObject):
    """Made of specs; menus, bars, keys and the palette all take their QActions from here."""

    refreshed = Signal()

    def __init__(
        self,
        window: QWidget,
        target: Callable[[], ActionTarget],
        elsewhere: Callable[[], bool] = lambda: False,
    ) -> None:
        """`elsewhere` tells that another page than the Cards page is in front."""
        super().__init__(window)
        self._window = window
        self._target = target
        self._elsewhere = elsewhere
        self._standings: Standings = {}
        self._reasons: dict[str, str] = {}
        self._in_menu: dict[str, str] = {}
        """Reasons that were found when the menu was opened that stands open now."""
        self._wanted: Mapping[str, str] = {}
        self._keys: Keys = {}
        self.specs: dict[str, ActionSpec] = {}
        self.actions: dict[str, QAction] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)

    def add(self, specs: Iterable[ActionSpec]) -> None:
        """Take in more actions. Raises ValueError for an id or a key that is taken."""
        for spec in specs:
            self._check(spec)
            self.specs[spec.id] = spec
            self.actions[spec.id] = self._made(spec)
        self.bind(self._wanted)

    @property
    def first_keys(self) -> Keys:
        """The keys that the actions have at first, by their ids."""
        return {spec.id: spec.shortcuts for spec in self.specs.values()}

    def keys_of(self, action_id: str) -> tuple[str, ...]:
        """The keys in force of an action, written as `Ctrl+F`."""
        return self._keys[action_id]

    def bind(self, wanted: Mapping[str, str]) -> tuple[KeyProblem, ...]:
        """Give actions other keys, one by id, an empty word for none; what was not to be had.

        Actions that are added later get theirs then.
        """
        self._wanted = dict(wanted)
        bound = bind(self.first_keys, self._wanted)
        self._keys = bound.keys
        for action_id, action in self.actions.items():
            action.setShortcuts([QKeySequence(key) for key in self._keys[action_id]])
            action.setToolTip(self._tip(self.specs[action_id], action.statusTip()))
        self.refresh()
        return bound.problems

    def _check(self, spec: ActionSpec) -> None:
        if spec.id in self.specs:
            raise ValueError(f"two actions are called {spec.id}")
        taken = {key: other.id for other in self.specs.values() for key in other.shortcuts}
        for key in spec.shortcuts:
            if key in taken:
                raise ValueError(f"{key} is {taken[key]}'s, {spec.id} wants it too")

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.shown, self._window)
        action.setObjectName(spec.id)
        if spec.icon is not None:
            action.setIcon(icons.icon(spec.icon, "bad" if spec.danger else "text"))
        action.setCheckable(spec.checked is not None)
        action.triggered.connect(lambda: self.run(spec.id))
        self._window.addAction(action)
        return action

    def run(self, action_id: str) -> None:
        """Do it now, on the target of this moment; nothing where it is not possible."""
        spec, target = self.specs[action_id], self._target()
        if self._judge(spec, target) is None:
            _LOG.debug("action %s, %d cards selected", action_id, len(target.card_ids))
            spec.run(target)

    # The moment

    def show_standings(self, standings: Standings) -> None:
        """What the selection allows is known now."""
        self._standings = standings
        self.refresh()

    def refresh_soon(self) -> None:
        """Refresh once, after everything that happens now."""
        self._soon.start()

    def refresh(self) -> None:
        """Word and enable everything for the present target."""
        self._soon.stop()
        target = self._target()
        for spec in self.specs.values():
            self._refresh(spec, self._judge(spec, target))
        self.refreshed.emit()

    def _refresh(self, spec: ActionSpec, reason: str | None) -> None:
        action = self.actions[spec.id]
        if reason is None:
            self._reasons.pop(spec.id, None)
        else:
            self._reasons[spec.id] = reason
        if spec.wording is not None:
            action.setText(spec.shown)
        if spec.checked is not None:
            action.setChecked(spec.checked())
        said = reason if reason is not None else self._partial(spec)
        if said != action.statusTip() or action.isEnabled() != (reason is None):
            action.setEnabled(reason is None)
            action.setStatusTip(said)
            action.setToolTip(self._tip(spec, said))

    def _tip(self, spec: ActionSpec, said: str) -> str:
        words, keys = spec.shown.rstrip("…"), self._keys[spec.id]
        if keys:
            key = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            words = f"{words} ({key})"
        return f"{words}\n{said}" if said else words

    def reason(self, action_id: str) -> str | None:
        """Why the action cannot be done now; None when it can."""
        return self._reasons.get(action_id)

    def standing(self, action: Action) -> Standing | None:
        """How the selection stands to an action; None while it is being judged."""
        return self._standings.get(action)

    def _judge(self, spec: ActionSpec, target: ActionTarget) -> str | None:
        if not spec.everywhere and self._elsewhere():
            return self.tr("Go to the Cards page first.")
        if spec.needs is Needs.CARDS and not len(target.card_ids):
            return self.tr("Select a card first.")
        if spec.needs is Needs.CURRENT and target.current is None:
            return self.tr("Go to a card first.")
        if spec.action is not None:
            standing = self._standings.get(spec.action)
            if standing is not None and standing.allowed == 0:
                return shown(standing.reason) if standing.reason else self.tr("Not possible.")
        reason = spec.why_not() if spec.why_not is not None else None
        return self._in_menu.get(spec.id) if reason is None else reason

    def _partial(self, spec: ActionSpec) -> str:
        standing = None if spec.action is None else self._standings.get(spec.action)
        if standing is None or standing.allowed == standing.asked:
            return ""
        words = self.tr("{allowed} of {asked} cards; the others: {reason}")
        reason = shown(standing.reason) if standing.reason else ""
        return words.format(
            allowed=count_shown(standing.allowed), asked=count_shown(standing.asked), reason=reason
        )

    # Menus

    def fill(self, menu: QMenu, which: Menu) -> None:
        """Put every action of a menu of the menu bar in, parted by group."""
        specs = [(spec.group, spec) for spec in self.specs.values() if spec.menu is which]
        self._fill(menu, specs)
        if any(spec.why_not_in_menu is not None for _, spec in specs):
            menu.aboutToShow.connect(lambda: self._look_in_menu(which))
            menu.aboutToHide.connect(self._leave_menu)

    def _look_in_menu(self, which: Menu) -> None:
        for spec in self.specs.values():
            asked = spec.why_not_in_menu if spec.menu is which else None
            reason = None if asked is None else asked()
            if reason is not None:
                self._in_menu[spec.id] = reason
        self.refresh()

    def _leave_menu(self) -> None:
        # What is grey has no key: it is looked at anew when the key is pressed.
        if self._in_menu:
            self._in_menu.clear()
            self.refresh_soon()

    def menu_of(self, which: Menu, parent: QWidget) -> QMenu:
        """A menu of its own with every action of a menu of the menu bar."""
        menu = LetterMenu(parent)
        self.fill(menu, which)
        return menu

    def context_menu(self, parent: QWidget) -> QMenu:
        """The menu of a card, in the order of the menu bar; delete it when it closes."""
        menu = LetterMenu(parent)
        found = [(s.context, s) for s in self.specs.values() if s.context is not None]
        self._fill(menu, found)
        return menu

    def _fill(self, menu: QMenu, specs: list[tuple[int, ActionSpec]]) -> None:
        menu.setToolTipsVisible(True)
        before: int | None = None
        submenus: dict[str, QMenu] = {}
        for group, spec in sorted(specs, key=lambda pair: pair[0]):
            if before is not None and group != before:
                menu.addSeparator()
            before = group
            if spec.submenu is None:
                menu.addAction(self.actions[spec.id])
                continue
            if spec.submenu not in submenus:
                submenus[spec.submenu] = LetterMenu(menu, spec.shown_submenu)
                menu.addMenu(submenus[spec.submenu])
                submenus[spec.submenu].setToolTipsVisible(True)
            submenus[spec.submenu].addAction(self.actions[spec.id])
