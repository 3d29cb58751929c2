"""Sentences about signing and taking part. Pure: values in, words out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accord.decisions.telling import kind_label
from accord.signing.choices import Kind, Taking, Word
from accord.signing.taking import apart

LABELS = {**dict(Taking.choices), **dict(Word.choices)}


def label_of(kind: str) -> str:
    """Return how a member stands, or what it attached, in words."""
    return str(LABELS.get(kind, kind))


def label_at(state: Taking, *, seated: bool) -> str:
    """Return how a member stands, in words; ``seated`` is one that sat without accepted credentials."""
    if seated and state == Taking.APART:
        return _("sat without accepted credentials; did not decide")
    return label_of(state)


def kind_of(kind: str) -> str:
    """Return what kind of instrument it is, in words."""
    return str(dict(Kind.choices).get(kind, kind))


def attached_label(kind: str) -> str:
    """Return a kind of statement that was attached to the decision, in words."""
    return kind_label(kind)


def day_words(day: date) -> str:
    """Return a day as pages print it, "5 December 2023"."""
    return date_format(day, "j E Y")


def authority_label(authority: str) -> str:
    """Return who entered something, in words; "" for the member itself."""
    known = {"chair": _("entered by the chair"), "secretariat": _("entered by the secretariat")}
    return known.get(authority, "")


def taking_sentence(states: Mapping[str, Taking], names: Mapping[str, str]) -> str:
    """Return how the members stand: each way of standing by itself, with its members; nothing is added up."""
    parts = [
        _("%(state)s: %(members)s.") % {"state": capfirst(label_of(state)), "members": _listed(codes, names)}
        for state, codes in apart(states)
    ]
    return " ".join(parts)


def state_of(until: date | None, unsigned: Sequence[str], today: date) -> str:
    """Return how far a signing is: "complete", "closed" or "open"."""
    if not unsigned:
        return "complete"
    return "closed" if until is not None and until < today else "open"


def signing_sentence(state: str, until: date | None, unsigned: Sequence[str], names: Mapping[str, str]) -> str:
    """Return how far a signing is, in one sentence."""
    if state == "complete":
        return _("Every member has signed.")
    values = {"members": _listed(unsigned, names), "day": day_words(until) if until else ""}
    if state == "closed":
        return _("Closed for signature since %(day)s. Not signed: %(members)s.") % values
    if until:
        return _("Open for signature until %(day)s. Not signed yet: %(members)s.") % values
    return _("Open for signature. Not signed yet: %(members)s.") % values


def waiting_sentence(open_: int, waiting: Sequence[str]) -> str:
    """Return the sentence with which the list opens; ``waiting`` are the names of members whose answer is missing."""
    if not open_ and not waiting:
        return _("Nothing is open for signature, and no answer is waited for.")
    parts = []
    if open_:
        parts.append(_("Open for signature: %d.") % open_)
    if waiting:
        parts.append(_("Answers are waited for from: %s.") % ", ".join(dict.fromkeys(waiting)))
    return " ".join(parts)


def _listed(codes: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in codes)
