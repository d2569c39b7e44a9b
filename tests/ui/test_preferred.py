"""A window as the operator set it: from its first moment, and when it is set anew."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simdesk.services.preferences import PreferenceService
from simdesk.ui import zones
from simdesk.ui.cards.arrangement import Arrangement
from simdesk.ui.cards.columns import index_of
from simdesk.ui.dialogs.settings import SettingsDialog
from simdesk.ui.messages import Weight
from simdesk.ui.theme import Density
from tests.factories import a_moment
from tests.services.small_desk import SmallDesk, small_desk
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(tmp_path, a_fleet(60))


def heights(window: object) -> set[int]:
    return {window.cards.table.verticalHeader().defaultSectionSize()}  # type: ignore[attr-defined]


async def test_a_window_begins_as_it_was_set(qloop: object, desk: FakeDesk) -> None:
    desk.preferences.change(
        {"density": "roomy", "first_page": "operations", "columns": ("usage", "imsi")}
    )
    async with a_window(desk) as window:
        assert (window.density, heights(window)) == (Density.ROOMY, {34})
        assert window._stack.currentWidget() is window.built_pages["operations"]
        assert window.cards.arrangement().order[:2] == ("usage", "imsi")
        assert window.cards.table.header.isSectionHidden(index_of("iccid"))


async def test_rows_follow_the_setting_in_every_window_and_the_menu_sets_it(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as one, a_window(desk) as other:
        one.registry.run("view.rows_compact")
        assert desk.preferences.current.density == "compact"
        assert heights(one) == heights(other) == {24}
        desk.preferences.try_out({"density": "roomy"})
        assert heights(one) == {34}
        desk.preferences.try_out({})
        assert heights(one) == {24}


async def test_a_reset_comes_back_to_the_columns_that_were_set(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        assert window.cards.arrangement().order == Arrangement().order
        desk.preferences.change({"columns": ("usage", "iccid"), "density": "roomy"})
        assert window.cards.arrangement().order == Arrangement().order  # what is there stays
        window.registry.run("view.columns")
        chooser = next(
            one for one in QApplication.topLevelWidgets() if one.objectName() == "column_chooser"
        )
        chooser._on_reset_clicked()
        chooser.close()
        assert window.cards.arrangement().order[:2] == ("usage", "iccid")
        window.cards.arrange(Arrangement())
        window.registry.run("view.reset")
        assert window.cards.arrangement().order[:2] == ("usage", "iccid")
        assert not desk.preferences.given("density")


async def test_copied_rows_have_headers_where_it_is_set(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.cards.select_all()
        clipboard = QApplication.clipboard()
        for headers, lines in ((False, 60), (True, 61)):
            desk.preferences.change({"copy_headers": headers})
            clipboard.clear()
            window.registry.run("edit.copy")
            await until(lambda: bool(clipboard.text()))
            assert len(clipboard.text().splitlines()) == lines
        assert clipboard.text().startswith("ICCID\t")
        window.cards.table.selected.clear()
        window.cards.table.go_to(0)
        window.registry.run("edit.copy")
        assert "\n" not in clipboard.text()  # a cell is a cell


async def test_moments_are_told_on_the_clock_that_was_set(qloop: object, tmp_path: Path) -> None:
    preferences = PreferenceService()
    async with small_desk(tmp_path, preferences=preferences) as small:
        await small.desk.sync.run()
        async with a_window(small.desk) as window:
            window.cards.table.show_column(index_of("synced"), True)
            window.show_page("audit")
            window.show_page("cards")
            model = window.cards.model
            await until(lambda: model.row_at(0) is not None)
            cell = model.index(0, index_of("synced"))
            before = cell.data()
            assert before.endswith("09:00")
            preferences.change({"time_zone": "Europe/Berlin"})
            await until(lambda: (cell.data() or before) != before, turns=1_000)
            assert cell.data().endswith("03:00 UTC+2")
            preferences.change({"time_zone": None})
            await until(lambda: (cell.data() or "") == before, turns=1_000)
    assert zones.clock_mark(a_moment(2026, 6, 15)) == ""


async def test_the_dialog_is_opened_by_its_key_and_opens_the_limits(
    qloop: object, tmp_path: Path
) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
        await _opens(small)


async def _opens(small: SmallDesk) -> None:
    async with a_window(small.desk) as window:
        assert window.registry.specs["file.settings"].shortcuts == ("Ctrl+,",)
        window.registry.run("file.settings")
        dialog = window.findChild(SettingsDialog)
        assert dialog.rows["columns"].control.take.isEnabled()
        dialog.command_wanted.emit("edit.limits")
        limits = next(one for one in window.findChildren(type(dialog).__mro__[1]) if one != dialog)
        limits.close()
        dialog.close()


@pytest.mark.parametrize("broken", ["a folder", "many"])
async def test_what_does_not_count_is_told_once_with_a_way_to_see_it(
    qloop: object, desk: FakeDesk, tmp_path: Path, broken: str
) -> None:
    path = tmp_path / "settings.toml"
    if broken == "many":
        path.write_text("".join(f"nope{number} = 1\n" for number in range(5)))
    else:
        path.mkdir()
    desk.preferences = PreferenceService(path)
    async with a_window(desk) as window:
        window.preferred.tell_complaints()
        (message,) = window._context.messages.history
        assert message.weight is Weight.WARNED
        told = "And 2 more." if broken == "many" else "The settings count as they are at first"
        assert told in message.words
        message.offer.run()
        window.findChild(SettingsDialog).close()


async def test_what_cannot_be_written_is_told_and_counts(
    qloop: object, desk: FakeDesk, tmp_path: Path
) -> None:
    path = tmp_path / "settings.toml"
    path.mkdir()
    async with a_window(desk) as window:
        window._context.preferences.path = path
        window.registry.run("view.rows_roomy")
        assert [one.weight for one in window._context.messages.history] == [Weight.FAILED]
        assert heights(window) == {34}


async def test_a_window_that_knows_of_nothing_wrong_says_nothing(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        window.preferred.tell_complaints()
        assert window._context.messages.history == []


async def test_commands_have_the_keys_that_were_set_in_every_window(
    qloop: object, desk: FakeDesk
) -> None:
    desk.preferences.change({"keys": {"file.sync_selected": "Ctrl+Shift+Y", "review.find": "F9"}})
    async with a_window(desk) as one, a_window(desk) as other:
        for window in (one, other):
            assert window.registry.keys_of("file.sync_selected") == ("Ctrl+Shift+Y",)
            assert window.message_bar.standing is None  # a review has that other command
        desk.preferences.change({"keys": {"file.sync_selected": "Ctrl+Shift+U", "no.such": "F9"}})
        for window in (one, other):
            keys = [
                key.toString() for key in window.registry.actions["file.sync_selected"].shortcuts()
            ]
            assert keys == ["Ctrl+Shift+U"]
            assert "no.such" in window.message_bar.standing.words
        desk.preferences.change({"keys": {"file.sync": "Ctrl+E"}})
        for window in (one, other):
            told = "Sync all cards: “Ctrl+E” is the key of Export cards."
            assert window.message_bar.standing.words == told
