"""What pages on which something is entered share: the act behind a form, and where the reader goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.forms import Form
from django.http import HttpRequest

from accord.engine.text import TextError
from accord.members.errors import Unfit
from accord.members.queries import organisation_page
from accord.record.errors import Stale
from accord.web.views.register import asked, home_id, shown_on


def done_by(form: Form, act: Callable[[], Any]) -> Any:
    """Return what the act made; None where the form is not sent, or says why it cannot be done."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return act()
    except (Unfit, Stale, TextError) as error:
        name = error.field if isinstance(error, Unfit) else ""
        field = form.fields.get(name)
        form.add_error(name if field and not field.widget.is_hidden else None, str(error))
        return None


def one_of(action: Callable[..., object]) -> Callable[..., object]:
    """Return an action that takes one entry, made of one that takes many."""
    return lambda organisation_id, entry, **who: action(organisation_id, [entry], **who)


def known_at(request: HttpRequest, address: str, known: date | None) -> str:
    """Return an address with the day that the reader asked for, or with the one on which what it shows is known."""
    day = shown_on(request) or organisation_page(request.subject, home_id(request), brief=True).day
    return f"{address}?on={known.isoformat()}" if known and day and known > day else address + asked(request)
