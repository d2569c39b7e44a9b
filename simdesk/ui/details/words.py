"""Plain words in a panel: wrapped, never read as markup, in a role's colour."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Words(QLabel):
    """A label for words from anywhere: tags, remarks and provider texts stay plain text."""

    def __init__(
        self,
        parent: QWidget | None = None,
        words: str = "",
        *,
        muted: bool = False,
        strong: bool = False,
    ) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(32)
        self.setProperty("muted", muted)
        self.setProperty("strong", strong)

    def say(self, words: str, role: str | None = None) -> None:
        """Show `words`, in the colour of `role` where one is given."""
        if words != self.text():
            self.setText(words)
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)


def keep_width(label: QLabel, width: int) -> None:
    """Let `label` take exactly `width` pixels and grow downwards."""
    if label.minimumWidth() == label.maximumWidth() == width:
        return
    policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(label.wordWrap())
    label.setSizePolicy(policy)
    label.setFixedWidth(width)


def wide_enough(label: QLabel, width: int) -> int:
    """`width`, or what the longest word of `label` takes where that is more."""
    letters = label.fontMetrics()
    longest = max(map(letters.horizontalAdvance, label.text().split()), default=0)
    return max(width, longest)


def breakable(words: str) -> str:
    """`words` with places to break in runs that have none, so that nothing is cut off."""
    return "".join(f"{sign}\u200b" if sign in "_-/.,@:=" else sign for sign in words)
