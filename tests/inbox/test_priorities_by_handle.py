"""What was said of priorities while they had numbers names the same priorities by their handles."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE = [("inbox", "0002_samples"), ("programme", "0009_handles")]


@pytest.fixture
def earlier(transactional_db: None) -> Iterator[MigrationExecutor]:
    """Take the tables back to the time when priorities had numbers alone, and bring them forward again at the end."""
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    executor.migrate(BEFORE)
    executor.loader.build_graph()
    yield executor
    executor.loader.build_graph()
    executor.migrate(leaves)


def test_priorities_get_handles_by_which_what_reports_say_names_them(earlier: MigrationExecutor) -> None:
    apps = stored_now(earlier)
    organisation = apps.get_model("members", "Organisation").objects.create(name="Example")
    priority = apps.get_model("programme", "Priority")
    for number in (1, 2):
        priority.objects.create(organisation=organisation, number=number, name=f"Aim {number}")
    told = [f"priority {pk}" for pk in priority.objects.values_list("pk", flat=True)]
    enter(apps, organisation, *told, "area wells")

    earlier.migrate([("inbox", "0003_priorities_by_handle")])

    after = stored_now(earlier)
    handles = list(after.get_model("programme", "Priority").objects.values_list("handle", flat=True))
    assert (len(set(handles)), {len(handle) for handle in handles}) == (2, {16})
    rows = list(after.get_model("inbox", "Item").objects.values_list("row", flat=True))
    assert rows == [*(f"priority {handle}" for handle in handles), "area wells"]


def stored_now(executor: MigrationExecutor):  # type: ignore[no-untyped-def]
    """Return the tables as the migrations that are applied now have made them."""
    executor.loader.build_graph()
    return executor.loader.project_state(list(executor.loader.applied_migrations)).apps


def enter(apps, organisation, *rows: str) -> None:  # type: ignore[no-untyped-def]
    """Store a report whose items became these rows, as it was stored then."""
    read = datetime(2031, 1, 9, tzinfo=UTC)
    values = {"title": "News", "day": read.date(), "stored_at": read, "read_at": read}
    report = apps.get_model("inbox", "StoredReport").objects.create(organisation=organisation, **values)
    for order, row in enumerate(rows):
        report.items.create(kind="priorities", order=order, mark=str(order), data={}, row=row, decision="taken")
