"""The line of facts: in a narrow window the facts stay whole, what stands behind them is elided."""

from datetime import date

from PySide6.QtWidgets import QApplication, QLabel

from simdesk.ui.cards.presenter import Facts
from simdesk.ui.short_label import ShortLabel
from simdesk.ui.status_bar import FactsBar
from tests.factories import TODAY, a_moment


def a_bar(width: int, today: date = TODAY) -> FactsBar:
    """A bar with everything to tell, so wide."""
    bar = FactsBar()
    bar.show_facts(
        Facts(matching=324, total=975, selected=60, usage_kb=1, usage_as_of=a_moment(2026, 6, 15)),
        today,
    )
    bar.show_column("ICCID: 60 different")
    bar.resize(width, bar.height())
    bar.show()
    bar.hide()
    return bar


def labels(bar: FactsBar) -> list[QLabel]:
    return [one for one in bar.findChildren(QLabel) if one.text()]


def test_with_room_everything_stands_there(qapp: QApplication) -> None:
    bar = a_bar(1_000)
    assert all(one.width() >= one.sizeHint().width() for one in labels(bar))
    assert not any(one.toolTip() for one in labels(bar))


def test_without_room_the_facts_stay_and_the_rest_is_told_in_tips(qapp: QApplication) -> None:
    bar = a_bar(420)
    assert bar.minimumSizeHint().width() <= 420
    facts, *rest = labels(bar)
    assert facts.width() >= facts.sizeHint().width()
    short = [one for one in rest if one.width() < one.sizeHint().width()]
    assert short
    assert all(isinstance(one, ShortLabel) and one.toolTip() == one.text() for one in short)
    bar.resize(1_000, bar.height())
    bar.show()
    bar.hide()
    assert not any(one.toolTip() for one in labels(bar))
