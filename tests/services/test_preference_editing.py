"""Changing keys in a file that a person wrote: nothing else in it is touched."""

import tomllib
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.preference_list import SETTINGS
from simdesk.models.preference_reading import read_preferences
from simdesk.models.preferences import DEFAULTS
from simdesk.services.preference_editing import changed, edited, values_of
from simdesk.services.preference_words import fresh, word

BY_HAND = '''\
# mine
"theme"   = 'dark' # my eyes
columns = [ # these
   "iccid",
   "usage", ]
later = """
theme = "x"
[keys]
"""

[keys]
file.sync = "F9" # nice
[extra.deep]
x = 1979-05-27T07:32:00Z # kept
'''


def test_a_new_file_says_of_every_key_what_it_is_and_sets_none() -> None:
    words = fresh({})
    assert values_of(words) == {"version": 1, "keys": {}}
    for key, setting in SETTINGS.items():
        if key != "keys":
            assert f"#{key} = {word(setting.default)}\n" in words
        assert str(setting.sentence).split()[0] in words
    assert "# One of system, light, dark." in words
    assert max(map(len, words.splitlines())) < 120
    unset = "\n".join(line.removeprefix("#") if " = " in line else line for line in _plain(words))
    assert read_preferences(values_of(unset)).preferences == DEFAULTS


def _plain(words: str) -> list[str]:
    keys = {f"#{key} =" for key in SETTINGS}
    return [line for line in words.splitlines() if line[: line.find("=") + 1] in keys]


def test_a_key_is_set_where_it_stands_and_taken_back_there() -> None:
    first = fresh({})
    set_now = edited(first, {"theme": "dark", "columns": ("iccid",), "keys.file.sync": "F9"})
    assert not set_now.anew
    differ = [line for line in set_now.words.splitlines() if line not in first.splitlines()]
    assert differ == ['theme = "dark"', 'columns = ["iccid"]', '"file.sync" = "F9"']
    back = edited(set_now.words, {"theme": None, "columns": None, "keys.file.sync": None})
    assert back.words == first


def test_comments_order_and_unknown_keys_of_people_stay() -> None:
    new = edited(
        BY_HAND,
        {"theme": "light", "keys.file.sync": "F8", "columns": ("imsi",), "keys.edit.undo": ""},
    )
    assert not new.anew
    assert new.words == BY_HAND.replace(
        """"theme"   = 'dark' # my eyes""", 'theme = "light"  # my eyes'
    ).replace('columns = [ # these\n   "iccid",\n   "usage", ]', 'columns = ["imsi"]').replace(
        'file.sync = "F9" # nice', '"file.sync" = "F8"  # nice\n"edit.undo" = ""'
    )


def test_a_key_that_stands_nowhere_is_added_before_the_tables_with_its_sentence() -> None:
    new = edited('a = 1\n\n[keys]\n"x" = "F2"\n', {"density": "roomy"})
    lines = new.words.splitlines()
    assert lines[0] == "a = 1"
    assert lines.index('density = "roomy"') < lines.index("[keys]")
    assert "# How high the rows of the card table are." in lines
    assert edited("", {"keys.a.b": "F2"}).words == '\n[keys]\n"a.b" = "F2"\n'


@pytest.mark.parametrize(
    "words",
    [
        'keys = { "file.sync" = "F9" }\nmine = 4\n',
        'keys.file.sync = "F9"\nmine = 4\n',
        'mine = 4\n[ "keys" ]\n[keys.file]\nsync = "F9"\n',
    ],
)
def test_a_file_written_in_a_way_of_its_own_is_written_anew_and_says_the_same(words: str) -> None:
    new = edited(words, {"keys.file.sync": "F8", "theme": "dark"})
    found = values_of(new.words)
    reading = read_preferences(found)
    assert found["mine"] == 4
    assert reading.preferences.keys == {"file.sync": "F8"}
    assert reading.preferences.theme == "dark"


def test_what_is_no_toml_is_refused() -> None:
    for words in ("{ broken", "a = 1\na = 2", "x = " + "[" * 5_000):
        with pytest.raises(ValueError, match=r"."):
            edited(words, {"theme": "dark"})


def test_a_word_that_toml_has_not_is_refused() -> None:
    with pytest.raises(TypeError):
        word(None)


TOML: Any = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.dates(date(1, 1, 1))
    | st.times()
    | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=8,
)
NAMES = st.text(st.characters(exclude_categories=["Cs"])).filter(
    lambda name: name not in {*SETTINGS, "version"}
)
SET = st.fixed_dictionaries(
    {},
    optional={
        "theme": st.sampled_from(("system", "light", "dark", None)),
        "sync_minutes": st.integers(5, 90) | st.none(),
        "copy_headers": st.booleans() | st.none(),
        "data_folder": st.sampled_from(("", "/srv/\"quoted\" 'folder' \\ # x", None)),
        "columns": st.sampled_from((("iccid",), ("usage", "tags"), None)),
        "keys.file.sync": st.sampled_from(("F9", "", "Ctrl+,", None)),
        "keys.a b.ü": st.sampled_from(("F2", None)),
    },
)


@given(TOML)
def test_every_value_comes_back_as_it_was_written(value: object) -> None:
    assert tomllib.loads(f"it = {word(value)}") == {"it": value}


@given(st.dictionaries(NAMES, TOML, max_size=4), st.lists(SET, max_size=4))
def test_unknown_keys_stay_and_the_last_value_of_each_key_counts(
    others: dict[str, object], steps: list[dict[str, object]]
) -> None:
    words, wanted = fresh(others), values_of(fresh(others))
    for step in steps:
        words, wanted = edited(words, step).words, changed(wanted, step)
    found = values_of(words)
    assert found == wanted
    assert {name: found[name] for name in others} == others


@given(st.lists(st.sampled_from(BY_HAND.splitlines()), max_size=12), SET)
def test_lines_in_any_order_never_lead_to_a_file_that_says_something_else(
    lines: list[str], step: dict[str, object]
) -> None:
    words = "\n".join(lines) + "\n"
    try:
        before = values_of(words)
    except ValueError:
        return
    new = values_of(edited(words, step).words)
    wanted = changed(before, step)
    assert _flat(new) == _flat(wanted)


def _flat(values: dict[str, object]) -> dict[str, object]:
    return values | {"keys": read_preferences({"keys": values.get("keys", {})}).preferences.keys}


def test_times_are_written_as_they_are() -> None:
    assert word(time(7, 32)) == "07:32:00"
    assert word(float("nan")) == "nan"
    assert word(float("-inf")) == "-inf"
    assert word(float("inf")) == "inf"
