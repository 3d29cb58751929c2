"""What the pages show of an organisation: frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class Called:
    """
    A name as it is shown.

    Attributes:
        language: tag of the language it is in, where that is not the reader's; else "".
        also: the same in other languages, as (tag, words). aliases: other spellings.
    """

    words: str
    language: str = ""
    also: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.words

    def __bool__(self) -> bool:
        return bool(self.words)


NO_NAME = Called("")
"""How nothing is called."""


@dataclass(frozen=True, slots=True)
class StateLine:
    """What a state is from a day on; ``label`` in words, ``when`` the day as it is known, "" where it is exact."""

    status: str
    label: str
    since: date
    when: str
    note: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A state in the council's own order; ``state`` is what it is on the day shown, None where nothing is entered."""

    code: str
    name: Called
    state: StateLine | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class OrganLine:
    """An organ with those below it."""

    key: str
    name: Called
    kind: str
    level: str
    role: str
    below: tuple[OrganLine, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """
    A partner, those of its structures that cooperate (in words), and on what the cooperation rests.

    Attributes:
        kind: "organisation" | "structure" | "state"; ``label`` in words. parent: code of the partner above it, or "".
        below: its structures that are partners of their own. agreements, joint: how many are known on the day shown.
    """

    code: str
    name: Called
    structures: str
    rests_on: str
    basis: Basis
    kind: str = "organisation"
    label: str = ""
    parent: str = ""
    below: tuple[PartnerLine, ...] = ()
    agreements: int = 0
    joint: int = 0


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """
    An agreement as it stands on the day shown.

    Attributes:
        code, partner: with whom. stands: "unsaid" | "open" | "until" | "over" | "ended"; ``words`` say it.
        document: id of the document that holds its text, which not every reader sees; "" for none.
    """

    code: str
    partner: Called
    title: str
    number: str
    day: date | None
    when: str
    stands: str
    words: str
    note: str
    document: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class ContactLine:
    """
    With which office of a partner one speaks, and what for; ``page`` is a public one, or "".

    Attributes:
        since, until: first and last day on which it is the contact, None where that is not known.
    """

    code: str
    partner: Called
    office: str
    function: str
    page: str
    since: date | None
    until: date | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class JointLine:
    """
    Something that was done together with a partner.

    Attributes:
        kind: as in accord.members.choices.JointKind; ``label`` and ``role`` in words. of: its place in another room.
        organ_key, organ: in which organ of the council, "" and no words for none.
        partners: code and name of each partner of the page that took part in it in this way.
    """

    partners: tuple[tuple[str, Called], ...]
    kind: str
    label: str
    role: str
    title: str
    day: date | None
    until: date | None
    when: str
    organ_key: str
    organ: Called
    of: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class PartnersPage:
    """All partners as a tree, as on a day. ``keeps``: the reader enters them. ``sentence`` counts them."""

    tops: tuple[PartnerLine, ...]
    sentence: str
    day: date
    keeps: bool


@dataclass(frozen=True, slots=True)
class PartnerPage:
    """
    A partner and its structures: what rests on what, with whom one speaks, and what was done together.

    Attributes:
        above: the partner that it belongs to, None for none. family: codes of it and of all its structures.
        people: those who hold a post of it on the day shown. keeps: the reader enters them.
    """

    line: PartnerLine
    above: PartnerLine | None
    family: tuple[str, ...]
    sentence: str
    agreements: tuple[AgreementLine, ...]
    contacts: tuple[ContactLine, ...]
    joint: tuple[JointLine, ...]
    people: tuple[PersonLine, ...]
    day: date
    keeps: bool


@dataclass(frozen=True, slots=True)
class TermLine:
    """
    A term of the chairmanship; ``current`` on the day that the pages show.

    Attributes:
        exception: the decision by which it departs from the rule, or "".
        computed: the rule gives it, nobody decided it. when: the days as they are known, "" where they are exact.
    """

    code: str
    member: Called
    begins: date | None
    ends: date | None
    current: bool
    basis: Basis
    exception: str = ""
    computed: bool = False
    when: str = ""
    decided: date | None = None


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """
    The hand-over to the next term, and who may act on it.

    Attributes:
        term: the term that begins, None where none is decided. day: on which it was handed over, None before.
        taken: whether the other side has confirmed it. gives, takes: whether the reader may act now.
    """

    term: TermLine | None
    day: date | None = None
    taken: bool = False
    gives: bool = False
    takes: bool = False


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act on which an organ rests; ``organ`` is its name, "" for the organisation itself."""

    day: date
    title: str
    place: str
    organ: Called
    basis: Basis


@dataclass(frozen=True, slots=True)
class ParticularLine:
    """A short fact about the organisation."""

    label: str
    words: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class ProvisionLine:
    """A rule of the organisation; ``matter`` is what it is about, ``label`` the same in words."""

    key: str
    title: Called
    words: str
    article: str
    earlier: str
    support: str
    matter: str
    label: str
    decides: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class PostLine:
    """
    A post as it is shown.

    Attributes:
        whose: the member, partner or organ it belongs to, no words for the organisation. held: on the day shown.
    """

    handle: str
    title: Called
    code: str
    whose: Called
    organ_key: str
    chairs: bool
    since: date | None
    until: date | None
    seen: date | None
    held: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class EndingPage:
    """A post whose last day is entered."""

    handle: str
    person_id: str
    person: Called
    title: Called
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class PowerLine:
    """What a person may do for a member; ``organ`` "" for all organs."""

    person: Called
    kind: str
    code: str
    organ: Called
    since: date
    until: date | None
    held: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with the posts that are held on the day shown; ``registered`` is the name in the register."""

    id: str
    registered: str
    name: Called
    posts: tuple[PostLine, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person: every post and power over time."""

    line: PersonLine
    posts: tuple[PostLine, ...]
    powers: tuple[PowerLine, ...]
    day: date


@dataclass(frozen=True, slots=True)
class MemberPage:
    """
    A member: what it was when, when it presided, and who acts for it on the day shown.

    Attributes:
        clock: in which zone its capital works, None where it is not entered. keeps: the reader can enter it.
    """

    line: MemberLine
    states: tuple[StateLine, ...]
    terms: tuple[TermLine, ...]
    people: tuple[PersonLine, ...]
    powers: tuple[PowerLine, ...]
    day: date
    clock: ClockLine | None = None
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class OrganPage:
    """An organ: what is above and below it, the acts it rests on, and who holds a post in it."""

    line: OrganLine
    above: OrganLine | None
    founded: date | None
    dissolved: date | None
    acts: tuple[ActLine, ...]
    people: tuple[PersonLine, ...]
    day: date


def _with_below(organ: OrganLine) -> tuple[OrganLine, ...]:
    return (organ, *(lower for below in organ.below for lower in _with_below(below)))


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """
    An organisation on a day: who belongs to it and what it is made of.

    Attributes:
        day: the day shown. others: states that are something else than members on that day, or were members before.
        turns: the next terms of the chairmanship as the rule gives them.
    """

    id: str
    name: Called
    short_name: str
    council: Called
    as_of: date | None
    rule: str
    members: tuple[MemberLine, ...]
    organs: tuple[OrganLine, ...]
    partners: tuple[PartnerLine, ...]
    terms: tuple[TermLine, ...]
    day: date | None = None
    others: tuple[MemberLine, ...] = ()
    acts: tuple[ActLine, ...] = ()
    turns: tuple[TermLine, ...] = ()
    rotation: str = ""
    particulars: tuple[ParticularLine, ...] = ()

    @property
    def every_organ(self) -> tuple[OrganLine, ...]:
        """All organs, each before those below it."""
        return tuple(organ for top in self.organs for organ in _with_below(top))

    @property
    def chairmanship(self) -> TermLine | None:
        """The term that runs on the day that the pages show."""
        return next((term for term in self.terms if term.current), None)

    @property
    def next_chairmanship(self) -> TermLine | None:
        """The term after it: as it was decided, else as the rule gives it."""
        now = self.chairmanship
        later = [term for term in self.terms if now and now.begins and term.begins and term.begins > now.begins]
        return next(iter([*later, *self.turns]), None) if now else None


@dataclass(frozen=True, slots=True)
class ClockLine:
    """In which zone (IANA) and city a member works (by code), or the secretariat (""); the country of its seat."""

    code: str
    zone: str
    city: str
    country: str = ""
