"""Questions about cards as the window asks them."""

from array import array
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from simdesk.models.action import Action
from simdesk.models.actions import Allowed, verdict
from simdesk.models.capabilities import READ_ONLY
from simdesk.models.card import ActivationMethod, CardRow
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import AS_LISTED, CardFilter, Direction, Operator, Sort, Term
from simdesk.models.orders import Money
from simdesk.models.periods import Month
from simdesk.models.seeking import WITH_TEXT, Beginning
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import ActivePlan, CardUsage, MonthUsage
from simdesk.models.voucher import Carrier, PlanType
from simdesk.services.cards import PasteReport, Totals
from simdesk.services.storage import detail_store, usage_store
from simdesk.services.storage.tables import card_change
from tests.factories import TODAY, a_card_row, a_moment, a_sub_card, some_details, some_facts
from tests.services.desk_stage import Stage, now, staged
from tests.services.scripted_provider import EVERYTHING
from tests.services.storage.desk_file import put_operation


def a_fleet() -> list[CardRow]:
    """One card of every specific status for every kind of plan, and one SimDesk does not know."""
    kinds = [
        (plan, specific)
        for plan in (PlanType.SC, PlanType.SF, PlanType.UP)
        for specific in (*SpecificStatus, 999)
    ]
    return [
        a_card_row(id=number, instance_id=str(number), plan_type=plan, specific=int(specific))
        for number, (plan, specific) in enumerate(kinds, start=1)
    ]


async def test_a_result_is_the_same_in_ids_and_first_rows(tmp_path: Path) -> None:
    async with staged(tmp_path, a_fleet()) as stage:
        sort = Sort("specific", Direction.DESCENDING)
        question = parse_filter("plan:SC")
        ids = await stage.cards.ids(question, sort)
        rows = await stage.cards.first(question, sort, 5)
        assert ids.typecode == "q"
        assert [row.id for row in rows] == list(ids)[:5]
        assert [row.facts.specific for row in rows] == [999, 700, 600, 500, 400]
        assert len(ids) == len(SpecificStatus)  # all but the cancelled, and the unknown
        assert await stage.cards.rows(ids[2:4]) == rows[2:4]


async def test_days_count_from_the_business_date(tmp_path: Path) -> None:
    rows = [
        a_card_row(expires_at=a_moment(2026, 6, 20, 23, 59, 59)),
        a_card_row(id=2, instance_id="2", expires_at=a_moment(2026, 7, 31, 23, 59, 59)),
    ]
    async with staged(tmp_path, rows) as stage:
        assert (stage.cards.now(), stage.cards.today()) == (now(), TODAY)
        assert list(await stage.cards.ids(parse_filter("expires<7d"), Sort())) == [1]
        (row,) = await stage.cards.first(parse_filter("expires>30d"), Sort())
        assert row.id == 2


async def test_totals_leave_cancelled_cards_out_and_sums_name_their_age(tmp_path: Path) -> None:
    rows = [
        a_card_row(cycle_usage_kb=5, usage_as_of=a_moment(2026, 6, 14)),
        a_card_row(id=2, instance_id="2", cycle_usage_kb=7),
        a_card_row(id=3, instance_id="3", specific=50, cycle_usage_kb=11),
    ]
    async with staged(tmp_path, rows) as stage:
        assert await stage.cards.total() == 2
        assert await stage.cards.sums([1, 2]) == Totals(2, 12, a_moment(2026, 6, 14))
        assert await stage.cards.sums([]) == Totals(0, 0, None)


async def test_a_selection_is_judged_as_its_cards_are_one_by_one(tmp_path: Path) -> None:
    fleet = a_fleet()
    async with staged(tmp_path, fleet) as stage:
        found = await stage.cards.verdicts([row.id for row in fleet])
    assert set(found) == set(Action)
    for action, verdicts in found.items():
        single = [verdict(row.facts.key, action, EVERYTHING, TODAY) for row in fleet]
        reasons = [str(one.reason) for one in single if not isinstance(one, Allowed)]
        assert verdicts.allowed == len(fleet) - len(reasons)
        assert sum(count for _, count in verdicts.blocked) == len(reasons)
        assert {str(reason): count for reason, count in verdicts.blocked} == {
            reason: reasons.count(reason) for reason in reasons
        }
        counts = [count for _, count in verdicts.blocked]
        assert counts == sorted(counts, reverse=True)


