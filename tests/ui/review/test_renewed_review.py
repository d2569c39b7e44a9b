"""The window of a spreadsheet is made anew in another language, over the same file."""

from pathlib import Path

import pytest

from simdesk.models.filter_text import parse_filter
from simdesk.ui.main_window import MainWindow
from tests.pseudo import pseudo, spoken_pseudo
from tests.ui.fakes import until
from tests.ui.review.real import a_fleet_desk, exported, review_windows, top

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
TURNS = 4_000


@pytest.mark.long_async(60)
async def test_it_stands_where_it_stood_with_its_banner(qloop: object, tmp_path: Path) -> None:
    async with a_fleet_desk(tmp_path / "north") as desk:
        file = await exported(desk, tmp_path)
    async with review_windows(tmp_path) as windows:
        windows.open(file)
        await until(lambda: top(MainWindow) is not None and top(MainWindow).furnished, TURNS)
        old = top(MainWindow)
        await until(lambda: old.cards.presenter.facts.total, TURNS)
        old.show_cards(parse_filter("status:in_use"))
        wished: list[str] = []
        windows.language_wanted.connect(wished.append)
        old.language_wanted.emit("zh_CN")
        assert wished == ["zh_CN"]
        with spoken_pseudo():
            windows.renew()
        (opening,) = windows.openings
        new = top(MainWindow)
        assert new is opening.window
        assert new is not old
        assert new.cards.question == parse_filter("status:in_use")
        assert opening.banner is not None
        assert opening.banner.window() is new
        assert opening.banner.words.startswith("[")
        assert new.registry.actions["review.compare"].text().startswith(pseudo("Compare")[:4])
        await until(lambda: not new._context.tasks.names(), TURNS)
        new.close()
        await until(lambda: not windows.names, TURNS)
    assert list((tmp_path / "reviews").iterdir()) == []
