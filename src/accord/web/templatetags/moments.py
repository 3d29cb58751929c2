"""Moments: the clock of the place first, UTC behind it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from accord.calendar.pages import Deadline
from accord.calendar.queries import offers
from accord.formats.places import city_name, country_name

register = template.Library()


@register.simple_tag
def in_zone(instant: datetime, zone: str) -> SafeString:
    """Return an instant as the clock of a zone (IANA) shows it, with its city, and the time in UTC behind it."""
    local = instant.astimezone(ZoneInfo(zone))
    machine, shown = instant.isoformat(), f"{date_format(local, 'j E')}, {local:%H:%M}"
    if zone == "UTC":
        return format_html('<time datetime="{}">{} UTC</time>', machine, shown)
    utc = f"{instant.astimezone(UTC):%H:%M}"
    return format_html('<time datetime="{}">{} {} ({} UTC)</time>', machine, shown, city_of(zone), utc)


def city_of(zone: str) -> str:
    """Return the city by which a zone is named, in the reader's language where it is known."""
    return city(zone.rpartition("/")[2].replace("_", " "))


@register.filter
def city(name: str) -> str:
    """Return a city in the reader's language, where it is known in it."""
    return city_name(name, get_language() or "en")


@register.filter
def country(code: str) -> str:
    """Return the name of a country, in the reader's language, from its code."""
    return country_name(code, get_language() or "en")


@register.inclusion_tag("calendar/_offers.html", takes_context=True)
def working_days(context: Mapping[str, Any]) -> dict[str, object]:
    """Show what usual numbers of working days of the secretariat end at; nothing to who acts for no organisation."""
    return {"offers": _offers(context)}


@register.inclusion_tag("calendar/_choosable.html", takes_context=True)
def offered_days(context: Mapping[str, Any], name: str, chosen: str = "") -> dict[str, object]:
    """Let one of the usual numbers of working days be chosen for a field ``name``, or none of them."""
    choices = [(one, f"{one.day:%Y-%m-%d}") for one in _offers(context)]
    return {"choices": choices, "name": name, "chosen": chosen or ""}


@register.inclusion_tag("calendar/_choosable.html", takes_context=True)
def offered_ends(context: Mapping[str, Any], name: str, chosen: str = "") -> dict[str, object]:
    """Let one of them be chosen with its hour, as :class:`accord.web.forms.ends.OfferedField` reads it."""
    choices = [(one, f"{one.at.astimezone(ZoneInfo(one.zone)):%Y-%m-%dT%H:%M} {one.zone}") for one in _offers(context)]
    return {"choices": choices, "name": name, "chosen": chosen or ""}


def _offers(context: Mapping[str, Any]) -> tuple[Deadline, ...]:
    subject = context["subject"]
    known = subject.organisation_id
    return offers(subject, known) if known else ()
