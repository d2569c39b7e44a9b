"""What the list and the details tell is written down: new, changed, unchanged, older than known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from simdesk.models.card import CardFacts, CardRow
from simdesk.models.commands import CardRef
from simdesk.models.filters import CardFilter, Operator, Sort, Term
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import Carrier, PlanType
from simdesk.services.storage import card_store, detail_store, listing_store, record_store
from simdesk.services.storage.differences import Changes
from simdesk.services.storage.tables import card
from simdesk.services.storage.tag_store import set_tags
from tests.factories import a_moment, a_sub_card, some_details, some_facts
from tests.services.storage.desk_file import memory_engine

T0 = a_moment(2026, 6, 15, 9)
T1 = T0 + timedelta(hours=1)
T2 = T0 + timedelta(hours=2)


@pytest.fixture
def desk() -> Iterator[Connection]:
    engine = memory_engine()
    with engine.begin() as connection:
        listing_store.ensure_account(connection, "demo", "simulator")
        yield connection
    engine.dispose()


def listed(desk: Connection, *facts: CardFacts, at: Any = T0) -> Changes:
    return listing_store.put_listing(desk, "demo", facts, at)


def read(desk: Connection, facts: CardFacts, at: Any = T0, **details: Any) -> Changes:
    reading = {facts.ref: (facts, some_details(**details))}
    return detail_store.put_readings(desk, "demo", reading, at)


def the_card(desk: Connection) -> CardRow:
    (row,) = card_store.rows(desk, [1])
    return row


def history(desk: Connection) -> list[tuple[str, str | None, str | None]]:
    found = record_store.changes_of(desk, 1)
    return [(one.field, one.before, one.after) for one in reversed(found)]


def test_a_new_card_brings_its_tags_and_remark_to_the_desk(desk: Connection) -> None:
    facts = some_facts(tags=("depot", "Depot"), remark="north gate")
    changes = listed(desk, facts)
    assert (changes.card_ids, changes.new, changes.tags) == ({1}, True, True)
    row = the_card(desk)
    assert row.facts == facts
    assert (row.tags, row.remark) == (("Depot", "depot"), "north gate")
    assert (row.version, row.stamps.listed_at, row.details) == (1, T0, None)


def test_later_changes_at_the_provider_are_listed_not_merged(desk: Connection) -> None:
    listed(desk, some_facts(tags=("depot",), remark="north gate"))
    set_tags(desk, {1: ("mine",)})
    changes = listed(desk, some_facts(tags=("depot", "new"), remark="moved"), at=T1)
    row = the_card(desk)
    assert (row.tags, row.remark) == (("mine",), "north gate")
    assert (row.facts.tags, row.facts.remark) == (("depot", "new"), "moved")
    assert changes.fields == {"provider_tags", "provider_remark"}
    assert history(desk) == [
        ("provider_tags", "depot", "depot\nnew"),
        ("provider_remark", "north gate", "moved"),
    ]


def test_the_same_again_changes_a_stamp_and_nothing_else(desk: Connection) -> None:
    listed(desk, some_facts())
    changes = listed(desk, some_facts(), at=T1)
    assert (changes.card_ids, changes.fields) == (set(), set())
    assert the_card(desk).stamps.listed_at == T1
    assert history(desk) == []


@pytest.mark.parametrize(
    ("change", "fields", "grows"),
    [
        (
            {"specific": SpecificStatus.MANUAL},
            {"status", "specific", "silent_ends", "auto_cancel"},
            True,
        ),
        ({"plan_type": PlanType.SCD}, {"plan", "voucher"}, True),
        ({"carrier": Carrier.VNO}, {"carrier", "smart", "voucher"}, True),
        ({"auto_renew": True}, {"auto_renew"}, True),
        ({"cancellation_due": True}, {"due"}, True),
        ({"expires_at": a_moment(2027, 1, 31, 23, 59, 59)}, {"expires", "auto_cancel"}, True),
        ({"voucher": "CM_SC_M_2_1G"}, {"voucher"}, True),
        ({"cycle_usage_kb": 1, "cycle_left_kb": 2}, {"usage", "left", "left_share"}, False),
        ({"usage_as_of": T0}, {"usage_as_of"}, False),
        ({"sms_used": 3}, {"sms"}, False),
        ({"apn": "ctnet"}, {"apn"}, False),
        ({"msisdns": ("1440993000009",)}, {"msisdn"}, False),
        ({"tier_kb": 2048}, {"tier", "left_share", "voucher"}, True),
        ({"order_number": "7", "sim_type": "nano2"}, {"order", "sim_type"}, False),
    ],
    ids=lambda value: str(sorted(value) if isinstance(value, set) else value)[:40],
)
def test_a_change_names_its_fields_and_counts_when_a_verdict_reads_it(
    desk: Connection, change: dict[str, Any], fields: set[str], grows: bool
) -> None:
    listed(desk, some_facts())
    changes = listed(desk, some_facts(**change), at=T1)
    assert changes.fields == fields
    row = the_card(desk)
    assert row.facts == some_facts(**change)
    assert row.version == (2 if grows else 1)


def test_the_history_keeps_what_matters(desk: Connection) -> None:
    listed(desk, some_facts())
    news = {"specific": SpecificStatus.MANUAL, "cycle_usage_kb": 1, "auto_renew": True}
    listed(desk, some_facts(**news, activated_at=None), at=T1)
    assert history(desk) == [
        ("specific", "100", "200"),
        ("activated", str(int(some_facts().activated_at.timestamp())), None),
        ("auto_renew", "0", "1"),
    ]
    assert record_store.changes_of(desk, 1)[0].at == int(T1.timestamp())


def test_an_older_answer_never_overwrites_a_newer_one(desk: Connection) -> None:
    listed(desk, some_facts(specific=200), at=T1)
    assert not listed(desk, some_facts(specific=100), at=T0).card_ids
    assert "specific" not in read(desk, some_facts(specific=100), at=T0, imei="1").fields
    row = the_card(desk)
    assert (row.facts.specific, row.stamps.listed_at) == (200, T1)
    read(desk, some_facts(specific=300), at=T2, imei="2")
    read(desk, some_facts(specific=400), at=T1, imei="3")
    row = the_card(desk)
    assert (row.facts.specific, row.details and row.details.imei) == (300, "2")
    assert row.stamps.detailed_at == T2


def test_a_reissued_iccid_is_another_card(desk: Connection) -> None:
    listed(desk, some_facts(instance_id="1", specific=50))
    listed(desk, some_facts(instance_id="1", specific=50), some_facts(instance_id="2"), at=T1)
    assert [row.facts.instance_id for row in card_store.rows(desk, [1, 2])] == ["1", "2"]


def test_accounts_do_not_mix(desk: Connection) -> None:
    listing_store.ensure_account(desk, "other", "simulator")
    listing_store.ensure_account(desk, "other", "simulator")
    listed(desk, some_facts())
    changes = listing_store.put_listing(desk, "other", [some_facts(specific=200)], T1)
    assert changes.new
    assert [row.account for row in card_store.rows(desk, [1, 2])] == ["demo", "other"]
    assert the_card(desk).facts.specific == 100


def test_numbers_can_be_found_after_they_changed(desk: Connection) -> None:
    def cards_with(number: str) -> list[int]:
        question = CardFilter((Term("msisdn", Operator.ANY_OF, (number,)),))
        return list(card_store.ids(desk, question, Sort()))

    listed(desk, some_facts(msisdns=("1440993000001", "1440993000002", "1440993000002")))
    assert cards_with("1440993000002") == [1]
    listed(desk, some_facts(msisdns=("1440993000003",)), at=T1)
    assert [cards_with(f"144099300000{last}") for last in (1, 2, 3)] == [[], [], [1]]


def test_a_card_that_was_missing_is_listed_again(desk: Connection) -> None:
    listed(desk, some_facts())
    desk.execute(card.update().values(not_listed_since=int(T1.timestamp())))
    changes = listed(desk, some_facts(), at=T2)
    assert changes.fields == {"missing"}
    assert the_card(desk).stamps.not_listed_since is None


def test_text_no_database_can_hold_is_kept_readable(desk: Connection) -> None:
    listed(desk, some_facts(remark="a\0b\udc00c", apn="北\0门", tags=("x\ny",)))
    row = the_card(desk)
    assert (row.remark, row.facts.apn, row.tags) == (
        "a\N{REPLACEMENT CHARACTER}b?c",
        "北\N{REPLACEMENT CHARACTER}门",
        ("x y",),
    )
    assert not listed(desk, some_facts(remark="a\0b\udc00c", apn="北\0门", tags=("x\ny",))).fields


def test_details_come_with_their_stamp(desk: Connection) -> None:
    changes = read(desk, some_facts(), card_limit_kb=2048, imei="861234567890123")
    assert changes.new
    assert {"imei", "limit", "ips", "certified"} <= changes.fields
    row = the_card(desk)
    assert row.details == some_details(card_limit_kb=2048, imei="861234567890123")
    assert (row.stamps.listed_at, row.stamps.detailed_at) == (T0, T0)
    assert history(desk) == []  # what was not known before did not change
    assert the_card(desk).version == 1


def test_changed_details_are_in_the_history(desk: Connection) -> None:
    read(desk, some_facts(), imei="1", voucher_limit_kb=5)
    changes = read(desk, some_facts(), at=T1, imei="2", voucher_limit_kb=7, auto_rebind=True)
    assert changes.fields == {"imei", "voucher_limit", "limit", "auto_rebind"}
    assert history(desk) == [
        ("imei", "1", "2"),
        ("voucher_limit", "5", "7"),
        ("auto_rebind", "0", "1"),
    ]


def test_a_reading_tells_facts_and_details_of_known_and_new_cards_at_once(
    desk: Connection,
) -> None:
    known, new = some_facts(instance_id="1", apn="cmnet"), some_facts(instance_id="2")
    read(desk, known, imei="1")
    told = replace(known, specific=200, apn="ctnet")
    reading = {
        new.ref: (new, some_details(imei="3")),
        told.ref: (told, some_details(imei="2")),
    }
    changes = detail_store.put_readings(desk, "demo", reading, T1)
    assert (changes.card_ids, changes.new) == ({1, 2}, True)
    assert {"specific", "apn", "imei"} <= changes.fields
    first, second = card_store.rows(desk, [1, 2])
    assert (first.facts, first.details, first.version) == (told, some_details(imei="2"), 2)
    assert (second.facts, second.details, second.version) == (new, some_details(imei="3"), 1)
    for row in (first, second):
        assert (row.stamps.listed_at, row.stamps.detailed_at) == (T1, T1)
    assert history(desk) == [
        ("specific", "100", "200"),
        ("apn", "cmnet", "ctnet"),
        ("imei", "1", "2"),
    ]


def test_sub_cards_are_replaced_and_their_moves_remembered(desk: Connection) -> None:
    facts = some_facts(carrier=Carrier.VNO)
    one, two = a_sub_card(), a_sub_card(iccid="8986004", carrier=Carrier.CTCC)
    read(desk, facts, sub_cards=(one, two))
    moved = replace(two, specific=300, status=35)
    changes = read(desk, facts, at=T1, sub_cards=(one, moved))
    assert changes.fields == {"sub_cards"}
    row = the_card(desk)
    assert row.details is not None
    assert row.details.sub_cards == (one, moved)
    assert history(desk) == [("sub_card:8986004", "100", "300")]
    assert not read(desk, facts, at=T1, sub_cards=(one, moved)).card_ids
    read(desk, facts, at=T2, sub_cards=())
    assert the_card(desk).details == some_details()


def test_ids_and_references_find_each_other(desk: Connection) -> None:
    listed(desk, some_facts(instance_id="1"), some_facts(instance_id="2"))
    refs = [CardRef(some_facts().iccid, one) for one in ("2", "3", "1")]
    assert listing_store.ids_of(desk, "demo", refs) == {refs[0]: (2, None), refs[2]: (1, None)}
    assert listing_store.refs_of(desk, [2, 9]) == {2: refs[0]}
    assert desk.scalar(select(card.c.id).where(card.c.instance_id == "2")) == 2
