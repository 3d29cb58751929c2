"""What was done with documents, in words. Pure: verb and data in, words out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accord.documents.telling import NO_TITLE, listed, said_word, sending_words
from accord.drafting.sentences import quoted


def document_sentence(verb: str, data: Mapping[str, Any], actor: str) -> str | None:
    """Return an entry as one sentence without a full stop, the actor first; None for a verb of other things."""
    pattern = PATTERNS.get(verb)
    return _(pattern) % {**data, **_words(data), "actor": actor} if pattern else None


def _words(data: Mapping[str, Any]) -> dict[str, str]:
    names, to = data.get("names") or [], data.get("to") or []
    return {
        "what": _quoted(data.get("what")),
        "names": ", ".join(_quoted(name) for name in names),
        "from": _quoted(data.get("from")),
        "to": listed(to) if isinstance(to, list) else str(to),
        "went": sending_words(data),
        "said": said_word(str(data.get("said", ""))),
    }


def _quoted(name: Any) -> str:
    return quoted(str(name)) if name else str(NO_TITLE)


PATTERNS = {
    "set the way of documents": gettext_noop(
        "%(actor)s sets the way of documents, %(names)s, and the pattern of their symbols, %(what)s"
    ),
    "brought in the document": gettext_noop("%(actor)s brings in %(what)s"),
    "entered documents": gettext_noop("%(actor)s enters documents and the way of each, as reported: %(documents)s"),
    "prepared the document": gettext_noop("%(actor)s prepares %(what)s from %(from)s"),
    "sent on the document": gettext_noop("%(actor)s sends %(what)s on: %(went)s"),
    "returned the document": gettext_noop("%(actor)s returns %(what)s to %(to)s: %(reason)s"),
    "withdrew the document": gettext_noop("%(actor)s withdraws %(what)s: %(reason)s"),
    "entered the adoption of the document": gettext_noop("%(actor)s enters that the text of %(what)s was adopted"),
    "split the document": gettext_noop("%(actor)s splits %(what)s into %(names)s"),
    "merged documents into": gettext_noop("%(actor)s merges %(names)s into %(what)s"),
    "spoke on the clearance of": gettext_noop("%(actor)s speaks on the clearance of %(what)s: %(said)s"),
    "tabled its remarks on": gettext_noop("%(actor)s tables its remarks on %(what)s: %(said)s"),
    "entered the title of the document": gettext_noop("%(actor)s enters the title of %(what)s"),
    "gave a symbol to the document": gettext_noop("%(actor)s gives the symbol %(symbol)s to %(what)s"),
    "laid the document before": gettext_noop("%(actor)s lays %(what)s before the meeting %(meeting)s"),
    "linked a text to the document": gettext_noop("%(actor)s says which text holds the wording of %(what)s"),
    "entered what is reported of the document": gettext_noop("%(actor)s enters what is reported of %(what)s"),
    "entered a stop of the document": gettext_noop("%(actor)s enters that %(what)s was at %(step)s"),
}
"""One sentence a verb."""
