"""Whether what a form brings beside wording can be used: a title, a label, a forum, codes."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from accord.engine import text as engine
from accord.engine.text.naming import NameRefused, plain_name


def one_line(value: str, *, longest: int) -> str:
    """
    Return a name in one line, its spaces put right.

    Raises:
        engine.TextError: it is empty, too long, or holds what a name may not (accord.engine.text.naming) or ";", with
            which the notation goes on.
    """
    name = plain_name(" ".join(value.split()), longest=longest)
    if ";" in name:
        raise NameRefused(_("A name cannot hold “;”."))
    return name


def codes_of(body: engine.Text, codes: Collection[str]) -> tuple[str, ...]:
    """Return the codes in the order of the roster. Raises engine.UnknownCode for one that is not in it."""
    unknown = sorted(set(codes) - set(body.delegations))
    if unknown:
        raise engine.UnknownCode(_("%s is not in the roster of this text.") % ", ".join(unknown))
    return tuple(code for code in body.delegations if code in codes)
