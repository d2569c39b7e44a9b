"""SQL that only SQLite speaks, each thing in a function of its own, so that others can follow."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Select,
    Subquery,
    Table,
    Text,
    UnaryExpression,
    Update,
    bindparam,
    cast,
    exists,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy import Insert as AnyInsert
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.selectable import TableValuedAlias

from simdesk.services.storage.schema import Whole

T = TypeVar("T")
_AHEAD = 8 * 3600  # Asia/Shanghai, which has had no summer time since 1991
_SPOKEN = sqlite.dialect(dbapi=sqlite3)
"""As every engine speaks: what is put into words for one of them is so for all."""
_FEW = 60
"""Up to here alternatives are spelled out and may use an index; SQLite limits their depth."""


def ids_in(column: ColumnElement[Any], ids: Iterable[int] | None = None) -> ColumnElement[bool]:
    """`column` is one of the whole numbers `ids`, any count; without them, of parameter `ids`."""
    given = bindparam("ids", type_=Text) if ids is None else literal(id_list(ids), Text)
    return column.in_(select(func.json_each(given).table_valued("value").c.value))


def given_ids() -> TableValuedAlias:
    """The whole numbers of parameter `ids` as a table: `value`."""
    return func.json_each(bindparam("ids", type_=Text)).table_valued("value")


def as_list(column: ColumnElement[Any]) -> ColumnElement[str]:
    """All values of `column` as one JSON list; rows that are joined keep one order in all lists."""
    return func.json_group_array(column, type_=Text)


def as_hex(column: ColumnElement[bytes], missing: bytes) -> ColumnElement[str]:
    """The bytes of all rows in hexadecimal, one after the other; `missing` stands for NULL."""
    return func.group_concat(func.hex(func.coalesce(column, missing)), "", type_=Text)


def places_in(ids: Iterable[int]) -> Subquery:
    """The whole numbers `ids` as a table: `id`, and the first `place` it has among them."""
    listed = func.json_each(literal(id_list(ids), Text)).table_valued("key", "value")
    first = func.min(listed.c.key).label("place")
    return select(listed.c.value.label("id"), first).group_by(listed.c.value).subquery()


def id_list(ids: Iterable[int]) -> str:
    """The value of the parameter `ids`."""
    return f"[{','.join(map(str, ids))}]"


def text_list(texts: Iterable[str]) -> str:
    return json.dumps(list(texts))


def texts_in(column: ColumnElement[Any], texts: Sequence[str] | None = None) -> ColumnElement[bool]:
    """`column` equals one of `texts`, ASCII case apart; without `texts`, of parameter `texts`."""
    given = bindparam("texts", type_=Text) if texts is None else literal(text_list(texts), Text)
    values = func.json_each(given).table_valued("value").c.value
    return uncased(column).in_(select(values))


def exactly_in(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """`column` is one of the parameter `texts`, letter by letter."""
    given = func.json_each(bindparam("texts", type_=Text))
    return column.in_(select(given.table_valued("value").c.value))


def uncased(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """`column` compared and ordered without regard to ASCII case."""
    return column.collate("NOCASE")


def contains_one_of(column: ColumnElement[Any], folded: Sequence[str]) -> ColumnElement[bool]:
    """`column` has one of the words (in ASCII lower case) somewhere in it."""
    lowered = func.lower(column)
    if len(folded) <= _FEW:
        return or_(false(), *(func.instr(lowered, word) > 0 for word in folded))
    values = func.json_each(literal(text_list(folded), Text)).table_valued("value").c.value
    return exists(select(1).where(func.instr(lowered, values) > 0))


def within_one_of(
    column: ColumnElement[Any], ranges: Sequence[tuple[str, str | None]]
) -> ColumnElement[bool]:
    """`column` is at or after a low and before its high end, ASCII case apart; None: no end."""
    held = uncased(column)
    if len(ranges) <= _FEW:
        return or_(
            false(),
            *((held >= low) & (held < high) if high else held >= low for low, high in ranges),
        )
    pair = func.json_each(literal(json.dumps(ranges), Text)).table_valued("value").c.value
    low, high = func.json_extract(pair, "$[0]"), func.json_extract(pair, "$[1]")
    return exists(select(1).where(held >= low, high.is_(None) | (held < high)))


def upsert(table: Table, key: Sequence[str], others: Sequence[str]) -> Insert:
    """Insert rows; where `key` is there already, set the `others`."""
    new = insert(table)
    return new.on_conflict_do_update(
        index_elements=key, set_={name: new.excluded[name] for name in others}
    )


def given_rows(*names: str) -> Subquery:
    """The parameter `rows` as a table with these columns; `rows_of` makes its value.

    A statement over it writes any number of rows in one step, which frees the interpreter once:
    row by row, a busy loop's thread would be waited for at each of them.
    """
    listed = func.json_each(bindparam("rows", type_=Text)).table_valued("value")
    fields = (
        func.json_extract(listed.c.value, literal_column(f"'$[{place}]'")).label(name)
        for place, name in enumerate(names)
    )
    return select(*fields).subquery("given")


def rows_of(rows: Iterable[Sequence[object]]) -> dict[str, str]:
    """The parameter of a statement over `given_rows`: numbers, texts and None alone."""
    return {"rows": _as_list(list(rows))}


def gathered(query: Select[Any]) -> Select[str]:
    """All rows of a query as one JSON text, each a list, in one step; `rows_in` reads it.

    SQLite keeps the order of the inner query for json_group_array as well.
    """
    columns = query.subquery().c
    return select(func.json_group_array(func.json_array(*columns)))


def rows_in(gathered_text: str) -> list[list[Any]]:
    """The rows that `gathered` has put into one text."""
    found: list[list[Any]] = json.loads(gathered_text)
    return found


_as_list = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


def execute_many(
    connection: Connection, statement: AnyInsert | Update, rows: Sequence[tuple[Any, ...]]
) -> None:
    """Run an insert, or an update, for many plain rows; nothing for none.

    A row has its values in the order in which the statement names them. A statement that is kept
    is put into words once.
    """
    if rows:
        connection.exec_driver_sql(_words(statement), list(rows))


@lru_cache(maxsize=512)
def _words(statement: AnyInsert | Update) -> str:
    return str(statement.compile(dialect=_SPOKEN))


def plain_rows(
    connection: Connection, question: Select[Any], values: Mapping[str, Any]
) -> list[tuple[Any, ...]]:
    """The rows of a question that is kept, as the driver has them: a Boolean is 0 or 1.

    For the writer, which takes thousands at a time; a reader's statements must be interruptible.
    """
    words, names, held = _spoken(question)
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    given = {**held, **values}
    return raw.execute(words, [given[name] for name in names]).fetchall()


@lru_cache(maxsize=128)
def _spoken(question: Select[Any]) -> tuple[str, tuple[str, ...], dict[str, Any]]:
    compiled = question.compile(dialect=_SPOKEN)
    return str(compiled), tuple(compiled.positiontup or ()), dict(compiled.params)


def worded(question: Select[Any]) -> str:
    """A question of fixed values in words, for reading many plain rows."""
    spoken = sqlite.dialect()
    return str(question.compile(dialect=spoken, compile_kwargs={"literal_binds": True}))


def floor_divided(top: ColumnElement[Any], bottom: ColumnElement[Any]) -> ColumnElement[Any]:
    """Whole division rounded down, as Python does; SQLite's own rounds towards zero."""
    rest = top % bottom
    return (top - (rest + bottom) % bottom) // bottom


