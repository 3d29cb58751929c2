"""What chair and secretariat keep: decisions known by title, the signing, the original, its copies, what is known."""

from __future__ import annotations

from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.access.queries import council_audience, public_audience
from accord.engine.text.naming import plain_name
from accord.members.actions.entering import call
from accord.members.errors import Unfit
from accord.members.models import Organ
from accord.members.queries import visible_organisations
from accord.members.tongues import tag_of
from accord.record import acts as record
from accord.record import clock
from accord.signing import access
from accord.signing.actions.steps import On, instrument_by_id, on
from accord.signing.choices import Kind
from accord.signing.models import CertifiedCopy, Instrument, Original, Signing
from accord.signing.values import CopyEntry, InstrumentEntry, OriginalEntry, SigningEntry

MOST_COPIES = 999
"""Copies of one original."""


@record.action(answers=instrument_by_id)
def enter_instrument(organisation_id: str, entry: InstrumentEntry, *, by: Subject, key: UUID) -> Instrument:
    """
    Enter a decision or document that is known by its title, with its source.

    Raises:
        Unfit: no such kind or organ, a day that is not there yet; TextError: a title that is none; Refused.
    """
    with record.act("entered a decision", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(access.may_enter(by, organisation))
        if entry.kind not in (Kind.DECISION, Kind.DOCUMENT):
            raise Unfit("kind", _("“%s” is no kind of what members stand to.") % entry.kind)
        if entry.day > clock.now().date():
            raise Unfit("day", _("This day is not there yet."))
        public = entry.public and organisation.public
        row = Instrument.objects.create(
            organisation=organisation,
            audience=public_audience(organisation.pk) if public else council_audience(organisation.pk),
            kind=entry.kind,
            title=plain_name(entry.title, longest=400),
            organ=_organ(organisation.pk, entry.organ),
            day=entry.day,
            place=plain_name(entry.place) if entry.place else "",
            sample=entry.sample,
            **entry.basis.columns(),
        )
        call(organisation, f"instrument {row.pk}", {tag_of(tag): words for tag, words in entry.names.items()})
        return On(act, row).write(day=entry.day.isoformat())


@record.action(answers=instrument_by_id)
def open_signing(instrument_id: str, entry: SigningEntry, *, by: Subject, key: UUID) -> Instrument:
    """
    Say where and when an instrument is signed and until when it stays open, in place of what was said before.

    Raises:
        Unfit: it ends before it opens, opens before the decision, or after a signature that is entered; Refused.
    """
    with on(instrument_id, "opened for signature", by=by, key=key) as at:
        require(access.may_keep(by, at.row))
        _require_sound(at, entry)
        values = {"place": plain_name(entry.place), "day": entry.day, "until": entry.until, **entry.basis.columns()}
        Signing.objects.update_or_create(instrument=at.row, defaults=values)
        return at.write(day=entry.day.isoformat(), until=entry.until.isoformat() if entry.until else "")


def _organ(organisation_id: str, key: str) -> Organ | None:
    if not key:
        return None
    found = Organ.objects.filter(organisation=organisation_id, key=key).first()
    if found is None:
        raise Unfit("organ", _("“%s” is not in the register.") % key)
    return found


def _require_sound(at: On, entry: SigningEntry) -> None:
    at.require_day("day", entry.day)
    if entry.until and entry.until < entry.day:
        raise Unfit("until", _("It stays open until the day of signing at least."))
    days = [each.day for each in at.whole().signatures]
    if days and entry.day > min(days):
        raise Unfit("day", _("A signature of %s is entered.") % date_format(min(days), "j E Y"))
    if days and entry.until and entry.until < max(days):
        raise Unfit("until", _("A signature of %s is entered.") % date_format(max(days), "j E Y"))


@record.action(answers=instrument_by_id)
def set_original(instrument_id: str, entry: OriginalEntry, *, by: Subject, key: UUID) -> Instrument:
    """
    Say in which languages the authentic original is, in how many copies, and who keeps it.

    Raises:
        Unfit: no language, or no number of copies; NameRefused: no language tag; Refused.
    """
    with on(instrument_id, "entered the original of", by=by, key=key) as at:
        require(access.may_keep(by, at.row))
        if not entry.languages:
            raise Unfit("languages", _("Name the authentic languages."))
        if not 0 < entry.number <= MOST_COPIES:
            raise Unfit("number", _("An original exists in 1 to %d copies.") % MOST_COPIES)
        values = {
            "languages": list(dict.fromkeys(tag_of(tag) for tag in entry.languages)),
            "depositary": plain_name(entry.depositary, longest=200),
            "number": entry.number,
            **entry.basis.columns(),
        }
        Original.objects.update_or_create(instrument=at.row, defaults=values)
        return at.write(languages=values["languages"])


@record.action(answers=instrument_by_id)
def send_copy(instrument_id: str, entry: CopyEntry, *, by: Subject, key: UUID) -> Instrument:
    """Enter a certified copy that was sent. Raises Unfit: no original is entered, or a day that cannot be; Refused."""
    with on(instrument_id, "sent a certified copy of", by=by, key=key) as at:
        require(access.may_keep(by, at.row))
        at.require_day("day", entry.day)
        if not Original.objects.filter(instrument=at.row).exists():
            raise Unfit("to", _("Enter the original first: a copy is certified against it."))
        to = plain_name(entry.to, longest=200)
        CertifiedCopy.objects.create(
            instrument=at.row, to=to, day=entry.day, note=entry.note.strip(), **entry.basis.columns()
        )
        return at.write(to=to)


@record.action(answers=instrument_by_id)
def make_known(instrument_id: str, *, by: Subject, key: UUID) -> Instrument:
    """Make known, with the released text, who signed it and how members stand to it. It cannot be taken back."""
    with on(instrument_id, "made known who stands to", by=by, key=key) as at:
        require(access.may_make_known(by, at.row))
        at.row.known = True
        at.row.save(update_fields=["known"])
        return at.write()
