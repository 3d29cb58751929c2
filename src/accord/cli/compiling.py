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
from accord.formats.documents import WRITERS, Document, suffix_of, write_text
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
    first, *others = _base(base), *(_read(code, path) for code, path in named)
    compiling = _next_round if engine.is_rolling(first.document.text) else _first_round
    text, recovered, notes = compiling(first, others, table, sample)
    document = _document(text, recovered, notes)
    _give(text, document, output, suffix, as_json)
    exact = sum(recovered[each.code] for each in others)
    ends.say(f"{exact} of {len(others)} versions recovered exactly")
    ends.say_all(notes)
    return ends.status_of(notes)


Made = tuple[engine.Text, dict[str, bool], list[Noted]]
"""The text, whether each version comes back from what is written (the base under ""), and what there is to say."""


def _first_round(base: Version, versions: Sequence[Version], table: Roster | None, sample: bool) -> Made:
    text = _compiled(base, versions, table, sample)
    written = engine.parse(engine.render(text))  # the check is made on what the file says, not on what is in memory
    recovered = engine.recovered(written, base.document.text, {each.code: each.document.text for each in versions})
    notes = [*_notes(base, versions, text), *_divided(base, text), *_losses(base, versions, recovered)]
    return text, recovered, notes


def _next_round(base: Version, versions: Sequence[Version], table: Roster | None, sample: bool) -> Made:
    """Compile on a text that has brackets: its choices stand, who hands in nothing keeps what it holds."""
    with ends.place_in(base.path):
        before = engine.parse(base.document.text)
    codes = _roster(versions, table)
    before = replace(before, sample=before.sample or sample, groups=_groups(table) or before.groups)
    made = engine.round_of(before, {each.code: each.document.text for each in versions}, delegations=codes)
    written = engine.parse(engine.render(made.text))
    recovered = {code: engine.project(written, code) == wanted for code, wanted in made.wanted.items()}
    recovered[""] = engine.project(written, None) == engine.project(before, None)
    notes = [note for each in (base, *versions) for note in ends.noted(each.path, each.document.findings)]
    notes += [note for each in versions for note in ends.noted(each.path, made.findings[each.code])]
    notes += [*_divided(base, made.text), *_losses(base, versions, recovered | _told(made))]
    return made.text, recovered, notes


def _told(made: engine.Round) -> dict[str, bool]:
    """Return codes whose version does not come back because an agreed paragraph stands: a finding says it already."""
    return {code: True for code, found in made.findings.items() if any(each.code == "C010" for each in found)}


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


def _base(path: str) -> Version:
    """Read the base: a document, or a rolling text in any of the forms that are written."""
    if suffix_of(path) in {".json", ".xml"}:
        return Version("", path, Document(ends.read_notation(path)))
    return _read("", path)


def _compiled(base: Version, versions: Sequence[Version], table: Roster | None, sample: bool) -> engine.Text:
    codes = _roster(versions, table)
    wordings = {each.code: each.document.text for each in versions}
    text = engine.compile_text(base.document.text, wordings, delegations=codes, sample=sample)
    return engine.with_groups(text, _groups(table), tuple(wordings))


def _groups(table: Roster | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((table.groups if table else {}).items())


def _roster(versions: Sequence[Version], table: Roster | None) -> tuple[str, ...]:
    """Return the codes of the table, groups among them. Refuses what is no code, and a version of anybody else."""
    codes = tuple(dict.fromkeys(table.names.values())) if table else ()
    nameless = [name for name in codes if not CODE.fullmatch(name)]
    if nameless:
        raise Refusal(f"the roster names {nameless[0]!r}, which is no code (2 to 12 capital letters or digits).")
    unknown = [each.code for each in versions if table and each.code not in codes]
    if unknown:
        raise Refusal(f"{unknown[0]} is not in the roster ({', '.join(codes)}).")
    return codes


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


def _notes(base: Version, versions: Sequence[Version], text: engine.Text) -> Iterator[Noted]:
    for each in (base, *versions):
        yield from ends.noted(each.path, each.document.findings)
        yield from ends.noted(each.path, findings_in(each.document.text))
    for each in versions:
        if engine.is_rolling(each.document.text):
            message = f"{each.code} handed in a rolling text, and the base is none: its marks were read as wording."
            yield _note(each, "C004", "warning", message, "Give the rolling text that it was made from as the base.")
        yield from _of_version(each, base.document.text, text)


def _of_version(version: Version, base: str, text: engine.Text) -> Iterator[Noted]:
    wording = version.document.text
    if wording == base and any(version.code in engine.holders_in(block) for block in text.blocks):
        yield _note(version, "C018", "info", f"{version.code} holds the base's wording, against a group of its own.")
    elif wording == base:
        yield _note(version, "C001", "info", f"{version.code} has no position: its version equals the base.")
    elif not wording:
        fix = "Leave the version out where no position is meant."
        yield _note(version, "C002", "warning", f"{version.code} deletes everything: its version is empty.", fix)
    elif different := set(undress(wording)[1]) ^ set(undress(base)[1]):
        what = ", ".join(ENCODINGS[mark] for mark in sorted(different))
        yield _note(version, "C003", "info", f"{version.code} differs from the base in its encoding: {what}.")


def _divided(base: Version, text: engine.Text) -> Iterator[Noted]:
    for each in engine.divided(text):
        groups = " and ".join(each.groups)
        message = f"{each.code} is in {groups}, which differ on choice {each.choice}; it is read with the base."
        yield _note(base, "C017", "warning", message, f"Ask {each.code} for its own position.")


def _losses(base: Version, versions: Sequence[Version], recovered: dict[str, bool]) -> Iterator[Noted]:
    for each in (base, *versions):
        if not recovered[each.code]:
            yield _note(
                each, "C005", "warning", "The compiled text does not give this file back exactly.", "Report it."
            )


def _note(version: Version, code: str, severity: str, message: str, fix: str = "") -> Noted:
    return Noted(version.path, Finding(code, "warning" if severity == "warning" else "info", 1, 1, 0, message, fix))
