"""What may be set: every kind, its range, and how a file's bad values are told."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.preference_kinds import Count, Flag, Folder, Names, Table, UnfitError, Zone
from simdesk.models.preference_list import KNOWN_COLUMNS, SETTINGS, Section
from simdesk.models.preference_reading import VERSION, read_preferences
from simdesk.models.preferences import DEFAULTS, KEYS, ROW_HEIGHTS, Preferences
from simdesk.models.texts import text

WORDS = text("of them")


def complaints(**found: object) -> list[str]:
    return [str(one.words) for one in read_preferences(found).complaints]


def test_every_field_is_a_setting_with_a_fit_default_in_the_order_of_the_pages() -> None:
    assert list(SETTINGS) == list(KEYS) == [one.name for one in fields(Preferences)]
    for setting in SETTINGS.values():
        assert setting.kind.read(setting.default) == setting.default
        assert str(setting.title)
        assert str(setting.sentence).endswith(".")
    order = list(Section)
    places = [order.index(setting.section) for setting in SETTINGS.values()]
    assert sorted(places) == places


def test_the_height_of_rows_follows_the_word() -> None:
    heights = {word: Preferences(density=word).row_height for word in ROW_HEIGHTS}
    assert heights == {"compact": 24, "normal": 28, "roomy": 34}


def test_a_value_goes_by_its_key() -> None:
    assert Preferences(theme="dark").value("theme") == "dark"
    with pytest.raises(KeyError):
        DEFAULTS.value("row_height")


@pytest.mark.parametrize(
    ("key", "bad", "told"),
    [
        ("theme", "drak", "theme: “drak” is none of system, light, dark; system is used."),
        ("language", 5, "language: “5” is none of system, en, zh_CN; system is used."),
        ("first_page", "", "is none of overview, cards"),
        ("time_zone", "Mars/Base", "“Mars/Base” is no known time zone; Asia/Shanghai is used."),
        ("time_zone", "Asia", "“Asia” is no known time zone"),
        ("time_zone", "../../etc/passwd", "is no known time zone"),
        ("time_zone", 8, "“8” is no known time zone"),
        ("sync_minutes", 4, "“4” is not a whole number from 5 to 1440; 0 is used."),
        ("sync_minutes", 1_441, "“1441” is not a whole number"),
        ("sync_minutes", -5, "“-5” is not a whole number"),
        ("sync_minutes", True, "“true” is not a whole number"),
        ("sync_minutes", 30.0, "“30.0” is not a whole number"),
        ("backup_minutes", 0, "“0” is not a whole number from 5 to 1440; 30 is used."),
        ("backup_days", 0, "“0” is not a whole number from 1 to 90; 14 is used."),
        ("backup_months", 121, "“121” is not a whole number from 0 to 120; 12 is used."),
        ("copy_headers", "yes", "“yes” is neither true nor false; false is used."),
        ("notifications", 1, "“1” is neither true nor false; true is used."),
        ("backup_copies", "here", "“here” is not the whole path of a folder; what SimDesk begins"),
        ("data_folder", "/a\0b", "is not the whole path of a folder"),
        ("columns", "iccid", "“iccid” is not a list of names; what SimDesk begins with is used."),
        ("columns", [], "is not a list of names"),
        ("columns", ["iccid", "price"], "columns: “price” is no known name"),
        ("columns", ["iccid", 4], "“4” is no known name"),
        ("keys", "F9", "keys: “F9” is not a table of names; what SimDesk begins with is used."),
    ],
)
def test_a_bad_value_is_told_by_its_key_and_costs_nothing_else(
    key: str, bad: object, told: str
) -> None:
    reading = read_preferences({key: bad, "density": "roomy"})
    (complaint,) = reading.complaints
    assert complaint.key == key
    assert told in str(complaint.words)
    assert reading.preferences.density == "roomy"
    assert reading.preferences.value(key) == DEFAULTS.value(key)
    assert "density" in reading.given


def test_what_is_fit_counts_and_is_known_to_be_set() -> None:
    found = {"theme": "dark", "sync_minutes": 0, "columns": ["usage", "iccid", "usage"]}
    reading = read_preferences(found | {"data_folder": "/srv/simdesk"})
    assert reading.complaints == ()
    assert reading.preferences == Preferences(
        theme="dark", columns=("usage", "iccid"), data_folder="/srv/simdesk"
    )
    assert reading.given == {"theme", "sync_minutes", "columns", "data_folder"}


def test_keys_may_stand_flat_or_in_tables_and_a_bad_one_costs_no_other() -> None:
    found = {"file.sync": "F9", "edit": {"undo": "", "redo": 5, "deep": {"er": "F2"}}, "odd": 1}
    reading = read_preferences({"keys": found})
    assert reading.preferences.keys == {"file.sync": "F9"}
    told = [(one.key, str(one.words)) for one in reading.complaints]
    assert told == [
        ("keys.edit", "keys.edit: “5” is not in quotes; nothing is used."),
        ("keys.odd", "keys.odd: “1” is not in quotes; nothing is used."),
    ]
    del found["edit"]["redo"]  # type: ignore[attr-defined]
    keys = read_preferences({"keys": found}).preferences.keys
    assert keys == {"file.sync": "F9", "edit.undo": "", "edit.deep.er": "F2"}


def test_an_unknown_key_is_told_but_not_of_a_later_version() -> None:
    assert complaints(tehme="dark") == ["tehme: there is no such setting."]
    assert complaints(tehme="dark", version=VERSION) == ["tehme: there is no such setting."]
    assert complaints(tehme="dark", version=VERSION + 1) == []
    assert complaints(version="two") == ["version: the version of the file is a whole number."]


ANYTHING: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(KEYS) | st.text(), ANYTHING))
def test_whatever_a_file_says_something_is_in_force(found: dict[str, object]) -> None:
    reading = read_preferences(found)
    for key, setting in SETTINGS.items():
        value = reading.preferences.value(key)
        assert setting.kind.read(value) == value
        if key not in found:
            assert value == setting.default
    for complaint in reading.complaints:
        assert str(complaint.words)


def test_kinds_take_what_they_say() -> None:
    assert Count(5, 9, WORDS, zero=WORDS).read(0) == 0
    assert Flag().read(False) is False
    assert Zone().read("Europe/Berlin") == "Europe/Berlin"
    assert Folder(WORDS).read("") == ""
    assert Names(KNOWN_COLUMNS).read(("imsi",)) == ("imsi",)
    assert Table().read({}) == {}
    with pytest.raises(UnfitError, match="not in quotes"):
        Table().read({"a": {"b": 1}})
