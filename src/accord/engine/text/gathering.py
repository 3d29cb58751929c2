"""
What several versions put beside one paragraph, or in its place: like paragraphs are brought to one place.

One delegation writes a paragraph anew, another takes it out and puts two others there, a third keeps it and puts the
same new one behind it. Each reading is as good as the next for one version alone; together they are one paragraph.

Source: docs/reference/notation.md, "Paragraphs".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from accord.engine.text.aligning import similarity
from accord.engine.text.dividing import SHARED

Changed = dict[int, dict[str, str]]
"""Base place → code → its wording there, "" where it has none; only where it differs."""

Added = dict[int, dict[str, tuple[str, ...]]]
"""Gap → code → the paragraphs that it puts there."""


Said = TypeVar("Said")


class _Put(NamedTuple):
    """A paragraph that ``code`` puts into ``gap``, the ``at``-th of those it puts there."""

    gap: int
    at: int
    code: str
    wording: str


def gather(
    base: Sequence[str], changed: Changed, added: Added, staying: Collection[str], twins: Mapping[str, str]
) -> None:
    """
    Bring like paragraphs of several versions to one place, in ``changed`` and ``added``; no version's order changes.

    Args:
        staying: codes whose paragraphs stay where they are.
        twins: code → the first that has handed in the same, for every code; what is equal goes together.
    """
    if not added:
        return
    changed_once, added_once = _of_leads(changed, twins), _of_leads(added, twins)
    _bring_together(base, changed_once, added_once, staying)
    _give_to_all(changed, changed_once, twins)
    _give_to_all(added, added_once, twins)


def _of_leads(said: dict[int, dict[str, Said]], twins: Mapping[str, str]) -> dict[int, dict[str, Said]]:
    return {at: {code: each for code, each in by.items() if twins[code] == code} for at, by in said.items()}


def _give_to_all(whole: dict[int, dict[str, Said]], part: dict[int, dict[str, Said]], twins: Mapping[str, str]) -> None:
    for at in {*whole, *part}:
        own = part.get(at, {})
        whole[at] = {code: own[lead] for code, lead in twins.items() if lead in own}


def _bring_together(base: Sequence[str], changed: Changed, added: Added, staying: Collection[str]) -> None:
    for code in dict.fromkeys(code for put in added.values() for code in put if code not in staying):
        _before_what_is_gone(code, changed, added)
    for place in sorted(place for place in changed if place in added or place + 1 in added or _gone(changed, place)):
        for code in [code for code in changed[place] if code not in staying]:
            if changed[place][code] and similarity(base[place], changed[place][code]) < SHARED:
                _beside(place, code, changed, added, staying)


def _gone(changed: Changed, place: int) -> bool:
    return "" in changed.get(place, {}).values()


def _before_what_is_gone(code: str, changed: Changed, added: Added) -> None:
    """Put paragraphs behind what ``code`` has taken out before it, where others put like ones there."""
    for gap in sorted(gap for gap in added if code in added[gap]):
        for earlier in _over_what_is_gone(code, gap, changed):
            others = [each for other, put in added.get(earlier, {}).items() if other != code for each in put]
            own = added[gap].get(code, ())
            last = max((at for at, each in enumerate(own) if _like_one(each, others)), default=-1)
            if last >= 0:
                _put(added, earlier, code, (*added[earlier].get(code, ()), *own[: last + 1]))
                _put(added, gap, code, own[last + 1 :])
            if last >= 0 or code in added.get(earlier, {}):
                break


def _over_what_is_gone(code: str, gap: int, changed: Changed) -> Iterator[int]:
    """Yield the gaps before this one that have nothing of ``code`` between, the nearest first."""
    while changed.get(gap - 1, {}).get(code) == "":
        gap -= 1
        yield gap


def _beside(place: int, code: str, changed: Changed, added: Added, staying: Collection[str]) -> None:
    """Join what ``code`` has written anew in this place with what others put beside it, or in its place."""
    wording = changed[place][code]
    like = [each for each in _near(place, changed, added) if _may_join(each, code, wording, staying)]
    kept = next((each for each in like if changed[place].get(each.code) != ""), None)
    if kept:
        own = added[kept.gap].get(code, ())
        changed[place][code] = ""
        _put(added, kept.gap, code, (*own, wording) if kept.gap == place else (wording, *own))
        return
    taken = set()
    for each in like:
        if each.code not in taken:
            taken.add(each.code)
            _written_anew(each, place, changed, added)


def _may_join(put: _Put, code: str, wording: str, staying: Collection[str]) -> bool:
    return put.code != code and put.code not in staying and similarity(put.wording, wording) >= SHARED


def _near(place: int, changed: Changed, added: Added) -> Iterator[_Put]:
    """Yield what is put right before and behind a place, and further on by those who have nothing between."""
    gap = place
    while gap <= place + 1 or _gone(changed, gap - 1):
        for code, put in added.get(gap, {}).items():
            if gap <= place + 1 or _has_nothing(code, place, gap, changed, added):
                yield from (_Put(gap, at, code, wording) for at, wording in enumerate(put))
        gap += 1


def _has_nothing(code: str, place: int, gap: int, changed: Changed, added: Added) -> bool:
    """Whether ``code`` has none of the base from ``place`` to ``gap``, and puts nothing between."""
    gone = all(changed.get(each, {}).get(code) == "" for each in range(place, gap))
    return gone and not any(code in added.get(each, {}) for each in range(place + 1, gap))


def _written_anew(put: _Put, place: int, changed: Changed, added: Added) -> None:
    """Let a paragraph that stands behind what its code has taken out be what this code makes of it."""
    own = added[put.gap][put.code]
    changed[place][put.code] = put.wording
    _put(added, put.gap, put.code, own[put.at + 1 :])
    if put.gap > place:
        _put(added, place, put.code, (*added.get(place, {}).get(put.code, ()), *own[: put.at]))
    else:
        _put(added, place, put.code, own[: put.at])
        _put(added, place + 1, put.code, (*own[put.at + 1 :], *added.get(place + 1, {}).get(put.code, ())))


def _put(added: Added, gap: int, code: str, paragraphs: tuple[str, ...]) -> None:
    if paragraphs:
        added.setdefault(gap, {})[code] = paragraphs
    elif code in added.get(gap, {}):
        del added[gap][code]


def _like_one(wording: str, others: Sequence[str]) -> bool:
    return any(similarity(wording, each) >= SHARED for each in others)
