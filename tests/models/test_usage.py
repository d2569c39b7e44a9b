"""Data sizes and months of usage."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.errors import KnownError
from simdesk.models.periods import Month
from simdesk.models.usage import (
    KB_PER_GB,
    KB_PER_MB,
    LARGEST_KB,
    MonthUsage,
    exact_size,
    parse_size,
    size_text,
)

TB = 1024 * KB_PER_GB


@pytest.mark.parametrize(
    ("words", "kb"),
    [
        ("0KB", 0),
        ("130.00MB", 130 * KB_PER_MB),
        ("1.5GB", 3 * KB_PER_GB // 2),
        ("100 MB", 100 * KB_PER_MB),
        ("100\u00a0MB", 100 * KB_PER_MB),
        (" 1gb ", KB_PER_GB),
        ("2TB", 2 * TB),
        ("1,024MB", KB_PER_GB),
        ("1,023.9 MB", 1_048_474),
        ("0.5KB", 1),
        ("0.4999KB", 0),
        ("0.01MB", 10),
        ("20480KB", 20 * KB_PER_MB),
    ],
)
def test_sizes_are_read(words: str, kb: int) -> None:
    assert parse_size(words) == kb


@pytest.mark.parametrize(
    "words",
    [
        "",
        "100",
        "MB",
        "-1MB",
        "1.MB",
        ".5MB",
        "1,02MB",
        "1,0240MB",
        ",1MB",
        "1e3MB",
        "1 0MB",
        "１００MB",
        "١٠MB",
        "10MiB",
        "10K",
        "nanGB",
        "9" * 15 + "TB",
        "9" * 5_000 + "KB",
        "0." + "0" * 5_000 + "KB",
    ],
)
def test_what_is_no_size_is_refused(words: str) -> None:
    with pytest.raises(KnownError, match="not a data size") as caught:
        parse_size(words)
    assert "100MB" in str(caught.value.remedy)


@pytest.mark.parametrize(
    ("kb", "words"),
    [
        (0, "0 KB"),
        (1, "1 KB"),
        (1023, "1,023 KB"),
        (1024, "1.0 MB"),
        (1025, "1.0 MB"),
        (1587, "1.5 MB"),
        (1588, "1.6 MB"),
        (130 * KB_PER_MB, "130.0 MB"),
        (KB_PER_GB - 52, "1,023.9 MB"),
        (KB_PER_GB - 51, "1.0 GB"),
        (KB_PER_GB, "1.0 GB"),
        (1000 * KB_PER_GB, "1,000.0 GB"),
        (900 * KB_PER_GB, "900.0 GB"),
        (TB, "1.0 TB"),
        (5_000 * TB, "5,000.0 TB"),
        (-1, "-1 KB"),
        (-1536, "-1.5 MB"),
    ],
)
def test_sizes_are_shown(kb: int, words: str) -> None:
    assert size_text(kb) == words


@given(st.integers(0, LARGEST_KB))
def test_an_exact_size_loses_nothing(kb: int) -> None:
    amount, unit = exact_size(kb)
    assert parse_size(f"{amount}{unit}") == kb
    assert parse_size(f"{amount:,} {unit}") == kb


@given(st.integers(0, 2**50))
def test_a_shown_size_is_near_the_truth(kb: int) -> None:
    assert abs(parse_size(size_text(kb)) - kb) * 20 <= max(kb, 1) * 1.03


def test_exact_sizes() -> None:
    assert [exact_size(kb) for kb in (0, 1, 1024, 1025, 3 * KB_PER_GB // 2, TB)] == [
        (0, "KB"),
        (1, "KB"),
        (1, "MB"),
        (1025, "KB"),
        (1536, "MB"),
        (1, "TB"),
    ]


def test_a_month_of_usage() -> None:
    usage = MonthUsage(Month(2026, 6), (5, None, 0, *(None,) * 28))
    assert usage.total_kb == 5
    assert [usage.on(date(2026, 6, day)) for day in (1, 2, 3)] == [5, None, 0]
    assert usage.on(date(2026, 7, 1)) is None
