"""
Real objects for tests, made through the actions that people use. Names are invented, codes are user-assigned.

>>> council = factories.council()                                              # doctest: +SKIP
>>> text = factories.text_of(council, absent=("XDD",))
>>> factories.propose(text, council.delegate("XAA"), "should", "would")
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.test import Client
from django.utils.translation import get_language

from accord.access import PUBLIC, Role, Subject
from accord.drafting import actions as drafting
from accord.drafting.languages import source_hash
from accord.drafting.models import Proposal, Text, Version
from accord.drafting.queries.rows import current
from accord.engine import text as engine
from accord.meetings import actions as meetings
from accord.meetings.actions import calling
from accord.meetings.models import Meeting
from accord.meetings.values import Convocation
from accord.members import actions as members
from accord.members.models import Organisation, Person
from accord.members.queries import subject_of
from accord.members.values import (
    Founding,
    OrganEntry,
    PartnerEntry,
    PersonEntry,
    PostEntry,
    ProvisionEntry,
    SignIn,
    TermEntry,
)
from accord.record import clock
from tests.councils import founded

FOUNDER = Subject(name="founder")
PASSWORD = "only in the tests"
MEMBERS = (("XAA", "Aland Example"), ("XBB", "Bergen Example"), ("XCC", "Celle Example"), ("XDD", "Delft Example"))
PARTNER = ("XPP", "Example Partner")
DOCUMENT = """\
Statement on clear water

The members of the council,

Recalling the first meeting of the council,

1. Agree to meet once a year;

2. Decide to publish the report of every meeting;

