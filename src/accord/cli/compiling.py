"""
``accord compile BASE VERSION... [-o FILE]``.

Source: docs/reference/command-line.md, "accord compile".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from accord.cli import ends
from accord.cli.ends import Noted, Refusal
from accord.engine import text as engine
from accord.engine.text.findings import Finding
from accord.engine.text.foreign import Roster
from accord.engine.text.splitting import undress
from accord.engine.text.wording import findings_in, refused_in
from accord.formats.documents import WRITERS, Document, write_text
from accord.formats.textfile import UnreadableFile

CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}")
_NAMED = re.compile(rf"({CODE.pattern})=(.+)", re.DOTALL)
ENCODINGS = {"bom": "a byte order mark", "crlf": "line ends CRLF", "nfd": "decomposed letters"}


@dataclass(frozen=True, slots=True)
class Version:
    """A file that a delegation handed in; the base has the code ""."""

    code: str
    path: str
    document: Document


def run(*, base: str, versions: list[str], output: str, roster: str, sample: bool, as_json: bool) -> int:
    """Do the command; return its exit status."""
    named = [named_path(version) for version in versions]
    _require_distinct([code for code, _ in named])
    suffix = ends.require_suffix(output, [*WRITERS, ".json"], [base, *(path for _, path in named)]) if output else ""
    table = ends.read_roster(roster) if roster else None
    first, *others = [_read(code, path) for code, path in [("", base), *named]]
    text = _compiled(first, others, table, sample)
    written = engine.parse(engine.render(text))  # the check is made on what the file says, not on what is in memory
    recovered = engine.recovered(written, first.document.text, {each.code: each.document.text for each in others})
    notes = [*_notes(first, others), *_losses(first, others, recovered)]
    document = _document(text, recovered, notes)
    _give(text, document, output, suffix, as_json)
    exact = sum(recovered[each.code] for each in others)
    ends.say(f"{exact} of {len(others)} versions recovered exactly")
    ends.say_all(notes)
    return ends.status_of(notes)


def named_path(version: str) -> tuple[str, str]:
    """Return code and path of ``CODE=path``, or of a path whose stem is the code."""
    named = _NAMED.fullmatch(version)
    code, path = (named[1], named[2]) if named else (Path(version).stem, version)
    if not CODE.fullmatch(code):
        raise Refusal(f"{version}: {code!r} is no code (2 to 12 capital letters or digits). Write CODE={version}")
    return code, path


def _require_distinct(codes: Sequence[str]) -> None:
    for code in codes:
        if codes.count(code) > 1:
            raise Refusal(f"{code} has handed in more than one version.")


def _read(code: str, path: str) -> Version:
    document = ends.read_input(path)
    places = refused_in(document.text)
    if places:
        first = places[0]
        more = f" ({len(places)} such characters in all)" if len(places) > 1 else ""
        raise UnreadableFile(path, f"{first.code_point} {first.name} {first.reason}{more}.", first.line, first.column)
    return Version(code, path, document)


def _compiled(base: Version, versions: Sequence[Version], table: Roster | None, sample: bool) -> engine.Text:
    codes = tuple(dict.fromkeys(table.names.values())) if table else ()
    nameless = [name for name in codes if not CODE.fullmatch(name)]
    if nameless:
        raise Refusal(f"the roster names {nameless[0]!r}, which is no code (2 to 12 capital letters or digits).")
    unknown = [each.code for each in versions if table and each.code not in codes]
    if unknown:
        raise Refusal(f"{unknown[0]} is not in the roster ({', '.join(codes)}).")
    wordings = {each.code: each.document.text for each in versions}
    text = engine.compile_text(base.document.text, wordings, delegations=codes, sample=sample)
    return replace(text, groups=tuple((table.groups if table else {}).items()))


def _document(text: engine.Text, recovered: dict[str, bool], notes: Sequence[Noted]) -> dict[str, object]:
    """Return the document that --json prints and -o x.json writes."""
    return {
        "text": engine.render(text),
        "blocks": len(text.blocks),
        "choices": [_choice(standing) for standing in engine.choices(text)],
        "recovered": {code: exact for code, exact in recovered.items() if code},
        "findings": ends.json_notes(notes),
    }


def _choice(standing: engine.Standing) -> dict[str, object]:
    alternatives = [
        {"holders": list(each.holders), "text": engine.render_inlines(each.inlines), "null": each.is_null}
        for each in standing.choice.alternatives
    ]
    return {"id": standing.choice.id, "block": standing.block.id, "alternatives": alternatives}


def _give(text: engine.Text, document: dict[str, object], output: str, suffix: str, as_json: bool) -> None:
    """Write the file, if any, and then print; a file that cannot be written leaves nothing printed."""
    printed = ends.as_json_bytes(document) if as_json or suffix == ".json" else engine.render(text).encode("utf-8")
    if output:
        ends.write_file(output, printed if suffix == ".json" else write_text(text, suffix))
    if as_json or not output:
        ends.put(printed)


# What is worth a word.


def _notes(base: Version, versions: Sequence[Version]) -> Iterator[Noted]:
    for each in (base, *versions):
        yield from ends.noted(each.path, each.document.findings)
        yield from ends.noted(each.path, findings_in(each.document.text))
    if base.document.text.startswith("%accord "):
        yield _note(base, "C004", "warning", "The base is a rolling text; its marks were read as wording.")
    for each in versions:
        yield from _of_version(each, base.document.text)


def _of_version(version: Version, base: str) -> Iterator[Noted]:
    wording = version.document.text
    if wording == base:
        yield _note(version, "C001", "info", f"{version.code} has no position: its version equals the base.")
    elif not wording:
        fix = "Leave the version out where no position is meant."
        yield _note(version, "C002", "warning", f"{version.code} deletes everything: its version is empty.", fix)
    elif different := set(undress(wording)[1]) ^ set(undress(base)[1]):
        what = ", ".join(ENCODINGS[mark] for mark in sorted(different))
        yield _note(version, "C003", "info", f"{version.code} differs from the base in its encoding: {what}.")


def _losses(base: Version, versions: Sequence[Version], recovered: dict[str, bool]) -> Iterator[Noted]:
    for each in (base, *versions):
        if not recovered[each.code]:
            yield _note(
                each, "C005", "warning", "The compiled text does not give this file back exactly.", "Report it."
            )


def _note(version: Version, code: str, severity: str, message: str, fix: str = "") -> Noted:
    return Noted(version.path, Finding(code, "warning" if severity == "warning" else "info", 1, 1, 0, message, fix))
