"""Words have numbers, narrow ones until there are too many."""

import numpy as np

from simdesk.services.storage.finding import columns
from simdesk.services.storage.finding.columns import Columns


def test_more_words_than_narrow_numbers_tell_apart() -> None:
    cards = columns._MANY + 10
    held = Columns(cards)
    ids = np.arange(1, cards + 1)
    few = ids[:5]
    held.put(few, {"pool": [f"P{number}" for number in few]})
    assert held.view().codes["pool"].dtype == np.int16
    assert held.put(ids, {"pool": [f"P{number}" for number in ids]}) == {"pool"}
    view = held.view()
    words = view.words["pool"].in_order()
    assert [words[code] for code in view.codes["pool"][ids].tolist()] == [
        f"P{number}" for number in ids
    ]
    assert not held.put(few, {"pool": [f"P{number}" for number in few]})
