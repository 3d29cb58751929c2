"""Everything that takes place, as one subject can see it: meetings, activities, terms, deadlines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.access import PUBLIC, Subject
from accord.calendar.pages import Happening
from accord.calendar.queries.deadlines import COUNCIL, deadlines
from accord.formats.places import place_name
from accord.meetings.choices import State
from accord.meetings.models import Meeting, Participant
from accord.meetings.queries import visible_meetings, visible_sittings
from accord.members.models import ChairmanshipTerm
from accord.members.queries import shown_day, visible_organisations
from accord.members.queries.naming import NameBook, reader_book
from accord.programme.pages import ActivityLine
from accord.programme.queries import activity_list


def happenings(by: Subject, organisation_id: str) -> tuple[Happening, ...]:
    """Return all that ``by`` can see of the calendar of an organisation, in order of time, what has no day last."""
    found = [
        *_meetings(by, organisation_id),
        *_activities(by, organisation_id),
        *_terms(by, organisation_id),
        *deadlines(by, organisation_id),
    ]
    return in_order(found)


def in_order(found: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return what takes place in order of time, what has no day last."""
    return tuple(sorted(found, key=lambda each: (each.first is None, each.first, each.begins is None, each.uid)))


def _meetings(by: Subject, organisation_id: str) -> Iterator[Happening]:
    public = set(visible_meetings(PUBLIC).filter(organisation=organisation_id).values_list("pk", flat=True))
    known = visible_meetings(by).filter(organisation=organisation_id, state__in=(State.CONVENED, State.CANCELLED))
    rows, book = known.select_related("organ", "host"), reader_book(organisation_id)
    people = _people(by, rows)
    seen = Prefetch("sittings", visible_sittings(by), to_attr="seen_sittings")  # else one query is copied per meeting
    for row in rows.prefetch_related(seen, Prefetch("organs", to_attr="every_organ")):
        yield _meeting(row, people.get(row.pk, ()), book, restricted=row.pk not in public)


def _people(by: Subject, rows: QuerySet[Meeting]) -> dict[str, tuple[str, ...]]:
    """Return who is registered for which meeting; the council knows that, nobody else."""
    if by.role not in COUNCIL:
        return {}
    registered = Participant.objects.filter(meeting__in=rows).order_by("name").values_list("meeting_id", "name")
    out: dict[str, list[str]] = defaultdict(list)
    for meeting, name in registered:
        out[meeting].append(name)
    return {meeting: tuple(names) for meeting, names in out.items()}


def _meeting(row: Meeting, people: tuple[str, ...], book: NameBook, *, restricted: bool) -> Happening:
    hours = [each for each in row.seen_sittings if each.begins]
    begins = min((each.begins for each in hours), default=None)
    ends = max((each.ends or each.begins for each in hours), default=None)
    organs = [str(book.organ(organ)) for organ in (row.organ, *row.every_organ) if organ]
    return Happening(
        uid=f"meeting-{row.pk}",
        kind="meeting",
        title=row.title,
        first=row.day,
        last=max(row.day, ends.astimezone(ZoneInfo(row.zone)).date()) if row.day and ends else row.day,
        when=row.when,
        begins=begins,
        ends=ends,
        zone=row.zone,
        place=place_name(row.city, row.country, get_language() or "en"),
        meeting=row.pk,
        host=row.host.code if row.host else "",
        organs=tuple(dict.fromkeys(organs)),
        people=people,
        cancelled=row.state == State.CANCELLED,
        sample=row.sample,
        revision=row.revision,
        changed_at=row.changed_at,
        restricted=restricted,
    )


def _activities(by: Subject, organisation_id: str) -> Iterator[Happening]:
    organisation = visible_organisations(by).filter(pk=organisation_id).first()
    if organisation is None:
        return
    for line in activity_list(by, organisation_id, shown_day(organisation)):
        if line.begins or line.ahead:
            yield _activity(line, restricted=not organisation.public)


def _activity(line: ActivityLine, *, restricted: bool) -> Happening:
    return Happening(
        uid=f"activity-{line.series_key}-{line.key}",
        kind="activity",
        title=line.title,
        first=line.begins,
        last=line.ends or line.begins,
        when=line.when,
        place=line.place,
        page=("series", line.series_key),
        host=line.host,
        members=line.participants,
        cancelled=line.status == "cancelled",
        restricted=restricted,
    )


def _terms(by: Subject, organisation_id: str) -> Iterator[Happening]:
    organisation = visible_organisations(by).filter(pk=organisation_id).first()
    if organisation is None:
        return
    book, day = reader_book(organisation_id), shown_day(organisation)
    rows = ChairmanshipTerm.objects.filter(Q(decided__isnull=True) | Q(decided__lte=day), organisation=organisation)
    for row in rows.select_related("member"):
        yield Happening(
            uid=f"term-{row.member.code}-{row.begins.isoformat()}",
            kind="term",
            title=_("Chairmanship of %s begins") % book.member(row.member),
            first=row.begins,
            last=row.begins,
            restricted=not organisation.public,
        )
