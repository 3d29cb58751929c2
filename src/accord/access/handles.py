"""Steps of the database (migrations) by which rows that are there get their handles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from accord.access.ids import new_id


def handled(app: str, *names: str) -> list[Operation]:
    """
    Return the steps that give a handle to each row of some tables.

    Args:
        app: label of their room. names: names of their models, in small letters.
    """
    return [step for name in names for step in _steps(app, name)]


def _steps(app: str, name: str) -> Iterator[Operation]:
    """Yield a column without words, a handle for each row, and that handles are unique."""

    def give(apps: Any, _schema: Any) -> None:
        rows = apps.get_model(app, name).objects
        for pk in rows.values_list("pk", flat=True):
            rows.filter(pk=pk).update(handle=new_id())

    first = models.CharField(max_length=16, default="", editable=False)
    final = models.CharField(max_length=16, unique=True, default=new_id, editable=False)
    yield migrations.AddField(name, "handle", first)
    yield migrations.RunPython(give, migrations.RunPython.noop)
    yield migrations.AlterField(name, "handle", final)
