"""The text form: what each notation means, what is refused, where and with which remedy."""

from datetime import date

import pytest

from simdesk.models.filter_text import (
    FilterError,
    completions,
    filter_text,
    parse_filter,
    term_text,
    term_words,
)
from simdesk.models.filters import CardFilter, Operator, RelativeDay, Term
from simdesk.models.usage import KB_PER_GB, KB_PER_MB

MB, GB = KB_PER_MB, KB_PER_GB
ANY, RANGE, NONE, CONTAINS = Operator.ANY_OF, Operator.RANGE, Operator.NONE, Operator.CONTAINS

MEANINGS = [
    ("carrier:CMCC", Term("carrier", ANY, ("CMCC",))),
    ("carrier:cmcc", Term("carrier", ANY, ("CMCC",))),
    ('carrier:"china mobile"', Term("carrier", ANY, ("CMCC",))),
    ("CARRIER:CMCC", Term("carrier", ANY, ("CMCC",))),
    ("status:in_use", Term("status", ANY, (30,))),
    ('status:"in use"', Term("status", ANY, (30,))),
    ("status:InUse", Term("status", ANY, (30,))),
    ("status=in-use,STOPPED", Term("status", ANY, (30, 40))),
    ("status:30,999", Term("status", ANY, (30, 999))),
    ('specific:"Suspended (usage limit)"', Term("specific", ANY, (300,))),
    ('specific:"manually deactivated"', Term("specific", ANY, (200,))),
    ("plan:sc", Term("plan", ANY, ("SC",))),
    ("cycle:month,1112", Term("cycle", ANY, (1101, 1112))),
    ("usage>=100MB", Term("usage", RANGE, low=100 * MB)),
    ("usage:>=100MB", Term("usage", RANGE, low=100 * MB)),
    ("usage>1.5gb", Term("usage", RANGE, low=3 * GB // 2, low_open=True)),
    ("usage<=1GB", Term("usage", RANGE, high=GB)),
    ("usage<1GB", Term("usage", RANGE, high=GB, high_open=True)),
    ("usage:1MB..2GB", Term("usage", RANGE, low=MB, high=2 * GB)),
    ("usage:1MB..", Term("usage", RANGE, low=MB)),
    ("usage:..2GB", Term("usage", RANGE, high=2 * GB)),
    ("usage:1MB<..<2GB", Term("usage", RANGE, (), MB, 2 * GB, True, True)),
    ('usage:"1 MB..1,024 MB"', Term("usage", RANGE, low=MB, high=GB)),
    ("usage:..<2GB", Term("usage", RANGE, high=2 * GB, high_open=True)),
    ("usage:1MB..1MB", Term("usage", RANGE, low=MB, high=MB)),
    ("left_share<=10%", Term("left_share", RANGE, high=10)),
    ("left_share<=10", Term("left_share", RANGE, high=10)),
    ("sms:0,3", Term("sms", ANY, (0, 3))),
    ("expires<2026-12-31", Term("expires", RANGE, high=date(2026, 12, 31), high_open=True)),
    ("expires<30d", Term("expires", RANGE, high=RelativeDay(30), high_open=True)),
    ("expires:today", Term("expires", ANY, (RelativeDay(0),))),
    ("expires:TODAY..+7D", Term("expires", RANGE, low=RelativeDay(0), high=RelativeDay(7))),
    ("synced<-7d", Term("synced", RANGE, high=RelativeDay(-7), high_open=True)),
    ("expires:-7d..2026-12-31",
     Term("expires", RANGE, low=RelativeDay(-7), high=date(2026, 12, 31))),
    ("auto_renew:yes", Term("auto_renew", ANY, (True,))),
    ("auto-renew:OFF", Term("auto_renew", ANY, (False,))),
    ("tag:depot,test", Term("tag", ANY, ("depot", "test"))),
    ('tag:"a,b","say \\"hi\\""', Term("tag", ANY, ("a,b", 'say "hi"'))),
    ("tag:none", Term("tag", NONE)),
    ("tag:NONE", Term("tag", NONE)),
    ('tag:"none"', Term("tag", ANY, ("none",))),
    ("tag:none,x", Term("tag", ANY, ("none", "x"))),
    ('tag:"a..b"', Term("tag", ANY, ("a..b",))),
    ("-tag:test", Term("tag", ANY, ("test",), negated=True)),
    ("~tag:test", Term("tag", ANY, ("test",), enabled=False)),
    ("~-tag:test", Term("tag", ANY, ("test",), negated=True, enabled=False)),
    ("-~tag:test", Term("tag", ANY, ("test",), negated=True, enabled=False)),
    ('remark:"north gate"', Term("remark", CONTAINS, ("north gate",))),
    ("remark:a\\b", Term("remark", CONTAINS, ("a\\b",))),
    ('remark:"a\\\\b\\n\\t\\r"', Term("remark", CONTAINS, ("a\\b\n\t\r",))),
    ("iccid:898603", Term("iccid", ANY, ("898603",))),
    ('iccid:"8986 0321-0000"', Term("iccid", ANY, ("898603210000",))),
    ("cancelled:any", Term("cancelled", ANY, ("any",))),
    ("north", Term(None, CONTAINS, ("north",))),
    ('"north gate"', Term(None, CONTAINS, ("north gate",))),
    ("-north", Term(None, CONTAINS, ("north",), negated=True)),
    ('-"-x"', Term(None, CONTAINS, ("-x",), negated=True)),
    ("~north", Term(None, CONTAINS, ("north",), enabled=False)),
    ("5668,5669", Term(None, CONTAINS, ("5668", "5669"))),
    ("北门:3", Term(None, CONTAINS, ("北门:3",))),
    ("12:30", Term(None, CONTAINS, ("12:30",))),
    ("１２", Term(None, CONTAINS, ("１２",))),
    ('"OR"', Term(None, CONTAINS, ("OR",))),
    ("or", Term(None, CONTAINS, ("or",))),
    ('"status:in_use"', Term(None, CONTAINS, ("status:in_use",))),
]  # fmt: skip


@pytest.mark.parametrize(("words", "term"), MEANINGS)
def test_meanings(words: str, term: Term) -> None:
    assert parse_filter(words).terms == (term,)
    assert parse_filter(term_text(term)).terms == (term,)


def test_the_example_is_written_as_it_was_read() -> None:
    words = (
        "carrier:CMCC status:in_use usage>=100MB expires<2026-12-31 tag:depot -tag:test "
        'remark:"north gate"'
    )
    assert filter_text(parse_filter(words)) == words


@pytest.mark.parametrize("words", ["", "  ", "\t\n\u3000"])
def test_nothing_asks_nothing(words: str) -> None:
    assert parse_filter(words) == CardFilter()
    assert filter_text(CardFilter()) == ""


def test_any_blank_separates() -> None:
    assert len(parse_filter(" a\tb\nc\u3000tag:d  ").terms) == 4


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("usage:1GB..", "usage>=1GB"),
        ("usage:..1536MB", "usage<=1536MB"),
        ("usage:1.5GB..2GB", "usage:1536MB..2GB"),
        ("left_share<=10", "left_share<=10%"),
        ("expires:0d", "expires:today"),
        ("expires<+7d", "expires<7d"),
        ('status:"In Use",40', "status:in_use,stopped"),
        ("smart:true", "smart:yes"),
        ('"north"', "north"),
        ('tag:"none","(x","-y"', 'tag:"none","(x","-y"'),
    ],
)
def test_one_way_to_write_it(words: str, written: str) -> None:
    assert filter_text(parse_filter(words)) == written


