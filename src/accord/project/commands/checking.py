"""``accord check``: is the installation that the environment describes in order?"""

from __future__ import annotations

import os
from collections.abc import Iterator

import typer

from accord.project.commands import databases


def run() -> int:
    """Print what a person should look at; 0 where there is nothing, else 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accord.project.settings")
    databases.start()
    findings = list(_findings())
    for finding in findings:
        typer.echo(finding)
    typer.echo("In order." if not findings else f"{len(findings)} to look at.")
    return 1 if findings else 0


def _findings() -> Iterator[str]:
    from django.conf import settings  # noqa: PLC0415 -- needs the started Django
    from django.core.checks import run_checks  # noqa: PLC0415

    for message in run_checks():
        yield f"{message.id}: {message.msg}"
    if settings.DEBUG:
        yield "ACCORD_DEBUG is on: pages of errors would show what is inside."
    if not settings.SESSION_COOKIE_SECURE:
        yield "ACCORD_HTTPS is off: sign-ins travel unprotected unless everybody works on this machine."
    yield from _of_mails()
    yield from _of_the_database()


def _of_the_database() -> Iterator[str]:
    reason = databases.unusable()
    if reason:
        yield f"The database cannot be used: {reason}"
    elif steps := databases.outstanding():
        yield f"The database is {steps} steps behind; `accord serve` brings it up to date."
    else:
        yield from of_undelivered()
        yield from _of_search()


def _of_search() -> Iterator[str]:
    """Yield what is wrong with the index of search, once it has followed what was written."""
    from accord.search.actions import catch_up  # noqa: PLC0415 -- needs the started Django
    from accord.search.queries import doubts  # noqa: PLC0415

    catch_up()
    yield from doubts()


def _of_mails() -> Iterator[str]:
    """Say what is missing where mails are sent."""
    from django.conf import settings  # noqa: PLC0415

    asked = os.environ.get("ACCORD_MAIL", "")
    if asked and not settings.MAIL_IS_SENT:
        yield f"ACCORD_MAIL is “{asked}”; it is smtp, console or file. No mails are sent."
    for name in ("ACCORD_MAIL_FROM", "ACCORD_MAIL_SITE") if settings.MAIL_IS_SENT else ():
        if not os.environ.get(name):
            yield f"{name} is not set: mails would carry an address that nobody can reach."


def of_undelivered() -> Iterator[str]:
    """Say which mails are kept from their way."""
    from accord.notices.queries import undelivered  # noqa: PLC0415

    found = undelivered()
    if found.waiting:
        yield f"Mails that could not be sent and are tried again: {found.waiting} (the last: {found.failure})."
    if found.given_up:
        yield f"Mails given up in the last 7 days: {found.given_up} (the last: {found.failure})."