async def test_a_late_cancellation_is_cautioned_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [a_card_row(specific=200), a_card_row(id=2, instance_id="2", specific=40)]
    async with staged(tmp_path, rows) as stage:
        monkeypatch.setattr(stage.cards, "_now", lambda: now() + timedelta(days=5))
        found = (await stage.cards.verdicts([1, 2]))[Action.CANCEL]
    assert (found.allowed, len(found.cautions), found.blocked) == (2, 1, ())


async def test_a_review_allows_nothing_but_words_and_exports(tmp_path: Path) -> None:
    async with staged(tmp_path, [a_card_row()], READ_ONLY) as stage:
        found = await stage.cards.verdicts([1])
    allowed = {action for action, one in found.items() if one.allowed}
    assert allowed == {Action.TAG, Action.REMARK, Action.EXPORT}


async def test_known_values_complete_a_filter(tmp_path: Path) -> None:
    async with staged(tmp_path, [a_card_row(apn="cmiot", tags=("b", "a"))]) as stage:
        assert await stage.cards.known("apn") == ("cmiot",)
        assert await stage.cards.known("tag") == ("a", "b")
        assert await stage.cards.known("remark") == ()


async def test_a_pasted_column_is_found_and_accounted_for(tmp_path: Path) -> None:
    rows = [
        a_card_row(
            iccid="89860321000000015668", msisdns=("1440993000001",), imsis=("460081937000001",)
        ),
        a_card_row(
            id=2,
            instance_id="2",
            iccid="898600MFSSYYGXXXXXX1",
            msisdns=("1440993000002",),
            imsis=("460081937000009",),
        ),
        # The same number on a cancelled card means the living one.
        a_card_row(
            id=3,
            instance_id="3",
            iccid="89860321000000015669",
            msisdns=("1440993000002",),
            imsis=("460081937000009",),
            specific=50,
        ),
    ]
    words = """1440993000002
    8986 0321 0000 0001 5668
    460081937000001
    89860399999999999999
    not a number
    8.986E+19
    """
    async with staged(tmp_path, rows) as stage:
        report = await stage.cards.paste(words)
        assert await stage.cards.paste("") == PasteReport((), 0, 0, (), (), (), ())
    assert report.found == (2, 1)
    assert report.not_found == ("89860399999999999999",)
    assert report.duplicate == ("460081937000001",)
    assert report.ambiguous == ()
    lists = (report.not_found, report.duplicate, report.ambiguous, report.malformed)
    assert report.matched + sum(map(len, lists)) == report.pasted


async def test_usage_is_what_was_stored(tmp_path: Path) -> None:
    june = MonthUsage(Month(2026, 6), (5,) * 14 + (None,) * 17)
    plan = ActivePlan("Month pack", TODAY, TODAY, None)
    async with staged(tmp_path, [a_card_row()]) as stage:
        told = {some_facts().ref: CardUsage((june,), (plan,))}
        await stage.database.write(lambda one: usage_store.put_usage(one, "demo", told, now()))
        found = await stage.cards.usage(1, Month(2026, 5), Month(2026, 6))
        assert found == CardUsage((june,), (plan,))
        assert (await stage.cards.usage(1, Month(2026, 5), Month(2026, 5))).months == ()


async def said(stage: Stage, card_id: int = 1) -> list[str]:
    """A card's records as lines: date | kind | content | operator | result."""
    return [
        " | ".join(
            str(part)
            for part in (
                one.at.strftime("%m-%d %H:%M"),
                one.kind,
                one.content,
                one.operator,
                one.result,
            )
        )
        for one in await stage.cards.records(card_id)
    ]


async def test_records_begin_with_the_account_s_opening(tmp_path: Path) -> None:
    rows = [
        a_card_row(),
        a_card_row(id=2, instance_id="2", specific=20),
        a_card_row(id=3, instance_id="3", activation_method=ActivationMethod.SILENCE_EXPIRE),
        a_card_row(id=4, instance_id="4", activation_method=None),
    ]
    async with staged(tmp_path, rows) as stage:
        opened = "10-29 16:12 | Account was opened | CM_SC_M_2_100M | Carrier system | Done"
        assert await said(stage) == [
            "11-16 16:35 | Card was activated | First traffic | Carrier system | Done",
            opened,
        ]
        assert await said(stage, 2) == [opened]
        assert (await said(stage, 3))[0].split(" | ")[2:4] == ["Silent period ended", "System"]
        assert (await said(stage, 4))[0].split(" | ")[2] == ""
        assert await said(stage, 99) == []


