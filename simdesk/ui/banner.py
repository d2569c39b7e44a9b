"""The thin banner of a simulated provider: what is not real must say so."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from simdesk.ui.measures import line_room
from simdesk.ui.text import money_shown
from simdesk.ui.theme import LARGE
from simdesk.ui.world import World

HEIGHT = 24
TICK_MS = 1_000


class SimulatedBanner(QFrame):
    """The world's clock, its speed, the money in its wallet."""

    def __init__(self, simulation: World, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setFixedHeight(line_room(HEIGHT))
        self._simulation = simulation
        self._clock = QLabel(self)
        self._clock.setAccessibleName(self.tr("Simulated world"))
        self._wallet = QLabel(self)
        self._wallet.setAccessibleName(self.tr("Wallet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, 0, LARGE, 0)
        row.addWidget(self._clock)
        row.addStretch(1)
        row.addWidget(self._wallet)
        ticking = QTimer(self, interval=TICK_MS)
        ticking.timeout.connect(self.show_world)
        ticking.start()
        self.show_world()

    def add(self, part: QWidget) -> None:
        """Put a control beside the clock."""
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(1, part)

    def show_world(self) -> None:
        """Tell the world's time, how fast it goes, and the money in its wallet."""
        now = self._simulation.now
        words = self.tr("SIMULATED · world clock {now} · {speed}")
        self._say(self._clock, words.format(now=f"{now:%Y-%m-%d %H:%M}", speed=self._speed()))
        money = money_shown(self._simulation.wallet)
        self._say(self._wallet, self.tr("wallet {money}").format(money=money))

    def _speed(self) -> str:
        if self._simulation.paused:
            return self.tr("paused")
        return f"x{self._simulation.speed:g}"

    @staticmethod
    def _say(label: QLabel, words: str) -> None:
        if label.text() != words:
            label.setText(words)
