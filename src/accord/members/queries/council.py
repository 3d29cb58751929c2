"""The register on a day: members with their status, organs, partners, the chairmanship and its rotation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accord.access import NotVisible, Subject
from accord.members.basis import Basis
from accord.members.models import (
    ChairmanshipTerm,
    FoundingAct,
    Member,
    MemberState,
    Organ,
    Organisation,
    Particular,
    Partner,
    Power,
)
from accord.members.over_time import belongs
from accord.members.pages import (
    ActLine,
    Called,
    MemberLine,
    MemberPage,
    OrganisationPage,
    OrganLine,
    OrganPage,
    ParticularLine,
    StateLine,
    TermLine,
)
from accord.members.queries.clocks import clocks_of
from accord.members.queries.naming import NameBook, name_book
from accord.members.queries.organisations import keeps_register, shown_day, states_of, visible_organisations
from accord.members.queries.partners import partner_lines
from accord.members.queries.people import holding, people_of, person_line, power_line
from accord.members.rotation import turns

SHOWN_TURNS = 3
"""How many terms of the chairmanship are computed ahead."""


def organisation_page(
    by: Subject, organisation_id: str, *, brief: bool = False, on: date | None = None
) -> OrganisationPage:
    """
    Return an organisation as ``by`` sees it. Raises NotVisible where it sees none.

    Args:
        brief: without organs, partners and acts, for a page that names none.
        on: the day; without one, the day that its pages show.
    """
    row = _visible(by, organisation_id)
    day, book = on or shown_day(row), name_book(row)
    rows = list(Member.objects.filter(organisation=row).prefetch_related("states"))
    terms = list(ChairmanshipTerm.objects.filter(organisation=row).select_related("member"))
    organs = [] if brief else [each for each in Organ.objects.filter(organisation=row) if _stands(each, day)]
    decided = [term for term in terms if _decided(term, day)]
    return OrganisationPage(
        id=row.pk,
        name=book.called("organisation", row.name),
        short_name=book.called("short", row.short_name).words,
        council=_council(row, book, organs),
        as_of=row.as_of,
        rule=row.rule,
        day=day,
        members=tuple(_member_line(each, book, day) for each in rows if belongs(states_of(each), day)),
        others=tuple(_member_line(each, book, day) for each in rows if _other(each, day)),
        organs=_organ_lines(organs, book, ""),
        partners=() if brief else partner_lines(list(Partner.objects.filter(organisation=row)), book),
        terms=tuple(_term_line(term, book, day) for term in decided),
        acts=() if brief else _acts(row, book, day),
        turns=_turns(row, rows, decided, book, day),
        rotation=row.get_rotation_display() if row.rotation else "",
        particulars=() if brief else _particulars(row),
    )


def _particulars(organisation: Organisation) -> tuple[ParticularLine, ...]:
    rows = Particular.objects.filter(organisation=organisation)
    return tuple(ParticularLine(row.label, row.words, Basis.of(row)) for row in rows)


def _decided(term: ChairmanshipTerm, day: date) -> bool:
    """Whether it was known by ``day`` who presides."""
    return term.decided is None or term.decided <= day or term.begins <= day


def _council(row: Organisation, book: NameBook, organs: Sequence[Organ]) -> Called:
    """Return how the council that decides is called; it has the name of an organ, or one of its own."""
    found = organs or Organ.objects.filter(organisation=row, name=row.council)
    organ = next((each for each in found if each.name == row.council), None)
    return book.organ(organ) if organ else book.called("council", row.council)


def member_page(by: Subject, organisation_id: str, code: str, on: date | None = None) -> MemberPage:
    """Return a member over time. Raises NotVisible."""
    organisation = _visible(by, organisation_id)
    row = Member.objects.filter(organisation=organisation, code=code).prefetch_related("states").first()
    if row is None:
        raise NotVisible
    day, book = on or shown_day(organisation), name_book(organisation)
    terms = ChairmanshipTerm.objects.filter(member=row).select_related("member")
    people = [person_line(each, book, day) for each in people_of(organisation)]
    powers = Power.objects.filter(member=row).select_related("member", "organ", "person")
    return MemberPage(
        line=_member_line(row, book, day),
        states=tuple(map(_state_line, row.states.all())),
        terms=tuple(_term_line(term, book, day) for term in terms if _decided(term, day)),
        people=holding(people, code=code),
        powers=tuple(power_line(power, book, day) for power in powers),
        day=day,
        clock=next((line for line in clocks_of(organisation) if line.code == code), None),
        keeps=keeps_register(by, organisation.pk),
    )


def organ_page(by: Subject, organisation_id: str, key: str, on: date | None = None) -> OrganPage:
    """Return an organ. Raises NotVisible."""
    organisation = _visible(by, organisation_id)
    rows = list(Organ.objects.filter(organisation=organisation))
    row = next((each for each in rows if each.key == key), None)
    if row is None:
        raise NotVisible
    day, book = on or shown_day(organisation), name_book(organisation)
    above = next((each for each in rows if each.key == row.parent), None)
    people = [person_line(each, book, day) for each in people_of(organisation)]
    return OrganPage(
        line=_organ_line(row, [each for each in rows if _stands(each, day)], book),
        above=_organ_line(above, [], book) if above else None,
        founded=row.founded,
        dissolved=row.dissolved,
        acts=_acts(organisation, book, day, row),
        people=holding(people, organ=key),
        day=day,
    )


def _visible(by: Subject, organisation_id: str) -> Organisation:
    row = visible_organisations(by).filter(pk=organisation_id).first()
    if row is None:
        raise NotVisible
    return row


def _stands(organ: Organ, day: date) -> bool:
    return (organ.founded or date.min) <= day <= (organ.dissolved or date.max)


def _other(row: Member, day: date) -> bool:
    """Whether a state is no member on ``day`` but was or is something to the organisation by then."""
    states = states_of(row)
    return not belongs(states, day) and any(each.day <= day for each in states)


def _member_line(row: Member, book: NameBook, day: date) -> MemberLine:
    states = [state for state in row.states.all() if state.since <= day]
    state = _state_line(states[-1]) if states else None
    return MemberLine(row.code, book.called(f"member {row.code}", row.name), state, Basis.of(row))


def _state_line(row: MemberState) -> StateLine:
    return StateLine(row.status, row.get_status_display(), row.since, row.when, row.note, Basis.of(row))


def _organ_lines(rows: Sequence[Organ], book: NameBook, parent: str) -> tuple[OrganLine, ...]:
    """Return the organs directly below ``parent``, each with its own; those whose parent is not there are on top."""
    known = {row.key for row in rows}
    return tuple(
        _organ_line(row, rows, book) for row in rows if row.parent == parent or (not parent and row.parent not in known)
    )


def _organ_line(row: Organ, rows: Sequence[Organ], book: NameBook) -> OrganLine:
    name = book.called(f"organ {row.key}", row.name)
    kind = row.get_kind_display() if row.kind != "other" else ""
    return OrganLine(row.key, name, kind, row.level, row.role, _organ_lines(rows, book, row.key), Basis.of(row))


def _term_line(row: ChairmanshipTerm, book: NameBook, day: date) -> TermLine:
    current = row.begins <= day and (row.ends is None or day <= row.ends)
    return TermLine(
        code=row.member.code,
        member=book.member(row.member),
        begins=row.begins,
        ends=row.ends,
        current=current,
        basis=Basis.of(row),
        exception=row.exception,
        when=row.when,
        decided=row.decided,
    )


def _acts(organisation: Organisation, book: NameBook, day: date, organ: Organ | None = None) -> tuple[ActLine, ...]:
    rows = FoundingAct.objects.filter(organisation=organisation, day__lte=day).select_related("organ")
    return tuple(
        ActLine(
            row.day,
            row.title,
            row.place,
            book.organ(row.organ),
            Basis.of(row),
        )
        for row in (rows.filter(organ=organ) if organ else rows)
    )


def _turns(
    organisation: Organisation, rows: Sequence[Member], terms: Sequence[ChairmanshipTerm], book: NameBook, day: date
) -> tuple[TermLine, ...]:
    """Return the terms that the rule gives behind the last one that was decided."""
    if not terms:
        return ()
    members = {row.code: row for row in rows if belongs(states_of(row), day)}
    last = terms[-1]
    found = turns(
        _order(organisation, list(members.values()), book),
        last=last.member.code,
        ends=last.ends,
        rule=organisation.rotation,
        count=SHOWN_TURNS,
    )
    named = {code: book.member(row) for code, row in members.items()}
    return tuple(
        TermLine(turn.code, named[turn.code], turn.begins, turn.ends, False, Basis(), computed=True) for turn in found
    )


def _order(organisation: Organisation, members: Sequence[Member], book: NameBook) -> tuple[str, ...]:
    """Return the codes in the alphabet of the working language, where every name in it is known; else as they stand."""
    own = {row.code: row.name if organisation.names_in == organisation.language else "" for row in members}
    names = {code: book.names.get(f"member {code}", {}).get(organisation.language, name) for code, name in own.items()}
    if not all(names.values()):
        return tuple(row.code for row in members)
    return tuple(sorted(names, key=lambda code: names[code].casefold()))
