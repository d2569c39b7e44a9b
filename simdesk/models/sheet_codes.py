"""The trade's words as spreadsheets write them: statuses, carriers, plans, yes and no.

English as we show it, the provider's codes, and the Chinese of its console (domain.md 1, 2, 3.1).
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final, TypeVar

from simdesk.models.activation import ActivationMethod
from simdesk.models.sheet_fields import plain_title
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.texts import Text
from simdesk.models.voucher import BillingCycle, Carrier, PlanType

_E = TypeVar("_E", bound=Enum)
Code = str | int | bool
_S, _O = SimStatus, SpecificStatus

_STATUSES = {
    _S.TESTABLE: "可测试 测试 测试期 testing test testready",
    _S.INACTIVE: "未使用 未激活 待激活 库存 静默期 unused notactivated preactivated ready stock",
    _S.IN_USE: "使用中 已激活 在用 正常 正使用 active activated inuse enabled online",
    _S.SUSPENDED: "已停用 停用 暂停 已暂停 suspend suspended paused deactivated disabled",
    _S.STOPPED: "已停机 停机 到期停机 stop stopped expired",
    _S.CANCELLED: "已销户 销户 已注销 注销 已销卡 cancel canceled terminated purged retired",
}
_SPECIFICS = {
    _O.TEST_PERIOD: "测试期",
    _O.SILENT_PERIOD: "静默期",
    _O.IN_USE: "使用中 active",
    _O.PARTIAL: "部分使用中",
    _O.TEST_DEVICE_CHANGE: "测试期换绑停用",
    _O.MANUAL: "主动停用 手动停用 suspendedmanual manuallydeactivated",
    _O.USAGE_LIMIT: "达量停用 suspendedusagelimit usagelimitsuspension",
    _O.CREDIT_CONTROL: "信控停用 suspendedcreditcontrol",
    _O.DEVICE_CHANGE: "换绑停用 机卡分离停用 suspendeddevicechange",
    _O.REAL_NAME: "实名停用 suspendedrealname",
    _O.ABNORMAL: "异常停用 suspendedabnormal",
    _O.STOPPED: "已停机 停机 到期停机",
    _O.CANCELLED: "已销户 销户 canceled",
}
_CARRIERS = {
    Carrier.CMCC: "中国移动 移动 移动物联 cm mobile chinamobile",
    Carrier.CUCC: "中国联通 联通 cu unicom chinaunicom",
    Carrier.CTCC: "中国电信 电信 ct telecom chinatelecom",
    Carrier.VNO: "虚拟运营商 虚商 al virtual mvno",
}
_PLANS = {
    PlanType.SC: "singlecard 单卡 单卡套餐 单卡通用 单卡通用流量",
    PlanType.SCD: "directionalcard 单卡定向 定向单卡 单卡定向流量",
    PlanType.SF: "sameflowcard 同档位 同档位流量池 同档流量池 前向流量池 共享流量池"
    " 同档位池 同档位池共享流量",
    PlanType.SFD: "directionalsameflowcard 同档位定向 定向同档位 同档位定向流量池"
    " 同档位定向池 同档位池共享定向流量",
    PlanType.UP: "unitypaypool 流量池 后向流量池 统付流量池 统付池 统付池通用流量",
    PlanType.UPG: "grecard 定向流量池 后向定向流量池 统付定向池 统付池定向流量",
}
_CYCLES = {
    BillingCycle.MONTH: "月 月度 月付 月包 每月 1个月 monthly m",
    BillingCycle.QUARTER: "季 季度 季付 季包 3个月 quarterly q",
    BillingCycle.HALF_YEAR: "半年 半年度 半年付 半年包 6个月 halfyearly",
    BillingCycle.YEAR: "年 年度 年付 年包 每年 12个月 yearly annual y",
}
_METHODS = {
    ActivationMethod.FIRST_DATA_RECORD: "首次使用流量 首话单激活 产生流量激活 firstdatarecord",
    ActivationMethod.CARRIER_STATUS_PUSH: "运营商推送 运营商状态推送"
    " 运营商状态推送激活 carrierstatuspush",
    ActivationMethod.SILENCE_EXPIRE: "静默期到期 沉默期到期 静默期结束"
    " 静默期结束激活 silenceexpire",
    ActivationMethod.MANAGE: "强制激活 手动激活 管理激活 forceactivate",
    ActivationMethod.TEST_FLOW_DEPLETED: "测试流量耗尽 测试期流量用尽"
    " 测试流量超套激活 testflowdepleted",
}
_YES = "yes y true on 1 是 有 已开启 开启 开 已实名 已认证 已实名认证 certified √ ✓ ✔ 2"
_NO = (
    "no n false off 0 否 无 未开启 已关闭 关闭 关 未实名 未认证 未实名认证 notcertified"
    " uncertified × ✗ ✘"
)


def _by_words(
    members: Iterable[_E], labels: Mapping[_E, Text], others: Mapping[_E, str]
) -> dict[str, Code]:
    found: dict[str, Code] = {}
    for one in members:
        for name in (one.name, str(one.value), *others.get(one, "").split()):
            found.setdefault(plain_title(name) or name, one.value)
        found[_whole(str(labels[one]))] = one.value
    return found


def _whole(words: str) -> str:
    """The letters and digits of all words, those in brackets too: some differ in nothing else."""
    return plain_title(words.translate(_OPEN))


_OPEN = str.maketrans(dict.fromkeys("()（）[]", " "))


def _codes(members: type[_E], others: Mapping[_E, str]) -> Mapping[str, Code]:
    labels = {one: getattr(one, "label") for one in members}  # noqa: B009 - each of them has one
    return _by_words(members, labels, others)


_FLAGS: Final[Mapping[str, Code]] = {
    **{plain_title(word) or word: True for word in _YES.split()},
    **{plain_title(word) or word: False for word in _NO.split()},
}
CODES: Final[Mapping[str, Mapping[str, Code]]] = {
    "status": _codes(SimStatus, _STATUSES),
    "specific": _codes(SpecificStatus, _SPECIFICS),
    "carrier": _codes(Carrier, _CARRIERS),
    "plan": _codes(PlanType, _PLANS),
    "cycle": _codes(BillingCycle, _CYCLES),
    "method": _codes(ActivationMethod, _METHODS),
    "certified": {word: code for word, code in _FLAGS.items() if word != "1"},
    "auto_renew": _FLAGS,
}
"""By field: what its words, in the form of `plain_title`, are stored as.

A real-name state of 1 is left out: for the provider it means no, for most others yes.
"""


def code_of(key: str, words: str) -> Code | None:
    """What these words of a field are stored as; None for words that nobody knows."""
    known = CODES[key]
    return known.get(_whole(words) or words.strip())
