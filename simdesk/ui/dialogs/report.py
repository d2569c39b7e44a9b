"""A report of an unexpected error: read in full before anything leaves the program (F36)."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from simdesk.models.errors import KnownError
from simdesk.services import crash
from simdesk.services.sending import Ban
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.plain_words import PlainWords
from simdesk.ui.theme import SMALL

_SIZE = (760, 560)


class ReportDialog(DialogFrame):
    """Shows one report. While it keeps sending off, the confirming button lets it go on."""

    def __init__(self, context: Context, words: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.show_heading(self.tr("Report of an unexpected error"))
        self._context = context
        self._intro = QLabel(self)
        self._intro.setWordWrap(True)
        self.words = PlainWords(self.tr("The report"), self)
        self.words.setPlainText(words)
        self.copy_button = self._button(self.tr("Copy report"))
        self.save_button = self._button(self.tr("Save as…"))
        self.folder_button = self._button(self.tr("Show folder"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for button in (self.copy_button, self.save_button, self.folder_button):
            row.addWidget(button)
        row.addStretch(1)
        self.content.addWidget(self._intro)
        self.content.addWidget(self.words, 1)
        self.content.addLayout(row)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.folder_button.clicked.connect(self._on_folder_clicked)
        context.bridge.sending_changed.connect(self._show_standing)
        self.resize(*_SIZE)
        self._show_standing()
        self.safe_button.setFocus()

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        return button

    def _show_standing(self) -> None:
        off = self._context.desk.sending.forbids(Ban.FAILED)
        self.set_confirm(self.tr("Continue sending"), by_enter=False)
        self.confirm_button.setVisible(off)
        told = self.tr(
            "Secrets are hidden and card numbers shortened. The report is in this fleet's folder; "
            "it goes nowhere unless you copy or save it."
        )
        stopped = self.tr(
            "SimDesk sends nothing to the provider until you have read this and let it go on. "
            "What was under way is asked after, not sent again."
        )
        self._intro.setText(f"{stopped} {told}" if off else told)

    def confirmed(self) -> None:
        self._context.tasks.start("continue sending", self._go_on(), replace=False)

    async def _go_on(self) -> None:
        if await self.hold(self._context.desk.resumption.go_on()):
            self.accept()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.words.toPlainText())

    def _on_save_clicked(self) -> None:
        chooser = QFileDialog(self, self.tr("Save the report"), "simdesk-report.txt")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("txt")
        chooser.fileSelected.connect(lambda target: self.save(Path(target)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def save(self, target: Path) -> None:
        """Write what is shown."""
        try:
            crash.save(self.words.toPlainText(), target)
        except KnownError as error:
            self.show_error(error)
        else:
            self._context.messages.done(self.tr("Saved “{path}”.").format(path=target))

    def _on_folder_clicked(self) -> None:
        folder = self._context.desk.folder / crash.FOLDER
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
