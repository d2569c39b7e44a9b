"""The fields that a spreadsheet of cards can tell, and the titles they go by (domain.md 1, 5, 11).

The keys are those of our own exports. Titles are compared by their letters and digits alone, so
case, blanks, full-width forms and what stands in brackets do not matter.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Final, Literal, cast

from simdesk.models.periods import Month
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class SheetKind(Enum):
    """How the cells of a field are read."""

    ID = "id"
    """A number that is a name: text alone, a numeric cell is refused."""
    IDS = "ids"
    """Several of them in one cell, parted by commas."""
    WORDS = "words"
    LIST = "list"
    """Several words in one cell, parted by commas."""
    CODE = "code"
    """One of the trade's words, such as a status."""
    FLAG = "flag"
    SIZE = "size"
    """Data usage, kept as whole KB."""
    COUNT = "count"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class SheetField:
    """A field: its key, how it is read, what it is called, and other titles that mean it."""

    key: str
    kind: SheetKind
    title: Text
    aliases: tuple[str, ...] = ()


def _field(key: str, kind: SheetKind, title: str, aliases: str) -> SheetField:
    return SheetField(key, kind, text(title), tuple(aliases.split()))


Unit = Literal["KB", "MB", "GB", "TB"]
UNITS: Final[tuple[Unit, ...]] = ("KB", "MB", "GB", "TB")
USUAL_UNIT: Final[Unit] = "MB"
"""Of sizes whose column names no unit: what the trade's consoles show."""
_K = SheetKind
ROW_VERSION: Final = "version"
WISH: Final = "wish"
"""An action that somebody wrote beside a card, to be done."""
_LISTED = (
    _field(
        "iccid",
        _K.ID,
        QT_TRANSLATE_NOOP("trade", "ICCID"),
        "iccid号 iccid号码 iccidno iccidnumber 卡号 sim卡号 simiccid 卡iccid 物联网卡号"
        " 集成电路卡识别码 sim simid simcard simno simnumber simcardnumber card cardno"
        " cardnumber vsimiccid",
    ),
    _field(
        "msisdns",
        _K.IDS,
        QT_TRANSLATE_NOOP("trade", "MSISDN"),
        "msisdns msisdn号 msisdn号码 手机号 手机号码 号码 电话号码 接入号 接入号码 业务号码"
        " 服务号码 物联网号码 用户号码 phone phoneno phonenumber mobile mobilenumber number"
        " accessnumber",
    ),
    _field(
        "imsis",
        _K.IDS,
        QT_TRANSLATE_NOOP("trade", "IMSI"),
        "imsis imsi号 imsi号码 国际移动用户识别码",
    ),
    _field(
        "carrier",
        _K.CODE,
        QT_TRANSLATE_NOOP("trade", "Carrier"),
        "运营商 归属运营商 网络运营商 所属运营商 供应商 vendor operator networkoperator isp",
    ),
    _field(
        "voucher",
        _K.WORDS,
        QT_TRANSLATE_NOOP("trade", "Plan voucher"),
        "套餐凭证 凭证 凭证号 套餐 套餐名称 资费 资费套餐 资费计划 产品名称 credentialno"
        " credential voucher plan planname rateplan package packagename tariff",
    ),
    _field(
        "plan",
        _K.CODE,
        QT_TRANSLATE_NOOP("trade", "Plan type"),
        "套餐类型 资费类型 流量类型 数据类型 datatype tarifftype packagetype",
    ),
    _field(
        "cycle",
        _K.CODE,
        QT_TRANSLATE_NOOP("trade", "Billing cycle"),
        "计费周期 套餐周期 结算周期 付费周期 周期 period cycle billingperiod",
    ),
    _field(
        "tier",
        _K.SIZE,
        QT_TRANSLATE_NOOP("trade", "Data tier"),
        "流量档位 档位 套餐流量 套餐总流量 总流量 套餐内流量 流量规格 datalevel tier quota"
        " dataallowance allowance totaldata plandata dataplan includeddata",
    ),
    _field(
        "status",
        _K.CODE,
        QT_TRANSLATE_NOOP("trade", "SIM card status"),
        "状态 卡状态 sim卡状态 物联网卡状态 业务状态 用户状态 使用状态 status cardstatus"
        " simstatus state simstate lifecycle lifecyclestatus 生命周期",
    ),
    _field(
        "specific",
        _K.CODE,
        QT_TRANSLATE_NOOP("trade", "Specific status"),
        "具体状态 详细状态 卡具体状态 停用原因 状态详情 osstatus statusdetail substatus"
        " detailedstatus",
    ),
    _field(
        "method",
        _K.CODE,
        QT_TRANSLATE_NOOP("trade", "Activation method"),
        "激活方式 激活类型 activetype activationtype",
    ),
    _field(
        "opened",
        _K.MOMENT,
        QT_TRANSLATE_NOOP("trade", "Account opened"),
        "开户时间 开户日期 开卡时间 开卡日期 openaccounttime opened opentime opendate openedat"
        " created createdat",
    ),
    _field(
        "activated",
        _K.MOMENT,
        QT_TRANSLATE_NOOP("trade", "Activated"),
        "激活时间 激活日期 首次激活时间 activetime activationtime activationdate activatedat"
        " activateddate dateactivated",
    ),
    _field(
        "expires",
        _K.MOMENT,
        QT_TRANSLATE_NOOP("trade", "Plan expires"),
        "到期时间 到期日期 到期日 套餐到期时间 套餐到期日 失效时间 有效期 有效期至 服务到期时间"
        " expiretime expires expirydate expiry expirationdate expiresat expiredate validuntil"
        " planexpiry enddate",
    ),
    _field(
        "usage",
        _K.SIZE,
        QT_TRANSLATE_NOOP("trade", "Cumulative traffic in cycle"),
        "周期内累计流量 已用流量 使用流量 累计流量 本月已用流量 本月流量 当月用量 当月流量"
        " 当月已用流量 月用量 用量 流量 流量使用量 已使用流量 periodaddflow usage datausage"
        " dataused useddata used traffic usedtraffic cycleusage monthlyusage monthusage",
    ),
    _field(
        "left",
        _K.SIZE,
        QT_TRANSLATE_NOOP("trade", "Remaining"),
        "剩余流量 周期内剩余流量 剩余量 可用流量 剩余 流量余量 periodrestflow left"
        " remainingdata dataleft dataremaining remainingtraffic available",
    ),
    _field(
        "sms",
        _K.COUNT,
        QT_TRANSLATE_NOOP("trade", "SMS used"),
        "短信 已用短信 短信用量 短信使用量 短信条数 周期内短信用量 periodsmsuse sms smsusage"
        " smscount",
    ),
    _field(
        "sim_type",
        _K.WORDS,
        QT_TRANSLATE_NOOP("trade", "Card type"),
        "卡类型 卡规格 卡形态 sim卡类型 物料类型 simtype formfactor simformfactor",
    ),
    _field(
        "apn",
        _K.WORDS,
        QT_TRANSLATE_NOOP("trade", "APN"),
        "apn名称 apnname 接入点 接入点名称",
    ),
    _field(
        "network",
        _K.WORDS,
        QT_TRANSLATE_NOOP("trade", "Network"),
        "网络制式 网络类型 制式 网络 networktype networkstandard rat",
    ),
    _field(
        "imei",
        _K.ID,
        QT_TRANSLATE_NOOP("trade", "Device IMEI"),
        "设备imei imei imei号 imei号码 设备号 绑定imei 终端imei deviceimei boundimei",
    ),
    _field(
        "certified",
        _K.FLAG,
        QT_TRANSLATE_NOOP("trade", "Real-name"),
        "实名 实名状态 实名认证 实名认证状态 是否实名 认证状态 certifystatus realnamestatus"
        " certified",
    ),
    _field(
        "auto_renew",
        _K.FLAG,
        QT_TRANSLATE_NOOP("trade", "Auto-renew"),
        "自动续费 是否自动续费 自动续约 isautorecharge autorenewal autorecharge",
    ),
    _field(
        "limit",
        _K.SIZE,
        QT_TRANSLATE_NOOP("trade", "Usage limit"),
        "用量限制 流量限制 达量停用 达量停用阈值 停用阈值 限额 流量上限 用量上限"
        " cardlimitstopthreshold datalimit limit datacap threshold",
    ),
    _field(
        "group",
        _K.WORDS,
        QT_TRANSLATE_NOOP("trade", "Directional group"),
        "定向组 定向分组 定向组名称 directionalgroupname",
    ),
    _field(
        "tags",
        _K.LIST,
        QT_TRANSLATE_NOOP("trade", "Tags"),
        "标签 标签列表 卡标签 tag taglist label labels 分组 群组",
    ),
    _field(
        "remark",
        _K.WORDS,
        QT_TRANSLATE_NOOP("trade", "Remarks"),
        "备注 备注信息 卡备注 说明 remark note notes comment comments memo",
    ),
    _field(
        "order",
        _K.ID,
        QT_TRANSLATE_NOOP("trade", "Order"),
        "订单 订单号 订单编号 aliyunorderid orderid orderno ordernumber",
    ),
    _field(
        WISH,
        _K.WORDS,
        QT_TRANSLATE_NOOP("trade", "Wished action"),
        "操作 动作 期望操作 待办操作 action wish wishedaction todo",
    ),
    _field(
        ROW_VERSION,
        _K.COUNT,
        QT_TRANSLATE_NOOP("trade", "Row version"),
        "行版本",
    ),
)
SHEET_FIELDS: Final[Mapping[str, SheetField]] = {one.key: one for one in _LISTED}
"""All fields but those of months and days, in the order of our exports."""

