"""A provider's own words, before anyone keeps or shows them: they may repeat what we sent.

A refusal's message becomes a reason in the journal, a fault a sentence in the window (F57).
"""

import asyncio
from dataclasses import replace

from simdesk.models.errors import KnownError, ProviderFault
from simdesk.models.outcomes import Accepted, Barred, Done, NotSent, Outcome, Refused, Unknown
from simdesk.models.redaction import Redactor


def redacted_outcome(outcome: Outcome, redactor: Redactor) -> Outcome:
    """The same answer with words that give no secret away; numbers of cards and orders stay."""
    match outcome:
        case Done():
            return outcome
        case Refused(code=code, message=message):
            return Refused(redactor.values(code), redactor.secrets(message))
        case Barred(code=code, message=message):
            return Barred(redactor.values(code), redactor.secrets(message))
        case NotSent(why=why):
            return NotSent(redactor.secrets(why))
        case Unknown(why=why):
            return Unknown(redactor.secrets(why))
        case Accepted(reference=reference):
            return replace(outcome, reference=redactor.values(reference))
    return outcome


def redacted_fault(fault: ProviderFault, redactor: Redactor) -> None:
    """Change the fault itself: its place and its causes are still to be told."""
    fault.message = redactor.sentence(fault.message)
    fault.code = None if fault.code is None else redactor.values(fault.code)
    fault.args = (fault.message, fault.remedy, fault.code)


_EXPECTED = (KnownError, OSError)
"""What the network and the provider do every day, raised although it should be an answer."""


def report_mistake(error: BaseException) -> None:
    """A send raised a mistake of its adapter: whatever it means for the act, it is reported."""
    if not isinstance(error, _EXPECTED):
        context = {"message": "a send failed", "exception": error}
        asyncio.get_running_loop().call_exception_handler(context)
