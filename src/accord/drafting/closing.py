"""Whether a choice may close: a pure question to the text, the roll and the objections."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accord.engine import text as engine


@dataclass(frozen=True, slots=True)
class Question:
    """
    A proposal to close as it stands now.

    Attributes:
        index: the alternative it would close on, -1 where its wording is gone.
        supporting: who holds that alternative; ``joined`` those of them who came since it was proposed.
        awaited: who holds other wording; ``present`` who of the roster is in the room.
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


def question_of(
    body: engine.Text,
    choice: str,
    wording: str,
    asked: bool,
    present: frozenset[str],
    objected: frozenset[str],
    joined: tuple[str, ...],
) -> Question:
    """Return how a proposal to close ``choice`` on ``wording`` (in notation) stands."""
    standing = next((each for each in engine.choices(body) if each.choice.id == choice), None)
    index = _index(standing, wording)
    order = body.delegations
    awaited = _ranked(engine.holding_other(standing, index), order) if standing and index >= 0 else ()
    supporting = standing.choice.alternatives[index].holders if standing and index >= 0 else ()
    return Question(
        index=index,
        supporting=tuple(code for code in supporting if code != engine.CHAIR),
        joined=joined,
        awaited=awaited,
        present=_ranked(present, order),
        objected=_ranked(objected, order),
        asked=asked,
        hindrance=_hindrance(index, awaited, present, _ranked(objected, order), asked),
    )


def _index(standing: engine.Standing | None, wording: str) -> int:
    if standing is None:
        return -1
    known = [engine.render_alternative(each) for each in standing.choice.alternatives]
    return known.index(wording) if wording in known else -1


def _hindrance(
    index: int, awaited: tuple[str, ...], present: frozenset[str], objected: tuple[str, ...], asked: bool
) -> str:
    if index < 0:
        return _("The wording it would close on has changed; propose to close anew.")
    if objected:
        return _("%s objected. Nothing closes over an objection.") % ", ".join(objected)
    away = [code for code in awaited if code not in present]
    if away:
        return _("%s hold other wording and are not in the room; they have to join or withdraw.") % ", ".join(away)
    if awaited and not asked:
        return _("%s hold other wording. Ask “any objection?” first, or wait until they join.") % ", ".join(awaited)
    return ""


def _ranked(codes: frozenset[str], order: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in order if code in codes)
