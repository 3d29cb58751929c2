"""
What is released of an adopted text: one JSON document, and the bytes that its fingerprint covers. Pure.

It holds what the public page shows (title, symbol, organ, time of adoption, outcome with its reasons, who was there,
whether it is a sample, and the wording, paragraph by paragraph) and nothing of the negotiation: no ids of paragraphs,
no status, no remarks.

Source: docs/reference/releases.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from accord.engine import text as engine

SCHEMA = "accord-release/1"
DECISION_SCHEMA = "accord-decision/1"

Document = Mapping[str, Any]


def document_of(
    body: engine.Text,
    *,
    title: str,
    symbol: str,
    organ: str,
    adopted_at: datetime,
    outcome: str,
    reasons: Sequence[Sequence[str]],
    present: Sequence[str],
    absent: Sequence[str],
    apart: Sequence[str] = (),
    languages: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """
    Return the document that a release of ``body`` makes known; ``present`` and ``absent`` are names of members.

    Args:
        apart: names of members that sat without accepted credentials, and did not decide.
        languages: versions sealed with the text, each with ``tag``, ``authentic`` and ``paragraphs``.
    """
    versions = {"languages": [dict(each) for each in languages]} if languages else {}
    return {
        **versions,
        "schema": SCHEMA,
        "title": title,
        "symbol": symbol,
        "organ": organ,
        "adopted": adopted_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "outcome": outcome,
        "reasons": [list(reason) for reason in reasons],
        "present": list(present),
        "absent": list(absent),
        **({"apart": list(apart)} if apart else {}),
        "sample": body.sample,
        "language": body.language,
        "paragraphs": [wording for block in body.blocks if (wording := wording_of(block))],
    }


def wording_of(block: engine.Block) -> str:
    """Return the wording of an adopted paragraph, without the marks of how paragraphs were parted."""
    return engine.project_block(block, None).rstrip("\0").strip()


def decided_document(
    *, title: str, organ: str, rule: str, decided_at: datetime, outcome: str, sample: bool
) -> dict[str, Any]:
    """
    Return the document by which a decision that adopted no text is made known: nobody's position is in it.

    Args:
        rule: id of the rule under which it was decided. outcome: "adopted" | "not_adopted" | "lapsed".
    """
    return {
        "schema": DECISION_SCHEMA,
        "title": title,
        "organ": organ,
        "rule": rule,
        "decided": decided_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "outcome": outcome,
        "sample": sample,
    }


def bytes_of(document: Document) -> bytes:
    """Return the bytes that :func:`fingerprint_of` hashes: UTF-8 JSON, keys sorted, no white space between."""
    return engine.canonical(dict(document))


def fingerprint_of(document: Document) -> str:
    """Return the SHA-256 of the document in 64 hexadecimal digits."""
    return hashlib.sha256(bytes_of(document)).hexdigest()


def plain_of(document: Document, sample: str) -> str:
    """Return the document as plain text; ``sample`` is the line that a sample carries at its head and its end."""
    head = [document["title"], f"{document['symbol']} · {document['organ']} · {document['adopted']}".lstrip(" ·")]
    mark = [sample] if document["sample"] else []
    return "\n\n".join([*mark, *head, *document["paragraphs"], document["outcome"], *mark]) + "\n"
