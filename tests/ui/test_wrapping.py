"""A row that wraps: one line while there is room, further ones where there is not."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from simdesk.ui.review.banner import ReviewBanner
from simdesk.ui.wrapping import WrappingRow
from tests.ui.review.sheets import a_refusal, a_review

LOOSE = 2_000


@pytest.fixture
def row(qapp: QApplication) -> Iterator[QWidget]:
    """Some words, a gap, three buttons."""
    holder = QWidget()
    line = WrappingRow(holder)
    line.setContentsMargins(4, 4, 4, 4)
    line.setSpacing(8)
    words = QLabel("all that is to be said of it", holder)
    words.setWordWrap(True)
    line.addWidget(words)
    line.add_gap()
    for name in ("Find", "Compare", "Bring back"):
        line.addWidget(QPushButton(name, holder))
    yield holder
    holder.deleteLater()


def _parts(row: QWidget) -> list[QWidget]:
    layout = row.layout()
    assert layout is not None
    return [one for n in range(layout.count()) if (one := layout.itemAt(n).widget()) is not None]


def _show(row: QWidget, width: int) -> list[QWidget]:
    row.resize(width, row.heightForWidth(width))
    row.show()
    row.hide()
    layout = row.layout()
    assert layout is not None
    layout.setGeometry(row.rect())
    return _parts(row)


def test_what_stands_behind_the_gap_stands_at_the_right_of_one_line(row: QWidget) -> None:
    words, *buttons = _show(row, LOOSE)
    assert words.x() == 4
    assert buttons[-1].geometry().right() == LOOSE - 4 - 1
    assert all(then.x() - first.geometry().right() - 1 == 8 for first, then in pairwise(buttons))
    assert row.heightForWidth(LOOSE) == max(one.height() for one in _parts(row)) + 8


@pytest.mark.parametrize("width", [120, 160, 240, 400])
def test_nothing_is_cut_off_nor_covered_where_there_is_less(row: QWidget, width: int) -> None:
    parts = _show(row, width)
    for part in parts:
        assert row.rect().contains(part.geometry())
        assert part.width() >= min(part.sizeHint().width(), part.minimumSizeHint().width())
        assert not any(
            part.geometry().intersects(other.geometry()) for other in parts if other is not part
        )
    assert row.heightForWidth(width) > row.heightForWidth(LOOSE)
    words = parts[0]
    assert isinstance(words, QLabel)
    assert words.height() >= words.heightForWidth(words.width())


def test_what_is_hidden_takes_no_room(row: QWidget) -> None:
    needed = row.sizeHint().width()
    _parts(row)[-1].hide()
    assert row.sizeHint().width() < needed


def test_it_gives_back_what_it_held(row: QWidget) -> None:
    layout = row.layout()
    assert isinstance(layout, WrappingRow)
    count = layout.count()
    taken = layout.takeAt(0)
    assert taken is not None
    assert layout.count() == count - 1
    assert layout.takeAt(99) is None


def test_the_banner_of_a_review_takes_lines_where_letters_are_large(qapp: QApplication) -> None:
    before = qapp.font()
    font = QFont(before)
    font.setPixelSize(2 * before.pixelSize())
    qapp.setFont(font)
    try:
        window = QWidget()
        box = QVBoxLayout(window)
        box.setContentsMargins(0, 0, 0, 0)
        banner = ReviewBanner(window)
        box.addWidget(banner)
        box.addWidget(QWidget(window), 1)
        banner.show_review(a_review((a_refusal(3, "B3", "No id."),)), desk=True)
        window.resize(900, 600)
        window.show()
        assert window.minimumSizeHint().width() <= 900
        buttons = [one for one in banner.findChildren(QPushButton) if one.isVisible()]
        assert len(buttons) == 4
        assert len({one.y() for one in buttons}) > 1
        for button in buttons:
            assert banner.rect().contains(button.geometry())
            assert button.width() >= button.sizeHint().width()
        window.close()
        window.deleteLater()
    finally:
        qapp.setFont(before)
