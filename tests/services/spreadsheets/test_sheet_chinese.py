"""A sheet in our own Chinese words is understood: titles of columns, codes, wished actions."""

from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from simdesk.models.action import Action
from simdesk.models.activation import ActivationMethod
from simdesk.models.operations import PLAIN, Request
from simdesk.models.sheet_codes import code_of
from simdesk.models.sheet_fields import SHEET_FIELDS, key_of_title
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.texts import Text
from simdesk.models.voucher import BillingCycle, Carrier, PlanType
from simdesk.models.wishes import wish_of
from simdesk.services.spreadsheets.reading.csv_text import OWN_TITLES, is_own

TS = Path(__file__).resolve().parents[3] / "resources" / "languages" / "simdesk_zh_CN.ts"
KINDS = {
    "status": SimStatus,
    "specific": SpecificStatus,
    "carrier": Carrier,
    "plan": PlanType,
    "cycle": BillingCycle,
    "method": ActivationMethod,
}


@cache
def chinese() -> dict[str, str]:
    """What the models and services say, by its English source."""
    for context in ElementTree.parse(TS).getroot().iter("context"):
        if context.findtext("name") == "trade":
            return {
                one.findtext("source") or "": one.findtext("translation") or ""
                for one in context.iter("message")
            }
    raise AssertionError(TS)


def said(words: Text) -> str:
    return chinese()[words.source]


@pytest.mark.parametrize("key", SHEET_FIELDS)
def test_our_titles_mean_our_columns(key: str) -> None:
    title = said(SHEET_FIELDS[key].title)
    assert key_of_title(title) == key
    for pattern in ("{title} (MB)", "{title} (Asia/Shanghai)"):
        assert key_of_title(chinese()[pattern].format(title=title)) == key


def test_months_and_days_are_read() -> None:
    assert key_of_title(chinese()["{month} total (MB)"].format(month="202606")) == "month.202606"
    assert key_of_title(chinese()["{day} (MB)"].format(day="20260615")) == "day.20260615"


def test_an_export_in_chinese_is_known_as_ours() -> None:
    titles = []
    for title in OWN_TITLES:
        plain, bracket, unit = title.partition(" (")
        pattern = chinese()[f"{{title}} ({unit}"] if bracket else "{title}"
        titles.append(pattern.format(title=chinese()[plain]))
    assert titles[7] == "流量档位（MB）"
    assert is_own([*titles, "202606 合计（MB）"])
    assert not is_own(titles[:-1])
    assert not is_own([titles[1], titles[0], *titles[2:]])


@pytest.mark.parametrize("key", KINDS)
def test_our_codes_are_read(key: str) -> None:
    for one in KINDS[key]:
        assert code_of(key, said(one.label)) == one.value, one


@pytest.mark.parametrize("key", ["certified", "auto_renew"])
def test_yes_and_no_are_read(key: str) -> None:
    words = ("Certified", "Not certified") if key == "certified" else ("Yes", "No")
    assert [code_of(key, chinese()[word]) for word in words] == [True, False]


@pytest.mark.parametrize("action", sorted(PLAIN))
def test_our_actions_can_be_wished_for(action: Action) -> None:
    assert wish_of(said(action.label)) == Request(action)
