"""
Putting mails on their way: to whoever something awaits, at once or once a day.

What awaits is read by the queries of the pages, so that a mail is sent of what its reader sees and of nothing else. The
causes told of are stored with the mail in one transaction, under the lock of the person's row: two processes that look
at one time put one mail on its way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import translation

from accord.drafting.pages.awaiting import Item
from accord.members.queries import subject_of
from accord.notices.models import Kind, Mail, Told, Way, Wish
from accord.notices.queries.working import asked_of
from accord.record import clock

AT_MOST_EVERY = timedelta(minutes=15)
"""At least so long between two mails at once; what comes between is in the next."""
KEPT = timedelta(days=30)
"""How long a mail that was sent or given up stays in the table."""


def queue_notices() -> int:
    """Put on their way the mails that are due now; return how many."""
    Mail.objects.filter(queued_at__lt=clock.now() - KEPT).exclude(sent_at=None, given_up_at=None).delete()
    rows = Wish.objects.filter(confirmed_at__isnull=False).exclude(way=Way.NONE).select_related("user")
    return sum(_queue(row) for row in rows)


def _queue(row: Wish) -> bool:
    if not _is_time(row):
        return False
    by = subject_of(row.user)
    if by.organisation_id is None:
        return False
    with translation.override("en"):  # a cause is the same in every language
        items = asked_of(by)
    return _at_once(row.pk, items) if row.way == Way.AT_ONCE else _daily(row.pk, items)


def _is_time(row: Wish) -> bool:
    if row.way == Way.AT_ONCE:
        return row.told_at is None or clock.now() - row.told_at >= AT_MOST_EVERY
    local = clock.now().astimezone(ZoneInfo(row.zone))
    return local.hour >= row.hour and row.digest_on != local.date()


@transaction.atomic
def _at_once(pk: str, items: Sequence[Item]) -> bool:
    row = _locked(pk, Way.AT_ONCE)
    if row is None:
        return False
    causes = {cause_of(item): item for item in items}
    known = set(Told.objects.filter(wish=row).values_list("cause", flat=True))
    Told.objects.filter(wish=row, cause__in=known - causes.keys()).delete()
    fresh = causes.keys() - known
    if not fresh:
        return False
    Told.objects.bulk_create(Told(wish=row, cause=cause) for cause in sorted(fresh))
    row.told_at = clock.now()
    row.save(update_fields=["told_at"])
    _put_on_its_way(row, (causes[cause] for cause in fresh))
    return True


@transaction.atomic
def _daily(pk: str, items: Sequence[Item]) -> bool:
    row = _locked(pk, Way.DAILY)
    if row is None:
        return False
    row.digest_on = clock.now().astimezone(ZoneInfo(row.zone)).date()
    row.save(update_fields=["digest_on"])
    if items:
        _put_on_its_way(row, items)
    return bool(items)


def _locked(pk: str, way: str) -> Wish | None:
    """Return the row under its lock, None where it was settled otherwise meanwhile, or another process was first."""
    row = Wish.objects.select_for_update().filter(pk=pk, way=way, confirmed_at__isnull=False).first()
    return row if row is not None and _is_time(row) else None


def _put_on_its_way(row: Wish, items: Iterable[Item]) -> None:
    ending = [item for item in items if item.until]
    first = min(ending, key=lambda item: item.until or clock.now(), default=None)
    at = clock.now()
    until, zone = (first.until, first.zone) if first else (None, "UTC")
    Mail.objects.create(wish=row, kind=Kind.NOTICE, until=until, zone=zone, queued_at=at, due_at=at)


def cause_of(item: Item) -> str:
    """Return what makes an item one and the same for as long as it awaits: 64 hexadecimal digits."""
    parts = (item.place, item.text, item.query, item.what, item.until.isoformat() if item.until else "")
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()
