"""Keys being chosen: whatever was pressed, what is kept gives the same keys again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.errors import KnownError
from simdesk.models.key_draft import KeyDraft
from simdesk.models.keys import Keys, bind

FIRST: Keys = {
    "file.sync": (),
    "file.export": ("Ctrl+E",),
    "edit.redo": ("Ctrl+Y", "Ctrl+Shift+Z"),
    "view.refresh": ("F5", "Ctrl+R"),
    "help.palette": ("Ctrl+K", "Ctrl+Shift+A"),
}
DRAFT = KeyDraft(FIRST, FIRST)


def test_a_key_is_taken_from_whoever_has_it() -> None:
    assert DRAFT.owner("file.sync", ("Ctrl+E",)) == ("Ctrl+E", "file.export")
    assert DRAFT.owner("file.export", ("Ctrl+E",)) is None
    assert DRAFT.owner("file.sync", ()) is None
    new = DRAFT.given("file.sync", ("Ctrl+Y",))
    assert new.keys["edit.redo"] == ("Ctrl+Shift+Z",)
    assert new.kept({}) == {"file.sync": "Ctrl+Y", "edit.redo": "Ctrl+Shift+Z"}
    assert DRAFT.differing(new) == 2
    back = new.given("edit.redo", FIRST["edit.redo"])
    assert back.kept({}) == {}
    assert new.usual() == DRAFT


@pytest.mark.parametrize(
    ("command", "words", "why"),
    [
        ("file.sync", "Space", "moves, chooses or edits"),
        ("file.sync", "F5", "does something of its own on single pages"),
        ("file.sync", "Volume Up", "is no key"),
    ],
)
def test_what_cannot_be_had_is_refused(command: str, words: str, why: str) -> None:
    with pytest.raises(KnownError, match=why):
        DRAFT.read(command, words)


def test_a_key_that_a_command_had_at_first_it_may_have_again() -> None:
    assert DRAFT.read("view.refresh", "f5") == "F5"
    assert DRAFT.read("file.sync", "") == ""


def test_what_is_kept_of_other_windows_stays() -> None:
    before = {"review.find": "F9", "file.sync": "F11"}
    assert DRAFT.given("file.export", ()).kept(before) == {"review.find": "F9", "file.export": ""}


def test_another_map_takes_the_place_of_all_and_says_what_it_could_not_have() -> None:
    mine = DRAFT.given("file.sync", ("F9",))
    new, bound = mine.imported({"file.export": "F11", "no.such": "F9", "edit.redo": "Space"})
    assert new.keys["file.sync"] == ()
    assert new.keys["file.export"] == ("F11",)
    assert [problem.command for problem in bound.problems] == ["no.such", "edit.redo"]
    assert mine.differing(new) == 2


CHOICES = st.lists(
    st.tuples(
        st.sampled_from(sorted(FIRST)),
        st.sampled_from(["", "usual", "F9", "Ctrl+E", "Ctrl+Y", "Ctrl+R", "Ctrl+Shift+A", "F5"]),
    ),
    max_size=12,
)


@given(CHOICES)
def test_what_is_kept_gives_the_same_keys_again(choices: list[tuple[str, str]]) -> None:
    draft = DRAFT
    for command, words in choices:
        if words == "usual":
            draft = draft.given(command, FIRST[command])
            continue
        try:
            key = draft.read(command, words)
        except KnownError:
            continue
        draft = draft.given(command, (key,) if key else ())
    bound = bind(FIRST, draft.kept({}))
    assert bound.problems == ()
    assert dict(bound.keys) == dict(draft.keys)
