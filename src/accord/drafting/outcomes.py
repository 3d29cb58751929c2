"""The adoption of a text under the rule of its organ: positions from the seats, the outcome in words. No database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from accord.drafting.pages import Outcome
from accord.engine import rules as engine
from accord.engine.rules import Case, Line, Rule, RulesError, Seat
from accord.engine.rules.gathering import apart_in, seated_apart, tally
from accord.engine.rules.saying import said, sentence
from accord.engine.rules.words import LANGUAGES, WORDS


def lines_of(seats: Sequence[Seat], codes: Sequence[str]) -> tuple[Line, ...]:
    """
    Return what each member of the council is recorded with when the chair asks "any objection?".

    A member objects, also from afar; or is present and silent, which is no objection; or is absent.
    """
    by_code = {seat.code: seat for seat in seats}
    return tuple(Line(code, _position(by_code.get(code))) for code in codes)


def _position(seat: Seat | None) -> str:
    if seat is not None and seat.objects:
        return "objection"
    return "no_objection" if seat is not None and seat.present else "absent"


def decided(rule: Rule, seats: Sequence[Seat], day: date, apart: Collection[str] = ()) -> engine.Outcome:
    """
    Return the outcome of a rule, over its members on that day.

    Args:
        apart: codes of those that sit without accepted credentials; they are not counted as present. An objection that
            one of them raised before credentials were needed stands.

    Raises:
        RulesError: something has to be answered before the rule can be applied; the message says what.
    """
    codes = [member.code for member in rule.roster.at(day) if member.status != "observer"]
    case = engine.gather(rule, lines_of(seats, codes), day)
    if not isinstance(case, Case):
        raise RulesError(" ".join(said(each)[language()] for each in case))
    sitting = [seat.code for seat in seats if seat.present and seat.code in apart and not seat.objects]
    return engine.decide(rule, seated_apart(case, sitting))


def language() -> str:
    """Return the language of outcomes for the page at hand: Russian where it is asked for, else English."""
    asked = (get_language() or "en").partition("-")[0]
    return asked if asked in LANGUAGES else "en"


def told(outcome: engine.Outcome, names: Mapping[str, str]) -> Outcome:
    """Return the outcome as the record will say it; who was absent is named, and counted into nothing."""
    return Outcome(
        adopted=outcome.outcome == "adopted",
        sentence=sentence_of(outcome, names),
        reasons=tuple(_reasons(outcome, names)),
        change=_change(outcome),
    )


def sentence_of(outcome: engine.Outcome, names: Mapping[str, str]) -> str:
    """Return the outcome as one sentence built from its trace, and who was absent."""
    words = sentence(outcome, names, titled=True)[language()]
    absent = absent_at(outcome)
    if not absent:
        return words
    return f"{words} {_('Absent: %s (neither consent nor objection recorded).') % _listed(absent, names)}"


def at(outcome: engine.Outcome, position: str) -> tuple[str, ...]:
    """Return who is recorded with a position, in the order of the members."""
    case = outcome.case
    return tuple(code for code in case.entitled if case.positions.get(code) == position)


def absent_at(outcome: engine.Outcome) -> tuple[str, ...]:
    """Return who is recorded with an empty seat; who sits without accepted credentials is not, and nobody in secret."""
    apart = apart_in(outcome.case)
    return () if outcome.case.secret else tuple(code for code in at(outcome, "absent") if code not in apart)


def present_at(outcome: engine.Outcome) -> tuple[str, ...]:
    """Return who is recorded with anything but an empty seat, in the order of the members."""
    case = outcome.case
    return tuple(code for code in case.entitled if case.positions.get(code, "absent") != "absent")


def reasons_of(outcome: engine.Outcome) -> Iterator[tuple[str, str]]:
    """Yield the reasons of a decision that was not taken by "any objection?": how many said what, and the quorum."""
    for position, count in tally(outcome.case.positions).items():
        yield "yes", f"{WORDS[language()][position]}: {count}"
    yield from _quorum(outcome, (), {})
    for remark in outcome.case.remarks:
        yield "care", said(remark)[language()]


def _reasons(outcome: engine.Outcome, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "yes", _("Nothing in the text is open: no choice, no reservation.")
    objecting, silent = (at(outcome, each) for each in ("objection", "no_objection"))
    if objecting:
        yield "no", _("%s objected.") % _listed(objecting, names)
    elif not silent:
        yield "no", _("No seat is taken.")
    else:
        count = len(silent)
        yield "yes", ngettext("%d present, and no objection.", "%d present, and no objection.", count) % count
    yield from _quorum(outcome, absent_at(outcome), names)
    for remark in outcome.case.remarks:
        yield "care", said(remark)[language()]


def _quorum(outcome: engine.Outcome, absent: tuple[str, ...], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    passage = next((each for each in outcome.passages if each.name == "quorum"), None)
    if passage:
        yield ("yes", _("The quorum is there.")) if passage.passed else ("no", _("The quorum is not there."))
    elif absent:
        unknown = ngettext(
            "%s was absent. Whether a quorum is asked for is not known here.",
            "%s were absent. Whether a quorum is asked for is not known here.",
            len(absent),
        )
        yield "care", unknown % _listed(absent, names)


def _change(outcome: engine.Outcome) -> str:
    if outcome.outcome == "adopted":
        return _("one objection before it is closed")
    objecting = at(outcome, "objection")
    return _("every objection withdrawn") if objecting else _("at least one seat taken")


def _listed(codes: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in codes)
