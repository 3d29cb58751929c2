"""
What the register gains within an act of another room, which locks, checks who may, and writes the one entry.

Each call enters one thing, or changes the one that has its key; what is not given in an entry is then empty.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from accord.members import checks
from accord.members.actions.coding import member_code, partner_code
from accord.members.actions.entering import call
from accord.members.basis import Basis
from accord.members.choices import PartnerKind, Use
from accord.members.errors import Unfit
from accord.members.models import (
    ChairmanshipTerm,
    FoundingAct,
    Member,
    MemberState,
    Name,
    Organ,
    Organisation,
    Partner,
    Person,
    Post,
    Power,
)
from accord.members.over_time import Since, Term, circle, unfit_states, unfit_terms
from accord.members.values import (
    ActEntry,
    OrganEntry,
    PartnerEntry,
    PersonEntry,
    PostEntry,
    PowerEntry,
    StateEntry,
    TermEntry,
)


def put_member(
    organisation: Organisation,
    code: str,
    name: str,
    *,
    basis: Basis,
    names: Mapping[str, str],
    aliases: Sequence[str] = (),
) -> None:
    """Enter a state, or call a known one by ``name``; "" leaves its name. Raises Unfit: a new one has no name."""
    rows = Member.objects.filter(organisation=organisation)
    known = rows.filter(code=code).first()
    if known is None:
        Member.objects.create(
            organisation=organisation,
            code=member_code(organisation, "code", code),
            name=checks.name("name", name, longest=120),
            order=_next_order(rows),
            **basis.columns(),
        )
    elif name and known.name != name and name not in _called(organisation, f"member {code}"):
        known.name = checks.name("name", name, longest=120)
        known.save(update_fields=["name"])
    recall(organisation, f"member {code}", names, aliases)


def put_state(organisation: Organisation, entry: StateEntry) -> None:
    """Enter what a known state is from a day on."""
    plain = {name: getattr(entry, name) for name in ("status", "when", "note")}
    MemberState.objects.update_or_create(
        member=Member.objects.get(organisation=organisation, code=entry.member),
        since=entry.since,
        defaults={**plain, **entry.basis.columns()},
    )


def require_sound_states(organisation: Organisation, codes: Sequence[str]) -> None:
    """Refuse statuses that cannot follow one another, such as those of a member that joins twice. Raises Unfit."""
    for code in codes:
        rows = MemberState.objects.filter(member__organisation=organisation, member__code=code)
        for reason in unfit_states([Since(row.status, row.since) for row in rows]):
            raise Unfit("states", f"{code}: {reason}")


def put_organ(organisation: Organisation, entry: OrganEntry) -> None:
    """Enter an organ, or change the one with this key; a new one comes behind the others. Raises Unfit."""
    rows = Organ.objects.filter(organisation=organisation)
    plain = {name: getattr(entry, name) for name in ("level", "parent", "role", "kind", "founded", "dissolved")}
    values = {"name": checks.name("name", entry.name, longest=200), **plain, **entry.basis.columns()}
    if not rows.filter(key=entry.key).update(**values):
        Organ.objects.create(organisation=organisation, key=entry.key, order=_next_order(rows), **values)
    recall(organisation, f"organ {entry.key}", entry.names, entry.aliases)


def require_sound_organs(organisation: Organisation) -> None:
    """Refuse organs below one that is not known, or that stand above one another in a circle. Raises Unfit."""
    parents = dict(Organ.objects.filter(organisation=organisation).values_list("key", "parent"))
    for key, parent in parents.items():
        if parent and parent not in parents:
            raise Unfit("parent", _("The organ above “%s” is not among the organs.") % key)
    if found := circle(parents.items()):
        named = " → ".join((*found, found[0]))
        raise Unfit("parent", _("These organs stand above one another in a circle: %s.") % named)


def put_partner(organisation: Organisation, entry: PartnerEntry) -> None:
    """Enter a partner, or change the one with this code; a new one comes behind the others. Raises Unfit."""
    if entry.kind not in PartnerKind.values:
        raise Unfit("kind", _("“%s” is no kind of partner.") % entry.kind)
    rows = Partner.objects.filter(organisation=organisation)
    plain = {"structures": entry.structures, "basis": entry.rests_on, "kind": entry.kind, "parent": entry.parent}
    values = {"name": checks.name("name", entry.name, longest=200), **plain, **entry.basis.columns()}
    code = partner_code(organisation, "code", entry.code)
    if not rows.filter(code=code).update(**values):
        Partner.objects.create(organisation=organisation, code=code, order=_next_order(rows), **values)
    recall(organisation, f"partner {code}", entry.names, entry.aliases)


def require_sound_partners(organisation: Organisation) -> None:
    """Refuse structures of a partner that is not known, or that belong to one another in a circle. Raises Unfit."""
    parents = dict(Partner.objects.filter(organisation=organisation).values_list("code", "parent"))
    for code, parent in parents.items():
        if parent and parent not in parents:
            told = {"code": code, "parent": parent}
            raise Unfit("parent", _("“%(parent)s”, to which “%(code)s” belongs, is not among the partners.") % told)
    if found := circle(parents.items()):
        named = " → ".join((*found, found[0]))
        raise Unfit("parent", _("These partners belong to one another in a circle: %s.") % named)


def put_term(organisation: Organisation, entry: TermEntry) -> None:
    """Enter a term of the chairmanship, or change the one that begins on this day."""
    plain = {name: getattr(entry, name) for name in ("ends", "exception", "when", "decided")}
    member = Member.objects.get(organisation=organisation, code=entry.member)
    ChairmanshipTerm.objects.update_or_create(
        organisation=organisation, begins=entry.begins, defaults={"member": member, **plain, **entry.basis.columns()}
    )


def require_one_presides(organisation: Organisation, entered: Collection[date]) -> None:
    """Refuse a term among those that begin on these days in which another one presides too. Raises Unfit."""
    rows = ChairmanshipTerm.objects.filter(organisation=organisation).select_related("member")
    for *begins, reason in unfit_terms(Term(row.member.name, row.begins, row.ends) for row in rows):
        if {*begins} & {*entered}:
            raise Unfit("begins", reason)


def put_act(organisation: Organisation, entry: ActEntry) -> None:
    """Enter a founding act, or change the one of this day, organ and title."""
    FoundingAct.objects.update_or_create(
        organisation=organisation,
        organ=Organ.objects.get(organisation=organisation, key=entry.organ) if entry.organ else None,
        day=entry.day,
        title=checks.name("title", entry.title, longest=300),
        defaults={"place": entry.place, **entry.basis.columns()},
    )


def put_power(organisation: Organisation, entry: PowerEntry) -> None:
    """Enter what a person may do for a member, or change what is entered from the same day on."""
    Power.objects.update_or_create(
        person=Person.objects.get(organisation=organisation, name=entry.person),
        member=Member.objects.get(organisation=organisation, code=entry.member),
        organ=Organ.objects.get(organisation=organisation, key=entry.organ) if entry.organ else None,
        kind=entry.kind,
        since=entry.since,
        defaults={"until": entry.until, **entry.basis.columns()},
    )


def add_people(organisation: Organisation, entries: Sequence[PersonEntry]) -> None:
    """Enter people who are not in the register, without posts. Raises Unfit."""
    people = Person.objects.bulk_create(
        Person(organisation=organisation, name=checks.name("name", entry.name, longest=120), **entry.basis.columns())
        for entry in entries
    )
    for person, entry in zip(people, entries, strict=True):
        if entry.names or entry.aliases:
            call_person(organisation, person.pk, entry)


def call_person(organisation: Organisation, person_id: str, entry: PersonEntry) -> None:
    """Enter how a known person is called in other languages, and how else the name is written."""
    recall(organisation, f"person {person_id}", entry.names, entry.aliases)


def add_posts(organisation: Organisation, posts: Sequence[tuple[str, PostEntry]]) -> None:
    """Enter posts of people of the register (by name), beside those that they hold."""
    people = dict(Person.objects.filter(organisation=organisation).values_list("name", "pk"))
    places = _places(organisation)
    Post.objects.bulk_create(Post(person_id=people[name], **_post_values(entry, places)) for name, entry in posts)


def change_post(organisation: Organisation, post_id: int, entry: PostEntry) -> None:
    """Change a post that is entered. Raises Unfit."""
    values = _post_values(entry, _places(organisation))
    Post.objects.filter(person__organisation=organisation, pk=post_id).update(**values)


def recall(organisation: Organisation, of: str, names: Mapping[str, str], aliases: Sequence[str] = ()) -> None:
    """Call something anew in these languages, in place of how it was called there; aliases are added. Raises Unfit."""
    for language, words in names.items():
        plain = checks.name("names", words, longest=200)
        rows = Name.objects.filter(organisation=organisation, of=of, language=language)
        known = rows.filter(use=Use.NAME).last()
        if known is None:
            call(organisation, of, {language: plain})
        elif known.words != plain and not rows.filter(words=plain).exists():
            known.words = plain
            known.save(update_fields=["words"])
    call(organisation, of, {}, aliases)


def _called(organisation: Organisation, of: str) -> set[str]:
    return set(Name.objects.filter(organisation=organisation, of=of).values_list("words", flat=True))


def _next_order(rows: QuerySet[Any]) -> int:
    last = rows.aggregate(last=Max("order"))["last"]
    return 0 if last is None else last + 1


def _places(organisation: Organisation) -> dict[tuple[str, str], int]:
    """Return the key of the row of each member, partner and organ, by kind and code."""
    own = {"organisation": organisation}
    return {
        **{("member_id", code): pk for code, pk in Member.objects.filter(**own).values_list("code", "pk")},
        **{("partner_id", code): pk for code, pk in Partner.objects.filter(**own).values_list("code", "pk")},
        **{("organ_id", key): pk for key, pk in Organ.objects.filter(**own).values_list("key", "pk")},
    }


def _post_values(entry: PostEntry, places: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    codes = {"member_id": entry.member, "partner_id": entry.partner, "organ_id": entry.organ}
    return {
        "title": checks.name("title", entry.title, longest=160),
        **{name: places[name, code] if code else None for name, code in codes.items()},
        **{name: getattr(entry, name) for name in ("chairs", "since", "until", "seen")},
        **entry.basis.columns(),
    }
