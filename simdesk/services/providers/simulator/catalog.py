"""What an invented fleet is made of: devices, vouchers, places and words."""

from dataclasses import dataclass
from typing import Final

from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.models.voucher import Carrier, Voucher, parse_voucher


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of device: daily KB from `low` to `high`, and what a weekend does to it in percent."""

    name: str
    chinese: str
    low: int
    high: int
    weekend: int = 100
    idle_percent: int = 3


KINDS: Final = (
    Kind("Water meter", "水表", 20, 300, idle_percent=8),
    Kind("Smoke sensor", "烟感", 10, 120),
    Kind("Vehicle tracker", "车载定位", 800, 5_000, weekend=55, idle_percent=10),
    Kind("Parcel locker", "快递柜", 500, 3_000, weekend=120),
    Kind("POS terminal", "收款机", 300, 2_500, weekend=135),
    Kind("Charging pile", "充电桩", 400, 2_200, weekend=115),
    Kind("Vending machine", "售货机", 700, 4_000, weekend=90),
    Kind("Office router", "办公路由器", 20_000, 220_000, weekend=25),
    Kind("Gate camera", "门口摄像头", 60_000, 480_000),
    Kind("Dash camera", "行车记录仪", 15_000, 150_000, weekend=60, idle_percent=8),
)
SMALL: Final = (0, 1)
MIDDLE: Final = (2, 3, 4, 5, 6)
LARGE: Final = (7, 8, 9)


@dataclass(frozen=True, slots=True)
class Stock:
    """A voucher of the fleet, how often its cards come, their devices, its usage limit in MB."""

    voucher: Voucher
    weight: int
    kinds: tuple[int, ...]
    limit_mb: int = 0

    @property
    def smart(self) -> bool:
        """Its cards have channels of several carriers."""
        return self.voucher.carrier is Carrier.VNO


def _stock(words: str, weight: int, kinds: tuple[int, ...], limit_mb: int = 0) -> Stock:
    return Stock(parse_voucher(words), weight, kinds, limit_mb)


STOCKS: Final = (
    _stock("CM_SC_M_1_30M", 90, SMALL),
    _stock("CM_SC_M_2_100M", 80, MIDDLE),
    _stock("CT_SC_M_1_30M", 70, SMALL),
    _stock("CT_SC_M_2_100M", 60, MIDDLE),
    _stock("CU_SC_M_2_500M", 40, MIDDLE),
    _stock("CU_SC_M_3_2G", 20, (9,)),
    _stock("CM_SC_Y_2_1G", 40, SMALL),
    _stock("CT_SC_Y_2_2G", 20, MIDDLE),
    _stock("CM_SCD_M_2_200M", 25, MIDDLE),
    _stock("CT_SCD_M_2_30M", 20, SMALL),
    _stock("CU_SCD_Y_2_500M", 15, SMALL),
    _stock("CM_SF_M_2_100M", 90, MIDDLE),
    _stock("CM_SF_M_3_1G", 35, (9,), 8_000),
    _stock("CM_SF_M_2_12G", 25, LARGE, 20_000),
    _stock("CU_SF_M_2_200M", 40, MIDDLE),
    _stock("CU_SF_M_3_5G", 20, LARGE),
    _stock("CT_SF_M_2_100M", 50, MIDDLE, 200),
    _stock("CT_SF_Y_2_1G", 20, SMALL),
    _stock("CM_SFD_M_2_200M", 25, MIDDLE, 300),
    _stock("CT_SFD_M_3_500M", 15, MIDDLE),
    _stock("CM_UP_M_2_beika4", 40, LARGE, 12_000),
    _stock("CU_UP_M_2_north", 35, MIDDLE),
    _stock("CT_UP_M_2_harbour", 30, MIDDLE + LARGE, 6_000),
    _stock("CM_UPG_M_2_grid_7", 20, MIDDLE),
    _stock("CU_UPG_M_3_depots", 15, SMALL),
    _stock("AL_SC_M_2_500M", 25, MIDDLE),
    _stock("AL_SCD_M_2_100M", 8, SMALL),
    _stock("AL_SF_M_2_1G", 25, MIDDLE, 1_500),
    _stock("AL_SFD_M_2_200M", 8, MIDDLE),
    _stock("AL_UP_M_2_roaming", 20, MIDDLE + LARGE),
    _stock("AL_UPG_M_2_fleet", 8, MIDDLE),
)

TAGS: Final = {
    "depot": 240, "仓库": 170, "north": 130, "south": 110, "北区": 70, "南区": 60, "harbour": 40,
    "cold chain": 30, "冷链": 25, "night shift": 20, "priority": 18, "备用": 15, "spare": 12,
    "试点": 10, "trial": 9, "test": 8, "leased": 6, "待更换": 5, "roof": 4, "tunnel": 4, "rural": 3,
    "海运": 3, "ferry": 2, "fleet 2019": 2, "recalled": 2, "展会": 2, "insured": 1, "borrowed": 1,
    "VIP": 1, "court order": 1, "法务": 1, "museum": 1,
}  # fmt: skip
"""What operators call their cards, and how often: a few broad tags, many rare ones."""
PLACES: Final = (
    ("Binjiang depot", "滨江仓库"),
    ("North gate", "北门"),
    ("Yuhang warehouse", "余杭仓"),
    ("Pier 4", "四号码头"),
    ("Building 7", "7号楼"),
    ("Ring road", "环城路"),
    ("Metro line 2", "地铁2号线"),
    ("Campus west", "西校区"),
    ("Cold store", "冷库"),
    ("Service area", "服务区"),
    ("Riverside market", "沿江市场"),
    ("Workshop B", "二车间"),
)
SIM_TYPES: Final = (
    "nano", "micro", "normal", "simplus56", "simplus22", "industry-normal", "industry-micro",
    "industry-nano", "simplus", "industry-simplus22",
)  # fmt: skip
GROUPS: Final = ("meter_cloud", "vehicle_cloud", "支付网关", "city_video")
APNS: Final = {"CMCC": "cmiot", "CUCC": "scuiot", "CTCC": "ctnet", "VNO": "iot.vno"}


def tier_words(kb: int) -> str:
    """A tier as vouchers write it."""
    return f"{kb // KB_PER_GB}G" if kb % KB_PER_GB == 0 else f"{kb // KB_PER_MB}M"


def plan_name(voucher: Voucher) -> str:
    """A plan's name as the provider shows it (domain.md 1, derived displays)."""
    last = voucher.pool_id or tier_words(voucher.tier_kb or 0)
    return f"{voucher.carrier.label} / {voucher.plan_type.label} / {voucher.cycle.label} / {last}"
