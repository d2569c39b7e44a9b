"""Numbers that look real: ICCID, MSISDN, IMSI, IMEI and addresses (domain.md 1, sample data)."""

from typing import Final

_ISSUERS: Final = {
    "CMCC": ("898600", "898602", "898604", "898607"),
    "CUCC": ("898601", "898606", "898609"),
    "CTCC": ("898603", "898611"),
    "VNO": ("898620",),
}
_LINES: Final = {"CMCC": ("1440", "10648"), "CUCC": ("10646",), "CTCC": ("1410", "10649")}
_SUB_LINES: Final = {"CMCC": "148", "CUCC": "146", "CTCC": "149"}
_NETWORKS: Final = {
    "CMCC": ("46000", "46002", "46004", "46007", "46008"),
    "CUCC": ("46001", "46006", "46009"),
    "CTCC": ("46003", "46011"),
}
_DEVICES: Final = ("86045204", "86769103", "35236211", "86133405")
_DOUBLED: Final = bytes.maketrans(b"0123456789", b"0246813579")
"""Twice a digit, and the sum of the two digits where that has two."""
_SPREAD: Final = 7_919  # prime to ten, so that scattered numbers never meet


def iccid(carrier: str, year: int, serial: int) -> str:
    """Twenty digits: issuer, year and region, serial, check digit."""
    issuer = _ISSUERS[carrier][serial % len(_ISSUERS[carrier])]
    body = f"{issuer}{year % 100:02d}{serial % 31:02d}{scattered(serial, 9)}"
    return body + check_digit(body)


def sub_msisdn(carrier: str, serial: int) -> str:
    """Thirteen digits, from a range that ordinary cards do not use."""
    return _SUB_LINES[carrier] + scattered(serial, 10)


def msisdn(carrier: str, serial: int) -> str:
    """Thirteen digits."""
    lines = _LINES[carrier]
    start = lines[serial % len(lines)]
    return start + scattered(serial, 13 - len(start))


def imsi(carrier: str, serial: int) -> str:
    """Fifteen digits."""
    networks = _NETWORKS[carrier]
    return networks[serial % len(networks)] + scattered(serial, 10)


def imei(serial: int) -> int:
    """Fifteen digits, as a number; it never starts with zero."""
    body = _DEVICES[serial % len(_DEVICES)] + scattered(serial, 6)
    return int(body + check_digit(body))


def address(serial: int) -> str:
    """A private IPv4 address."""
    return f"10.{serial >> 16 & 255}.{serial >> 8 & 255}.{serial & 255}"


def segment(serial: int) -> str:
    """The private network of a directional card."""
    return f"172.{16 + serial % 16}.{serial // 16 % 256}.0/24"


def scattered(serial: int, digits: int) -> str:
    """`digits` digits that differ for every serial below ten to that power."""
    size = 10**digits
    return str((serial * _SPREAD + size // 7) % size).zfill(digits)


def check_digit(body: str) -> str:
    """The Luhn digit that follows `body`."""
    digits = body.encode()
    # Code points of digits add up to what the digits do, and 48 for each.
    total = sum(digits[-1::-2].translate(_DOUBLED)) + sum(digits[-2::-2])
    return str(-(total - 48 * len(digits)) % 10)
