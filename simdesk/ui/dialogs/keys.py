"""Keys of commands: look one up, press another one, save them for every window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from simdesk.models.errors import KnownError
from simdesk.models.key_draft import KeyDraft
from simdesk.services.key_file import read_keys, write_keys
from simdesk.ui.actions.registry import ActionRegistry
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.key_field import KeyField
from simdesk.ui.dialogs.key_import import KeyImportDialog
from simdesk.ui.dialogs.key_list import KEY_WIDTH, KeyList
from simdesk.ui.joining import sentences
from simdesk.ui.key_words import has_it, keys_shown, name_of, problem_words
from simdesk.ui.measures import grown
from simdesk.ui.text import error_words
from simdesk.ui.theme import SMALL
from simdesk.ui.voice import Voice

_SIZE = (720, 640)
_FILE = "simdesk-keys.toml"
_Wish = tuple[str, tuple[str, ...]]
"""A command by its id, and the keys it is to have."""


class KeysDialog(DialogFrame):
    """Nothing counts before it is saved; a key of another command is only taken over when told."""

    def __init__(
        self, context: Context, registry: ActionRegistry, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Keys"), parent)
        context.preferences.refresh()
        self._context = context
        self._specs = dict(registry.specs)
        first = registry.first_keys
        self.draft = KeyDraft(first, {command: registry.keys_of(command) for command in first})
        """The keys as chosen by now."""
        self._begun = self.draft
        self._wish: _Wish | None = None
        self._voice = Voice(self)
        self.search = QLineEdit(self)
        self.list = KeyList(self._specs, self)
        self._name = QLabel(self)
        self.field = KeyField(self)
        self.clear_button = self._button(self.tr("No key"), self._on_clear_clicked)
        self.usual_button = self._button(self.tr("Usual key"), self._on_usual_clicked)
        self.note = Words(self)
        self.take_button = self._button(self.tr("Take it over"), self._on_take_clicked)
        self.import_button = self._button(self.tr("Import…"), self._on_import_clicked)
        self.export_button = self._button(self.tr("Export…"), self._on_export_clicked)
        self.all_button = self._button(self.tr("Usual keys for all"), self._on_all_clicked)
        self._lay_out()
        self._connect()
        self.set_confirm(self.tr("Save keys"))
        self._show(self.draft)
        self.list.narrow("")
        self.search.setFocus()

    # Putting together

    def _button(self, words: str, run: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(True)  # Enter on it presses it, and does not save
        button.clicked.connect(run)
        return button

    def _lay_out(self) -> None:
        self.resize(*(grown(side) for side in _SIZE))
        self.search.setPlaceholderText(self.tr("Find a command or a key"))
        self.search.setAccessibleName(self.tr("Find a command or a key"))
        self.search.setClearButtonEnabled(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setBuddy(self.field)
        self.field.setFixedWidth(grown(KEY_WIDTH))
        self.content.addWidget(self.search)
        self.content.addWidget(self.list, 1)
        self.content.addLayout(_row(self._name, self.field, self.clear_button, self.usual_button))
        self.content.addLayout(_row(self.note, self.take_button))
        files = _row(self.import_button, self.export_button, self.all_button)
        files.addStretch(1)
        self.content.addLayout(files)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search_changed)
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self.list.itemActivated.connect(lambda *_: self.field.setFocus())
        self.field.pressed.connect(self._on_pressed)
        self.field.leave_wanted.connect(self.list.setFocus)

    # Showing

    def _show(self, draft: KeyDraft, told: str = "") -> None:
        self.draft = draft
        self.list.show_keys(draft)
        self._show_current()
        self.note.say(told)
        self.all_button.setEnabled(draft.keys != draft.first)
        other = self._begun.differing(draft) > 0
        self.confirm_button.setEnabled(other)
        self.safe_button.setText(self.tr("Discard changes") if other else self.tr("Close"))

    def _show_current(self) -> None:
        command = self.list.command
        self._offer(None)
        self.note.say("")
        fixed = self.tr("This key is fixed.") if self.list.words else self.tr("No such command.")
        self._name.setText(fixed)
        for part in (self.field, self.clear_button, self.usual_button):
            part.setEnabled(command is not None)
        keys: tuple[str, ...] = ()
        if command is not None:
            keys = self.draft.keys[command]
            name = name_of(self._specs[command])
            self._name.setText(self.tr("Key of “{command}”").format(command=name))
            self.clear_button.setEnabled(bool(keys))
            self.usual_button.setEnabled(keys != self.draft.first[command])
        self.field.show_key(keys[0] if keys else "")
        self.field.setAccessibleName(self._name.text())
        self.field.setAccessibleDescription(
            self.tr("Press the new key; Backspace for none, Enter to go back to the list.")
        )

    def _offer(self, wish: _Wish | None) -> None:
        self._wish = wish
        self.take_button.setVisible(wish is not None)

    # Choosing

    def _on_search_changed(self, query: str) -> None:
        self.list.narrow(query)
        self._show_current()

    def _on_pressed(self, words: str) -> None:
        command = self.list.command
        if command is None:
            return
        try:
            key = self.draft.read(command, words)
        except KnownError as error:
            self._show_current()
            self._tell(error_words(error), "bad")
            return
        self._want(command, (key,) if key else ())

    def _want(self, command: str, keys: tuple[str, ...]) -> None:
        """Give it these keys; ask before they are taken from another."""
        taken = self.draft.owner(command, keys)
        if taken is None:
            self._show(self.draft.given(command, keys))
            return
        self._show_current()
        self._offer((command, keys))
        self._tell(has_it(taken[0], self._specs[taken[1]]), "warn")

    def _tell(self, words: str, role: str) -> None:
        """Say it below the field, and to those who hear only what has the focus."""
        self.note.say(words, role)
        self._voice.interrupt(words)

    def _on_take_clicked(self) -> None:
        if self._wish is None:
            return
        command, keys = self._wish
        new = self.draft.given(command, keys)
        losers = [
            one for one in new.keys if one != command and new.keys[one] != self.draft.keys[one]
        ]
        told = [self._left(one, new.keys[one]) for one in losers]
        self._show(new, sentences(told))
        self.list.setFocus()

    def _left(self, command: str, keys: tuple[str, ...]) -> str:
        words = self.tr("“{command}” now has no key.")
        if keys:
            words = self.tr("“{command}” now has {keys}.")
        return words.format(command=name_of(self._specs[command]), keys=keys_shown(keys))

    def _on_clear_clicked(self) -> None:
        self._on_pressed("")
        self.list.setFocus()

    def _on_usual_clicked(self) -> None:
        command = self.list.command
        if command is not None:
            self._want(command, self.draft.first[command])
            (self.take_button if self._wish is not None else self.list).setFocus()

    def _on_all_clicked(self) -> None:
        self._show(self.draft.usual(), self.tr("All commands have their usual keys."))
        self.list.setFocus()

    # Files

    def _on_export_clicked(self) -> None:
        chooser = QFileDialog(self, self.tr("Export keys"), _FILE)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("toml")
        chooser.fileSelected.connect(lambda target: self.export_to(Path(target)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def export_to(self, path: Path) -> None:
        """Write the keys as chosen by now."""
        self.show_error(None)
        try:
            write_keys(path, self.draft)
        except KnownError as error:
            self.show_error(error)
            return
        self.note.say(self.tr("Saved “{path}”.").format(path=path))

    def _on_import_clicked(self) -> None:
        chooser = QFileDialog(self, self.tr("Import keys"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([self.tr("Keys (*.toml)"), self.tr("All files (*)")])
        chooser.fileSelected.connect(lambda file: self.import_from(Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def import_from(self, path: Path) -> None:
        """Show what would change with the keys of a file, and take them when told."""
        self.show_error(None)
        try:
            new, bound = self.draft.imported(read_keys(path))
        except KnownError as error:
            self.show_error(error)
            return
        problems = [problem_words(one, self._specs) for one in bound.problems]
        dialog = KeyImportDialog(path.name, self.draft.differing(new), problems, self)
        told = self.tr("The keys of “{name}” are taken; save them to keep them.")
        dialog.accepted.connect(lambda: self._show(new, told.format(name=path.name)))
        dialog.open()

    # Saving

    def confirmed(self) -> None:
        preferences = self._context.preferences
        kept = self.draft.kept(preferences.current.keys)
        try:
            preferences.change({"keys": kept or None})
        except KnownError as error:
            # They count until the program ends: there is nothing left to discard.
            self._begun = self.draft
            self._show(self.draft)
            self.show_error(error)
            return
        self.accept()

    def takes_enter(self) -> bool:
        """Enter goes from the list to the field and back, and confirms elsewhere."""
        return not (self.list.hasFocus() or self.field.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
            return
        super().keyPressEvent(event)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SMALL)
    for place, part in enumerate(parts):
        row.addWidget(part, int(place == 0 and isinstance(part, QLabel)))
    return row
