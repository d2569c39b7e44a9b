"""Which spreadsheet is to be opened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_spreadsheet(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Ask for the file; the dialog begins where a file was chosen last."""
    title = QCoreApplication.translate("review", "Open spreadsheet")
    chooser = QFileDialog(parent, title)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
    sheets = QCoreApplication.translate("review", "Spreadsheets (*.xlsx *.csv *.txt *.tsv)")
    chooser.setNameFilters([sheets, QCoreApplication.translate("review", "All files (*)")])
    chooser.fileSelected.connect(lambda file: chosen(Path(file)))
    chooser.finished.connect(chooser.deleteLater)
    chooser.open()