3. Invite partners to send their remarks.
"""
"""A heading, two preambular and three operative paragraphs."""


def key() -> UUID:
    """Return a new idempotency key."""
    return uuid4()


@dataclass(frozen=True, slots=True)
class Council:
    """
    An organisation with its people.

    Attributes:
        delegates: by code; each tables. ``expert`` is of XAA and drafts only.
        stranger: a delegate of another organisation whose member has the code XAA too.
    """

    organisation: Organisation
    secretariat: Subject
    chair: Subject
    delegates: dict[str, Subject]
    expert: Subject
    partner: Subject
    public: Subject = PUBLIC

    def delegate(self, code: str) -> Subject:
        """Return who tables for this member."""
        return self.delegates[code]

    @property
    def everybody(self) -> dict[str, Subject]:
        """Everybody by the name of their sign-in; the public is "public"."""
        people = (self.secretariat, self.chair, *self.delegates.values(), self.expert, self.partner)
        return {**{person.name: person for person in people}, "public": self.public}


def council(
    name: str = "Example Council",
    pairs: Sequence[tuple[str, str]] = MEMBERS,
    *,
    public: bool = True,
    as_of: date | None = None,
    prefix: str = "",
) -> Council:
    """
    Found a council: secretariat, chair, a delegate of each member, an expert of the first, a partner (XPP).

    Args:
        prefix: before every sign-in name ("other-"), so that two councils can stand side by side.
    """
    wanted = (name, tuple(pairs), public, as_of, prefix)
    around = (clock._frozen.get(), get_language())
    return founded((wanted, around), lambda: _council(*wanted))


def _council(name: str, pairs: Sequence[tuple[str, str]], public: bool, as_of: date | None, prefix: str) -> Council:
    founding = Founding(name, tuple(pairs), council="The Council", public=public, as_of=as_of)
    office = SignIn(f"{prefix}secretariat", Role.SECRETARIAT)
    stored = {office.name: make_password(PASSWORD)}
    organisation = members.begin_council(founding, sign_ins=[office], password=stored, by=FOUNDER, key=key())
    secretariat = subject_of(User.objects.get(username=office.name))
    partners = [PartnerEntry(*PARTNER)]
    members.enter_register(organisation.pk, [], partners, [], by=secretariat, key=key())
    delegates = {
        code: person(organisation, f"{prefix}{code.lower()}-delegate", Role.DELEGATE, code, by=secretariat)
        for code, _name in pairs
    }
    first = pairs[0][0]
    return Council(
        organisation=organisation,
        secretariat=secretariat,
        chair=person(organisation, f"{prefix}chair", Role.CHAIR, by=secretariat),
        delegates=delegates,
        expert=person(
            organisation, f"{prefix}{first.lower()}-expert", Role.DELEGATE, first, may_table=False, by=secretariat
        ),
        partner=person(organisation, f"{prefix}partner", Role.PARTNER, PARTNER[0], by=secretariat),
    )


def person(
    organisation: Organisation, name: str, role: Role, code: str = "", *, may_table: bool = True, by: Subject
) -> Subject:
    """Give somebody a mandate; return the subject that this person is when signed in."""
    mandate = members.give_mandate(
        organisation.pk,
        name=name,
        password=PASSWORD,
        role=role,
        delegation=code,
        may_table=may_table,
        by=by,
        key=key(),
    )
    return subject_of(mandate.user)


def sign_in(client: Client, subject: Subject) -> Client:
    """Sign this person in with name and password; the public signs out. Returns the client."""
    client.logout()
    if subject.person_id is not None:
        user = User.objects.get(pk=subject.person_id)
        assert client.login(username=user.get_username(), password=PASSWORD)
    return client


def text_of(
    council: Council,
    document: str = DOCUMENT,
    *,
    absent: Collection[str] = (),
    title: str = "Clear water",
    sample: bool = False,
    meeting: str = "",
    audience: str = "",
) -> Text:
    """Begin a text by the secretariat."""
    return drafting.start_text(
        by=council.secretariat,
        title=title,
        document=document,
        sample=sample,
        meeting=meeting,
        audience=audience,
        absent=absent,
        key=key(),
    )


def meeting_of(council: Council, title: str = "First meeting", **values: object) -> Meeting:
    """Convene a meeting with a narrow and an extended sitting."""
    known: dict[str, object] = {"day": date(2031, 5, 4), "formats": ("narrow", "extended"), **values}
    convocation = Convocation(title=title, **known)  # type: ignore[arg-type]
    return meetings.convene(council.organisation.pk, convocation, by=council.secretariat, key=key())


def proposed_by(council: Council, code: str, title: str = "Proposed meeting", **values: object) -> Meeting:
    """Propose a meeting for a delegation."""
    convocation = Convocation(title=title, **{"day": date(2031, 9, 1), **values})  # type: ignore[arg-type]
    return calling.propose(council.organisation.pk, convocation, by=council.delegate(code), key=key())


def now(text: Text) -> Version:
    """Return the current version of a text, as stored at this moment."""
    return current(Text.objects.get(pk=text.pk))


def seen(text: Text) -> str:
    """Return the fingerprint of the current version: what a person sees who loads the page at this moment."""
    return now(text).fingerprint


def block(text: Text, words: str) -> str:
    """Return the id of the one paragraph whose base holds these words."""
    (found,) = [each.id for each in now(text).body.blocks if words in engine.project_block(each, None)]
    return found


def propose(text: Text, by: Subject, words: str, instead: str, *, stage: str = "tabled") -> Proposal:
    """Let a delegation propose ``instead`` for these words of the base, in the paragraph where they stand."""
    body = now(text).body
    place = block(text, words)
    base = next(engine.project_block(each, None) for each in body.blocks if each.id == place)
    wording = base.replace(words, instead)
    return drafting.propose(text.pk, by=by, block=place, wording=wording, stage=stage, seen=seen(text), key=key())


def choices(text: Text) -> tuple[str, ...]:
    """Return the ids of the open choices of the current version, in order."""
    return tuple(standing.choice.id for standing in engine.choices(now(text).body))


def in_office(council: Council, name: str, *, member: str, organ: str) -> Person:
    """Enter a person who holds a post of a member in an organ, which is made."""
    by, pk = council.secretariat, council.organisation.pk
    members.enter_register(pk, [OrganEntry(organ, organ.title())], [], [], by=by, key=key())
    posts = (PostEntry("Minister", member=member, organ=organ),)
    members.enter_people(pk, [PersonEntry(name, posts)], by=by, key=key())
    return Person.objects.get(organisation=pk, name=name)


def rule_of(council: Council, short: str, words: str = "More than half of the members are present.") -> None:
    """Enter a rule of the organisation."""
    rule = ProvisionEntry(short, short.title(), words, article="Charter, article 7", matter="meetings")
    members.enter_provisions(council.organisation.pk, [rule], by=council.secretariat, key=key())


def term_of(council: Council, code: str, begins: date, **values: object) -> None:
    """Enter a term of the chairmanship."""
    term = TermEntry(code, begins, **values)  # type: ignore[arg-type]
    members.enter_register(council.organisation.pk, [], [], [term], by=council.secretariat, key=key())


def in_russian(text: Text, council: Council, *, authentic: bool = True, group: Sequence[str] = ()) -> Text:
    """Begin the Russian version of a text; no paragraph of it has a wording yet."""
    drafting.enter_language(text.pk, by=council.secretariat, tag="ru", authentic=authentic, group=group, key=key())
    return text


def to_translate(text_id: str, words: str) -> dict[str, str]:
    """Return what names a paragraph of the Russian version and what it is made from, as it is now."""
    text = Text.objects.get(pk=text_id)
    place = block(text, words)
    return {"tag": "ru", "block": place, "source": source_hash(now(text).body.block(place).inlines)}
