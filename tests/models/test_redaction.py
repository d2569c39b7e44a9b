"""Redaction: no form of a secret survives, no card number is whole, one record is one line."""

import base64
import json
import string
from urllib.parse import quote, quote_plus, urlencode

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from simdesk.models.redaction import HIDDEN, LONGEST, Redactor
from simdesk.models.texts import Text, text

# Anything that a key or password may hold; letters of the marks themselves are no part of one.
SECRETS = st.text(
    st.characters(codec="utf-8", exclude_characters="•…"), min_size=8, max_size=40
).filter(lambda words: len(set(words)) > 3)
KEYS = st.text(string.ascii_letters + string.digits + "+/=_-", min_size=8, max_size=40)
AROUND = st.text(st.characters(codec="utf-8", exclude_characters="•…"), max_size=60)
PLAIN = st.lists(
    st.text(string.ascii_lowercase, min_size=1, max_size=12)
    | st.integers(0, 9_999_999_999).map(str),
    max_size=12,
).map(" ".join)

SPELLINGS = {
    "as it is": lambda secret: secret,
    "in a URL": lambda secret: quote(secret, safe=""),
    "in a form": quote_plus,
    "in a query": lambda secret: urlencode({"q": secret}),
    "in small percents": lambda secret: "%".join(
        part if at == 0 else part[:2].lower() + part[2:]
        for at, part in enumerate(quote(secret, safe="").split("%"))
    ),
    "signed": lambda secret: quote(quote(secret, safe=""), safe=""),
    "as JSON": json.dumps,
    "as JSON with letters": lambda secret: json.dumps(secret, ensure_ascii=False),
    "as JSON in JSON": lambda secret: json.dumps(json.dumps({"q": secret})),
    "as repr": repr,
    "as bytes": lambda secret: repr(secret.encode()),
    "as base64": lambda secret: base64.b64encode(secret.encode()).decode(),
    "as base64 of a URL": lambda secret: base64.urlsafe_b64encode(secret.encode()).decode(),
    "after a user's name": lambda secret: base64.b64encode(f"ab:{secret}".encode()).decode(),
    "between others": lambda secret: base64.b64encode(f"x{secret}yz".encode()).decode(),
    "as hex": lambda secret: secret.encode().hex(),
}


def core(spelling: str, secret: str) -> str:
    """What of a spelling is the secret's own: without what stands around it."""
    words = SPELLINGS[spelling](secret)
    if spelling in ("after a user's name", "between others"):
        return words[4:-4]
    if spelling == "in a query":
        return words[2:]
    if spelling == "as JSON in JSON":
        return words[10:-5]
    if spelling.startswith("as base64"):
        return words.rstrip("=")[:-1]
    return words.strip("b'\"") if spelling.startswith("as ") else words


@given(SECRETS, AROUND, AROUND)
def test_no_form_of_a_secret_survives(secret: str, before: str, after: str) -> None:
    redactor = Redactor([secret])
    for spelling, spelled in SPELLINGS.items():
        told = f"{before}{spelled(secret)}{after}"
        inner = core(spelling, secret)
        assume(len(inner) >= 6)
        for shown in (redactor.line(told), redactor.text(told), redactor.secrets(told)):
            assert inner not in shown, spelling


@given(SECRETS, AROUND, KEYS)
def test_twice_is_once(secret: str, around: str, key: str) -> None:
    redactor = Redactor([secret])
    for told in (
        f"{around}{secret}{around}",
        f"{around} Signature={key}&x={secret} {around}",
        f"{around} {json.dumps({'accessKey': key, 'note': around})} 89860321000000001234",
    ):
        once = redactor.line(told)
        assert redactor.line(once) == once
        shown = redactor.text(told)
        assert redactor.text(shown) == shown
        hidden = redactor.secrets(told)
        assert redactor.secrets(hidden) == hidden


@given(PLAIN)
def test_plain_words_stay(words: str) -> None:
    assume("bearer " not in words)
    assume("basic " not in words)
    assert Redactor(["Xy7+secretive"]).line(words) == words