# What is wrong, the marked place, what is said, what to write instead.
REFUSED = [
    ("stats:in_use", "stats", "no field “stats”", "Did you mean status"),
    ("tag:x expiry<30d", "expiry", "no field “expiry”", "Did you mean expires"),
    ("zzz:1", "zzz", "no field “zzz”", "put them in quotes"),
    ("x" * 60 + ":1", "x" * 60, "no field “xxx", "put them in quotes"),
    ("status>=in_use", ">=", "“>=” does not go with status", "Write status:…"),
    ("remark>x", ">", "“>” does not go with remark", "Write remark:…"),
    ("tag!=x", "!=", "“!=” does not go with tag", "Write -tag:…"),
    ("usage<>1MB", "<>", "“<>” does not go with usage", "Write -usage:…"),
    ("auto_renew:a..b", "a..b", "auto_renew has no ranges", "in quotes"),
    ("tag:a..b", "a..b", "tag has no ranges", "in quotes"),
    ("status:foo", "foo", "“foo” is no value of status", "testable, inactive, in_use"),
    ("status:in_use,foo", "foo", "“foo” is no value of status", "Write one of"),
    ("carrier:999", "999", "is no value of carrier", "CMCC, CUCC, CTCC, VNO"),
    ("cycle:999", "999", "is no value of cycle", "month, quarter"),
    ("status:３０", "３０", "is no value of status", "Write one of"),
    ("cancelled:none", "none", "is no value of cancelled", "no, any, yes"),
    ("auto_renew:maybe", "maybe", "no answer to auto_renew", "Write yes or no"),
    ("auto_renew:none", "none", "no answer to auto_renew", "Write yes or no"),
    ("usage>=100", "100", "is not a data size", "such as 100MB"),
    ("usage>=１00MB", "１00MB", "is not a data size", "such as 100MB"),
    ("usage>=1,024MB", "1,024MB", "Only one value", "without commas"),
    ("usage:1MB..2MB,5MB", "1MB..2MB,5MB", "A range stands alone", "usage:low..high"),
    ("usage:..", "..", "no end at all", "-usage:none"),
    ("usage:2MB..1MB", "2MB..1MB", "Nothing lies between 2MB and 1MB", "smaller end first"),
    ("usage:1MB<..1MB", "1MB<..1MB", "Nothing lies between", "smaller end first"),
    ("expires:30d..-1d", "30d..-1d", "Nothing lies between 30d and -1d", "smaller end first"),
    ("expires:2026-12-31..2026-01-01", "2026-12-31..2026-01-01", "Nothing lies", "smaller end"),
    ("sms:1.5", "1.5", "not a whole number", "such as sms:10"),
    ("sms:١٢", "١٢", "not a whole number", "digits only"),
    ("sms:-1", "-1", "not a whole number", "digits only"),
    ("sms:" + "9" * 5_000, "9" * 5_000, "not a whole number", "digits only"),
    ("expires<31.12.2026", "31.12.2026", "is not a day", "2026-12-31"),
    ("expires<2026-2-3", "2026-2-3", "is not a day", "30d (in 30 days)"),
    ("expires<2026-02-30", "2026-02-30", "There is no day 2026-02-30", None),
    ("expires<99999d", "99999d", "is not a day", "30d"),
    ("expires<٣0d", "٣0d", "is not a day", "30d"),
    ("iccid:8986*", "8986*", "not part of any ICCID", "iccid:898603"),
    ("msisdn:１４４０９９", "１４４０９９", "not part of any MSISDN", "msisdn:898603"),
    ("tag:", ":", "A value is missing", "tag:none"),
    ("tag:a,,b", ",", "A value is missing", "tag:none"),
    ('tag:""', '""', "A value is missing", "tag:none"),
    ("usage>=", "=", "A value is missing", "usage:none"),
    ('remark:"north', '"north', "A quote is not closed", 'Write "'),
    ('a "', '"', "A quote is not closed", 'Write "'),
    ('"x"y', "y", "follows the closing quote", "blank"),
    ('"\\x"', "\\x", "means nothing here", "\\\\"),
    ("-", "-", "Nothing follows “-”", "in quotes"),
    ("- x", "-", "Nothing follows “-”", "in quotes"),
    ("~", "~", "Nothing follows “~”", "in quotes"),
    ('""', '""', "The quotes are empty", None),
    ("north,", "north,", "A word is missing", None),
    ("a OR b", "OR", "“OR” is not part", "status:in_use,stopped"),
    ("(status:in_use", "(status:in_use", "is not part of this language", "in quotes"),
    ("status：in_use", "status：in_use", "full-width sign", "ordinary :"),
    ("-Tag＝x", "Tag＝x", "full-width sign", "ordinary :"),
    ("“north gate”", "“north", "Curly quotes", "straight quotes"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "place", "message", "remedy"), REFUSED)
