"""What is free goes back, and work that fails is not hidden by it."""

import pytest

from simdesk.services.storage.finding import spare_memory
from simdesk.services.storage.finding.spare_memory import give_back, giving_back


def test_memory_goes_back_behind_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []
    monkeypatch.setattr(spare_memory, "_trim", lambda: given.append)

    @giving_back
    def divided(number: int) -> int:
        return 6 // number

    assert divided(2) == 3
    with pytest.raises(ZeroDivisionError):
        divided(0)
    assert given == [0, 0]


def test_other_libraries_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: object) -> object:
        raise TypeError(name)

    monkeypatch.setattr("ctypes.CDLL", none)
    spare_memory._trim.cache_clear()
    give_back()
    assert spare_memory._trim() is None
    spare_memory._trim.cache_clear()
