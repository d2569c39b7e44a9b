"""Before a backup takes the desk's place: what is forgotten, what stays, what comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from simdesk.models.backups import Backup, Loss
from simdesk.ui.dialogs.backup_list import loss_words
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.text import moment_shown, shown

_WIDTH = 460


class RestoreDialog(DialogFrame):
    """Accepted when it shall be restored; whoever opened it does that.

    `loss` is None where the present desk cannot be read, so that nobody knows.
    """

    def __init__(self, backup: Backup, loss: Loss | None, parent: QWidget | None = None) -> None:
        when = moment_shown(backup.at)
        super().__init__(self.tr("Restore the backup of {when}").format(when=when), parent)
        self.safe_button.setText(self.tr("Keep the desk as it is"))
        self._say(
            shown(loss_words(loss))
            if loss is not None
            else self.tr("What was done since that backup is forgotten by the desk.")
        )
        self._say(self.tr("The backup is checked first. The present file is kept beside it."))
        self._say(
            self.tr(
                "Nothing is sent afterwards until you have compared the desk with the provider; "
                "cards that were waiting then are in doubt until they have been read."
            )
        )
        words = self.tr("Restore backup of {when}").format(when=when)
        self.set_confirm(words, dangerous=True, by_enter=False)
        self.safe_button.setFocus()

    def _say(self, words: str) -> None:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(_WIDTH)
        self.content.addWidget(label)