def test_refused_with_place_and_remedy(
    words: str, place: str, message: str, remedy: str | None
) -> None:
    with pytest.raises(FilterError) as caught:
        parse_filter(words)
    error = caught.value
    assert words[error.start : error.end] == place
    assert message in str(error.message)
    assert remedy is None or remedy in str(error.remedy)
    assert len(str(error)) < 400


@pytest.mark.parametrize("word", ["AND", "OR", "NOT", "&&", "||"])
def test_words_of_other_languages_are_refused_and_quoted(word: str) -> None:
    with pytest.raises(FilterError, match="not part of this language"):
        parse_filter(f"a {word} b")
    assert term_text(Term(None, CONTAINS, (word,))) == f'"{word}"'


def test_only_the_first_mistake_is_told() -> None:
    with pytest.raises(FilterError) as caught:
        parse_filter("carrier:CMCC usage:x status:y")
    assert (caught.value.start, caught.value.end) == (19, 20)


@pytest.mark.parametrize(
    "term",
    [
        Term("usage", RANGE),
        Term("tag", ANY),
        Term(None, CONTAINS),
    ],
)
def test_what_has_no_text_form(term: Term) -> None:
    with pytest.raises(ValueError):
        term_text(term)


@pytest.mark.parametrize(
    ("words", "chip"),
    [
        ("status:in_use", "status: In Use"),
        ("status:in_use,stopped", "status: In Use, Stopped"),
        ("status:999", "status: 999"),
        ("carrier:CMCC,CUCC,CTCC,VNO",
         "carrier: China Mobile, China Unicom, China Telecom and 1 more"),
        ("usage>=100MB", "usage >= 100 MB"),
        ("usage<1536MB", "usage < 1,536 MB"),
        ("usage:1MB..2GB", "usage: 1 MB to 2 GB"),
        ("usage:1MB<..2GB", "1 MB < usage <= 2 GB"),
        ("usage:1MB..<2GB", "1 MB <= usage < 2 GB"),
        ("left_share<=10%", "left share <= 10 %"),
        ("sms>3", "sms > 3"),
        ("expires<30d", "expires < today + 30 days"),
        ("expires>=-7d", "expires >= today - 7 days"),
        ("expires:today,1d,-1d", "expires: today, tomorrow, yesterday"),
        ("expires:2026-12-31", "expires: 2026-12-31"),
        ("auto_renew:yes", "auto renew: yes"),
        ("smart:no", "smart: no"),
        ("-tag:test", "not tag: test"),
        ("~tag:test", "tag: test"),
        ("tag:none", "tag: none"),
        ("-tag:none", "not tag: none"),
        ('remark:"north gate"', "remark: “north gate”"),
        ('-"north gate"', "not “north gate”"),
        ("iccid:898603", "iccid: 898603"),
        ("cancelled:any", "cancelled: Include"),
    ],
)  # fmt: skip
def test_chips(words: str, chip: str) -> None:
    assert str(term_words(parse_filter(words).terms[0])) == chip


