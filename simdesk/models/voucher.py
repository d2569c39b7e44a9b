"""Plan vouchers: their text, their parts and what each plan type allows (domain.md 3.1, 3.2)."""

import re
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum
from typing import Final, TypeVar

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, shortened, text
from simdesk.models.usage import KB_PER_GB, KB_PER_MB

_E = TypeVar("_E", bound=Enum)


def _untold(kind: type[_E], made: _E) -> _E:
    """A member that is none: what a card has when nobody told, as in a spreadsheet.

    Stored as the empty text or 0, shown as nothing, and not among the members that can be chosen.
    """
    made._name_ = "UNTOLD"
    made._value_ = kind._member_type_()  # type: ignore[attr-defined]  # "" or 0
    return made


class Carrier(StrEnum):
    """A mobile operator; VNO is the virtual carrier of smart cards (domain.md 1)."""

    CMCC = "CMCC"
    CUCC = "CUCC"
    CTCC = "CTCC"
    VNO = "VNO"

    @classmethod
    def _missing_(cls, value: object) -> "Carrier | None":
        return UNTOLD_CARRIER if value == "" else None

    @property
    def label(self) -> Text:
        return text(_CARRIER_LABELS[self])


UNTOLD_CARRIER: Final = _untold(Carrier, str.__new__(Carrier, ""))
_CARRIER_LABELS = {
    UNTOLD_CARRIER: "",
    Carrier.CMCC: QT_TRANSLATE_NOOP("trade", "China Mobile"),
    Carrier.CUCC: QT_TRANSLATE_NOOP("trade", "China Unicom"),
    Carrier.CTCC: QT_TRANSLATE_NOOP("trade", "China Telecom"),
    Carrier.VNO: QT_TRANSLATE_NOOP("trade", "Virtual carrier"),
}


class PlanType(StrEnum):
    """The tariff family of a card, with the voucher's own letters (domain.md 3.1)."""

    SC = "SC"
    SCD = "SCD"
    SF = "SF"
    SFD = "SFD"
    UP = "UP"
    UPG = "UPG"

    @classmethod
    def _missing_(cls, value: object) -> "PlanType | None":
        return UNTOLD_PLAN if value == "" else None

    @property
    def label(self) -> Text:
        return text(_PLAN_LABELS[self])

    @property
    def single_card(self) -> bool:
        """Each card has its own quota."""
        return self in (PlanType.SC, PlanType.SCD)

    @property
    def same_tier(self) -> bool:
        """Cards bring equal tiers into a shared pool."""
        return self in (PlanType.SF, PlanType.SFD)

    @property
    def pooled(self) -> bool:
        """A pool bought as a block; its cards have no tier, no expiry and no top-up."""
        return self in (PlanType.UP, PlanType.UPG)


UNTOLD_PLAN: Final = _untold(PlanType, str.__new__(PlanType, ""))
_PLAN_LABELS = {
    UNTOLD_PLAN: "",
    PlanType.SC: QT_TRANSLATE_NOOP("trade", "Single-card"),
    PlanType.SCD: QT_TRANSLATE_NOOP("trade", "Single-card directional"),
    PlanType.SF: QT_TRANSLATE_NOOP("trade", "Same-tier pool"),
    PlanType.SFD: QT_TRANSLATE_NOOP("trade", "Same-tier pool directional"),
    PlanType.UP: QT_TRANSLATE_NOOP("trade", "Pooled"),
    PlanType.UPG: QT_TRANSLATE_NOOP("trade", "Pooled directional"),
}


class BillingCycle(IntEnum):
    """Length of a plan's cycle; only months and years can be bought (domain.md 9, row 3)."""

    MONTH = 1101
    QUARTER = 1103
    HALF_YEAR = 1106
    YEAR = 1112

    @classmethod
    def _missing_(cls, value: object) -> "BillingCycle | None":
        return UNTOLD_CYCLE if value == 0 else None

    @property
    def months(self) -> int:
        return max(0, self.value - 1100)

    @property
    def label(self) -> Text:
        return text(_CYCLE_LABELS[self])


UNTOLD_CYCLE: Final = _untold(BillingCycle, int.__new__(BillingCycle, 0))
_CYCLE_LABELS = {
    UNTOLD_CYCLE: "",
    BillingCycle.MONTH: QT_TRANSLATE_NOOP("trade", "Month"),
    BillingCycle.QUARTER: QT_TRANSLATE_NOOP("trade", "Quarter"),
    BillingCycle.HALF_YEAR: QT_TRANSLATE_NOOP("trade", "Half year"),
    BillingCycle.YEAR: QT_TRANSLATE_NOOP("trade", "Year"),
}

