"""What awaits a subject in all rooms, and what changed since it was here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from accord.access import Subject
from accord.commitments.queries import reports_awaited
from accord.decisions.awaiting import questions_awaited
from accord.drafting.pages.awaiting import AwaitsPage, Item
from accord.drafting.queries.awaiting import awaits_page, heading
from accord.drafting.queries.stale import translations_awaited
from accord.inbox.queries.awaiting import stored_reports_awaited
from accord.meetings.awaiting import invitations_awaited
from accord.meetings.queries import credentials_awaited
from accord.notices.chairing import handovers_awaited, proposals_awaited
from accord.notices.documents import documents_awaited
from accord.notices.meetings import agendas_awaited, records_awaited
from accord.notices.models import Visit
from accord.notices.pages import WorkPage
from accord.notices.queries.changes import changes_since
from accord.positions.queries.awaiting import assessments_awaited
from accord.publishing.awaiting import announcements_awaited, releases_awaited
from accord.record import clock
from accord.signing.queries import awaiting_answers

SOURCES: tuple[Callable[[Subject], Sequence[Item]], ...] = (
    translations_awaited,
    agendas_awaited,
    invitations_awaited,
    credentials_awaited,
    records_awaited,
    questions_awaited,
    documents_awaited,
    awaiting_answers,
    assessments_awaited,
    proposals_awaited,
    handovers_awaited,
    reports_awaited,
    releases_awaited,
    announcements_awaited,
    stored_reports_awaited,
)
"""What each room says to await a subject, besides what the texts do."""


def work_page(by: Subject) -> WorkPage:
    """Return the page of a person: what awaits it in any room, and what changed since it was here."""
    now = clock.now()
    awaits = _awaits(by)
    seen_at = Visit.objects.filter(user=by.person_id).values_list("seen_at", flat=True).first()
    changes, more = changes_since(by, seen_at, now)
    return WorkPage(awaits, _first(awaits), seen_at, now, changes, more)


def asked_of(by: Subject) -> tuple[Item, ...]:
    """Return everything that awaits the subject, that with a deadline first."""
    page = _awaits(by)
    return _by_deadline((*page.now, *page.later))


def _awaits(by: Subject) -> AwaitsPage:
    more = tuple(item for source in SOURCES for item in source(by))
    page = awaits_page(by, more)
    if more and not page.now and not page.later:  # a partner's texts ask nothing of it; other rooms may
        now, later = (tuple(item for item in more if item.pressing == pressing) for pressing in (True, False))
        page = replace(page, heading=heading(len(more)), now=now, later=later)
    return replace(page, now=_by_deadline(page.now), later=_by_deadline(page.later))


def _by_deadline(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return items with what ends first first; those without a deadline keep their order behind them."""
    ending = sorted((item for item in items if item.until), key=lambda item: item.until or clock.now())
    return (*ending, *(item for item in items if not item.until))


def _first(page: AwaitsPage) -> Item | None:
    ending = [item for item in _by_deadline((*page.now, *page.later)) if item.until]
    return ending[0] if ending else None
