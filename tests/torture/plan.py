"""One life by a schedule: what is asked, of whom, and at which points the program is killed."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Schedule:
    """Everything a life depends on; as JSON it is what a failure prints and a replay reads."""

    kind: str
    carrier: str = "ignores"
    script: tuple[str, ...] = ()
    kills: tuple[int, ...] = ()
    cards: int = 2
    seed: int = 1

    def words(self) -> str:
        return json.dumps(asdict(self))

    def replay(self) -> str:
        """The command that lives it again."""
        return f"replay: python -m tests.torture.replay '{self.words()}'"

    @classmethod
    def read(cls, words: str) -> "Schedule":
        """Raises TypeError for words that are no schedule."""
        told: dict[str, Any] = json.loads(words)
        lists = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
        return cls(**(told | lists))


@dataclass
class Report:
    """What a life came to. `reached` says that every kill came before the life was over."""

    schedule: Schedule
    violations: list[str] = field(default_factory=list)
    kills: int = 0
    people: int = 0
    reached: bool = True
    states: list[str] = field(default_factory=list)
