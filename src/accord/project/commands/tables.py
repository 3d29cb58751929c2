"""
All tables of an empty database at once, as they are after every step.

Django renders all models anew at each step, which takes half a minute for some sixty of them, and would be the first
thing that a new secretariat waits for. Where nothing is stored yet, no step has anything to carry over: the tables are
made from the models of today, the guards are set, and the steps are noted as taken. That both ways end in the same
tables is tested on both databases.
"""

from __future__ import annotations

from typing import Any

from django.db import connection

THEIRS = ("contenttypes", "auth", "sessions")


def make() -> None:
    """
    Make our tables, their guards and the notes of the steps in one transaction: what is half made is not there.

    Django's own tables come first, by its own steps.
    """
    from django.apps import apps  # noqa: PLC0415 -- needs the started Django
    from django.core.management import call_command  # noqa: PLC0415 -- slow to import

    for label in THEIRS:
        call_command("migrate", label, verbosity=0, interactive=False)
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.app_label not in THEIRS:
                editor.create_model(model)
        finish(editor)


def finish(editor: Any) -> None:
    """Set the guards of tables that are there, and note every step as taken."""
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415 -- needs the started Django
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415 -- needs the started Django

    graph, recorder = MigrationLoader(None).graph, MigrationRecorder(connection)
    steps = dict.fromkeys(key for leaf in graph.leaf_nodes() for key in graph.forwards_plan(leaf))
    for key in steps.keys() - recorder.applied_migrations().keys():
        recorder.record_applied(*key)
    for key in steps:
        _guard(graph.nodes[key], editor)


def _guard(step: Any, editor: Any) -> None:
    from accord.record.triggers import Guard  # noqa: PLC0415 -- needs the started Django

    for operation in step.operations:
        if isinstance(operation, Guard):
            operation.code(None, editor)
