"""n delegations' versions of one base become one text, with every wording attributed and none lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from accord.engine.text.arranging import arranged
from accord.engine.text.model import Alternative, Choice, Inline, Text
from accord.engine.text.projecting import project_all
from accord.engine.text.splitting import split, undress
from accord.engine.text.wording import WordingRefused, refused_in


def compile_text(
    base: str, versions: Mapping[str, str], *, delegations: Sequence[str] = (), sample: bool = False, language: str = ""
) -> Text:
    """
    Return the compiled text of a base and its versions.

    Args:
        base: the whole document, as decoded.
        versions: code → the whole document that this delegation submitted.
        delegations: the roster in the council's order; without it the codes in alphabetical order. Codes of versions
            that it lacks are put at its end.

    Returns:
        a text from which :func:`project` gives back every version and the base. It does not depend on the order of
        ``versions``; a delegation whose version equals the base stands in the roster and holds nothing.

    Raises:
        WordingRefused: a document holds a character that no readable document has and that the notation needs for
            itself (U+0000 to U+0002).

    Source: docs/reference/notation.md; laws 1 to 3.
    """
    roster = tuple(dict.fromkeys([*delegations, *sorted(versions)]))
    for document in (base, *versions.values()):
        _require_readable(document)
    plain_base, dress_base = undress(base)
    undressed = {code: undress(versions[code]) for code in sorted(versions, key=roster.index)}
    envelopes = [("", dress_base)] if dress_base else []
    envelopes += [(code, marks) for code, (_, marks) in undressed.items() if marks != dress_base]
    paragraphs = split(plain_base)
    blocks = arranged(paragraphs, {code: split(plain, paragraphs) for code, (plain, _) in undressed.items()}, roster)
    return numbered(Text(blocks, roster, sample=sample, language=language, envelopes=tuple(envelopes)))


def _require_readable(document: str) -> None:
    if any(mark in document for mark in "\0\1\2"):
        raise WordingRefused(refused_in(document))


def recovered(text: Text, base: str, versions: Mapping[str, str]) -> dict[str, bool]:
    """Return for each code whether projecting ``text`` gives exactly what was submitted; the key "" is the base."""
    sent = {"": base, **versions}
    found = project_all(text, [code or None for code in sent])
    return {code: document == sent[code] for code, document in zip(sent, found, strict=True)}


def numbered(text: Text) -> Text:
    """
    Return ``text`` with its choices numbered 1, 2, … in reading order, inner ones 6.1, 6.2, …

    ``numbered`` of the text is the largest of these numbers, on any level; those that are given later go on from there.
    """
    blocks, count, numbers = [], 0, _Numbers()
    for block in text.blocks:
        inlines, count = numbers.given(block.inlines, count, "")
        blocks.append(block if inlines == block.inlines else replace(block, inlines=inlines))
    return replace(text, blocks=tuple(blocks), numbered=numbers.largest)


@dataclass(slots=True)
class _Numbers:
    """Gives choices their numbers, and remembers the largest on any level."""

    largest: int = 0

    def given(self, inlines: tuple[Inline, ...], count: int, prefix: str) -> tuple[tuple[Inline, ...], int]:
        """Return ``inlines`` with their choices numbered from ``count`` + 1 on, and the last number given."""
        if Choice not in map(type, inlines):
            return inlines, count
        out: list[Inline] = []
        for item in inlines:
            if isinstance(item, Choice):
                count += 1
                out.append(Choice(f"{prefix}{count}", self._inside(item.alternatives, f"{prefix}{count}.")))
            else:
                out.append(item)
        self.largest = max(self.largest, count)
        return tuple(out), count

    def _inside(self, alternatives: tuple[Alternative, ...], prefix: str) -> tuple[Alternative, ...]:
        out, count = [], 0
        for each in alternatives:
            inlines, count = self.given(each.inlines, count, prefix)
            out.append(each if inlines is each.inlines else Alternative(each.holders, inlines))
        return tuple(out)