_BRACKETS = re.compile(r"[(\[{<【〔「《][^()\[\]{}<>【】〔〕「」《》]*[)\]}>】〕」》]")
_NOT_A_LETTER = re.compile(r"[\W_]+")
_UNIT = re.compile(r"(?<![a-z])(kb|mb|gb|tb|兆|[kmgt])(?![a-z])", re.IGNORECASE)
_LAST_UNIT = re.compile("(kb|mb|gb|tb|兆)$")
_SHORT_UNITS = {"k": "KB", "m": "MB", "g": "GB", "t": "TB", "兆": "MB"}
_TAIL = "(?:total|usage|traffic|data|合计|总计|用量|流量|总用量|总流量|使用量|使用流量|已用流量)*"
_MONTH = re.compile(rf"([12][0-9]{{3}})[-/.年]?(0?[1-9]|1[0-2])月?{_TAIL}")
_DAY = re.compile(
    rf"([12][0-9]{{3}})(?:([01][0-9])([0-3][0-9])|[-/.年](1[0-2]|0?[1-9])[-/.月]([0-3]?[0-9])日?)"
    rf"{_TAIL}"
)


def plain_title(words: str) -> str:
    """A title's letters and digits in one form, without what stands in brackets."""
    same = unicodedata.normalize("NFKC", words).casefold()
    return _NOT_A_LETTER.sub("", _BRACKETS.sub(" ", same))


