"""The list of what is followed, the page of one, and the adopted text whose words are marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accord.access import Allow, NotVisible, Subject
from accord.commitments.access import may_plan, may_report
from accord.commitments.choices import Standing
from accord.commitments.models import Commitment, Measure
from accord.commitments.pages import FollowedLine, FollowedPage, InText, Markable, MarkPage, OnePage, Wanted
from accord.commitments.queries.corrections import corrections_of
from accord.commitments.queries.lines import commitments_on, lines_of, measures_on, with_corrections
from accord.commitments.queries.visible import visible_commitments, visible_measures
from accord.commitments.standing import ORDER
from accord.commitments.wording import list_sentence, one_sentence
from accord.drafting.models import Adoption
from accord.drafting.queries.rows import visible_adoptions
from accord.engine import text as engine
from accord.members.models import Organisation
from accord.members.queries import members_of, shown_day, visible_organisations


def followed_page(
    by: Subject, organisation_id: str, on: date | None = None, wanted: Wanted | None = None
) -> FollowedPage:
    """Return measures and commitments on a day. Raises NotVisible."""
    organisation, asked = organisation_row(by, organisation_id), wanted or Wanted()
    day = on or shown_day(organisation)
    every = (*measures_on(by, organisation_id, day), *commitments_on(by, organisation_id, day))
    found = sorted((line for line in every if _fits(line, asked)), key=_order)
    return FollowedPage(
        day=day,
        sentence=list_sentence(found),
        lines=tuple(found),
        total=len(every),
        codes=tuple(member.code for member in members_of(organisation, day)),
        plans=plans(by, organisation),
    )


def one_page(by: Subject, followed_id: str, on: date | None = None) -> OnePage:
    """Return one measure or commitment on a day. Raises NotVisible."""
    row = followed_row(by, followed_id)
    day = on or shown_day(row.organisation)
    if row.known and row.known > day:
        raise NotVisible
    (line,) = lines_of(by, row.organisation_id, [row], day)
    measure = isinstance(row, Measure)
    return OnePage(
        day=day,
        sentence=one_sentence(line),
        line=line,
        corrections=corrections_of(row, day) if isinstance(row, Measure) else (),
        reports=isinstance(may_report(by, row), Allow),
        corrects=measure and plans(by, row.organisation),
    )


def followed_row(by: Subject, followed_id: str) -> Measure | Commitment:
    """Return a measure or commitment that ``by`` can see, of whatever day. Raises NotVisible."""
    measure = with_corrections(visible_measures(by)).filter(pk=followed_id).first()
    if measure is not None:
        return measure
    rows = visible_commitments(by).select_related("adoption__version").prefetch_related("reports")
    commitment = rows.filter(pk=followed_id).first()
    if commitment is None:
        raise NotVisible
    return commitment


def mark_page(by: Subject, adoption_id: str) -> MarkPage:
    """Return an adopted text in which words can be marked. Raises NotVisible."""
    row = visible_adoptions(by).select_related("text__organisation").filter(pk=adoption_id).first()
    if row is None:
        raise NotVisible
    return MarkPage(
        adoption=row.pk,
        title=f"{row.text.symbol} {row.text.title}".strip(),
        sample=row.sample,
        paragraphs=tuple(_paragraphs(row)),
        marked=commitments_on(by, row.text.organisation_id, date.max, row.pk),
    )


def followed_in(by: Subject, adoption_id: str) -> InText | None:
    """Return the commitments in an adopted text on the day that pages show; None where there is nothing to see."""
    row = visible_adoptions(by).select_related("text__organisation").filter(pk=adoption_id).first()
    marked = visible_commitments(by).filter(adoption=adoption_id).first()
    if row is None and marked is None:
        return None
    organisation = row.text.organisation if row else marked.organisation
    lines = commitments_on(by, organisation.pk, shown_day(organisation), adoption_id)
    return InText(lines, row is not None and plans(by, organisation))


def adopted_choices(by: Subject, organisation_id: str) -> tuple[tuple[str, str], ...]:
    """Return the adopted texts in which ``by`` can mark words: id and title, the latest first."""
    rows = visible_adoptions(by).filter(text__organisation=organisation_id).order_by("-at", "pk")
    return tuple((row.pk, f"{row.text.symbol} {row.text.title}".strip()) for row in rows)


def plans(by: Subject, organisation: Organisation) -> bool:
    """Whether ``by`` may plan measures, mark commitments and register proposals."""
    return isinstance(may_plan(by, organisation), Allow)


def organisation_row(by: Subject, organisation_id: str) -> Organisation:
    """Return the organisation. Raises NotVisible."""
    row = visible_organisations(by).filter(pk=organisation_id).first()
    if row is None:
        raise NotVisible
    return row


def _paragraphs(row: Adoption) -> Iterator[Markable]:
    body = row.version.body
    for block, label in zip(body.blocks, engine.labels(body), strict=True):
        if words := engine.project_block(block, None):
            yield Markable(block.id, "" if words.startswith(label) else label, words)


def _fits(line: FollowedLine, asked: Wanted) -> bool:
    kept = asked.status in ("", line.status) and asked.kind in ("", line.kind)
    return kept and (not asked.code or asked.code in line.owners)


def _order(line: FollowedLine) -> tuple[object, ...]:
    return ORDER.index(Standing(line.status)), line.due or date.max, line.kind, line.priority or (0, ""), line.words
