"""Errors the operator should read. A bug stays a plain exception."""

from collections.abc import Mapping
from typing import Any

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, plain_text, text, text_of

_BOTH = QT_TRANSLATE_NOOP("trade", "{message} {remedy}")


def with_remedy(message: Text, remedy: Text | None) -> Text:
    """What happened and what to do next, as one text."""
    return message if remedy is None else text(_BOTH, message=message, remedy=remedy)


class KnownError(Exception):
    """Something went wrong that the operator can understand and often mend.

    `message` says what happened and names the place; `remedy` says what to do next; `code` is
    the provider's own code where there is one.
    """

    def __init__(self, message: Text, remedy: Text | None = None, code: str | None = None) -> None:
        super().__init__(message, remedy, code)
        self.message = message
        self.remedy = remedy
        self.code = code

    def __str__(self) -> str:
        parts = [str(self.message)]
        if self.remedy is not None:
            parts.append(str(self.remedy))
        if self.code is not None:
            parts.append(f"[{self.code}]")
        return " ".join(parts)


def plain_error(error: KnownError) -> dict[str, Any]:
    """An error as JSON takes it, for another process of this program."""
    return {
        "message": plain_text(error.message),
        "remedy": None if error.remedy is None else plain_text(error.remedy),
        "code": error.code,
    }


def error_of(told: Mapping[str, Any]) -> KnownError:
    """The error that `plain_error` made plain. Raises ValueError, KeyError or TypeError."""
    remedy = told["remedy"]
    return KnownError(
        text_of(told["message"]), None if remedy is None else text_of(remedy), told["code"]
    )


class ProviderFault(KnownError):  # noqa: N818 - a fault is what the provider has
    """A read at the provider failed. `retry_after` is in seconds, None when retrying is useless."""

    def __init__(self, message: Text, code: str, retry_after: float | None = None) -> None:
        super().__init__(message, None, code)
        self.retry_after = retry_after
