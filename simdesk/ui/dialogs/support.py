"""The support bundle: every file of it is to be read before the zip is written."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QListWidget, QWidget

from simdesk.services.support_bundle import Entry, bundle_name, write_bundle
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.plain_words import PlainWords
from simdesk.ui.measures import grown
from simdesk.ui.text import count_shown
from simdesk.ui.theme import SMALL

_GATHER, _WRITE = "gather support bundle", "write support bundle"
_SIZE = (980, 600)
_LIST_WIDTH = 360


class SupportDialog(DialogFrame):
    """Lists the files with their sizes and shows the chosen one in full."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.show_heading(self.tr("Support bundle"))
        self._context = context
        self.entries: tuple[Entry, ...] = ()
        intro = QLabel(
            self.tr(
                "What helps to find a fault: logs, reports, versions, settings and counts; no "
                "cards, secrets hidden, numbers shortened. Look through it, then save it. SimDesk "
                "sends it nowhere."
            ),
            self,
        )
        intro.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Files of the bundle"))
        self.list.setFixedWidth(grown(_LIST_WIDTH))
        self.words = PlainWords(self.tr("The chosen file"), self)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.list)
        row.addWidget(self.words, 1)
        self.content.addWidget(intro)
        self.content.addLayout(row, 1)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.set_confirm(self.tr("Save bundle…"))
        self.confirm_button.setEnabled(False)
        self.resize(*_SIZE)
        self.words.setPlainText(self.tr("Gathering…"))
        context.tasks.start(_GATHER, self._gather(), replace=True)
        self.finished.connect(lambda: context.tasks.cancel(_GATHER))

    async def _gather(self) -> None:
        self.entries = await self._context.desk.support.entries()
        for entry in self.entries:
            words = self.tr("{name} · {size} bytes")
            self.list.addItem(words.format(name=entry.name, size=count_shown(entry.size)))
        self.list.setCurrentRow(0)
        self.confirm_button.setEnabled(True)

    def _on_row_changed(self, row: int) -> None:
        if 0 <= row < len(self.entries):
            self.words.setPlainText(self.entries[row].text)

    def confirmed(self) -> None:
        desk = self._context.desk
        name = bundle_name(desk.name, desk.provider.now())
        chooser = QFileDialog(self, self.tr("Save the support bundle"), name)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("zip")
        chooser.fileSelected.connect(lambda target: self.save(Path(target)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def save(self, target: Path) -> None:
        """Write what is listed, and close."""
        self._context.tasks.start(_WRITE, self._save(target), replace=False)

    async def _save(self, target: Path) -> None:
        writing = self._written(target)
        if await self.hold(writing):
            self._context.messages.done(self.tr("Saved “{path}”.").format(path=target))
            self.accept()

    async def _written(self, target: Path) -> bool:
        await write_bundle(target, self.entries, self._context.desk.provider.now())
        return True
