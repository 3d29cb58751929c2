"""How members stand to what was decided, as sources state it; and a signing that is a sample."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from accord.access import Subject
from accord.formats.facts import Fact, Facts
from accord.members.basis import Basis
from accord.members.models import Organisation
from accord.members.queries import members_of
from accord.project.demo.register import basis_of
from accord.signing import actions
from accord.signing.values import (
    CopyEntry,
    InstrumentEntry,
    OriginalEntry,
    SignatureEntry,
    SigningEntry,
    StanceEntry,
)

SIGNED, LATE = date(2024, 6, 20), date(2024, 6, 21)
OWN = Basis(source_name="Sample of Accord", standing="stated")
TITLE = "Sample protocol on the exchange of calendars"


def enter_decisions(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter the decisions of the facts with how members stand to them; each is shown from its own day on."""
    for fact in facts["decisions"]:
        plain = fact.pick("title", "organ", "day", "place")
        entry = InstrumentEntry(**plain, names={"ru": fact["ru"]}, public=True, basis=basis_of(fact))
        made = actions.enter_instrument(organisation.pk, entry, by=by, key=uuid4())
        for stance in fact["stances"]:
            _enter_stances(made.pk, stance, by)


def _enter_stances(of: str, fact: Fact, by: Subject) -> None:
    for member in fact["members"]:
        entry = StanceEntry(member, **fact.pick("kind", "day", "words"), basis=basis_of(fact))
        actions.stand(of, entry, by=by, key=uuid4())


def sign_a_sample(organisation: Organisation, *, by: Subject) -> None:
    """Enter a protocol that is a sample, signed by every member, by one of them a day later; nobody signs by name."""
    entry = InstrumentEntry(TITLE, SIGNED, "document", place="Almaty", sample=True, public=True, basis=OWN)
    of = actions.enter_instrument(organisation.pk, entry, by=by, key=uuid4()).pk
    actions.open_signing(of, SigningEntry("Almaty", SIGNED, basis=OWN), by=by, key=uuid4())
    for member in members_of(organisation, SIGNED):
        late = member.code == "KAZ"
        signature = SignatureEntry(
            member.code, f"Sample signatory of {member.name}", LATE if late else SIGNED, place="Almaty", basis=OWN
        )
        actions.sign(of, signature, by=by, key=uuid4())
    actions.set_original(of, OriginalEntry(("ru",), "The Secretariat", basis=OWN), by=by, key=uuid4())
    actions.send_copy(of, CopyEntry("Every member", LATE, basis=OWN), by=by, key=uuid4())