def unit_of(words: str) -> Unit | None:
    """The unit that a title names, in brackets, behind a mark or at its end."""
    same = unicodedata.normalize("NFKC", words).casefold()
    found = _UNIT.search(same) or _LAST_UNIT.search(_NOT_A_LETTER.sub("", same))
    return None if found is None else cast("Unit", _SHORT_UNITS.get(found[1], found[1].upper()))


def _by_title() -> dict[str, str]:
    """Titles that mean a field; its own title counts most, its key least."""
    keys = {plain_title(one.key): one.key for one in _LISTED}
    aliases = {plain_title(alias): one.key for one in _LISTED for alias in one.aliases}
    return keys | aliases | {plain_title(str(one.title)): one.key for one in _LISTED}


_TITLES: Final = _by_title()


@lru_cache(maxsize=4096)
def key_of_title(words: str) -> str | None:
    """The key of the field that a title means; `month.yyyyMM` and `day.yyyyMMdd` for usage."""
    plain = plain_title(words)
    if plain in _TITLES:
        return _TITLES[plain]
    bare = _LAST_UNIT.sub("", plain)
    if bare in _TITLES and SHEET_FIELDS[_TITLES[bare]].kind is SheetKind.SIZE:
        return _TITLES[bare]
    return _dated(words)


def _dated(words: str) -> str | None:
    same = unicodedata.normalize("NFKC", words).casefold()
    plain = re.sub(r"\s+", "", _BRACKETS.sub(" ", same))
    plain = _LAST_UNIT.sub("", plain).rstrip("_-:")
    if (found := _DAY.fullmatch(plain)) is not None:
        year, *parts = found.groups()
        month, day = (int(part) for part in parts if part is not None)
        return day_key(int(year), month, day)
    if (found := _MONTH.fullmatch(plain)) is not None:
        return f"month.{Month(int(found[1]), int(found[2]))}"
    return None


def day_key(year: int, month: int, day: int) -> str | None:
    """The key of a day's usage; None where there is no such day."""
    try:
        return f"day.{date(year, month, day):%Y%m%d}"
    except ValueError:
        return None


_OF_MONTH = QT_TRANSLATE_NOOP("trade", "Usage of {month}")
_OF_DAY = QT_TRANSLATE_NOOP("trade", "Usage of {day}")


def sheet_field(key: str) -> SheetField | None:
    """The field of a key, those of months and days included; None for a key that is none."""
    known = SHEET_FIELDS.get(key)
    if known is not None:
        return known
    what, _, when = key.partition(".")
    try:
        if what == "month":
            return SheetField(key, _K.SIZE, text(_OF_MONTH, month=str(Month.parse(when))))
        if what == "day":
            month = Month.parse(when[:6])
            day = date(month.year, month.number, int(when[6:]))
            return SheetField(key, _K.SIZE, text(_OF_DAY, day=day.isoformat()))
    except ValueError:
        return None
    return None
