"""What is open for signature, what waits for whom, and all instruments, of one organisation."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from accord.access import Role, Subject
from accord.members.basis import Basis
from accord.members.models import Organisation
from accord.members.queries import shown_day
from accord.signing.choices import Taking
from accord.signing.pages import InstrumentLine, SigningPage, WaitLine
from accord.signing.queries.gathering import Whole, gathered
from accord.signing.queries.rows import enters_signing, visible_instruments
from accord.signing.taking import apart, latest
from accord.signing.wording import kind_of, label_of, signing_sentence, state_of, waiting_sentence

LONGEST_LIST = 200


def signing_page(by: Subject, organisation: Organisation, on: date | None = None) -> SigningPage:
    """Return the instruments of an organisation that ``by`` can see, as of a day (None: the day that is shown)."""
    shown = on or shown_day(organisation)
    wholes = seen(by, organisation, shown)
    lines = tuple(_line(whole, shown) for whole in wholes)
    open_ = tuple(line for line in lines if line.state == "open")
    waiting = tuple(wait for whole in wholes for wait in waits(by, whole))
    sentence = waiting_sentence(len(open_), [wait.name for wait in waiting])
    return SigningPage(sentence, shown, open_, waiting, lines, enters_signing(by, organisation))


def seen(by: Subject, organisation: Organisation, shown: date) -> tuple[Whole, ...]:
    """Return the instruments with their rows; one that is known by its title not before its day."""
    rows = visible_instruments(by).filter(organisation=organisation)
    here = ~Q(adoption=None) | ~Q(ruling=None) | Q(day__lte=shown)
    return gathered(list(rows.filter(here)[:LONGEST_LIST]), shown)


def waits(by: Subject, whole: Whole) -> tuple[WaitLine, ...]:
    """Return for which members an instrument waits, each with the day on which it was handed over."""
    own = by.delegation if by.role == Role.DELEGATE and by.organisation_id == whole.row.organisation_id else ""
    found = [(code, latest(whole.stances, code)) for code in whole.names]
    return tuple(
        WaitLine(
            code=code,
            name=whole.names[code],
            instrument=whole.row.pk,
            title=whole.title,
            since=last.day,
            basis=Basis.of(last),
            sample=whole.row.sample,
            mine=code == own,
        )
        for code, last in found
        if last is not None and last.kind == Taking.WAITS
    )


def _line(whole: Whole, shown: date) -> InstrumentLine:
    row, signing = whole.row, whole.signing
    state = state_of(signing.until, whole.unsigned, shown) if signing else ""
    sentence = signing_sentence(state, signing.until, whole.unsigned, whole.names) if signing else ""
    return InstrumentLine(
        id=row.pk,
        title=whole.title,
        kind=kind_of(row.kind),
        organ=whole.organ,
        day=row.day,
        place=row.place,
        sample=row.sample,
        signing=sentence,
        state=state,
        unsigned=whole.unsigned if signing else (),
        taking=tuple((label_of(each), codes) for each, codes in apart(whole.states)) if _says(whole) else (),
        basis=None if row.adoption_id or row.ruling_id else Basis.of(row),
    )


def _says(whole: Whole) -> bool:
    """Whether anything is stated of how members stand, or nothing else is known of it: then that is said."""
    return whole.signing is None or any(state != Taking.NOT_STATED for state in whole.states.values())