_CARRIER_LETTERS = {
    "CM": Carrier.CMCC,
    "CU": Carrier.CUCC,
    "CT": Carrier.CTCC,
    "AL": Carrier.VNO,
}
_CYCLE_LETTERS = {"M": BillingCycle.MONTH, "Y": BillingCycle.YEAR}
_TIER_UNITS = {"M": KB_PER_MB, "G": KB_PER_GB}
_SEPARATOR = re.compile("[-_]")
_COUNT = re.compile("[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Voucher:
    """The parts of a plan voucher. `tier_kb` is None for pooled plans, `pool_id` for the others."""

    text: str
    carrier: Carrier
    plan_type: PlanType
    cycle: BillingCycle
    rate_version: int
    tier_kb: int | None
    pool_id: str | None

    @property
    def decoded(self) -> Text:
        """The voucher in words, for tool tips."""
        return text(
            QT_TRANSLATE_NOOP("trade", "{carrier} / {plan} / {cycle} / rate {rate} / {last}"),
            carrier=self.carrier.label,
            plan=self.plan_type.label,
            cycle=self.cycle.label,
            rate=self.rate_version,
            last=self.pool_id or _tier_text(self.tier_kb or 0),
        )


def parse_voucher(words: str) -> Voucher:
    """Read `CM_SF_M_2_100M` or `CU-UP-M-2-pool id`; the text itself is kept as it came.

    Both separators are read; the pool id is everything after the fourth (domain.md 9, row 1).
    Raises KnownError naming the part that cannot be read.
    """
    parts = _SEPARATOR.split(words.strip(), maxsplit=4)
    if len(parts) != 5 or not all(parts):
        raise _unreadable(words, words, QT_TRANSLATE_NOOP("trade", "five parts joined by _ or -"))
    carrier, plan, cycle, rate, last = parts
    if carrier not in _CARRIER_LETTERS:
        raise _unreadable(words, carrier, QT_TRANSLATE_NOOP("trade", "a carrier: CM, CU, CT or AL"))
    if plan not in PlanType.__members__:
        raise _unreadable(words, plan, QT_TRANSLATE_NOOP("trade", "a plan type such as SC or UP"))
    if cycle not in _CYCLE_LETTERS:
        raise _unreadable(words, cycle, QT_TRANSLATE_NOOP("trade", "a billing cycle: M or Y"))
    if _COUNT.fullmatch(rate) is None:
        raise _unreadable(words, rate, QT_TRANSLATE_NOOP("trade", "a rate version: a number"))
    plan_type = PlanType(plan)
    tier = None if plan_type.pooled else _parse_tier(words, last)
    pool_id = last if plan_type.pooled else None
    return Voucher(
        words, _CARRIER_LETTERS[carrier], plan_type, _CYCLE_LETTERS[cycle], int(rate), tier, pool_id
    )


def voucher_or_none(words: str) -> Voucher | None:
    """The same; None for what cannot be read."""
    try:
        return parse_voucher(words)
    except KnownError:
        return None


def voucher_text(
    carrier: Carrier, plan_type: PlanType, cycle: BillingCycle, rate_version: int, last: str
) -> str:
    """Write a voucher in the underscore form; `last` is the tier text or the pool id.

    Raises KeyError for a cycle that vouchers have no letter for (domain.md 9, row 3).
    """
    carrier_letters = {value: key for key, value in _CARRIER_LETTERS.items()}[carrier]
    cycle_letter = {value: key for key, value in _CYCLE_LETTERS.items()}[cycle]
    return f"{carrier_letters}_{plan_type}_{cycle_letter}_{rate_version}_{last}"


def _parse_tier(words: str, last: str) -> int:
    amount, unit = last[:-1], last[-1]
    if unit not in _TIER_UNITS or _COUNT.fullmatch(amount) is None or int(amount) == 0:
        raise _unreadable(words, last, QT_TRANSLATE_NOOP("trade", "a data tier such as 100M or 2G"))
    return int(amount) * _TIER_UNITS[unit]


def _tier_text(kb: int) -> str:
    return f"{kb // KB_PER_GB} GB" if kb % KB_PER_GB == 0 else f"{kb // KB_PER_MB} MB"


def _unreadable(words: str, part: str, wanted: str) -> KnownError:
    return KnownError(
        text(
            QT_TRANSLATE_NOOP("trade", "Plan voucher “{words}”: “{part}” cannot be read."),
            words=shortened(words),
            part=shortened(part),
        ),
        text(QT_TRANSLATE_NOOP("trade", "Expected {wanted}."), wanted=text(wanted)),
    )
