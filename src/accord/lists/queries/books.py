"""How everything that a list can name is called here, read from the rooms."""

from __future__ import annotations

from django.db.models import QuerySet

from accord.access import Subject
from accord.access.queries import visible_audiences
from accord.documents.queries import names_for
from accord.drafting.queries.rows import visible_adoptions
from accord.lists.book import Book, Called
from accord.lists.values import Scope
from accord.meetings.models import ADMITTED, Invitation, Meeting
from accord.meetings.queries import visible_meetings
from accord.members.models import Member, Name, Organ, Organisation, Partner, Person
from accord.programme.models import Area, Operation, Series


def book_of(organisation: Organisation) -> Book:
    """Return how everything of an organisation is called; a query for each kind."""
    book = Book()
    rows: tuple[tuple[Called, type, str], ...] = (
        (book.members, Member, "code"),
        (book.organs, Organ, "key"),
        (book.partners, Partner, "code"),
        (book.people, Person, "pk"),
        (book.areas, Area, "key"),
        (book.series, Series, "key"),
        (book.operations, Operation, "key"),
    )
    for called, table, key in rows:
        for each, name in table.objects.filter(organisation=organisation).values_list(key, "name"):
            called.add(str(each), name)
    kinds: dict[str, Called] = {
        "member": book.members,
        "organ": book.organs,
        "partner": book.partners,
        "person": book.people,
        "series": book.series,
        "operation": book.operations,
    }
    for of, language, words in Name.objects.filter(organisation=organisation).values_list("of", "language", "words"):
        kind, _space, key = of.partition(" ")
        if kind in kinds:
            kinds[kind].also(key, language, words)
    return book


def note_meetings(book: Book, by: Subject, organisation: Organisation) -> None:
    """Note in the book the meetings that ``by`` can see, and the guests that are no partners."""
    rows = list(_meetings_of_any_day(by).filter(organisation=organisation).values_list("pk", "title", "day"))
    for pk, title, day in rows:
        book.meetings.add(pk, title)
        book.meetings.also(pk, "", f"{title}, {day.isoformat()}" if day else title)
    guests = Invitation.objects.filter(meeting__in=[row[0] for row in rows], partner=None, state__in=ADMITTED)
    for pk, guest in guests.values_list("pk", "guest"):
        book.guests.add(pk, guest)


def note_papers(book: Book, by: Subject, organisation: Organisation) -> None:
    """Note in the book the documents and the adopted texts that ``by`` can see."""
    for pk, name in names_for(by, organisation.pk):
        book.documents.add(pk, name)
    rows = visible_adoptions(by).filter(text__organisation=organisation)
    for pk, symbol, title in rows.values_list("pk", "text__symbol", "text__title"):
        book.adopted.add(pk, f"{symbol} {title}".strip())
        book.adopted.also(pk, "", title)


def meetings_in(scope: Scope) -> QuerySet[Meeting]:
    """Return the meetings of a list: as known on its day; a file is compared with those of any day."""
    rows = _meetings_of_any_day(scope.by) if scope.comparing else visible_meetings(scope.by, scope.on)
    return rows.filter(organisation=scope.organisation)


def _meetings_of_any_day(by: Subject) -> QuerySet[Meeting]:
    return Meeting.objects.filter(audience__in=visible_audiences(by))
