"""Refusals of the engine, outcomes and steps, in words. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, gettext_noop
from django.utils.translation import gettext as _

from accord.documents.choices import Outcome, Said
from accord.engine.passage import PassageError, Step, SymbolError
from accord.members.errors import Unfit

_REASONS = {
    "ended": gettext_noop("The document is no longer on its way."),
    "completed": gettext_noop("“%(step)s” has completed the document: nothing follows."),
    "not here": gettext_noop("The document is not at “%(step)s”. Load the page again."),
    "still here": gettext_noop("The document is still at “%(step)s”: say first how it leaves it."),
    "unknown step": gettext_noop("Name a step of the way of this document."),
    "several stages": gettext_noop("These steps do not stand beside one another: choose those of one stage."),
    "left out": gettext_noop("“%(step)s” stands beside and cannot be passed over: choose it too."),
    "too far": gettext_noop("“%(step)s” lies before it and cannot be passed over."),
    "behind": gettext_noop("“%(step)s” lies behind the document: return it there, with the reason."),
    "not behind": gettext_noop("“%(step)s” does not lie behind the document: send it on instead."),
    "nowhere": gettext_noop("The document is at no step now: let it arrive first."),
    "before": gettext_noop("The day lies before %(day)s, when something happened to the document already."),
    "not the last": gettext_noop("“%(step)s” is not its last step: it approves and forwards, but completes nothing."),
    "the last": gettext_noop("“%(step)s” is its last step: it adopts, signs or approves the document."),
    "no outcome": gettext_noop("Say how the document leaves the step."),
    "too few": gettext_noop("It takes at least two documents."),
    "another way": gettext_noop("These documents are not on one way, or end at different steps."),
    "twice": gettext_noop("“%(step)s” stands twice, and nothing says that the document was returned between."),
    "backwards": gettext_noop("At “%(step)s” the last day lies before the first."),
}
_FIELDS = {"before": "day", "backwards": "until", "no outcome": "outcome", "not the last": "outcome"}
_FIELDS |= {"the last": "outcome"}
_SYMBOLS = {
    "number": gettext_noop("“%(what)s” has to hold {n} once: there the number stands."),
    "field": gettext_noop("Nothing is known that could stand for {%(what)s}."),
    "sign": gettext_noop("“%(what)s” holds a sign that no symbol has: letters, figures, . / - ( ) only."),
    "length": gettext_noop("“%(what)s” is too long: at most 40 signs."),
}
NO_TITLE = gettext_lazy("a document whose title is not known")


def called(label: str, names: Mapping[str, str]) -> str:
    """Return how a step is called in the reader's language, else as the organisation wrote it."""
    return names.get((get_language() or "").partition("-")[0], label)


@contextmanager
def refusing(labels: Mapping[str, str], field: str = "") -> Iterator[None]:
    """Turn what the engine refuses into words for a form; ``labels`` call the steps by key."""
    try:
        yield
    except PassageError as error:
        raise Unfit(field or _FIELDS.get(error.reason, "to"), passage_words(error, labels)) from error


def passage_words(error: PassageError, labels: Mapping[str, str]) -> str:
    """Return why a move cannot be."""
    day = date_format(error.day, "j E Y") if error.day else ""
    return _(_REASONS[error.reason]) % {"step": labels.get(error.step, error.step), "day": day}


def symbol_words(error: SymbolError) -> str:
    """Return why a pattern gives no symbols."""
    return _(_SYMBOLS[error.reason]) % {"what": error.what}


def said_word(said: str) -> str:
    """Return what a member said in a clearance, in words; "" for an unknown word."""
    return str(Said(said).label) if said in Said.values else ""


def sending_words(data: Mapping[str, Any]) -> str:
    """Return a move as the record keeps it: how a document left a step, and where it went."""
    step, outcome, to = str(data.get("step", "")), str(data.get("outcome", "")), data.get("to") or []
    left = f"{step}: {outcome_word(outcome)}" if step and outcome in Outcome.values else ""
    gone = _("to %s") % listed(to) if isinstance(to, list) and to else ""
    return "; ".join(part for part in (left, gone) if part)


def outcome_word(outcome: str) -> str:
    """Return how a document left a step, in words; "" while it is there."""
    return str(Outcome(outcome).label) if outcome else ""


def outcomes_of(step: Step, *, last: bool) -> tuple[tuple[str, str], ...]:
    """Return how a document can leave a step, as choices: the usual one first."""
    if last:
        usual = (Outcome.ADOPTED, Outcome.SIGNED, Outcome.APPROVED)
    else:
        first = Outcome.CLEARED if step.kind == "clearance" else Outcome.APPROVED
        usual = (first, Outcome.FORWARDED)
    return tuple((str(each.value), str(each.label)) for each in usual)


def listed(names: Sequence[str], join: Callable[[], Any] = lambda: _("%(before)s and %(last)s")) -> str:
    """Return names with commas and one "and"; "" for none."""
    *before, last = names or [""]
    return str(join()) % {"before": ", ".join(before), "last": last} if before else last
