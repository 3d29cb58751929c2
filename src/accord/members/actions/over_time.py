"""Entering what changes over time: statuses of members, founding acts, people with their posts and powers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.members import access, checks, queries
from accord.members.actions.coding import member_code
from accord.members.actions.entering import call, enter, everybody, organisation_by_id
from accord.members.choices import PowerKind, Status
from accord.members.errors import Unfit
from accord.members.models import (
    FoundingAct,
    Member,
    MemberState,
    Organ,
    Organisation,
    Partner,
    Person,
    Post,
    Power,
)
from accord.members.over_time import Held, Since, unfit_addition, unfit_posts, unfit_states
from accord.members.values import ActEntry, PersonEntry, PostEntry, PowerEntry, StateEntry
from accord.record import acts as record

Row = TypeVar("Row")


@record.action(answers=organisation_by_id)
def enter_states(organisation_id: str, states: Sequence[StateEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter what states are to the organisation from a day on; one of the same day takes the place of the former.

    Raises:
        Unfit: no such status, a code that is not in the register and has no name, a member that joins twice.
    """
    with record.act("entered statuses", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_keep_register(by, organisation))
        for state in states:
            _enter_state(organisation, state)
        for code in sorted({state.member for state in states}):
            _require_sound(organisation, code)
        data = {"members": sorted({state.member for state in states}), "states": len(states)}
        enter(act, organisation, everybody(organisation), data, answer=organisation.pk)
        return organisation


@record.action(answers=organisation_by_id)
def enter_acts(organisation_id: str, acts: Sequence[ActEntry], *, by: Subject, key: UUID) -> Organisation:
    """Enter the acts on which the organisation and its organs rest. Raises Unfit: no such organ, no title."""
    with record.act("entered founding acts", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_keep_register(by, organisation))
        for one in acts:
            organ = _organ(organisation, one.organ)
            title = checks.name("title", one.title, longest=300)
            FoundingAct.objects.update_or_create(
                organisation=organisation,
                organ=organ,
                day=one.day,
                title=title,
                defaults={"place": one.place, **one.basis.columns()},
            )
        enter(act, organisation, everybody(organisation), {"acts": len(acts)}, answer=organisation.pk)
        return organisation


