"""Registering proposals that were voiced in a meeting, and what became of them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.access.models import Audience
from accord.access.queries import visible_audiences
from accord.commitments.access import may_plan
from accord.commitments.actions.steps import require_day
from accord.commitments.choices import Fate
from accord.commitments.models import Outcome, Voiced
from accord.commitments.queries.visible import visible_voiced
from accord.commitments.values import OutcomeEntry, VoicedEntry
from accord.documents.queries import visible_documents
from accord.drafting.queries.rows import visible_texts
from accord.engine.text.wording import negotiated
from accord.meetings.models import Meeting
from accord.meetings.queries import visible_items, visible_statements, whole_meetings
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.models import Member, Organisation, Partner
from accord.record import acts as record
from accord.record import clock

LONGEST = 2_000
"""Code points of a proposal that was voiced."""


def voiced_by_id(pk: str) -> Voiced:
    """Load the answer of an act on a proposal that was voiced."""
    return Voiced.objects.get(pk=pk)


@record.action(answers=voiced_by_id)
def register_voiced(entry: VoicedEntry, *, by: Subject, key: UUID) -> Voiced:
    """
    Register a proposal that was voiced in a meeting; it exists for whoever was admitted to where it was voiced.

    Raises:
        NotVisible: there is no such meeting. Unfit: nobody voiced it, or its place or day cannot be; TextError:
            refused characters; Refused.
    """
    with record.act("registered a proposal voiced", by=by, key=key) as act:
        meeting = act.lock(whole_meetings(by), entry.meeting)
        require(may_plan(by, meeting.organisation))
        row = put_voiced(meeting, entry, by)
        _write(act, row)
        return row


@record.action(answers=voiced_by_id)
def say_what_became(voiced_id: str, entry: OutcomeEntry, *, by: Subject, key: UUID) -> Voiced:
    """
    Say what became of a proposal: open again, taken up in a paper, merged with another, or not pursued.

    Raises:
        Unfit: the paper or the other proposal is not there, a reason is missing, or the day cannot be; Refused.
    """
    with record.act("said what became of a proposal voiced", by=by, key=key) as act:
        row = act.lock(visible_voiced(by), voiced_id)
        require(may_plan(by, row.organisation))
        _require_outcome(row, entry)
        Outcome.objects.create(
            voiced=row,
            day=entry.day,
            fate=entry.fate,
            words=checks.name("words", entry.words, longest=500, optional=True),
            at=clock.now(),
            **_paper(row, entry, by),
            **entry.basis.columns(),
        )
        _write(act, row, fate=entry.fate)
        return row


def _write(act: record.Act, row: Voiced, **more: str) -> None:
    act.entry(
        organisation_id=row.organisation_id,
        stream=row.stream,
        audience=row.audience,
        data={"what": row.words[:200], "voiced": row.pk, **more},
        answer=row.pk,
    )


def put_voiced(meeting: Meeting, entry: VoicedEntry, by: Subject) -> Voiced:
    """
    Enter a proposal that was voiced in a meeting.

    Within an act of another room, which locks, checks who may, and writes the one entry.

    Raises:
        Unfit: nobody voiced it, its place or day cannot be, or the same words of the same side are there already.
    """
    words = entry.words.strip()
    if not words or len(words) > LONGEST:
        raise Unfit("words", _("Say what was proposed, in at most %d characters.") % LONGEST)
    day = entry.day or meeting.day
    if day is None:
        raise Unfit("day", _("Say on which day it was voiced."))
    require_day(meeting.organisation, "day", day)
    place, audience = _place(meeting, entry, by)
    said = {"words": str(negotiated(words)), "day": day, **_who(meeting.organisation, entry.who)}
    if Voiced.objects.filter(meeting=meeting, audience=audience, **said).exists():
        raise Unfit("words", _("This proposal is in the register already."))
    return Voiced.objects.create(
        organisation=meeting.organisation,
        audience=audience,
        meeting=meeting,
        sample=entry.sample,
        at=clock.now(),
        **said,
        **place,
        **entry.basis.columns(),
    )


def _place(meeting: Meeting, entry: VoicedEntry, by: Subject) -> tuple[dict[str, Any], Audience]:
    """Return the place in the record of the meeting, and whom it admits. Raises Unfit."""
    place: dict[str, Any] = {}
    audience = meeting.whole
    if entry.sitting:
        sittings = meeting.sittings.filter(code=entry.sitting, audience__in=visible_audiences(by))
        place["sitting"] = _there(sittings.first(), "sitting")
        audience = place["sitting"].audience
    if entry.item:
        place["item"] = item = _there(visible_items(by).filter(meeting=meeting, handle=entry.item).first(), "item")
        if not entry.sitting:
            audience = item.sitting.audience if item.sitting else item.audience
            place["sitting"] = item.sitting
    if entry.statement:
        rows = visible_statements(by).filter(meeting=meeting, pk=entry.statement)
        place["statement"] = statement = _there(rows.first(), "statement")
        audience = statement.audience
    return place, audience


def _there(found: Any, field: str) -> Any:
    if found is None:
        raise Unfit(field, _("The meeting has nothing of that kind."))
    return found


def _who(organisation: Organisation, who: str) -> dict[str, str]:
    if not who.strip():
        raise Unfit("who", _("Say who voiced it."))
    known = (Member.objects.filter(organisation=organisation), Partner.objects.filter(organisation=organisation))
    if any(rows.filter(code=who).exists() for rows in known):
        return {"code": who}
    return {"who": checks.name("who", who, longest=160)}


def _require_outcome(row: Voiced, entry: OutcomeEntry) -> None:
    if entry.fate not in Fate.values:
        raise Unfit("fate", _("“%s” is no state of what is followed.") % entry.fate)
    require_day(row.organisation, "day", entry.day)
    if entry.day < row.day:
        raise Unfit("day", _("The day lies before %s, when it was voiced.") % date_format(row.day, "j E Y"))
    if entry.fate == Fate.NOT_PURSUED and not entry.words:
        raise Unfit("words", _("Say why it is not pursued, or that no reason is known."))
    if entry.fate == Fate.TAKEN and not (entry.document or entry.text or entry.words):
        raise Unfit("document", _("Name the paper that took it up, or say in words which one."))
    if (entry.fate == Fate.MERGED) != bool(entry.other):
        raise Unfit("other", _("Name the other proposal where it was merged, and only there."))


def _paper(row: Voiced, entry: OutcomeEntry, by: Subject) -> dict[str, Any]:
    """Return the paper or the other proposal that an entry names. Raises Unfit."""
    found: dict[str, Any] = {}
    of = {"organisation": row.organisation_id}
    if entry.document:
        found["document"] = _there_is(visible_documents(by).filter(**of, pk=entry.document).first(), "document")
    if entry.text:
        found["text"] = _there_is(visible_texts(by).filter(**of, pk=entry.text).first(), "text")
    if entry.other:
        others = visible_voiced(by).filter(**of, pk=entry.other).exclude(pk=row.pk)
        found["other"] = _there_is(others.first(), "other")
    return found


def _there_is(found: Any, field: str) -> Any:
    if found is None:
        raise Unfit(field, _("There is nothing of that name to tie."))
    return found
