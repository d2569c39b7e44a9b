"""Facts reach every listener, in order, until it no longer listens."""

from simdesk.models.changes import Change, TagsChanged, UndoChanged
from simdesk.services.announcer import Announcer


def test_every_listener_hears_every_fact_in_order() -> None:
    announcer, one, two = Announcer(), list[Change](), list[Change]()
    announcer.subscribe(one.append)
    announcer.announce(TagsChanged())
    announcer.subscribe(two.append)
    announcer.announce(UndoChanged())
    assert (one, two) == ([TagsChanged(), UndoChanged()], [UndoChanged()])


def test_whoever_stops_listening_hears_no_more() -> None:
    announcer, heard = Announcer(), list[Change]()
    stop = announcer.subscribe(heard.append)
    stop()
    stop()
    announcer.announce(TagsChanged())
    assert heard == []


def test_a_listener_may_leave_while_it_is_told() -> None:
    announcer, heard = Announcer(), list[Change]()

    def once(change: Change) -> None:
        heard.append(change)
        stop()

    stop = announcer.subscribe(once)
    announcer.subscribe(heard.append)
    announcer.announce(TagsChanged())
    announcer.announce(UndoChanged())
    assert heard == [TagsChanged(), TagsChanged(), UndoChanged()]
