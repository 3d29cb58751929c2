"""
Entries of the record as sentences, the actor first. Pure: an entry's verb and data in, words out.

The record stores stable verbs and data; sentences are made where they are shown, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

LONGEST = 90
"""Code points of wording quoted in a sentence; the whole wording stands in the text itself."""


def sentence_of(verb: str, data: Mapping[str, Any], actor: str) -> str:
    """
    Return an entry as one sentence without a full stop.

    Args:
        verb: as stored, for instance "proposed to close".
        data: as stored with it.
        actor: who acts, as shown: a delegation's code, "Chair", "Secretariat", or the name of a sign-in.
    """
    pattern = _PATTERNS.get(verb)
    if pattern is None:
        return f"{actor} {verb} {data.get('what', '')}".rstrip()
    return _(pattern) % {**_words(data), "actor": actor}


def actor_of(authority: str, on_behalf_of: str, name: str) -> str:
    """Return how the actor of an entry is called: the delegation's code, "Chair", "Secretariat", else the sign-in."""
    if on_behalf_of:
        return on_behalf_of
    return {"chair": _("Chair"), "secretariat": _("Secretariat")}.get(authority, name)


def quoted(wording: str) -> str:
    """Return wording in quotation marks, shortened at a space where it is long; "no text" for none."""
    plain = " ".join(wording.split())
    if not plain:
        return _("no text")
    if len(plain) > LONGEST:
        plain = plain[:LONGEST].rsplit(" ", 1)[0] + " …"
    return f"“{plain}”"


def _words(data: Mapping[str, Any]) -> dict[str, str]:
    return {
        "wording": quoted(_bare(str(data.get("wording", "")))),
        "choice": str(data.get("choice", "")),
        "forum": str(data.get("forum", "")),
        "pending": _pending(data.get("pending", ())),
        "request": _request(str(data.get("request", ""))),
        "name": str(data.get("name", "")),
        "count": str(data.get("count", "")),
        "title": str(data.get("title", "")),
        "present": ", ".join(data.get("present", ())) or _("nobody"),
        "sentence": str(data.get("sentence", "")),
        "deed": _deed(str(data.get("kind", "")), quoted(_bare(str(data.get("wording", ""))))),
        "holding": _holding(data),
    }


def _bare(wording: str) -> str:
    """Return the wording of an alternative in notation without its brackets and holders."""
    if not (wording.startswith("[") and wording.endswith("]")):
        return wording
    inside = wording[1:-1]
    head, colon, rest = inside.partition(": ")
    bare = rest if colon and head.replace(", ", "").isalnum() and head.isupper() else inside
    return "" if bare == "no text" else bare


def _pending(codes: Sequence[str]) -> str:
    return _("; awaited: %s") % ", ".join(codes) if codes else ""


def _request(code: str) -> str:
    return _(" at the request of %s") % code if code else ""


def _deed(kind: str, wording: str) -> str:
    """Return what is proposed; ``wording`` as quoted."""
    pattern = {
        "insert": _("a new paragraph %s"),
        "bracket": _("brackets around %s"),
        "choice": _("%s here"),
    }.get(kind, _("to read %s"))
    return _("that the paragraph goes") if kind == "delete" else pattern % wording


def _holding(data: Mapping[str, Any]) -> str:
    """Return what a handed-in version says at the choice in question, "" where none is."""
    return _(", here %s") % quoted(_bare(str(data["wording"]))) if data.get("kind") == "choice" else ""


_PATTERNS = {
    "began a language version": gettext_noop("%(actor)s begins the language version %(name)s"),
    "changed a language version": gettext_noop(
        "%(actor)s changes the rank or the language group of the version %(name)s"
    ),
    "dropped a language version": gettext_noop("%(actor)s drops the language version %(name)s, which had no wording"),
    "translated a file": gettext_noop("%(actor)s enters %(count)s wordings in %(name)s"),
    "translated": gettext_noop("%(actor)s enters the wording in %(name)s: %(wording)s"),
    "checked a translation": gettext_noop("%(actor)s has checked the wording in %(name)s"),
    "began": gettext_noop("%(actor)s begins the text with its zero draft"),
    "issued": gettext_noop("%(actor)s issues %(name)s"),
    "took the roll": gettext_noop("%(actor)s takes the roll: %(present)s present"),
    "proposed": gettext_noop("%(actor)s proposes %(deed)s"),
    "drafted": gettext_noop("%(actor)s drafts %(deed)s, not tabled"),
    "showed to the chair": gettext_noop("%(actor)s shows the chair, not tabled: %(deed)s"),
    "dropped": gettext_noop("%(actor)s drops a draft that was never tabled"),
    "submitted": gettext_noop("%(actor)s hands in its whole version%(holding)s"),
    "supported": gettext_noop("%(actor)s supports %(wording)s"),
    "retained": gettext_noop("%(actor)s retains %(wording)s"),
    "cannot accept": gettext_noop("%(actor)s cannot accept %(wording)s"),
    "withdrew": gettext_noop("%(actor)s withdraws from choice %(choice)s"),
    "reserved": gettext_noop("%(actor)s reserves its position: %(wording)s"),
    "noted": gettext_noop("%(actor)s notes: %(wording)s"),
    "lifted": gettext_noop("%(actor)s lifts its reservation"),
    "proposed to close": gettext_noop("%(actor)s proposes to close choice %(choice)s on %(wording)s"),
    "asked": gettext_noop("%(actor)s asks on choice %(choice)s: any objection?"),
    "objected": gettext_noop("%(actor)s objects to closing choice %(choice)s on %(wording)s"),
    "withdrew the objection": gettext_noop(
        "%(actor)s withdraws its objection to closing choice %(choice)s on %(wording)s"
    ),
    "took back the closing": gettext_noop("%(actor)s takes back the proposal to close choice %(choice)s"),
    "closed": gettext_noop("%(actor)s closes choice %(choice)s on %(wording)s"),
    "wrote a compromise": gettext_noop("%(actor)s puts a compromise on choice %(choice)s: %(wording)s"),
    "agreed": gettext_noop("%(actor)s marks agreed ad referendum in %(forum)s%(pending)s"),
    "confirmed": gettext_noop("%(actor)s confirms what was agreed ad referendum in %(forum)s%(pending)s"),
    "reopened": gettext_noop("%(actor)s reopens%(request)s"),
    "put to the council": gettext_noop("%(actor)s puts the text to the council and asks: any objection?"),
    "took back": gettext_noop("%(actor)s takes the text back into negotiation"),
    "objected to adoption": gettext_noop("%(actor)s objects to the adoption"),
    "withdrew the objection to adoption": gettext_noop("%(actor)s withdraws its objection to the adoption"),
    "adopted": gettext_noop("%(sentence)s"),
}