def joined(ids: Select[int]) -> Select[str | None]:
    """All ids of an ordered query in one text, by commas: one step, which frees the interpreter.

    SQLite keeps the order of the inner query for group_concat; a test watches that.
    """
    return select(func.group_concat(ids.subquery().c.id))


def laid(told: Select[Any]) -> Select[str | None, bytes | None]:
    """All ids of a query of id and text by commas, and all texts by zero bytes: one step.

    The nth text is that of the nth id; None and None of no rows.
    """
    card_id, words = told.subquery().c
    texts = cast(func.group_concat(words, "\0"), LargeBinary)
    return select(func.group_concat(card_id), texts)


def month_begin(column: ColumnElement[Any], months: int) -> ColumnElement[Any]:
    """Seconds of 00:00 in Asia/Shanghai on the first of the month `months` after the moment's."""
    return _seconds(func.date(_here(column), "start of month", f"+{months} months"))


def day_after_months(column: ColumnElement[Any], months: int) -> ColumnElement[Any]:
    """Seconds of 00:00 in Asia/Shanghai, one day behind the same day `months` later.

    A month without that day has its last one instead, as `periods.add_months` has it.
    """
    same = func.date(_here(column), f"+{months} months")
    last = func.date(_here(column), "start of month", f"+{months + 1} months", "-1 day")
    return _seconds(func.date(func.min(same, last), "+1 day"))


def day_number(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The day of a moment in Asia/Shanghai, counted from 1970-01-01."""
    return floor_divided(column + _AHEAD, literal(86_400))


def _here(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.date(column + _AHEAD, "unixepoch")


def _seconds(day: ColumnElement[Any]) -> ColumnElement[Any]:
    return cast(func.strftime("%s", day), Whole) - _AHEAD


def unindexed(column: ColumnElement[T]) -> ColumnElement[T]:
    """The same value, found without an index: its plus sign keeps SQLite from using one."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


def lines_joined(numbers: Select[Any]) -> Select[tuple[str | None]]:
    """Rows of whole numbers in one text, value by value, by commas; the order of rows is open."""
    columns = list(numbers.subquery().c)
    line: ColumnElement[Any] = cast(columns[0], Text)
    for column in columns[1:]:
        line = line.concat(",").concat(cast(column, Text))
    return select(func.group_concat(line))