async def test_records_tell_changes_operations_and_edits_newest_first(tmp_path: Path) -> None:
    smart = some_facts(carrier=Carrier.VNO)
    row = a_card_row(facts=smart, details=some_details(sub_cards=(a_sub_card(),)))
    async with staged(tmp_path, [row]) as stage:
        put = stage.database.write
        sending = {"state": "UNKNOWN", "reason": "no answer", "sent_at": at(12)}
        await put(lambda one: put_operation(one, row, "suspend", **sending))
        done = {"state": "DONE", "order_number": "2115", "settled_at": at(13)}
        paid = {"amount_minor": 1200, "currency": "CNY", **done}
        await put(lambda one: put_operation(one, row, "renew", **paid))
        waits = {"state": "PLANNED", "amount_minor": 300, "currency": "CNY", "sent_at": at(14)}
        await put(lambda one: put_operation(one, row, "add_on", **waits))
        news = some_facts(carrier=Carrier.VNO, specific=200, expires_at=None, auto_renew=True)
        details = some_details(
            imei="861234567890123",
            card_limit_kb=2048,
            certified=False,
            sub_cards=(a_sub_card(specific=300),),
        )
        read = {news.ref: (news, details)}
        late = a_moment(2026, 6, 15, 15)
        await put(lambda one: detail_store.put_readings(one, "demo", read, late))
        await stage.edits.set_remark([1], "north")
        lines = await said(stage)
    assert lines == [
        (
            "06-15 15:00 | Status of sub-card 89860121000000025668 changed"
            " | In use → Suspended (usage limit) | Provider | Seen by sync"
        ),
        "06-15 15:00 | Usage limit changed | nothing → 2.0 MB | Provider | Seen by sync",
        "06-15 15:00 | Real-name state changed | yes → no | Provider | Seen by sync",
        (
            "06-15 15:00 | Device IMEI changed | 490154203237518 → 861234567890123"
            " | Provider | Seen by sync"
        ),
        "06-15 15:00 | Auto-renew changed | no → yes | Provider | Seen by sync",
        (
            "06-15 15:00 | Plan expires changed | 2026-10-31 23:59:59+08:00 → nothing"
            " | Provider | Seen by sync"
        ),
        "06-15 15:00 | Status changed | In use → Manually Deactivated | Provider | Seen by sync",
        "06-15 14:00 | Purchase add-on package | CNY 3.00 | lin | Waiting",
        "06-15 13:00 | Renew plan | CNY 12.00, order 2115 | lin | Done",
        "06-15 12:00 | Suspend |  | lin | Outcome unknown: no answer",
        "06-15 09:00 | Remark edited | nothing → north | lin | Done",
        "11-16 16:35 | Card was activated | First traffic | Carrier system | Done",
        "10-29 16:12 | Account was opened | AL_SC_M_2_100M | Carrier system | Done",
    ]
    assert Money(1200) == Money(1200, "CNY")


def at(hour: int) -> int:
    return int(a_moment(2026, 6, 15, hour).timestamp())


@pytest.mark.parametrize(
    ("field", "before", "after", "line"),
    [
        ("specific", "100", "777", "Status changed | In use → 777"),
        ("carrier", "CMCC", "XXXX", "Carrier changed | China Mobile → XXXX"),
        ("tier", "1024", None, "Data tier changed | 1.0 MB → nothing"),
        ("provider_tags", "a\nb", "", "Tags changed at the provider | a, b → nothing"),
        ("voucher_limit", "2048", "4096", "Usage limit of the voucher changed | 2.0 MB → 4.0 MB"),
        ("msisdn", None, "1\n2", "MSISDN changed | nothing → 1, 2"),
        ("due", "0", "1", "Cancellation under way changed | no → yes"),
        ("private_segment", "1.2.3.4", "", "Private segment changed | 1.2.3.4 → nothing"),
        ("from the future", "a", "b", "from the future changed | a → b"),
        ("apn", "{odd}", "%s", "APN changed | {odd} → %s"),
    ],
)
async def test_what_a_sync_saw_is_told_in_words(
    tmp_path: Path, field: str, before: str | None, after: str | None, line: str
) -> None:
    async with staged(tmp_path, [a_card_row()]) as stage:
        change = {"field": field, "before": before, "after": after, "observed_at": at(10)}
        await stage.database.write(
            lambda one: one.execute(insert(card_change).values(card_id=1, **change))
        )
        first = (await said(stage))[0]
    assert first == f"06-15 10:00 | {line} | Provider | Seen by sync"


