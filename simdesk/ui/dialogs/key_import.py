"""Before a map of keys is taken from a file: how many keys change, and what cannot be taken."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.plain_words import PlainWords
from simdesk.ui.measures import grown
from simdesk.ui.text import count_shown

_WIDTH, _LINES = 520, 160


class KeyImportDialog(DialogFrame):
    """Accepted when the keys are taken; they count when the keys dialog saves them."""

    def __init__(
        self, name: str, changing: int, problems: list[str], parent: QWidget | None = None
    ) -> None:
        """`changing` commands get other keys than they have now; `problems` are whole lines."""
        super().__init__(self.tr("Keys from “{name}”").format(name=name), parent)
        self.told = Words(self, self._told(changing))
        self.content.addWidget(self.told)
        others = self.tr("Commands that the file does not name get their usual keys.")
        self.content.addWidget(Words(self, others, muted=True))
        self.problems = PlainWords(self.tr("What is not taken"), self)
        self.problems.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        if problems:
            count = self.tr("1 line is not taken:")
            if len(problems) > 1:
                count = self.tr("{count} lines are not taken:")
            label = Words(self, count.format(count=count_shown(len(problems))))
            label.say(label.text(), "warn")
            self.problems.setPlainText("\n".join(problems))
            self.problems.setFixedHeight(grown(_LINES))
            self.content.addWidget(label)
            self.content.addWidget(self.problems)
        self.problems.setVisible(bool(problems))
        self.content.addStretch(1)
        self.safe_button.setText(self.tr("Leave keys as they are"))
        self.set_confirm(self._confirming(changing))
        self.confirm_button.setEnabled(changing > 0)
        self.setMinimumWidth(_WIDTH)

    def _told(self, changing: int) -> str:
        if not changing:
            return self.tr("All commands have these keys already.")
        words = self.tr("1 command gets another key.")
        if changing > 1:
            words = self.tr("{count} commands get other keys.")
        return words.format(count=count_shown(changing))

    def _confirming(self, changing: int) -> str:
        words = self.tr("Take 1 key") if changing == 1 else self.tr("Take {count} keys")
        return words.format(count=count_shown(changing))
