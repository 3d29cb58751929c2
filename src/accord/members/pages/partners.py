"""Partners, agreements with them, contacts, and what was done together. Frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.members.basis import Basis
from accord.members.pages.naming import Called
from accord.members.pages.people import PersonLine


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