async def test_everything_is_found_without_a_question(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        assert list(await stage.cards.ids(CardFilter(), Sort())) == []
        assert await stage.cards.first(CardFilter(), Sort()) == ()
        assert await stage.cards.total() == 0


async def test_a_pasted_list_can_be_shown_in_its_own_order(tmp_path: Path) -> None:
    rows = [
        a_card_row(
            id=number,
            instance_id=str(number),
            iccid=f"8986032100000{number:07d}",
            msisdns=(f"14409930{number:05d}",),
        )
        for number in range(1, 401)
    ]
    order = [number * 7 % 401 for number in range(1, 401)]
    lines = [
        rows[number - 1].facts.iccid if number % 3 else rows[number - 1].facts.msisdns[0]
        for number in order
    ]
    lines[40:40] = ["no number", lines[3], "89860399999999999999"]
    async with staged(tmp_path, rows) as stage:
        found = (await stage.cards.paste("\n".join(lines))).found
        assert list(found) == order
        pasted = CardFilter(card_ids=found)
        assert list(await stage.cards.ids(pasted, AS_LISTED)) == order
        first = await stage.cards.first(pasted, AS_LISTED, 30)
        assert [row.id for row in first] == order[:30]
        by_number = await stage.cards.ids(pasted, Sort("msisdn", Direction.DESCENDING))
        assert list(by_number) == list(range(400, 0, -1))


async def test_the_next_card_that_begins_so_is_found_round_the_end(tmp_path: Path) -> None:
    remarks = ("depot", "north gate", "North wing", "", "a north", "nOrth")
    rows = [
        a_card_row(id=number, instance_id=str(number), remark=remark, msisdns=(f"1440{number}",))
        for number, remark in enumerate(remarks, start=1)
    ]
    async with staged(tmp_path, rows) as stage:
        ids = await stage.cards.ids(CardFilter(), Sort("msisdn"))
        north = Beginning("remark", "NORTH")

        async def from_row(start: int, step: int) -> int | None:
            return await stage.cards.seek(ids, north, start, step)

        assert [await from_row(start, 1) for start in range(6)] == [1, 1, 2, 5, 5, 5]
        assert [await from_row(start, -1) for start in (5, 4, 2, 1, 0)] == [5, 2, 2, 1, 5]
        assert await stage.cards.seek(ids, Beginning("msisdn", "14404"), 0) == 3
        assert await stage.cards.seek(ids, Beginning("msisdn", "9"), 0) is None
        status = Term("status", Operator.ANY_OF, (999,))
        assert await stage.cards.seek(ids, status, 0) is None


async def test_a_card_is_found_by_the_beginning_of_any_of_its_tags(tmp_path: Path) -> None:
    rows = [
        a_card_row(),
        a_card_row(id=2, instance_id="2", tags=("depot", "North")),
    ]
    async with staged(tmp_path, rows) as stage:
        ids = array("q", [1, 2])
        assert await stage.cards.seek(ids, Beginning("tag", "no"), 0) == 1
        assert await stage.cards.seek(ids, Beginning("tag", "epot"), 0) is None


async def test_every_text_can_be_sought(tmp_path: Path) -> None:
    async with staged(tmp_path, [a_card_row()]) as stage:
        for field in WITH_TEXT:
            assert await stage.cards.seek(array("q", [1]), Beginning(field, "zzz"), 0) is None


async def test_values_are_counted_on_the_day_of_the_fleet(tmp_path: Path) -> None:
    rows = [
        a_card_row(expires_at=a_moment(2026, 6, 20, 23, 59, 59), cycle_usage_kb=3),
        a_card_row(id=2, instance_id="2", expires_at=a_moment(2026, 7, 31, 23, 59, 59)),
    ]
    async with staged(tmp_path, rows) as stage:
        found = await stage.cards.value_counts(parse_filter("expires<7d"), "status")
        assert [(one.count, one.usage_kb) for one in found.rows] == [(1, 3)]
        assert (await stage.cards.value_counts([1, 2], "expires")).different == 2
