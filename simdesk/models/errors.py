"""Errors the operator should read. A bug stays a plain exception."""

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

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


class ProviderFault(KnownError):  # noqa: N818 - a fault is what the provider has
    """A read at the provider failed. `retry_after` is in seconds, None when retrying is useless."""

    def __init__(self, message: Text, code: str, retry_after: float | None = None) -> None:
        super().__init__(message, None, code)
        self.retry_after = retry_after
