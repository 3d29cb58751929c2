"""
The words of a mail: that something awaits, until when, and how to stop. Never what awaits, whose it is or where.

Subject and greeting are the same for everybody and every cause, so that nothing can be read from a list of mails.
"""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.notices.links import CONFIRM, STOP, link_of
from accord.notices.models import Kind, Mail


def message_of(mail: Mail) -> EmailMessage:
    """Return a mail in the language of its reader. What would be a second header is refused when it is sent."""
    with translation.override(mail.wish.language):
        make = _confirming if mail.kind == Kind.CONFIRM else _noticing
        subject, body, headers = make(mail)
        plain = {"Message-ID": f"<{mail.pk}@{_domain()}>", "Auto-Submitted": "auto-generated"}
        return EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [mail.wish.address], headers=plain | headers)


def _confirming(mail: Mail) -> tuple[str, str, dict[str, str]]:
    address = _address("notices-confirm", link_of(CONFIRM, mail.wish))
    lines = [
        _("Somebody who works at %s wants to be told at this address when something awaits.") % settings.MAIL_SITE,
        _("To agree, open this page and press the button within two days:"),
        address,
        _("If that was not you, do nothing: nothing more is sent here."),
    ]
    return _("Accord: is this your address?"), "\n\n".join(lines) + "\n", {}


def _noticing(mail: Mail) -> tuple[str, str, dict[str, str]]:
    stop = _address("notices-stop", link_of(STOP, mail.wish))
    lines = [_("Something awaits you at %s") % _address("awaits")]
    if mail.until:
        lines.append(_until(mail.until, mail.zone))
    lines.append(_("To stop these mails: %s") % stop)
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return _("Accord: something awaits you"), "\n\n".join(lines) + "\n", headers


def _until(instant: datetime, zone: str) -> str:
    local, utc = instant.astimezone(ZoneInfo(zone)), instant.astimezone(UTC)
    at = {"day": date_format(local, "j E Y"), "time": f"{local:%H:%M}", "zone": zone, "utc": f"{utc:%H:%M}"}
    return _("Until %(day)s, %(time)s (%(zone)s), that is %(utc)s UTC.") % at


def _address(name: str, *arguments: str) -> str:
    return settings.MAIL_SITE + reverse(name, args=arguments)


def _domain() -> str:
    return settings.MAIL_SITE.partition("://")[2].partition("/")[0].partition(":")[0] or "localhost"
