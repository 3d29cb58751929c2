"""Marking commitments in adopted texts: the very words, checked against the text."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.commitments.access import may_plan
from accord.commitments.actions.steps import member_named, priority_of
from accord.commitments.models import Commitment
from accord.commitments.values import CommitmentEntry
from accord.drafting.models import Adoption
from accord.drafting.queries.rows import visible_adoptions
from accord.engine import text as engine
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.queries import shown_day
from accord.programme.actions.entering import area_of
from accord.record import acts as record
from accord.record import clock


def commitment_by_id(pk: str) -> Commitment:
    """Load the answer of an act on a commitment."""
    return Commitment.objects.get(pk=pk)


@record.action(answers=commitment_by_id)
def mark_commitment(entry: CommitmentEntry, *, by: Subject, key: UUID) -> Commitment:
    """
    Mark words of an adopted text by which somebody is bound.

    Raises:
        NotVisible: there is no such adopted text. Unfit: the words do not stand there, or stand there twice, or are
            marked already; nobody is bound; no such member, area or priority; Refused.
    """
    with record.act("marked a commitment", by=by, key=key) as act:
        adoption = act.lock(visible_adoptions(by), entry.adoption)
        require(may_plan(by, adoption.text.organisation))
        row = put_commitment(adoption, entry)
        act.entry(
            organisation_id=row.organisation_id,
            stream=row.stream,
            audience=row.audience,
            data={"what": row.words[:200], "text": adoption.text.title, "commitment": row.pk},
            answer=row.pk,
        )
        return row


def span_of(adoption: Adoption, block: str, words: str, start: int | None = None) -> tuple[int, int]:
    """
    Return where words stand in a paragraph of an adopted text: code points, end exclusive.

    Raises:
        Unfit: there is no such paragraph, the words are not in it, or they are in it more than once and no place is
            given.
    """
    wording = paragraph_of(adoption, block)
    if not words:
        raise Unfit("words", _("Say the very words of the text."))
    if start is None:
        start = wording.find(words)
        if start != -1 and wording.find(words, start + 1) != -1:
            raise Unfit("words", _("These words stand there more than once. Take more of what is around them."))
    if start < 0 or wording[start : start + len(words)] != words:
        raise Unfit("words", _("These words do not stand in this paragraph of the adopted text."))
    return start, start + len(words)


def paragraph_of(adoption: Adoption, block: str) -> str:
    """Return the wording of a paragraph of an adopted text. Raises Unfit."""
    for each in adoption.version.body.blocks:
        if each.id == block:
            return engine.project_block(each, None)
    raise Unfit("block", _("The adopted text has no such paragraph."))


def put_commitment(adoption: Adoption, entry: CommitmentEntry) -> Commitment:
    """
    Mark words of an adopted text.

    Within an act, also of another room, which locks, checks who may, and writes the one entry. Raises Unfit.
    """
    organisation = adoption.text.organisation
    start, end = span_of(adoption, entry.block, entry.words, entry.start)
    bound = tuple(dict.fromkeys(member_named(organisation, code, "bound").code for code in entry.bound))
    binds = checks.name("binds", entry.binds, longest=160, optional=True)
    if not bound and not binds:
        raise Unfit("bound", _("Say who is bound by these words."))
    place = {"adoption": adoption, "block": entry.block, "start": start, "end": end}
    if Commitment.objects.filter(**place).exists():
        raise Unfit("words", _("These words are marked already."))
    return Commitment.objects.create(
        organisation=organisation,
        audience=adoption.text.audience,
        **place,
        words=entry.words,
        bound=bound,
        binds=binds,
        due=entry.due,
        when=checks.name("when", entry.when, longest=80, optional=True),
        area=area_of(organisation, entry.area),
        priority=priority_of(organisation, entry.priority),
        sample=adoption.sample,
        known=min(adoption.at.date(), shown_day(organisation)),
        at=clock.now(),
        **entry.basis.columns(),
    )
