"""Keys of commands: read, refused, and given to one command only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.errors import KnownError
from simdesk.models.keys import Keys, bind, changed, check_key, read_key

FIRST: Keys = {
    "file.sync": (),
    "file.export": ("Ctrl+E",),
    "view.refresh": ("F5", "Ctrl+R"),
    "card.tag": ("Ctrl+T",),
}


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("ctrl+e", "Ctrl+E"),
        ("Shift + Ctrl + f5", "Ctrl+Shift+F5"),
        ("control+plus", None),
        ("Ctrl++", "Ctrl++"),
        ("escape", "Esc"),
        ("", ""),
        ("  ", ""),
        ("Ctrl", None),
        ("Ctrl+", None),
        ("Ctrl+Ctrl+E", None),
        ("E+Ctrl", None),
        ("F25", None),
        ("Ctrl+\0", None),
        ("Ctrl+E, Ctrl+F", None),
    ],
)
def test_a_key_is_always_written_the_same_way(words: str, key: str | None) -> None:
    if key is None:
        with pytest.raises(KnownError, match="is no key"):
            read_key(words)
    else:
        assert read_key(words) == key


@given(st.text(max_size=20))
def test_whatever_is_written_is_read_or_refused(words: str) -> None:
    try:
        key = read_key(words)
    except KnownError:
        return
    assert read_key(key) == key


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("Space", "moves, chooses or edits"),
        ("Ctrl+Down", "moves, chooses or edits"),
        ("Shift+F10", "moves, chooses or edits"),
        ("A", "is for writing"),
        ("Shift+A", "is for writing"),
        ("Alt+F", "opens a menu"),
        ("Ctrl+N", "on single pages"),
    ],
)
def test_some_keys_are_fixed(key: str, why: str) -> None:
    with pytest.raises(KnownError, match=why):
        check_key(key)


def test_a_command_may_have_again_what_it_had() -> None:
    check_key("F5", FIRST["view.refresh"])
    for key in ("Ctrl+Alt+D", "F12", "Shift+F12", "Meta+A", ""):
        check_key(key)


def bound(wanted: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    found = bind(FIRST, wanted)
    keys = {command: " ".join(found.keys[command]) for command in FIRST}
    return keys, [f"{one.command}: {one.why}" for one in found.problems]


def test_what_is_set_takes_the_place_of_what_was_at_first() -> None:
    keys, problems = bound({"file.sync": "F9", "view.refresh": "ctrl+r", "card.tag": ""})
    assert keys == {
        "file.sync": "F9",
        "file.export": "Ctrl+E",
        "view.refresh": "Ctrl+R",
        "card.tag": "",
    }
    assert problems == []


def test_a_key_that_another_command_has_stays_there() -> None:
    keys, problems = bound({"file.sync": "Ctrl+E"})
    assert keys["file.sync"] == ""
    assert keys["file.export"] == "Ctrl+E"
    assert problems == ["file.sync: “Ctrl+E” is the key of file.export."]


def test_keys_may_be_exchanged() -> None:
    keys, problems = bound({"file.export": "Ctrl+T", "card.tag": "Ctrl+E"})
    assert (keys["file.export"], keys["card.tag"], problems) == ("Ctrl+T", "Ctrl+E", [])


def test_of_two_that_want_a_key_the_first_gets_it() -> None:
    keys, problems = bound({"card.tag": "F9", "file.sync": "F9"})
    assert (keys["card.tag"], keys["file.sync"]) == ("F9", "")
    assert problems == ["file.sync: “F9” is the key of card.tag."]


def test_one_that_falls_back_takes_its_key_with_it() -> None:
    # Ctrl+T would be free for the export, had the tags not been refused their new key.
    keys, problems = bound({"file.export": "Ctrl+T", "card.tag": "F5"})
    assert (keys["file.export"], keys["card.tag"]) == ("Ctrl+E", "Ctrl+T")
    assert len(problems) == 2


def test_what_makes_no_sense_is_told_by_its_command_and_left_out() -> None:
    keys, problems = bound({"file.fly": "F9", "file.sync": "F99", "card.tag": "Space"})
    assert keys == {command: " ".join(FIRST[command]) for command in FIRST}
    assert problems == [
        "file.fly: There is no such command.",
        "file.sync: “F99” is no key.",
        "card.tag: “Space” moves, chooses or edits, and cannot be changed.",
    ]


WORDS = st.sampled_from(["F5", "F9", "Ctrl+E", "Ctrl+T", "Ctrl+R", "Ctrl+Alt+X", "", "A", "F99"])


@given(st.dictionaries(st.sampled_from([*FIRST, "gone"]), WORDS))
def test_no_key_is_ever_given_twice_and_nothing_is_lost_by_keeping(wanted: dict[str, str]) -> None:
    found = bind(FIRST, wanted)
    given_out = [key for keys in found.keys.values() for key in keys]
    assert len(given_out) == len(set(given_out))
    again = bind(FIRST, changed(FIRST, found.keys))
    assert again.problems == ()
    assert again.keys == found.keys
