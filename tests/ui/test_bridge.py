"""Facts become signals, each its own."""

import pytest

from simdesk.models.changes import (
    CardsChanged,
    ExportsChanged,
    OperationsChanged,
    SearchesChanged,
    SyncMoved,
    TagsChanged,
    UndoChanged,
)
from simdesk.services.announcer import Announcer
from simdesk.ui.bridge import Bridge


@pytest.mark.usefixtures("qapp")
def test_every_fact_reaches_its_signal_until_the_bridge_closes() -> None:
    announcer = Announcer()
    bridge = Bridge(announcer)
    heard: list[object] = []
    bridge.cards_changed.connect(heard.append)
    bridge.operations_changed.connect(heard.append)
    bridge.exports_changed.connect(heard.append)
    bridge.tags_changed.connect(lambda: heard.append("tags"))
    bridge.searches_changed.connect(lambda: heard.append("searches"))
    bridge.undo_changed.connect(lambda: heard.append("undo"))
    bridge.sync_moved.connect(heard.append)

    cards = CardsChanged(frozenset({1}), frozenset({"remark"}))
    moved = SyncMoved(True, "list", 1, 2)
    facts = (
        cards,
        OperationsChanged("op"),
        ExportsChanged(7),
        TagsChanged(),
        SearchesChanged(),
        UndoChanged(),
        moved,
    )
    for fact in facts:
        announcer.announce(fact)
    assert heard == [cards, "op", 7, "tags", "searches", "undo", moved]

    bridge.close()
    announcer.announce(TagsChanged())
    assert len(heard) == 7
