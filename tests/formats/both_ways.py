"""Tracked changes as LibreOffice has them with all accepted and all rejected, beside the same texts written clean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.formats import office


def found(
    folder: Path,
    suffix: str,
    pairs: Sequence[tuple[str, str]],
    *,
    tracked: Callable[..., bytes],
    clean: Callable[[str], bytes],
) -> list[list[str]]:
    """Return four lists of paragraphs for each pair of base and wording: accepted, the wording, rejected, the base."""
    asked: list[tuple[Path, str]] = []
    for number, (base, wording) in enumerate(pairs):
        files = {"tracked": tracked(base, wording, author="XAA"), "base": clean(base), "own": clean(wording)}
        paths = {name: folder / f"{number}-{name}{suffix}" for name in files}
        for name, data in files.items():
            paths[name].write_bytes(data)
        asked += [(paths["tracked"], "accept"), (paths["own"], ""), (paths["tracked"], "reject"), (paths["base"], "")]
    return office.paragraphs(asked)


def wrong(pairs: Sequence[tuple[str, str]], read: Sequence[list[str]]) -> list[tuple[str, str]]:
    """Return the pairs of which LibreOffice has another text than was meant."""
    assert len(read) == 4 * len(pairs)
    return [pairs[at // 4] for at in range(0, len(read), 2) if read[at] != read[at + 1]]
