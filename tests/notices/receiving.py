"""A real server of mails for tests: it keeps what it gets, and can refuse."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.test import override_settings


class Box:
    """
    What arrived.

    Attributes:
        mails: as read from what went over the wire. recipients: of each, from the envelope.
        answer: what the server says to a mail; "250 OK" takes it.
    """

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.recipients: list[list[str]] = []
        self.answer = "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 -- aiosmtpd
        """Take a mail, or refuse it."""
        if self.answer.startswith("250"):
            self.mails.append(message_from_bytes(envelope.content or b"", policy=policy.default))  # type: ignore[arg-type]
            self.recipients.append(list(envelope.rcpt_tos))
        return self.answer


def free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def receiving() -> Iterator[Box]:
    """Give a server of mails to which this installation sends while the block lasts."""
    box = Box()
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        with sending_to(port):
            yield box
    finally:
        controller.stop()


@contextmanager
def sending_to(port: int) -> Iterator[None]:
    """Let this installation send mails to a port of this machine."""
    with override_settings(
        MAIL_IS_SENT=True,
        MAIL_SITE="https://accord.example.org",
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        DEFAULT_FROM_EMAIL="accord@example.org",
    ):
        yield
