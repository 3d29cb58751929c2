"""What is entered of an organisation: frozen values that the actions take, from a form, a file of facts, or a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from accord.access import Role
from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class Founding:
    """
    An organisation that is founded.

    Attributes:
        council: name of the council that decides; "" for the organisation itself.
        rule: id of a decision rule (data/rules).
        members: code and name of each, in the council's own order.
        as_of: the day that the pages show; None for today.
        public: whether home and register are public.
        basis: on what the membership of all rests.
        language, rotation: the working language and how the chairmanship passes (accord.members.models).
        names_in: tag of the language in which the names are written; "" for the language of whoever founds.
        names: further names of the organisation, and of members by code, each by language. organs: its first organs.
    """

    name: str
    members: tuple[tuple[str, str], ...]
    short_name: str = ""
    council: str = ""
    rule: str = "consensus"
    as_of: date | None = None
    public: bool = False
    language: str = ""
    rotation: str = ""
    names_in: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    member_names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    organs: tuple[OrganEntry, ...] = ()
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class SignIn:
    """A sign-in that is made together with its council; ``delegation`` is a code for a delegate, else ""."""

    name: str
    role: Role
    delegation: str = ""


@dataclass(frozen=True, slots=True)
class OrganEntry:
    """
    An organ.

    Attributes:
        parent: key of the organ above it, or "". kind: one of accord.members.models.OrganKind; "" leaves it open.
        names: further names by language.
    """

    key: str
    name: str
    level: str = ""
    parent: str = ""
    role: str = ""
    kind: str = "other"
    founded: date | None = None
    dissolved: date | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """
    A partner: an organisation, a structure of one, or a state.

    Attributes:
        rests_on: on what the cooperation rests. kind: one of accord.members.choices.PartnerKind.
        parent: code of the partner that it is a structure of, or "".
    """

    code: str
    name: str
    structures: str = ""
    rests_on: str = ""
    kind: str = "organisation"
    parent: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class AgreementEntry:
    """
    An agreement with a partner (by code); the columns are those of accord.members.models.Agreement.

    Attributes:
        lasting: one of accord.members.choices.Lasting; "until" asks for ``until``.
        document: id of the document that holds its text, "" for none.
    """

    partner: str
    title: str
    number: str = ""
    day: date | None = None
    when: str = ""
    known: date | None = None
    lasting: str = "unsaid"
    until: date | None = None
    ended: date | None = None
    note: str = ""
    document: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """With whom one speaks at a partner (by code): an office and its function, never a person."""

    partner: str
    office: str
    function: str
    page: str = ""
    since: date | None = None
    until: date | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class JointEntry:
    """
    Something that was done together with a partner (by code).

    Attributes:
        kind, role: of accord.members.choices.JointKind and JointRole. organ: key of an organ of the council, or "".
        of: its place in another room, as in accord.members.models.Joint.
    """

    partner: str
    kind: str
    title: str
    role: str = "participant"
    day: date | None = None
    until: date | None = None
    when: str = ""
    known: date | None = None
    organ: str = ""
    of: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class TermEntry:
    """
    A term of the chairmanship; ``member`` is a code, ``ends`` None while it is not known.

    Attributes:
        when: the days as they are known, "" where they are exact. decided: since when it is known, None for always.
    """

    member: str
    begins: date
    ends: date | None = None
    exception: str = ""
    when: str = ""
    decided: date | None = None
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class StateEntry:
    """What a state is from a day on; ``name`` for one that is not in the register yet."""

    member: str
    status: str
    since: date
    name: str = ""
    when: str = ""
    note: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ActEntry:
    """An act on which an organ rests; without an organ, the organisation itself."""

    day: date
    title: str
    organ: str = ""
    place: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class PostEntry:
    """
    A post: of a member or partner (by code), of an organ (by key), or of the organisation.

    Attributes:
        beside: it is held beside another post of the same person. names: the title by language.
    """

    title: str
    member: str = ""
    partner: str = ""
    organ: str = ""
    chairs: bool = False
    since: date | None = None
    until: date | None = None
    seen: date | None = None
    beside: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person in public office, with posts, and other spellings of the name."""

    name: str
    posts: tuple[PostEntry, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class PowerEntry:
    """What a person may do for a member, in one organ (by key) or in all."""

    person: str
    member: str
    kind: str
    since: date
    until: date | None = None
    organ: str = ""
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ProvisionEntry:
    """
    A rule of the organisation, in plain words.

    Attributes:
        matter: one of accord.members.choices.Matter. decides: id of the decision rule that carries it out, or "".
    """

    key: str
    title: str
    words: str
    article: str = ""
    earlier: str = ""
    support: str = ""
    matter: str = "deciding"
    decides: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class ParticularEntry:
    """A short fact about the organisation: label and words."""

    label: str
    words: str
    basis: Basis = field(default_factory=Basis)


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name in another language; ``of`` as in accord.members.models.Name."""

    of: str
    language: str
    words: str


@dataclass(frozen=True, slots=True)
class ClockEntry:
    """
    In which zone (IANA) a member's capital works, or the secretariat.

    Attributes:
        member: code, "" for the secretariat. country: of its seat, three letters of ISO 3166.
    """

    member: str
    zone: str
    city: str = ""
    country: str = ""