@record.action(answers=organisation_by_id)
def enter_people(organisation_id: str, people: Sequence[PersonEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter people in public office with their posts; the posts of a person take the place of those entered before.

    Raises:
        Unfit: a name cannot be used, no such member, partner or organ, posts that cannot be held together.
    """
    with record.act("entered people", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_keep_register(by, organisation))
        for person in people:
            _enter_person(organisation, person)
        enter(act, organisation, everybody(organisation), {"people": len(people)}, answer=organisation.pk)
        return organisation


@record.action(answers=organisation_by_id)
def enter_post(organisation_id: str, person: str, post: PostEntry, *, by: Subject, key: UUID) -> Organisation:
    """
    Enter one more post of a person of the register (by name).

    Raises:
        Unfit: no such person, member, partner or organ, or a post that cannot be held with the others.
    """
    with record.act("entered a post of", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_keep_register(by, organisation))
        row = put_post(organisation, person, post)
        enter(act, organisation, everybody(organisation), {"what": row.name}, answer=organisation.pk)
        return organisation


@record.action(answers=organisation_by_id)
def end_post(organisation_id: str, post: str, until: date, *, by: Subject, key: UUID) -> Organisation:
    """Enter the last day of a post. Raises Unfit: it is before the first; NotVisible: there is no such post."""
    with record.act("ended a post of", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_keep_register(by, organisation))
        row = Post.objects.filter(person__organisation=organisation, handle=post).select_related("person").first()
        if row is None:
            raise NotVisible
        if row.since and until < row.since:
            raise Unfit("until", _("The last day is before the first."))
        row.until = until
        row.save(update_fields=["until"])
        data = {"what": row.person.name, "title": row.title, "until": until.isoformat()}
        enter(act, organisation, everybody(organisation), data, answer=organisation.pk)
        return organisation


@record.action(answers=organisation_by_id)
def enter_powers(organisation_id: str, powers: Sequence[PowerEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter what people may do for members.

    Raises:
        Unfit: no such person, member, organ or kind; a power that ends before it begins.
    """
    with record.act("entered powers", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_keep_register(by, organisation))
        for power in powers:
            _enter_power(organisation, power)
        enter(act, organisation, everybody(organisation), {"powers": len(powers)}, answer=organisation.pk)
        return organisation


def put_post(organisation: Organisation, person: str, post: PostEntry) -> Person:
    """
    Enter one more post of a person of the register (by name).

    Within an act of another room, which locks, checks who may, and writes the one entry. Raises Unfit.
    """
    row = _person(organisation, person)
    known = [_held_already(each) for each in row.posts.select_related("member", "partner")]
    for reason in unfit_addition(_held(post), known):
        raise Unfit("title", reason)
    _post(organisation, row, post).save(force_insert=True)
    call(organisation, f"title {post.title}", post.names)
    return row


def _enter_state(organisation: Organisation, state: StateEntry) -> None:
    if state.status not in Status.values:
        raise Unfit("status", _("“%s” is no status.") % state.status)
    values = {"status": state.status, "when": state.when, "note": state.note, **state.basis.columns()}
    MemberState.objects.update_or_create(member=_member_or_new(organisation, state), since=state.since, defaults=values)


def _member_or_new(organisation: Organisation, state: StateEntry) -> Member:
    """Return the state of this code; one that is not in the register comes behind the others."""
    known = Member.objects.filter(organisation=organisation, code=state.member).first()
    if known is not None:
        return known
    if not state.name:
        raise Unfit("member", _("“%s” is not in the register; give it a name.") % state.member)
    last = Member.objects.filter(organisation=organisation).aggregate(last=Max("order"))["last"]
    return Member.objects.create(
        organisation=organisation,
        code=member_code(organisation, "member", state.member),
        name=checks.name("name", state.name, longest=120),
        order=0 if last is None else last + 1,
        **state.basis.columns(),
    )


def _require_sound(organisation: Organisation, code: str) -> None:
    rows = MemberState.objects.filter(member__organisation=organisation, member__code=code)
    for reason in unfit_states([Since(row.status, row.since) for row in rows]):
        raise Unfit("states", f"{code}: {reason}")


def _enter_person(organisation: Organisation, entry: PersonEntry) -> None:
    name = checks.name("name", entry.name, longest=120)
    for reason in unfit_posts([_held(post) for post in entry.posts]):
        raise Unfit("posts", f"{name}: {reason}")
    person, _made = Person.objects.update_or_create(
        organisation=organisation, name=name, defaults=entry.basis.columns()
    )
    call(organisation, f"person {person.pk}", entry.names, entry.aliases)
    for post in entry.posts:
        call(organisation, f"title {post.title}", post.names)
    person.posts.all().delete()
    Post.objects.bulk_create(_post(organisation, person, post) for post in entry.posts)


def _held(post: PostEntry) -> Held:
    side = f"member {post.member}" if post.member else f"partner {post.partner}" if post.partner else ""
    return Held(post.title, side, post.since, post.until, post.beside)


def _post(organisation: Organisation, person: Person, entry: PostEntry) -> Post:
    return Post(
        person=person,
        title=checks.name("title", entry.title, longest=160),
        member=_member(organisation, entry.member) if entry.member else None,
        partner=_partner(organisation, entry.partner) if entry.partner else None,
        organ=_organ(organisation, entry.organ),
        **{name: getattr(entry, name) for name in ("chairs", "since", "until", "seen")},
        **entry.basis.columns(),
    )


def _enter_power(organisation: Organisation, entry: PowerEntry) -> None:
    person = _person(organisation, entry.person)
    if entry.kind not in PowerKind.values:
        raise Unfit("kind", _("“%s” is no kind of power.") % entry.kind)
    if entry.until and entry.until < entry.since:
        raise Unfit("until", _("The last day is before the first."))
    Power.objects.update_or_create(
        person=person,
        member=_member(organisation, entry.member),
        organ=_organ(organisation, entry.organ),
        kind=entry.kind,
        since=entry.since,
        defaults={"until": entry.until, **entry.basis.columns()},
    )


def _held_already(row: Post) -> Held:
    side = f"member {row.member.code}" if row.member else f"partner {row.partner.code}" if row.partner else ""
    return Held(row.title, side, row.since, row.until)


def _person(organisation: Organisation, name: str) -> Person:
    return _found("person", name, Person.objects.filter(organisation=organisation, name=name))


def _member(organisation: Organisation, code: str) -> Member:
    return _found("member", code, Member.objects.filter(organisation=organisation, code=code))


def _partner(organisation: Organisation, code: str) -> Partner:
    return _found("partner", code, Partner.objects.filter(organisation=organisation, code=code))


def _organ(organisation: Organisation, key: str) -> Organ | None:
    return _found("organ", key, Organ.objects.filter(organisation=organisation, key=key)) if key else None


def _found(field: str, name: str, rows: Iterable[Row]) -> Row:
    for row in rows:
        return row
    raise Unfit(field, _("“%s” is not in the register.") % name)
