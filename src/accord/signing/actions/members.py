"""What is entered of members: signatures and stances by the office, answers and confirmations by the member itself."""

from __future__ import annotations

from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.engine.text.naming import plain_name
from accord.members.errors import Unfit
from accord.record import acts as record
from accord.signing import access
from accord.signing.actions.steps import On, instrument_by_id, on, words
from accord.signing.choices import ANSWERS, ENTERED, Taking, Word
from accord.signing.models import Confirmation, Instrument, Signature, Stance
from accord.signing.queries.gathering import Whole
from accord.signing.taking import stands
from accord.signing.values import SignatureEntry, StanceEntry

BOUND = (Taking.AGREED, Taking.JOINED)
"""How a member stands that has agreed: nothing is handed to it, and it does not join again."""


@record.action(answers=instrument_by_id)
def sign(instrument_id: str, entry: SignatureEntry, *, by: Subject, key: UUID) -> Instrument:
    """
    Enter that a member signed; a later entry for the same member corrects the earlier one, and both stay.

    Raises:
        Unfit: it is not open for signature, it is no member, the day lies before the signing, after its last day, or is
            not there yet; Refused.
    """
    with on(instrument_id, "entered a signature of", by=by, key=key) as at:
        require(access.may_keep(by, at.row))
        whole = at.whole()
        _require_member(whole, entry.member)
        _require_open(at, whole, entry)
        before = Signature.objects.filter(instrument=at.row, member=entry.member).count()
        Signature.objects.create(
            instrument=at.row,
            member=entry.member,
            number=before + 1,
            person=plain_name(entry.person),
            post=plain_name(entry.post, longest=200) if entry.post else "",
            day=entry.day,
            place=plain_name(entry.place) if entry.place else "",
            reservation=words(entry.reservation, "reservation"),
            opinion=words(entry.opinion, "opinion"),
            at=at.act.at,
            **entry.basis.columns(),
        )
        return at.write(code=entry.member, day=entry.day.isoformat(), corrects=bool(before))


def _require_open(at: On, whole: Whole, entry: SignatureEntry) -> None:
    if whole.signing is None:
        raise Unfit("member", _("Open it for signature first: where, and on which day."))
    at.require_day("day", entry.day, whole.signing.day)
    if entry.day < whole.signing.day:
        raise Unfit("day", _("It was opened for signature on %s.") % date_format(whole.signing.day, "j E Y"))
    if whole.signing.until and entry.day > whole.signing.until:
        raise Unfit(
            "day", _("It was open until %s. Let it stay open longer first.") % date_format(whole.signing.until, "j E Y")
        )


@record.action(answers=instrument_by_id)
def stand(instrument_id: str, entry: StanceEntry, *, by: Subject, key: UUID) -> Instrument:
    """
    Enter how a member stands from a day on, that the decision was handed to it, or a word that it attached.

    Raises:
        Unfit: it is no member, no way of standing, a day that cannot be, or it has agreed already; Refused.
    """
    with on(instrument_id, "entered how a member stands to", by=by, key=key) as at:
        require(access.may_keep(by, at.row))
        if entry.kind not in (*ENTERED, *Word):
            raise Unfit("kind", _("“%s” is no way of standing to a decision.") % entry.kind)
        return _store(at, entry, str(by.role))


@record.action(answers=instrument_by_id)
def answer(instrument_id: str, entry: StanceEntry, *, by: Subject, key: UUID) -> Instrument:
    """
    Answer for the own member: it joins, does not join, objects, notifies that it does not object, or attaches words.

    Raises:
        Unfit: no answer, words missing, or it has agreed already; NotVisible, Refused.
    """
    with on(instrument_id, "answered for its state on", by=by, key=key) as at:
        require(access.may_answer(by, at.row, at.whole().names))
        if entry.kind not in (*ANSWERS, *Word):
            raise Unfit("kind", _("“%s” is no answer of a member.") % entry.kind)
        if entry.member != by.delegation:
            raise Unfit("kind", _("A delegation answers for its own member."))
        return _store(at, entry, str(by.role))


def _store(at: On, entry: StanceEntry, authority: str) -> Instrument:
    whole = at.whole()
    _require_member(whole, entry.member)
    at.require_day("day", entry.day)
    _require_fitting(whole, entry)
    Stance.objects.create(
        instrument=at.row,
        member=entry.member,
        kind=entry.kind,
        day=entry.day,
        words=words(entry.words, "words"),
        authority=authority,
        at=at.act.at,
        **entry.basis.columns(),
    )
    return at.write(code=entry.member, kind=entry.kind, day=entry.day.isoformat())


def _require_fitting(whole: Whole, entry: StanceEntry) -> None:
    """Refuse a step that says nothing new, comes before the last one, or a word without words."""
    if entry.kind in Word.values:
        if not entry.words.strip():
            raise Unfit("words", _("A reservation or special opinion has words."))
        return
    state = stands(whole.said, whole.stances, entry.member)
    if state == entry.kind:
        raise Unfit("kind", _("It stands so already."))
    if state in BOUND and entry.kind in (Taking.WAITS, Taking.JOINED, Taking.NO_OBJECTION):
        raise Unfit("kind", _("It has agreed: there is nothing to hand over, and nothing to join."))
    days = [each.day for each in whole.stances if each.member == entry.member and each.kind not in Word.values]
    if days and entry.day < max(days):
        raise Unfit("day", _("An entry of %s is there already.") % date_format(max(days), "j E Y"))


def _require_member(whole: Whole, code: str) -> None:
    if code not in whole.names:
        raise Unfit("member", _("“%s” is no member on that day.") % code)


@record.action(answers=instrument_by_id)
def confirm(instrument_id: str, signature: str, *, by: Subject, key: UUID) -> Instrument:
    """Confirm for the own member that its signature is entered as it was given. Raises NotVisible, Unfit, Refused."""
    with on(instrument_id, "confirmed the signature under", by=by, key=key) as at:
        row = Signature.objects.filter(instrument=at.row, pk=signature).first()
        if row is None:
            raise NotVisible
        require(access.may_confirm(by, at.row, row.member))
        if Confirmation.objects.filter(signature=row).exists():
            raise Unfit("signature", _("It is confirmed already."))
        Confirmation.objects.create(signature=row, actor=by.name or str(by.role), at=at.act.at)
        return at.write(code=row.member)
