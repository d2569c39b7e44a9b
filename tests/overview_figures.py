"""Every number of an Overview that leads to cards."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from simdesk.models.overview import Figure, Overview


def figures(overview: Overview) -> list[tuple[str, Figure]]:
    """All figures with where they stand: `risks.stops.0.1.single_card`."""
    return list(_within("", overview))


def _within(place: str, value: object) -> Iterator[tuple[str, Figure]]:
    if isinstance(value, Figure):
        yield place.removeprefix("."), value
    elif is_dataclass(value):
        for one in fields(value):
            yield from _within(f"{place}.{one.name}", getattr(value, one.name))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _within(f"{place}.{number}", part)
