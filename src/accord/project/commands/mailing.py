"""
Mails beside the clock, in a thread of their own: a server of mails that does not answer never holds up a deadline.

What awaits people is read anew when the record has grown, and every few minutes besides, since time itself makes things
await.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

EVERY = 15.0
"""Seconds between two looks at what is on its way."""

AT_LEAST_EVERY = 120.0
"""Seconds after which what awaits is read anew, whatever the record says."""

log = logging.getLogger("accord.mail")


def start(goes_on: Callable[[], bool]) -> threading.Thread:
    """Start the thread; it ends with ``goes_on``, or with its process."""
    thread = threading.Thread(target=deliver, args=(goes_on,), name="mails", daemon=True)
    thread.start()
    return thread


def deliver(goes_on: Callable[[], bool], every: float = EVERY) -> None:
    """Put mails on their way and send them until ``goes_on`` says no; without a way to send mails, return at once."""
    from django.conf import settings  # noqa: PLC0415 -- Django is started by now

    if not settings.MAIL_IS_SENT:
        return
    seen, looked, next_round = "", 0.0, 0.0
    while goes_on():
        if time.monotonic() < next_round:
            time.sleep(min(every, 0.5))
            continue
        next_round = time.monotonic() + every
        seen, looked = _round(seen, looked)


def _round(seen: str, looked: float) -> tuple[str, float]:
    """Do one round; return the newest entry of the record that was looked at, and when that was."""
    from django.db import close_old_connections  # noqa: PLC0415

    from accord.notices.actions import queue_notices, send_due  # noqa: PLC0415
    from accord.record.queries import newest_entry  # noqa: PLC0415

    try:
        newest, now = newest_entry(), time.monotonic()
        if newest != seen or now - looked >= AT_LEAST_EVERY or not looked:
            queue_notices()
            seen, looked = newest, now
        _sent, failed = send_due()
        if failed:
            log.warning("%d mails could not be sent; they are tried again", failed)
    except Exception as error:  # the next round tries again; no trace, which could hold a secret part of a link
        log.error("mails were held up: %s", type(error).__name__)
    finally:
        close_old_connections()
    return seen, looked
