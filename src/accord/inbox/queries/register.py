"""
What the council knows of itself on a day, for the reader of reports: the same values as ``accord read --facts`` takes,
from the rows of the rooms.

Ids are those by which a row is found again: key of an organ, series, operation or area, id of a person, code of a
partner in small letters, number of a priority.

Source: docs/reference/reading.md, "The register".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from accord.access import Subject
from accord.documents.models import Stop
from accord.engine.reading import Register
from accord.engine.reading.lexicon import Edition, Known, KnownMeeting
from accord.formats.registers import shipped_forms, state_code
from accord.inbox.queries.lexica import own_id
from accord.inbox.stems import phrases_of
from accord.meetings.choices import Attendance
from accord.meetings.models import Meeting, Seat
from accord.meetings.queries.rows import every_meeting, visible_papers
from accord.members.models import ChairmanshipTerm, Organ, Organisation, Partner, Person, Post
from accord.members.queries import members_of
from accord.members.queries.naming import every_name
from accord.programme.models import Activity, Area, Operation, Priority, Series, Turn
from accord.programme.queries.activities import stand_on, with_turns

Names = dict[str, list[str]]


def register_of(by: Subject, organisation: Organisation, day: date | None) -> Register:
    """Return what the register says on a day; without one, all that it says."""
    called, own = every_name(organisation.pk), own_id(organisation)
    more = {kind: shipped_forms(own, kind) for kind in ("organs", "people", "partners", "series", "operations")}
    rows = {"organisation": organisation}
    return Register(
        organisation=own,
        members={row.code: row.name for row in members_of(organisation, day)},
        organs=_also(_organs(Organ.objects.filter(**rows), called), more["organs"]),
        people=_also(_people(organisation, called, day), more["people"]),
        partners=_also(_partners(Partner.objects.filter(**rows), called), more["partners"]),
        series=_also(_series(Series.objects.filter(**rows), called), more["series"]),
        operations=_also(
            _operations(Operation.objects.filter(**rows).select_related("area"), called), more["operations"]
        ),
        areas=tuple(Known(row.key, row.name) for row in Area.objects.filter(**rows)),
        meetings=tuple(_meetings(by, organisation)),
        editions=tuple(_editions(organisation, day)),
        priorities=tuple(_priorities(organisation)),
        chairs=tuple(
            (row.member.code, _iso(row.begins), _iso(row.ends))
            for row in ChairmanshipTerm.objects.filter(**rows).select_related("member")
        ),
    )


def _also(known: Iterable[Known], shipped: dict[str, tuple[str, ...]]) -> tuple[Known, ...]:
    """Return what is known with the forms that ship beside it, by its id or its name."""
    return tuple(
        replace(each, forms=tuple(dict.fromkeys((*each.forms, *forms)))) if forms else each
        for each in known
        for forms in [shipped.get(each.id) or shipped.get(each.name.casefold(), ())]
    )


def _organs(rows: Iterable[Organ], called: Names) -> Iterator[Known]:
    for row in rows:
        more = {"level": row.level, "parent": row.parent}
        yield Known(row.key, row.name, phrases_of(called[f"organ {row.key}"]), _filled(more))


def _people(organisation: Organisation, called: Names, day: date | None) -> Iterator[Known]:
    posts: dict[str, list[Post]] = defaultdict(list)
    for post in Post.objects.filter(person__organisation=organisation).select_related("member"):
        if day is None or (post.since or date.min) <= day <= (post.until or date.max):
            posts[post.person_id].append(post)
    for row in Person.objects.filter(organisation=organisation):
        titles = "; ".join(dict.fromkeys(post.title for post in posts[row.pk]))
        member = next((post.member.code for post in posts[row.pk] if post.member), "")
        names = _full([row.name, *called[f"person {row.pk}"]])
        yield Known(row.pk, row.name, phrases_of(names), _filled({"member": member, "posts": titles}))


def _full(names: list[str]) -> Iterator[str]:
    """Yield names of two words or more; another spelling of the last name alone stands behind the first."""
    first = names[0].split()[0]
    for name in names[1:]:
        if " " in name:
            yield name
        elif name.isascii() == first.isascii():
            yield f"{first} {name}"


def _partners(rows: Iterable[Partner], called: Names) -> Iterator[Known]:
    for row in rows:
        yield Known(row.code.lower(), row.name, phrases_of([*called[f"partner {row.code}"], row.code]))


def _series(rows: Iterable[Series], called: Names) -> Iterator[Known]:
    for row in rows:
        kind = "special" if "special" in row.kind.casefold() else ""
        yield Known(row.key, row.name, phrases_of(called[f"series {row.key}"]), _filled({"kind": kind}))


def _operations(rows: Iterable[Operation], called: Names) -> Iterator[Known]:
    for row in rows:
        spellings = called[f"operation {row.key}"]
        area = row.area.key if row.area else ""
        yield Known(row.key, row.name, phrases_of(filter(None, spellings)), _filled({"area": area}))


def _editions(organisation: Organisation, day: date | None) -> Iterator[Edition]:
    for row in with_turns(Activity.objects.filter(organisation=organisation)):
        stand = stand_on(row, day)
        year = next((int(words) for words in (row.edition, _iso(stand.begins)[:4]) if words.isdecimal()), None)
        if year is not None:
            yield _edition(row, stand, year)


def _edition(row: Activity, stand: Activity | Turn, year: int) -> Edition:
    host = stand.host.code if stand.host else ""
    return Edition(row.series.name, year, host, stand.place, stand.state, _iso(stand.begins), _iso(stand.ends))


def _priorities(organisation: Organisation) -> Iterator[Known]:
    for row in Priority.objects.filter(organisation=organisation).select_related("area", "programme"):
        announced = row.announced or (row.programme.announced if row.programme else None)
        more = {"announced": _iso(announced), "area": row.area.key if row.area else ""}
        yield Known(str(row.number), row.name, (), _filled(more))


def _meetings(by: Subject, organisation: Organisation) -> Iterator[KnownMeeting]:
    """Yield the meetings that have an organ and a day, with who sat there and what became of their papers."""
    rows = every_meeting(by).filter(organisation=organisation, organ__isnull=False, day__isnull=False)
    rows = rows.select_related("organ", "chair")
    seats: dict[str, list[Seat]] = defaultdict(list)
    for seat in Seat.objects.filter(meeting__in=rows).select_related("member"):
        seats[seat.meeting_id].append(seat)
    papers: dict[str, list[tuple[str, str]]] = defaultdict(list)
    known = visible_papers(by).filter(meeting__in=rows).exclude(title="")
    for meeting, title, document in known.values_list("meeting", "title", "document"):
        papers[meeting].append((title, document))
    ways = _outcomes({document for listed in papers.values() for _title, document in listed})
    for row in rows:
        told = tuple((title, ways.get((document, row.day), "")) for title, document in papers[row.pk])
        yield _meeting(row, seats[row.pk], told)


def _outcomes(documents: Iterable[str]) -> dict[tuple[str, date | None], str]:
    """Return how documents left a step on a day, by document and day."""
    stops = Stop.objects.filter(document__in=documents).exclude(outcome="").order_by("order")
    return {(document, day): outcome for document, day, outcome in stops.values_list("document", "until", "outcome")}


def _meeting(row: Meeting, seats: Iterable[Seat], papers: tuple[tuple[str, str], ...]) -> KnownMeeting:
    places = [(seat.member.code, seat.attendance) for seat in seats if seat.member]
    return KnownMeeting(
        organ=row.organ.key if row.organ else "",
        date=_iso(row.day),
        place=row.city,
        country=state_code(row.country),
        chair=row.chair.code if row.chair else "",
        present=tuple(code for code, taken in places if taken == Attendance.PRESENT),
        absent=tuple(code for code, taken in places if taken == Attendance.EMPTY),
        officials=tuple(seat.role for seat in seats if seat.role and not seat.member),
        documents=papers,
        count=len(papers) or None,
    )


def _filled(values: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
