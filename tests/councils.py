"""
The council that thousands of tests begin with, founded once a run and then put in place as it stood.

The first test founds it through the actions that people use (:func:`tests.factories.council`); the rows that this
wrote are read, those of the index of search with them, and a later test whose database is empty gets them again in one
statement a table. Nothing else is kept: each test works on rows of its own, and takes them away with its transaction.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import connection, transaction

from accord.members.models import Organisation
from accord.search.actions import catch_up

T = TypeVar("T")
_AROUND = ("auth_", "django_")
"""Tables that an empty installation fills by itself, but for the people of ``auth_user``."""
_kept: dict[object, _Founded[object]] = {}


@dataclass(frozen=True, slots=True)
class _Table:
    insert: str
    rows: list[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class _Founded(Generic[T]):
    value: T
    tables: tuple[_Table, ...]


def founded(key: object, found: Callable[[], T]) -> T:
    """Return what ``found`` gives in an empty database, its rows put in place; elsewhere call it."""
    if not connection.in_atomic_block or Organisation.objects.exists():
        return found()
    known = _kept.get(key)
    if known is None:
        value = found()
        catch_up()
        _kept[key] = _Founded(copy.deepcopy(value), _filled())
        return value
    _put(known.tables)
    return copy.deepcopy(known.value)  # type: ignore[return-value]


def _filled() -> tuple[_Table, ...]:
    names = sorted(connection.introspection.django_table_names(only_existing=True))
    wanted = [name for name in names if name == "auth_user" or not name.startswith(_AROUND)]
    return tuple(table for table in map(_read, wanted) if table.rows)


def _read(name: str) -> _Table:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{name}"')  # noqa: S608 -- the name of a table
        columns = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
    listed, places = ", ".join(f'"{column}"' for column in columns), ", ".join(["%s"] * len(columns))
    insert = f'INSERT INTO "{name}" ({listed}) VALUES ({places}) ON CONFLICT DO NOTHING'  # noqa: S608 -- names of columns
    return _Table(insert, rows)


def _put(tables: tuple[_Table, ...]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for table in tables:
            cursor.executemany(table.insert, table.rows)
