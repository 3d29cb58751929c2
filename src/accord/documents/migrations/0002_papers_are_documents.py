"""Papers before meetings that were entered with their ways become documents on their way."""

from django.db import migrations
from django.utils import timezone
from django.utils.text import slugify

KINDS = ("statement", "decision", "programme", "list", "plan", "treaty", "report")
SOURCE = ("source_name", "source_url", "source_date", "standing", "why")


def carry_over(apps, schema_editor):
    """Make a document of each paper that names none, on the way that the stations of its meetings give."""
    Paper = apps.get_model("meetings", "Paper")
    ways = {}
    papers = Paper.objects.filter(document="").select_related("meeting").order_by("meeting", "number")
    for paper in papers:
        stations = list(paper.meeting.stations.order_by("order"))
        if not stations:
            continue
        if paper.meeting_id not in ways:
            ways[paper.meeting_id] = _way(apps, paper.meeting, stations)
        paper.document = _document(apps, paper, stations, ways[paper.meeting_id]).pk
        paper.save(update_fields=["document"])


def _way(apps, meeting, stations):
    """Return the steps of a new way, by the id of the station from which each comes."""
    Way, WayStep = apps.get_model("documents", "Way"), apps.get_model("documents", "WayStep")
    Organ = apps.get_model("members", "Organ")
    number = Way.objects.filter(organisation_id=meeting.organisation_id).count() + 1
    way = Way.objects.create(organisation_id=meeting.organisation_id, number=number)
    own = Organ.objects.filter(pk=meeting.organ_id).values_list("key", flat=True).first() or ""
    steps = {}
    for order, station in enumerate(stations):
        here = own if station.day and station.day == meeting.day else ""
        steps[station.pk] = WayStep.objects.create(
            way=way,
            order=order,
            key=f"{slugify(station.label)[:36] or 'step'}-{order}",
            kind="clearance" if "clearance" in station.label.lower() else "organ",
            organ=here,
            label=station.label,
            optional=_passed_over(station),
        )
    return steps


def _passed_over(station):
    """Whether some papers are not known to have passed a station."""
    steps = [step for paper in station.meeting.papers.all() for step in paper.steps.filter(station=station)]
    return any(step.passage == "not stated" for step in steps)


def _document(apps, paper, stations, steps):
    Document, Stop = apps.get_model("documents", "Document"), apps.get_model("documents", "Stop")
    passages = {step.station_id: step.passage for step in paper.steps.all()}
    known = [station for station in stations if station.pk in passages]
    source = {name: getattr(paper, name) for name in SOURCE}
    document = Document.objects.create(
        organisation_id=paper.meeting.organisation_id,
        audience_id=paper.audience_id,
        way=next(iter(steps.values())).way,
        title=paper.title,
        kind=paper.kind if paper.kind in KINDS else ("draft" if "draft" in paper.kind else "other"),
        final=steps[known[-1].pk].key if known else "",
        at=timezone.now(),
        **source,
    )
    passed = [station for station in known if passages[station.pk] != "expected"]
    for order, station in enumerate(passed):
        outcome = _outcome(passages[station.pk], paper, steps[station.pk])
        Stop.objects.create(
            document=document,
            order=order,
            step=steps[station.pk],
            since=station.day,
            until=station.day if outcome else None,
            outcome=outcome,
            **source,
        )
    return document


def _outcome(passage, paper, step):
    """Return how a document left a step, from how the paper stood at the station; "" where it is there still."""
    if passage == "passed":
        return "cleared" if step.kind == "clearance" else "approved"
    if passage == "completed":
        return paper.outcome if paper.outcome in ("adopted", "signed", "approved") else "approved"
    return passage


class Migration(migrations.Migration):

    dependencies = [
        ("documents", "0001_documents"),
        ("meetings", "0009_paper_names_its_document"),
    ]

    operations = [migrations.RunPython(carry_over, migrations.RunPython.noop)]
