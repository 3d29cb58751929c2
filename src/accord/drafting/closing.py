"""Whether a choice may close: a pure question to the text, the roll and the objections."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.engine import text as engine
from accord.engine.text.unnamed import has_unnamed

Asked = Mapping[str, str | None] | None
"""None until the chair has asked "any objection?"; then code → what it held, of those in the room."""


@dataclass(frozen=True, slots=True)
class Question:
    """
    A proposal to close as it stands now.

    Attributes:
        index: the alternative it would close on, -1 where its wording is gone.
        supporting: who holds that alternative; ``joined`` those of them who came since it was proposed.
        awaited: who holds other wording; ``present`` who of the roster is in the room.
        unasked: those of ``awaited`` who were not in the room when the chair asked, or have moved since.
        hindrance: "" where it may close, else why not, as a sentence.
    """

    index: int
    supporting: tuple[str, ...]
    joined: tuple[str, ...]
    awaited: tuple[str, ...]
    present: tuple[str, ...]
    objected: tuple[str, ...]
    asked: bool
    hindrance: str
    unasked: tuple[str, ...] = ()


def question_of(  # noqa: PLR0917 -- the parts of one question, in the order in which they come
    body: engine.Text,
    choice: str,
    wording: str,
    asked: Asked,
    present: frozenset[str],
    objected: frozenset[str],
    joined: tuple[str, ...],
) -> Question:
    """
    Return how a proposal to close ``choice`` on ``wording`` stands.

    Args:
        wording: as :func:`plain` gives it.
    """
    standing = _standing(body, choice)
    index = index_of(body, choice, wording)
    order = body.delegations
    awaited = _ranked(engine.holding_other(standing, index), order) if standing and index >= 0 else ()
    supporting = standing.choice.alternatives[index].holders if standing and index >= 0 else ()
    unasked = _unasked(standing.choice, awaited, asked) if standing else ()
    stands = standing is not None and has_unnamed(standing.choice)
    backed = (index == 0 and not stands) or any(code != engine.CHAIR for code in supporting)
    return Question(
        index=index,
        supporting=tuple(code for code in supporting if code != engine.CHAIR),
        joined=joined,
        awaited=awaited,
        present=_ranked(present, order),
        objected=_ranked(objected, order),
        asked=asked is not None,
        hindrance=_hindrance(index, awaited, present, _ranked(objected, order), asked, unasked, backed=backed),
        unasked=unasked,
    )


def plain(alternative: engine.Alternative) -> str:
    """Return an alternative's wording by which it is known; choices inside it as the base has them. "" is no text."""
    return engine.project_block(engine.Block("", alternative.inlines), None)


def index_of(body: engine.Text, choice: str, wording: str) -> int:
    """Return which alternative of the choice has this wording (see :func:`plain`), -1 where none has."""
    standing = _standing(body, choice)
    known = [plain(each) for each in standing.choice.alternatives] if standing else []
    return known.index(wording) if wording in known else -1


def held_by(choice: engine.Choice, codes: Collection[str]) -> dict[str, str | None]:
    """Return code → what it wants to stand at this choice; None for who holds nothing here or inside."""
    alone = engine.Block("", (choice,))
    holding = engine.holders_in(alone)
    return {code: engine.project_block(alone, code) if code in holding else None for code in codes}


def _standing(body: engine.Text, choice: str) -> engine.Standing | None:
    return next((each for each in engine.choices(body) if each.choice.id == choice), None)


def _unasked(choice: engine.Choice, awaited: tuple[str, ...], asked: Asked) -> tuple[str, ...]:
    """Return who cannot be taken to be silent: not in the room when the chair asked, or moved since."""
    now = held_by(choice, awaited)
    return tuple(code for code in awaited if asked is None or code not in asked or asked[code] != now[code])


def _hindrance(  # noqa: PLR0917 -- as above
    index: int,
    awaited: tuple[str, ...],
    present: frozenset[str],
    objected: tuple[str, ...],
    asked: Asked,
    unasked: tuple[str, ...],
    *,
    backed: bool,
) -> str:
    if index < 0:
        return _("The wording it would close on has changed; propose to close anew.")
    if objected:
        return _("%s objected. Nothing closes over an objection.") % ", ".join(objected)
    if not awaited:
        unheard = _("No delegation holds this wording yet. Ask “any objection?” of those in the room first.")
        return "" if backed or asked else unheard
    return _awaiting(awaited, [code for code in awaited if code not in present], unasked, asked is not None)


def _awaiting(awaited: Sequence[str], away: Sequence[str], unasked: Sequence[str], asked: bool) -> str:
    """Return the sentence on holders of other wording: those away, those not asked, those who moved since."""
    if away:
        return ngettext(
            "%s holds other wording and is not in the room; it has to join or withdraw.",
            "%s hold other wording and are not in the room; they have to join or withdraw.",
            len(away),
        ) % ", ".join(away)
    if not asked:
        return ngettext(
            "%s holds other wording. Ask “any objection?” first, or wait until it joins.",
            "%s hold other wording. Ask “any objection?” first, or wait until they join.",
            len(awaited),
        ) % ", ".join(awaited)
    if unasked:
        moved = _("%s came in or moved after the question. Ask “any objection?” again.")
        return moved % ", ".join(unasked)
    return ""


def _ranked(codes: frozenset[str], order: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in order if code in codes)
