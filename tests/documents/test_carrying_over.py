"""Papers that were entered with their ways before there were documents: none of them is lost."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE = [("documents", "0001_documents"), ("meetings", "0009_paper_names_its_document")]


@pytest.fixture
def earlier(transactional_db: None) -> Iterator[MigrationExecutor]:
    """Take the tables back to the time before papers were documents, and bring them forward again at the end."""
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    executor.migrate(BEFORE)
    executor.loader.build_graph()
    yield executor
    executor.loader.build_graph()
    executor.migrate(leaves)


def test_papers_with_their_stations_become_documents_with_their_stops(earlier: MigrationExecutor) -> None:
    apps = stored_now(earlier)
    meeting = a_meeting(apps)
    days = {"National clearance": None, "Ministers": date(2031, 1, 5), "Council": date(2031, 1, 9), "Heads": None}
    stations = [
        apps.get_model("meetings", "Station").objects.create(meeting=meeting, label=label, day=day, order=order)
        for order, (label, day) in enumerate(days.items())
    ]
    enter(apps, meeting, stations, (1, "Air", "statement", "adopted", ("passed", "not stated", "completed")))
    onward = ("passed", "passed", "forwarded", "expected")
    enter(apps, meeting, stations, (2, "", "draft of the heads", "forwarded", onward))

    earlier.migrate([("documents", "0002_papers_are_documents")])

    after = stored_now(earlier)
    documents = after.get_model("documents", "Document").objects.order_by("-title")
    assert [(row.title, row.kind, row.final.rpartition("-")[0]) for row in documents] == [
        ("Air", "statement", "council"), ("", "draft", "heads")
    ]  # fmt: skip
    told = [[(stop.step.label, stop.outcome) for stop in row.stops.order_by("order")] for row in documents]
    assert told == [
        [("National clearance", "cleared"), ("Ministers", "not stated"), ("Council", "adopted")],
        [("National clearance", "cleared"), ("Ministers", "approved"), ("Council", "forwarded")],
    ]
    papers = after.get_model("meetings", "Paper").objects.order_by("number")
    assert [paper.document for paper in papers] == [row.pk for row in documents]


def stored_now(executor: MigrationExecutor):  # type: ignore[no-untyped-def]
    """Return the tables as the migrations that are applied now have made them."""
    executor.loader.build_graph()
    return executor.loader.project_state(list(executor.loader.applied_migrations)).apps


def a_meeting(apps):  # type: ignore[no-untyped-def]
    """Return a meeting as it was stored then."""
    organisation = apps.get_model("members", "Organisation").objects.create(name="Example")
    values = {"organisation_id": organisation.pk}
    audience = apps.get_model("access", "Audience").objects.create(name="council", **values)
    own = {"audience": audience, "whole": audience, **values}
    return apps.get_model("meetings", "Meeting").objects.create(title="First", day=date(2031, 1, 9), **own)


def enter(apps, meeting, stations, told) -> None:  # type: ignore[no-untyped-def]
    """Enter a paper and the way that it has come, as it was stored then."""
    number, title, kind, outcome, way = told
    paper = apps.get_model("meetings", "Paper").objects.create(
        meeting=meeting, audience=meeting.audience, number=number, title=title, kind=kind, outcome=outcome
    )
    step = apps.get_model("meetings", "Step")
    step.objects.bulk_create(
        step(paper=paper, station=station, passage=passage) for station, passage in zip(stations, way, strict=False)
    )