def test_a_chip_for_any_term() -> None:
    assert str(term_words(Term("usage", RANGE))) == "usage: any"
    assert str(term_words(Term("tag", ANY))) == "tag: -"


def _offered(typed: str, known: tuple[str, ...] = ()) -> list[str]:
    """What is offered at the caret, written as | in `typed`."""
    position = typed.index("|")
    words = typed.replace("|", "")
    return [
        words[: one.start] + one.insert + words[one.end :]
        for one in completions(words, position, lambda field: (*known, f"<{field}>"))
    ]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("stat|", ["status:"]),
        ("tag:x STA|", ["tag:x status:"]),
        ("-expi|", ["-expires<"]),
        ("~usa| tag:x", ["~usage>= tag:x"]),
        ("status:in_|", ["status:in_use"]),
        ("status:|_use", ["status:testable_use", "status:inactive_use", "status:in_use_use",
                          "status:suspended_use", "status:stopped_use", "status:cancelled_use"]),
        ("method:no|", ["method:none", "method:carrier_status_push"]),
        ("status:stopped,can|", ["status:stopped,cancelled"]),
        ('status:"in u|', ["status:in_use"]),
        ("status:in_use|", []),
        ("smart:|", ["smart:yes", "smart:no"]),
        ("cancelled:a|", ["cancelled:any", "cancelled:no"]),
        ("auto-renew:y|", ["auto-renew:yes"]),
        ("tag:de|", ["tag:depot", 'tag:"the depot"']),
        ('tag:"the d|', ['tag:"the depot"']),
        ("tag:x,de|", ["tag:x,depot", 'tag:x,"the depot"']),
        ("tag:non|", ["tag:none"]),
        ("tag:a,non|", []),
        ("expires<to|", ["expires<today"]),
        ("usage>=1G|", ["usage>=1GB"]),
        ("imei:no|", ["imei:none"]),
        ("sms>|", []),
        ("zzz:|", []),
        ("zzz|", []),
        ('"sta|', []),
        ('tag:"x"|', []),
        ('"x"y sta|', []),
        ("north,sta|", []),
    ],
)  # fmt: skip
def test_completions(typed: str, offered: list[str]) -> None:
    assert _offered(typed, ("depot", "the depot", "north")) == offered


def test_completion_asks_for_the_field() -> None:
    assert _offered("apn:ap|") == ['apn:"<apn>"']


def test_every_field_is_offered_on_a_blank_line() -> None:
    offered = completions("", 0, lambda field: ())
    assert {one.insert.rstrip(":<>=") for one in offered} >= {"status", "usage", "expires", "tag"}
    assert all(str(one.label) for one in offered)


def test_many_known_values_are_cut_to_fifty() -> None:
    many = tuple(f"tag {number}" for number in range(200))
    assert len(completions("tag:", 4, lambda field: many)) == 50
