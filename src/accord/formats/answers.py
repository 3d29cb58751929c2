"""
What the child process answers about a document, as a value with lines and columns.

The child says where by offset only, so that it needs nothing of the engine and starts quickly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from accord.engine.said import unpacked
from accord.engine.text.findings import Finding, Lines
from accord.formats.flow import pieces_of
from accord.formats.paper.rereading import rolling_of
from accord.formats.values import Comment, Document, Label, Revision


def document_of(answer: Mapping[str, Any]) -> Document:
    """
    Return the document that an answer tells of.

    Args:
        answer: ``text``; ``base`` (None without tracked changes); ``notes``, lists of code, severity, offset, message
            and fix; ``revisions`` and ``comments``, tables of their fields with an offset in place of line and
            column; ``labels`` and ``base_labels``, pairs of offset and label; ``flow``, as
            :func:`accord.formats.flow.flow_of` tells it; ``laid``, as
            :func:`accord.formats.word.laid.laid_out` tells it.
    """
    lines = Lines(answer["text"])
    base = answer["base"]
    return Document(
        text=answer["text"],
        findings=tuple(_finding(lines, note) for note in answer["notes"]),
        base=base,
        revisions=tuple(Revision(**_placed(lines, each)) for each in answer["revisions"]),
        comments=tuple(Comment(**_placed(lines, each)) for each in answer["comments"]),
        labels=_labels(lines, answer["labels"]),
        base_labels=_labels(Lines(base or ""), answer["base_labels"]),
        flow=pieces_of(answer["flow"]),
        rolling=rolling_of(answer["laid"]) if answer["laid"] else None,
    )


def _finding(lines: Lines, note: Sequence[Any]) -> Finding:
    code, severity, offset, message, fix = note
    return lines.finding(code, severity, min(offset, len(lines.text)), unpacked(message), unpacked(fix))


def _placed(lines: Lines, table: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields with line and column in place of the offset."""
    fields = {key: value for key, value in table.items() if key != "offset"}
    line, column = lines.at(min(table["offset"], len(lines.text)))
    return fields | {"line": line, "column": column}


def _labels(lines: Lines, pairs: Sequence[tuple[int, str]]) -> tuple[Label, ...]:
    return tuple(Label(lines.at(offset)[0], label) for offset, label in pairs)
