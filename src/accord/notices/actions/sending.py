"""
Sending what is on its way. A mail is claimed before it is sent and marked after: a server that stops between the two
sends it once more, with the same Message-ID, and none is lost.
"""

from __future__ import annotations

import smtplib
from datetime import timedelta

from django.core.mail import get_connection
from django.db.models import F

from accord.notices.models import Kind, Mail, Way
from accord.notices.wording import message_of
from accord.record import clock

AT_A_TIME = 50
CLAIMED_FOR = timedelta(minutes=5)
"""Longer than a server of mails may take: meanwhile no other process tries the same mail."""
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
GIVES_UP_AFTER = timedelta(days=2)


def send_due() -> tuple[int, int]:
    """Send what is due; return how many were taken by the server of mails, and how many were not."""
    due = Mail.objects.filter(sent_at=None, given_up_at=None, due_at__lte=clock.now())
    answers = [_sent(pk) for pk in due.values_list("pk", flat=True)[:AT_A_TIME]]
    return answers.count(True), answers.count(False)


def _sent(pk: str) -> bool | None:
    """Send one mail; None where another process has it, or nobody wants it any longer."""
    now = clock.now()
    mine = Mail.objects.filter(pk=pk, sent_at=None, given_up_at=None, due_at__lte=now)
    if not mine.update(due_at=now + CLAIMED_FOR, attempts=F("attempts") + 1):
        return None
    mail = Mail.objects.select_related("wish").get(pk=pk)
    if not _is_wanted(mail):
        mail.delete()
        return None
    try:
        get_connection().send_messages([message_of(mail)])
    except (OSError, smtplib.SMTPException) as error:
        _put_off(mail, error)
        return False
    Mail.objects.filter(pk=pk).update(sent_at=clock.now(), failure="")
    return True


def _is_wanted(mail: Mail) -> bool:
    if mail.kind == Kind.CONFIRM:
        return mail.wish.confirmed_at is None
    return mail.wish.confirmed_at is not None and mail.wish.way != Way.NONE


def _put_off(mail: Mail, error: Exception) -> None:
    """Try again later, each time after twice the wait; give up after two days. Only the kind of failure is kept."""
    now = clock.now()
    wait = min(FIRST_WAIT * 2 ** min(mail.attempts - 1, 10), LONGEST_WAIT)
    code = getattr(error, "smtp_code", "")
    mail.failure = f"{type(error).__name__} {code}".strip()
    mail.due_at = now + wait
    mail.given_up_at = now if now - mail.queued_at >= GIVES_UP_AFTER else None
    mail.save(update_fields=["failure", "due_at", "given_up_at"])
