"""Places in a text: the filter language counts code points, Qt counts UTF-16 units."""


def points(words: str, units_before: int) -> int:
    """Code points in the first `units_before` UTF-16 units."""
    return len(words.encode("utf-16-le")[: units_before * 2].decode("utf-16-le", "ignore"))


def units(words: str, points_before: int) -> int:
    """UTF-16 units in the first `points_before` code points."""
    return len(words[:points_before].encode("utf-16-le")) // 2
