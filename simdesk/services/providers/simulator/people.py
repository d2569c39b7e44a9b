"""The words and numbers of one new card: identity, tags, remark, sub-cards."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from simdesk.services.providers.simulator import chance, identities
from simdesk.services.providers.simulator.catalog import (
    APNS,
    GROUPS,
    KINDS,
    PLACES,
    SIM_TYPES,
    STOCKS,
    TAGS,
)

_SUB_SERIALS: Final = 500_000_000
_TAGS: Final = tuple(name for name, often in TAGS.items() for _ in range(often))
_CARRIER_SETS: Final = (
    ("CMCC", "CUCC"),
    ("CMCC", "CUCC", "CTCC"),
    ("CUCC", "CTCC"),
    ("CMCC", "CTCC"),
)


@dataclass(frozen=True, slots=True)
class Bits:
    """Two 64-bit draws of one card, dealt out in small pieces."""

    first: int
    second: int

    def of(self, size: int, shift: int) -> int:
        """A number below `size`, from the bits at `shift` (0-120)."""
        word = self.first if shift < 64 else self.second
        return (word >> shift % 64 & 0xFFFF) * size >> 16


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What is drawn before a card gets its words; `opened` is in seconds, `level` KB a day."""

    card: int
    stock: int
    kind: int
    level: int
    opened: int
    year: int
    bits: Bits
    order: str = ""
    """The order that a card is delivered for; it has no words of the operator's yet."""


def serials_of(seed: int) -> int:
    """Where the numbers of a world's cards begin."""
    return seed * 1_000_003 % 300_000_000


def card_row(base: int, one: Newcomer) -> tuple[object, ...]:
    """A row for table `card`. `base` shifts all numbers of this world."""
    card, stock, kind, bits = one.card, one.stock, one.kind, one.bits
    voucher = STOCKS[stock].voucher
    serial = base + card
    carrier = str(voucher.carrier)
    smart = carrier == "VNO"
    directional = voucher.plan_type.value in ("SCD", "SFD", "UPG")
    return (
        card,
        identities.iccid(carrier, one.year, serial),
        str(2_600_000_000 + serial),
        stock + 1,
        int(smart),
        kind,
        one.level,
        "" if smart else identities.msisdn(carrier, serial),
        "" if smart else identities.imsi(carrier, serial),
        "" if smart else identities.address(serial),
        one.opened,
        one.order or order_number(stock, one.opened),
        SIM_TYPES[bits.of(len(SIM_TYPES), 0)],
        "5G" if KINDS[kind].low > 10_000 and bits.of(3, 8) == 0 else "4G",
        APNS[carrier],
        identities.segment(serial) if directional else "",
        "enterprise",
        int(bits.of(4, 12) == 0),
        GROUPS[bits.of(len(GROUPS), 16)] if directional else "",
        "" if one.order else "\n".join(_tags(bits)),
        "" if one.order else _remark(kind, card, bits),
    )


def order_number(stock: int, opened: int) -> str:
    """The purchase that brought the card: one order for a voucher and a fortnight."""
    return _first_order(stock, opened // 1_209_600)


@lru_cache(maxsize=4_096)
def _first_order(stock: int, fortnight: int) -> str:
    return f"21{fortnight:05d}{stock:03d}{identities.scattered(stock * 997 + 31, 5)}"


@dataclass(frozen=True, slots=True)
class Channels:
    """The sub-cards' share in a smart card; `begun` is when traffic may flow, 0 for not yet.

    Where `partial`, the holds are the first sub-card's alone.
    """

    card: int
    begun: int
    holds: int
    partial: bool
    cycle_kb: int
    bits: Bits


def sub_rows(base: int, smart: Channels) -> list[tuple[object, ...]]:
    """Rows for table `sub_card`."""
    card, bits = smart.card, smart.bits
    carriers = _CARRIER_SETS[bits.of(len(_CARRIER_SETS), 20)]
    weights = [20 + bits.of(60, 24 + 8 * place) for place in range(len(carriers))]
    shares = split(smart.cycle_kb, weights)
    rows: list[tuple[object, ...]] = []
    for seq, carrier in enumerate(carriers):
        serial = _SUB_SERIALS + (base + card) * 4 % 400_000_000 + seq
        mask = smart.holds if not smart.partial or seq == 0 else 0
        rows.append(
            (
                card, seq, identities.iccid(carrier, 2024, serial), carrier,
                identities.sub_msisdn(carrier, serial), identities.imsi(carrier, serial),
                identities.address(serial), APNS[carrier], "", int(bits.of(4, 12) == 0),
                weights[seq], mask, 1, 0 if mask else smart.begun, 0, shares[seq], 0,
            )
        )  # fmt: skip
    return rows


def split(amount: int, weights: list[int]) -> list[int]:
    """Whole parts of `amount` by weight that add up to it; the first takes what rounding leaves."""
    total = sum(weights)
    parts = [amount * weight // total for weight in weights]
    parts[0] += amount - sum(parts)
    return parts


def bits_of(seed: int, ids: chance.Ids) -> list[Bits]:
    first = chance.hashes(chance.key(seed, "words 1"), ids).tolist()
    second = chance.hashes(chance.key(seed, "words 2"), ids).tolist()
    return [Bits(*pair) for pair in zip(first, second, strict=True)]


def _tags(bits: Bits) -> list[str]:
    count = (0, 0, 1, 1, 1, 2, 2, 3)[bits.of(8, 64)]
    drawn = (_TAGS[bits.of(len(_TAGS), shift)] for shift in (112, 48, 36)[:count])
    return list(dict.fromkeys(drawn))


def _remark(kind: int, card: int, bits: Bits) -> str:
    english, chinese = PLACES[bits.of(len(PLACES), 80)]
    device, number = KINDS[kind], 1 + bits.of(60, 88)
    match bits.of(20, 96):
        case style if style < 10:
            return ""
        case 10:
            return f"{chinese} {device.chinese} {number}号（待检修）"
        case 11:
            return f"{device.name} {number}, replaced, see ticket {1000 + card % 9000}"
        case style if style < 16:
            return f"{device.name} {number}, {english}"
        case _:
            return f"{chinese}{number}号{device.chinese}"
