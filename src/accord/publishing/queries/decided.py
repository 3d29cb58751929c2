"""
Decisions that adopted no text: what of them a subject can see as made known.

The public sees what was released to it and nothing else: words, rule and outcome come out of the released document. Who
said what is in none. Who was asked sees the question itself, and here how far its release has come.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.access.queries import council_audience, public_audience, visible_audiences
from accord.decisions.models import Ruling
from accord.decisions.queries import rule_line
from accord.formats.rules import in_force
from accord.meetings.queries import visible_meetings
from accord.publishing.access import may_announce, may_release
from accord.publishing.documents import bytes_of, decided_document, fingerprint_of
from accord.publishing.models import Announcement
from accord.publishing.pages import DecidedLine, DecidedPage, File, Stage
from accord.publishing.queries.stages import stage_of
from accord.signing.queries.rows import adopted_by, visible_rulings


def visible_announcements(by: Subject) -> QuerySet[Announcement]:
    """Decisions that were made known, to an audience that admits ``by``, the latest first."""
    made = Announcement.objects.filter(released_at__isnull=False, audience__in=visible_audiences(by))
    return made.select_related("ruling__question").order_by("-ruling__at", "pk")


def prepared_announcements(by: Subject) -> QuerySet[Announcement]:
    """What is prepared and not made known yet of rulings that ``by`` sees in full, the oldest first."""
    return Announcement.objects.filter(released_at=None, ruling__in=visible_rulings(by)).order_by("prepared_at")


def announcement_list(by: Subject, organisation_id: str) -> tuple[DecidedLine, ...]:
    """Return the decisions of an organisation that were made known, the latest first."""
    return tuple(map(_line, visible_announcements(by).filter(ruling__question__organisation=organisation_id)))


def announced_at(by: Subject, meeting_id: str) -> tuple[DecidedLine, ...]:
    """Return the decisions taken at a meeting that were made known; for who sees the meeting."""
    return tuple(map(_line, visible_announcements(by).filter(ruling__question__meeting=meeting_id)))


def decided_row(by: Subject, ruling_id: str) -> Ruling:
    """Return a ruling that ``by`` sees in full and that adopted no text. Raises NotVisible."""
    row = visible_rulings(by).filter(pk=ruling_id).first()
    if row is None or by.organisation_id != row.question.organisation_id or adopted_by(row) is not None:
        raise NotVisible
    return row


def decided_page(by: Subject, ruling_id: str) -> DecidedPage:
    """
    Return a decision as it is made known, or for who was asked as it would be.

    Raises:
        NotVisible: there is none, it adopted a text, or it is not made known to ``by``, who was not asked.
    """
    released = visible_announcements(by).filter(ruling=ruling_id).first()
    ruling = _admitted(by, ruling_id) if by.organisation_id else None
    shown = released.ruling if released else ruling
    if shown is None:
        raise NotVisible
    document = released.document if released else document_of_ruling(shown)
    meeting = visible_meetings(by).filter(pk=shown.question.meeting_id).values_list("pk", "title").first()
    return DecidedPage(
        id=ruling_id,
        question=shown.question_id if ruling else "",
        title=document["title"],
        outcome=document["outcome"],
        rule=_rule(document["rule"], shown),
        organ=document["organ"],
        meeting=meeting,
        decided_at=shown.at,
        released_at=released.released_at if released else None,
        sample=document["sample"],
        fingerprint=fingerprint_of(document),
        stage=_stage(by, ruling, document) if ruling else None,
    )


def refused_page(by: Subject, ruling_id: str, act: str) -> DecidedPage:
    """
    Return the page to which ``act`` ("prepare" | "release") leads back when something was wrong with it.

    Raises:
        NotVisible: ``by`` was not asked, or nothing is prepared that could be released. Refused: ``by`` may not do it.
    """
    ruling = decided_row(by, ruling_id)
    row = announcement_of(ruling)
    if act == "prepare":
        require(may_announce(by, ruling.question.organisation, is_of_the_council(ruling), row))
    elif row is None:
        raise NotVisible
    else:
        require(may_release(by, row))
    return decided_page(by, ruling_id)


def decided_file(by: Subject, ruling_id: str) -> File:
    """Return the bytes that the fingerprint of a decision that was made known covers. Raises NotVisible."""
    row = visible_announcements(by).filter(ruling=ruling_id).first()
    if row is None:
        raise NotVisible
    return File(bytes_of(row.document), f"decision-{ruling_id}.json")


def announcement_of(ruling: Ruling) -> Announcement | None:
    """Return what is prepared or made known of a ruling; for who sees the ruling itself."""
    return Announcement.objects.filter(ruling=ruling).first()


def document_of_ruling(ruling: Ruling) -> dict[str, Any]:
    """Return what is made known of a ruling: nobody's position is in it."""
    question = ruling.question
    organisation = question.organisation
    return decided_document(
        title=question.title,
        organ=organisation.council or organisation.name,
        rule=question.rule,
        decided_at=ruling.at,
        outcome=ruling.outcome,
        sample=question.sample,
    )


def is_of_the_council(ruling: Ruling) -> bool:
    """Whether the whole council was asked, and not a part of it."""
    pk = ruling.question.organisation_id
    return ruling.question.audience_id in (council_audience(pk).pk, public_audience(pk).pk)


def _line(row: Announcement) -> DecidedLine:
    return DecidedLine(row.ruling_id, row.document["title"], row.document["outcome"], row.ruling.at, row.sample)


def _admitted(by: Subject, ruling_id: str) -> Ruling | None:
    try:
        return decided_row(by, ruling_id)
    except NotVisible:
        return None


def _rule(rule_id: str, ruling: Ruling) -> tuple[str, str]:
    """Return id and title of the rule, in the reader's language where it has one."""
    rule = in_force(rule_id, ruling.question.day)
    return (rule_id, rule_line(rule).title) if rule else (rule_id, rule_id)


def _stage(by: Subject, ruling: Ruling, document: dict[str, Any]) -> Stage:
    """Return how far the release has come, and what ``by`` may do for it."""
    row, unprepared = announcement_of(ruling), _("Not made known. Only those who were asked see the question.")
    whole = is_of_the_council(ruling)
    answer = may_release(by, row) if row else may_announce(by, ruling.question.organisation, whole, None)
    return stage_of("decision", row, answer, unprepared=unprepared, fingerprint=fingerprint_of(document))
