"""Values of cards as lines of a comparison tell them: exact, and in words."""

import pytest

from simdesk.models.sheet_lines import Stored
from simdesk.models.texts import Text
from simdesk.services.export_columns import CARD_COLUMNS
from simdesk.services.sheet_words import WISH, codes_saying, field_title, value_words
from tests.factories import a_moment

OPENED = int(a_moment(2026, 6, 15, 9, 4).timestamp())


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("usage", 1536, "1.5 MB"),
        ("usage", 1, "0.0009765625 MB"),
        ("usage", 0, "0 MB"),
        ("limit", 2_097_152, "2,048 MB"),
        ("month.202606", 512, "0.5 MB"),
        ("opened", OPENED, "2026-06-15 09:04:00"),
        ("tags", "a,b\ndepot", '"a,b", depot'),
        ("msisdns", "1440000000001\n1440000000002", "1440000000001, 1440000000002"),
        ("status", 30, "In Use"),
        ("specific", 0, ""),
        ("status", 99, "Unknown (99)"),
        ("certified", 1, "Certified"),
        ("auto_renew", 0, "No"),
        ("sms", 7, "7"),
        ("remark", "=1+1", "=1+1"),
        ("version", 3, "3"),
        (WISH, "suspend", "suspend"),
        ("remark", "", ""),
        ("left", None, ""),
    ],
)
def test_a_value_in_words(name: str, value: Stored, wanted: str) -> None:
    assert value_words(name, value) == wanted


def test_every_field_has_a_title() -> None:
    assert [str(field_title(one.field)) for one in CARD_COLUMNS] == [
        str(one.title) for one in CARD_COLUMNS
    ]
    titles = [str(field_title(name)) for name in ("version", WISH, "month.202606")]
    assert titles == ["Row version", "Wished action", "Traffic of 202606"]


def test_codes_are_found_by_their_words_in_any_language() -> None:
    assert codes_saying("manually DEACT") == {"specific": [200]}
    assert codes_saying("  ") == {}
    chinese = {"China Mobile": "中国移动"}

    def say(words: Text) -> str:
        return words.filled(chinese.get(words.source))

    assert codes_saying("移动", say) == {"carrier": ["CMCC"]}
    assert value_words("carrier", "CMCC", say) == "中国移动"
