"""Which program this is, and what is to be said of what it stands on."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from simdesk import __version__
from simdesk.ui.context import Context
from simdesk.ui.text import shown


def about_box(context: Context, parent: QWidget) -> QMessageBox:
    """The box, not opened yet; it goes when it is closed."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QCoreApplication.translate("about", "About SimDesk"))
    box.setText(
        QCoreApplication.translate("about", "SimDesk {version}").format(version=__version__)
    )
    words = [QCoreApplication.translate("about", "A desktop program for fleets of IoT SIM cards.")]
    warning = context.desk.custody.sqlite_warning
    if warning is not None:
        words.append(shown(warning))
    box.setInformativeText("\n".join(words))
    return box
