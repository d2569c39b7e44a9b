"""How the command line speaks."""

import pytest

from simdesk.cli.telling import Progress, table, tell_error, tell_place
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import FilterError, parse_filter
from simdesk.models.texts import text


def test_an_error_has_message_code_and_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    tell_error(KnownError(text("It is {what}.", what="full"), text("Empty it."), "E7"))
    tell_error(KnownError(text("It is broken.")))
    assert capsys.readouterr().err == (
        "simdesk: It is full. [E7]\n         Empty it.\nsimdesk: It is broken.\n"
    )


def test_a_bad_filter_is_shown_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    words = "carrier:CMCC usge>=100MB"
    with pytest.raises(FilterError) as refused:
        parse_filter(words)
    tell_place(refused.value, words)
    shown, caret, said, *_ = capsys.readouterr().err.splitlines()
    assert (shown, caret) == (
        "  carrier:CMCC usge>=100MB",
        "               ^^^^",
    )
    assert said.startswith("simdesk: ")


def test_progress_off_a_terminal_is_a_line_every_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress("cards read:")
    for done in range(0, 1_001, 10):
        progress.at(done, 1_000)
    progress.end()
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 10
    assert lines[-1] == "cards read: 1,000 of 1,000"


def test_progress_on_a_terminal_moves_in_place(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress = Progress("cards read:")
    progress.at(5, None)
    progress.at(10, 100)
    progress.at(10, 100)
    progress.end()
    assert capsys.readouterr().err == "cards read: 5\rcards read: 10 of 100\r\n"


def test_a_table_is_as_wide_as_its_cells() -> None:
    assert table(("id", "name"), [("1", "north gate"), ("1234", "x")]) == (
        "id    name\n1     north gate\n1234  x"
    )
