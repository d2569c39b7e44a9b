"""The two doors of the welcome page: a demo fleet, a spreadsheet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from simdesk.ui import icons
from simdesk.ui.text import count_shown, duration_shown
from simdesk.ui.theme import LARGE, MEDIUM, SMALL

SIZES = ((1_000, 5), (10_000, 12), (100_000, 100))
"""Cards of a demo fleet, and seconds until all of them are read on a PC of two slow cores."""
USUAL = 10_000
_LEAST = 12
"""Letters of a size that can be read in any case; its tool tip tells the whole."""


class Door(QFrame):
    """A panel with a heading, a few words and one button at its foot."""

    def __init__(self, heading: str, words: str, button: QPushButton, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.button = button
        title = QLabel(heading, self)
        title.setProperty("strong", True)
        title.setWordWrap(True)
        told = QLabel(words, self)
        told.setProperty("muted", True)
        told.setWordWrap(True)
        told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        self.body.setSpacing(SMALL)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        box.setSpacing(MEDIUM)
        box.addWidget(title)
        box.addWidget(told, 1)
        box.addLayout(self.body)
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class DemoDoor(Door):
    """Builds a demo fleet of a size that can be chosen."""

    wanted = Signal(int)
    """So many cards."""

    def __init__(self, parent: QWidget) -> None:
        button = QPushButton(icons.icon("cards", "on_accent"), "", parent)
        super().__init__(
            self.tr("Try it on a demo fleet"),
            self.tr(
                "Cards, carriers, a wallet and faults, all simulated on this computer. Nothing you"
                " press reaches a real card, and nothing needs to be configured."
            ),
            button,
            parent,
        )
        button.setText(self.tr("Build demo fleet"))
        button.setAccessibleName(button.text())
        button.setProperty("kind", "primary")
        button.setDefault(True)
        self.size_box = QComboBox(self)
        self.size_box.setAccessibleName(self.tr("Size of the demo fleet"))
        for cards, seconds in SIZES:
            words = self.tr("{count} cards, all read in about {time}").format(
                count=count_shown(cards), time=duration_shown(seconds)
            )
            self.size_box.addItem(words, cards)
        self.size_box.setCurrentIndex(self.size_box.findData(USUAL))
        # So that both doors are as wide as each other, also where letters are large.
        self.size_box.setMinimumContentsLength(_LEAST)
        shrinks = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.size_box.setSizeAdjustPolicy(shrinks)
        self.size_box.currentTextChanged.connect(self.size_box.setToolTip)
        self.size_box.setToolTip(self.size_box.currentText())
        self.body.addWidget(self.size_box)
        button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.wanted.emit(int(self.size_box.currentData()))


class SheetDoor(Door):
    """Opens a spreadsheet without a fleet."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        button = QPushButton(icons.icon("review"), "", parent)
        super().__init__(
            self.tr("Open a spreadsheet"),
            self.tr(
                "A list of cards from any console, .xlsx or .csv. Search it, group it, look into"
                " its cards; the file stays as it is. You can also drop it on this window."
            ),
            button,
            parent,
        )
        button.setText(self.tr("Open spreadsheet…"))
        button.setAccessibleName(button.text())
        button.setAutoDefault(True)
        button.clicked.connect(self.wanted)
