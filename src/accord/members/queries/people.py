"""People in public office: who holds which post on a day, and what each may do for whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet

from accord.access import NotVisible, Subject
from accord.members.basis import Basis
from accord.members.models import Organisation, Person, Post, Power
from accord.members.pages import PersonLine, PersonPage, PostLine, PowerLine
from accord.members.queries.naming import NameBook, name_book
from accord.members.queries.organisations import shown_day, visible_organisations


def people_page(by: Subject, organisation_id: str, on: date | None = None) -> tuple[PersonLine, ...]:
    """Return everybody with the posts held on a day, those without any last. Raises NotVisible."""
    organisation = _organisation(by, organisation_id)
    day = on or shown_day(organisation)
    book = name_book(organisation)
    lines = [person_line(row, book, day) for row in people_of(organisation) if _known(row, day)]
    return tuple(sorted(lines, key=lambda line: not line.posts))


def person_page(by: Subject, organisation_id: str, person_id: str, on: date | None = None) -> PersonPage:
    """Return a person with all posts and powers over time. Raises NotVisible."""
    organisation = _organisation(by, organisation_id)
    row = people_of(organisation).filter(pk=person_id).first()
    day, book = on or shown_day(organisation), name_book(organisation)
    if row is None or not _known(row, day):
        raise NotVisible
    powers = Power.objects.filter(person=row).select_related("member", "organ", "person")
    return PersonPage(
        line=person_line(row, book, day),
        posts=tuple(post_line(post, book, day) for post in row.posts.all() if _first_day(post) <= day),
        powers=tuple(power_line(power, book, day) for power in powers),
        day=day,
    )


def _first_day(post: Post) -> date:
    """Return the first day on which somebody is known to hold a post; for ever where no day is known."""
    return post.since or post.seen or date.min


def _known(row: Person, day: date) -> bool:
    """Whether a person was in office by a day; one without a post is shown on every day."""
    posts = row.posts.all()
    return not posts or any(_first_day(post) <= day for post in posts)


def people_of(organisation: Organisation) -> QuerySet[Person]:
    """Return the people of an organisation, their posts at hand."""
    posts = Post.objects.select_related("member", "partner", "organ")
    return Person.objects.filter(organisation=organisation).prefetch_related(Prefetch("posts", posts))


def person_line(row: Person, book: NameBook, day: date) -> PersonLine:
    """Return a person with the posts held on a day."""
    posts = tuple(line for post in row.posts.all() if (line := post_line(post, book, day)).held)
    return PersonLine(row.pk, row.name, book.called(f"person {row.pk}", row.name), posts, Basis.of(row))


def holding(people: Iterable[PersonLine], *, code: str = "", organ: str = "") -> tuple[PersonLine, ...]:
    """Return those who hold a post of this member (by code) or in this organ (by key)."""
    return tuple(
        person
        for person in people
        if any((code and post.code == code) or (organ and post.organ_key == organ) for post in person.posts)
    )


def post_line(row: Post, book: NameBook, day: date) -> PostLine:
    """Return a post as it is shown on a day."""
    return PostLine(
        handle=row.handle,
        title=book.called(f"title {row.title}", row.title),
        code=row.member.code if row.member else row.partner.code if row.partner else "",
        whose=book.member(row.member) or book.partner(row.partner) or book.organ(row.organ),
        organ_key=row.organ.key if row.organ else "",
        chairs=row.chairs,
        since=row.since,
        until=row.until,
        seen=row.seen,
        held=_first_day(row) <= day <= (row.until or date.max),
        basis=Basis.of(row),
    )


def power_line(row: Power, book: NameBook, day: date) -> PowerLine:
    """Return a power as it is shown on a day."""
    return PowerLine(
        person=book.called(f"person {row.person.pk}", row.person.name),
        kind=row.get_kind_display(),
        code=row.member.code,
        organ=book.organ(row.organ),
        since=row.since,
        until=row.until,
        held=row.since <= day <= (row.until or date.max),
        basis=Basis.of(row),
    )


def _organisation(by: Subject, organisation_id: str) -> Organisation:
    row = visible_organisations(by).filter(pk=organisation_id).first()
    if row is None:
        raise NotVisible
    return row