@given(AROUND)
def test_one_record_is_one_line(words: str) -> None:
    shown = Redactor().line(words)
    assert len(shown.splitlines()) <= 1
    assert all(letter.isprintable() or letter not in "\x1b\x07\x85" for letter in shown)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("AccessKeyId=LTAI5tAbc&Action=Renew", f"AccessKeyId={HIDDEN}&Action=Renew"),
        ("GET&%2F&AccessKeyId%3DLTAI5t%26Action%3DRenew", f"GET&%2F&AccessKeyId%3D{HIDDEN}%26"),
        ('{"accessKeySecret": "a\\"b c", "page": 1}', f'"accessKeySecret": "{HIDDEN}", "page": 1'),
        ("{'api-key': 'a b', 'page': 1}", f"{{'api-key': '{HIDDEN}', 'page': 1}}"),
        ("{'token': b'a b'}", f"{{'token': b'{HIDDEN}'}}"),
        ('"{\\"password\\": \\"a b\\", \\"n\\": 1}"', f'\\"password\\": \\"{HIDDEN}\\", \\"n'),
        ("[('Signature', 'abc='), ('Page', '1')]", f"[('Signature', '{HIDDEN}'), ('Page', '1')]"),
        ("Authorization: Bearer abc def\nPage: 1", f"Authorization: {HIDDEN}\nPage: 1"),
        ("Cookie: a=1; b=2\nPage: 1", f"Cookie: {HIDDEN}\nPage: 1"),
        ("pwd = hunter22, page = 1", f"pwd = {HIDDEN}, page = 1"),
        ("X-Acs-Security-Token: abc page", f"X-Acs-Security-Token: {HIDDEN} page"),
        ("sign=9f2c&t=1", f"sign={HIDDEN}&t=1"),
        ("ConnectionResetError: key=secret", f"ConnectionResetError: key={HIDDEN}"),
        ("https://user:pa%20ss@host/x", f"https://{HIDDEN}@host/x"),
        ("sent Bearer abcdefghijklmnop.q", f"sent Bearer {HIDDEN}"),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- page",
            f"{HIDDEN} page",
        ),
    ],
)
def test_what_stands_under_a_secret_name_is_hidden(told: str, shown: str) -> None:
    assert shown in Redactor().secrets(told)


@pytest.mark.parametrize(
    "words",
    [
        "KeyError: 'carrier'",
        "monkey=1 keyboard: 2 design=3 author: Li Na",
        "the key is under the mat; tokens were few",
        "operation 0f3a9c12345678901234bcde00112233 ended",
        "2026-06-15T09:04:01.123456 INFO done=10000 of=1000000",
    ],
)
def test_what_gives_nothing_away_stays(words: str) -> None:
    assert Redactor().line(words) == words


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("ICCID 89860321000000005668", "ICCID 898603…5668"),
        ("iccid8986032100000000566", "iccid898603…0566"),
        ("898603210000A000566B", "898603…566B"),
        ("IMSI 460081912345678", "IMSI 460081…5678"),
        ("1440993000001,1440993000002", "144099…0001,144099…0002"),
        ("MSISDN +8614409930001", "MSISDN +861440…0001"),
        ("card 1234567890", "card 1234567890"),
    ],
)
def test_card_numbers_are_shortened(told: str, shown: str) -> None:
    assert Redactor().line(told) == shown
    assert Redactor().secrets(told) == told


def test_line_breaks_and_terminal_codes_are_escaped() -> None:
    told = "a\r\nb\tc\x1b[31m\u2028\u202e"
    assert Redactor().line(told) == "a\\r\\nb\\tc\\x1b[31m\\u2028\\u202e"
    assert Redactor().text(told) == "a\\r\nb\\tc\\x1b[31m\\u2028\\u202e"


@pytest.mark.parametrize("beyond", [-4, 0, 1, 70, 5_000])
def test_a_long_body_is_cut_and_no_secret_halved_at_the_cut(beyond: int) -> None:
    redactor = Redactor(["Xy7+secretive"])
    before = "." * (LONGEST - 70)
    told = before + "Xy7+secretive" + "." * (beyond + 57)
    shown = redactor.line(told)
    assert len(shown) <= LONGEST
    assert "Xy7" not in shown
    assert redactor.line(shown) == shown


def test_a_body_of_a_hundred_megabytes_takes_no_longer_than_one_of_one() -> None:
    shown = Redactor().line("a" * 100_000_000)
    assert shown.endswith("… (99000064 characters cut)")
    for hard in ("key" * 400_000, '\\"' * 600_000, "://" * 400_000, "-----BEGIN" * 100_000):
        Redactor().line(hard)


def test_sentences_keep_their_form() -> None:
    redactor = Redactor(["Xy7+secretive"])
    words = text("It said {why}: {more}", why="Xy7+secretive", more=text("{n}", n=3))
    assert redactor.sentence(words) == text(
        "It said {why}: {more}", why=HIDDEN, more=text("{n}", n=3)
    )
    assert redactor.sentence(Text("key: {key}", (("key", 1),))) == Text("key: {key}", (("key", 1),))


def test_settings_are_hidden_by_their_names() -> None:
    settings = {
        "provider": {"access_key": ["a", "b"], "page": 1, "card": 89860321000000005668},
        "seen": ["89860321000000005668", True, None, 1.5],
    }
    assert Redactor().tree(settings) == {
        "provider": {"access_key": HIDDEN, "page": 1, "card": "898603…5668"},
        "seen": ["898603…5668", True, None, 1.5],
    }


def test_a_secret_too_short_to_hide_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than 6"):
        Redactor(["12345"])
