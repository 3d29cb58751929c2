"""How wording in notation is shown: brackets and holders stand out by shape, and no character of it is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django import template

from accord.engine.text.notation import HOLDERS, NO_TEXT

register = template.Library()

_PIECE = re.compile(rf"\\.|\[(?:(?P<holders>{HOLDERS}): )?(?P<null>{NO_TEXT}(?=\]))?|\]")


@register.filter
def runs(notation: str) -> tuple[tuple[str, str], ...]:
    """Return notation as pairs of words and their look: "" | "bracket" | "holder" | "null"."""
    return tuple((words, look) for words, look in _runs(notation) if words)


def _runs(notation: str) -> Iterator[tuple[str, str]]:
    at = 0
    for found in _PIECE.finditer(notation):
        yield notation[at : found.start()], ""
        at = found.end()
        if found[0].startswith("\\"):
            yield found[0], ""
        else:
            yield found[0][0], "bracket"
            yield found["holders"] or "", "holder"
            yield (": " if found["holders"] else ""), ""
            yield found["null"] or "", "null"
    yield notation[at:], ""
