"""The audit's chain: appending, walking it from the first record, finding words, comparing anchors.

    .venv/bin/python tests/benchmarks/bench_audit.py --records 300000

Prints records a second, in seconds of the processor, so that neighbours do not count.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy import Connection

from simdesk.models.audit import Audited, AuditFilter, AuditHead
from simdesk.models.audit_chain import Anchor
from simdesk.services.storage import audit_store, audit_verify, opening
from simdesk.services.storage.audit_store import NewRecord
from simdesk.services.storage.engines import writer_engine
from tests.factories import a_moment

T = TypeVar("T")


def timed(what: str, count: int, act: Callable[[], T]) -> T:
    began = time.process_time()
    result = act()
    spent = time.process_time() - began
    print(f"{what:<24} {spent * 1e3:>9,.0f} ms {count / max(spent, 1e-6):>12,.0f} a second")
    return result


def fill(connection: Connection, count: int) -> list[AuditHead]:
    body = {"before": "Smoke sensor 14, Ring road", "after": "to be returned in July"}
    heads = []
    for number in range(count):
        iccid = f"8986032{number:013d}"
        told = NewRecord(number, "lin", "desk-7", Audited.REMARK_EDITED, iccid, body)
        heads.append(audit_store.append(connection, told))
    return heads


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    count = parser.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        opening.create(path, "bench")
        engine = writer_engine(path)
        with engine.begin() as connection:
            heads = timed("append", count, lambda: fill(connection, count))
        noted = [Anchor(head, a_moment(), "bench") for head in heads[999::1000]]
        verdict = timed("verify", count, lambda: audit_verify.verify_file(path, noted))
        with engine.connect() as connection:
            rare = AuditFilter(f"8986032{count - 1:013d}")
            found = timed("find a card", count, lambda: audit_store.listed(connection, rare, 500))
            newest = AuditFilter()
            timed("the newest 500", 500, lambda: audit_store.listed(connection, newest, 500))
        engine.dispose()
    return 0 if verdict.whole and found.total == 1 else 1


if __name__ == "__main__":
    raise SystemExit(main())
