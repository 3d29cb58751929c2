"""The register: members, partners, organs and people, under every name and spelling that is known of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from accord.access import Subject
from accord.members.models import FoundingAct, Member, Organ, Partner, Person, Post
from accord.members.queries import visible_organisations, visible_partners
from accord.members.queries.naming import every_name
from accord.search.values import Found, Source

Names = Mapping[str, list[str]]


def _scopes(_organisation_id: str) -> Iterator[str]:
    yield "register"


def _touched(_organisation_id: str, _stream: str) -> Iterator[str]:
    yield "register"


def _passages(organisation_id: str, _scope: str) -> Iterator[Found]:
    names = every_name(organisation_id)
    yield from _members(organisation_id, names)
    yield from _organs(organisation_id, names)
    yield from _people(organisation_id, names)


def _members(organisation_id: str, names: Names) -> Iterator[Found]:
    for member in Member.objects.filter(organisation=organisation_id):
        of = f"member {member.code}"
        place = {"place": "member", "thing": member.code, "key": member.code, "of": of}
        words = _told(member.code, member.name, *names.get(of, ()))
        yield Found(kind="members", title=member.name, words=words, named=True, **place)
    rows = Partner.objects.filter(organisation=organisation_id)
    for partner in rows.prefetch_related("agreements", "joint", "contacts"):
        of = f"partner {partner.code}"
        words = _told(partner.code, partner.name, *names.get(of, ()), partner.structures, partner.basis)
        place = {"place": "partner", "thing": partner.code, "key": partner.code, "label": "partner", "of": of}
        yield Found(kind="members", title=partner.name, words=words, named=True, **place)
        yield from _with_partner(partner, place)


def _with_partner(partner: Partner, place: Mapping[str, str]) -> Iterator[Found]:
    """Yield what there is with a partner; each is known from a day on."""
    for one in partner.agreements.all():
        words = _told(one.title, one.number, one.note)
        yield Found(
            kind="members", title=partner.name, words=words, since=one.known or one.day, anchor="agreements", **place
        )
    for each in partner.joint.all():
        since = each.known or each.day
        yield Found(kind="members", title=partner.name, words=each.title, since=since, anchor="joint", **place)
    for contact in partner.contacts.all():
        told = {"words": _told(contact.office, contact.function), "since": contact.since, "until": contact.until}
        yield Found(kind="members", title=partner.name, anchor="contacts", **told, **place)


def _organs(organisation_id: str, names: Names) -> Iterator[Found]:
    for organ in Organ.objects.filter(organisation=organisation_id):
        of = f"organ {organ.key}"
        words = _told(*names.get(of, ()), organ.level, organ.role)
        place = {"place": "organ", "thing": organ.key, "key": organ.key, "of": of, "since": organ.founded}
        yield Found(kind="organs", title=organ.name, words=words, named=True, **place)
    for act in FoundingAct.objects.filter(organisation=organisation_id).select_related("organ"):
        words = _told(act.organ.name if act.organ else "", act.place)
        place = {"place": "register", "thing": organisation_id, "anchor": "acts", "label": "act"}
        yield Found(kind="organs", title=act.title, words=words, named=True, day=act.day, **place)


def _people(organisation_id: str, names: Names) -> Iterator[Found]:
    posts: dict[str, list[Post]] = defaultdict(list)
    rows = Post.objects.filter(person__organisation=organisation_id)
    for post in rows.select_related("member", "partner", "organ"):
        posts[post.person_id].append(post)
    for person in Person.objects.filter(organisation=organisation_id):
        of, held = f"person {person.pk}", posts[person.pk]
        place = {"place": "person", "thing": person.pk, "key": person.pk, "title": person.name, "of": of}
        known = min((post.since or post.seen or date.min for post in held), default=date.min)
        yield Found(kind="people", words=_told(*names.get(of, ())), named=True, since=known, **place)
        for post in held:
            yield Found(kind="people", words=_post(post), since=post.since or post.seen, anchor="posts", **place)


def _post(row: Post) -> str:
    whose = row.member or row.partner or row.organ
    return ", ".join(filter(None, (row.title, whose.name if whose else "")))


def _told(*words: str) -> str:
    return " · ".join(dict.fromkeys(filter(None, words)))


def _codes(by: Subject, organisation_id: str, things: Collection[str]) -> Iterable[str]:
    rows = Member.objects.filter(organisation__in=visible_organisations(by), organisation_id=organisation_id)
    return rows.filter(code__in=things).values_list("code", flat=True)


def _partners(by: Subject, organisation_id: str, things: Collection[str]) -> Iterable[str]:
    rows = visible_partners(by).filter(organisation_id=organisation_id, code__in=things)
    return rows.values_list("code", flat=True)


def _keys(by: Subject, organisation_id: str, things: Collection[str]) -> Iterable[str]:
    rows = Organ.objects.filter(organisation__in=visible_organisations(by), organisation_id=organisation_id)
    return rows.filter(key__in=things).values_list("key", flat=True)


def _persons(by: Subject, organisation_id: str, things: Collection[str]) -> Iterable[str]:
    rows = Person.objects.filter(organisation__in=visible_organisations(by), organisation_id=organisation_id)
    return rows.filter(pk__in=things).values_list("pk", flat=True)


def _register(by: Subject, _organisation_id: str, things: Collection[str]) -> Iterable[str]:
    return visible_organisations(by).filter(pk__in=things).values_list("pk", flat=True)


SOURCE = Source(
    streams=("register", "lists"),
    prefixes=("register",),
    touched=_touched,
    scopes=_scopes,
    passages=_passages,
    doors={"member": _codes, "partner": _partners, "organ": _keys, "person": _persons, "register": _register},
)
