"""How the fleet is spread over the statuses: a thin bar, and its legend of shapes and numbers."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from simdesk.models.overview import Overview, StatusShare
from simdesk.ui.cards.look import Shape, status_look
from simdesk.ui.details.status_mark import StatusMark
from simdesk.ui.pages.overview_grid import FigureLink
from simdesk.ui.status_share import paint_shares
from simdesk.ui.text import shown
from simdesk.ui.theme import LARGE, TINY

_BAR_HEIGHT = 8
_UNKNOWN = -1


def code(share: StatusShare) -> int:
    """The code of a share's status, of no status where SimDesk does not know it."""
    return _UNKNOWN if share.status is None else int(share.status)


def look(share: StatusShare) -> tuple[str, Shape]:
    """Role and shape of a share's status."""
    return status_look(code(share))


class Bar(QWidget):
    """The shares side by side, each in the colour of its status."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[StatusShare, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: tuple[StatusShare, ...]) -> None:
        """Show how large each share is."""
        self._shares = shares
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        shares = [(look(share)[0], share.figure.cards) for share in self._shares]
        paint_shares(QPainter(self), self.rect(), shares)


class Distribution(QWidget):
    """`opened` carries a CardFilter."""

    opened = Signal(object)
    step_wanted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = Bar(self)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(TINY)
        self._names: tuple[str, ...] = ()
        self._links: list[FigureLink] = []
        self._percents: list[QLabel] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(TINY)
        box.addWidget(self.bar)
        box.addLayout(self._legend)
        self.setAccessibleName(self.tr("Cards by status"))

    def show_overview(self, overview: Overview) -> None:
        """Show the shares of all cards, the cancelled ones included."""
        names = tuple(self._name(share) for share in overview.shares)
        if names != self._names:
            self._build(overview.shares)
            self._names = names
        self.bar.show_shares(overview.shares)
        figures = (*(share.figure for share in overview.shares), overview.cards)
        spoken = (*names, self.tr("All cards"))
        for link, figure, name in zip(self._links, figures, spoken, strict=True):
            link.show_figure(figure, name)
        for label, share in zip(self._percents, overview.shares, strict=True):
            label.setText(percent(share.figure.cards, overview.cards.cards))

    def blank(self) -> None:
        """Numbers are on their way."""
        for link in self._links:
            link.setText("–")
            link.setEnabled(False)
        for label in self._percents:
            label.setText("")

    def links(self) -> Iterator[FigureLink]:
        """The numbers that open something."""
        return (link for link in self._links if link.isEnabled())

    def _name(self, share: StatusShare) -> str:
        return self.tr("Unknown") if share.status is None else shown(share.status.label)

    def _build(self, shares: Sequence[StatusShare]) -> None:
        while (item := self._legend.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._links, self._percents = [], []
        for share in shares:
            mark = StatusMark(self)
            mark.show_status(code(share))
            words = QLabel(self._name(share), self)
            words.setProperty("role", look(share)[0])
            percents = QLabel(self)
            percents.setObjectName("muted")
            for part in (mark, words, self._link(), percents):
                self._legend.addWidget(part)
            self._percents.append(percents)
            self._legend.addSpacing(LARGE)
        self._legend.addStretch(1)
        self._legend.addWidget(QLabel(self.tr("All cards"), self))
        self._legend.addWidget(self._link())

    def _link(self) -> FigureLink:
        link = FigureLink(self)
        link.opened.connect(self.opened)
        link.step_wanted.connect(self.step_wanted)
        self._links.append(link)
        return link


def percent(count: int, total: int) -> str:
    """A share in whole percent, half up; what is less than half of one is `<1 %`."""
    if count == 0 or total == 0:
        return ""
    whole = (200 * count + total) // (2 * total)
    return f"{whole} %" if whole else "<1 %"
