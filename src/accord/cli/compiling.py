"""
``accord compile BASE VERSION... [-o FILE]``.

Source: docs/reference/command-line.md, "accord compile".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from accord.cli import ends
from accord.cli.ends import Noted, Refusal
from accord.cli.versions import CODE, Version, on_base, on_text, path_of, read_all
from accord.engine import text as engine
from accord.engine.text.foreign import Roster
from accord.engine.text.splitting import undress
from accord.engine.text.wording import findings_in
from accord.formats.documents import WRITERS, write_text
from accord.formats.textfile import UnreadableFile

ENCODINGS = {"bom": "a byte order mark", "crlf": "line ends CRLF", "nfd": "decomposed letters"}


def run(*, base: str, versions: list[str], output: str, roster: str, authors: bool, sample: bool, as_json: bool) -> int:
    """Do the command; return its exit status."""
    inputs = [base, *map(path_of, versions)]
    suffix = ends.require_suffix(output, [*WRITERS, ".json"], inputs) if output else ""
    table = ends.read_roster(roster) if roster else None
    first, *others = read_all(base, versions, table, authors=authors)
    others.sort(key=lambda each: each.code)  # so that nothing of what is said depends on the order in which they came
    sample = sample or any(each.sample for each in (first, *others))
    compiling = _next_round if engine.is_rolling(first.wording) else _first_round
    text, recovered, notes = compiling(first, others, table, sample)
    _give(text, recovered, notes, output, suffix, as_json=as_json)
    exact = sum(recovered[each.code] for each in others)
    ends.say(f"{exact} of {len(others)} versions recovered exactly")
    ends.say_all(notes)
    return ends.status_of(notes)


Made = tuple[engine.Text, dict[str, bool], list[Noted]]
"""The text, whether each version comes back from what is written (the base under ""), and what there is to say."""


def _first_round(base: Version, versions: Sequence[Version], table: Roster | None, sample: bool) -> Made:
    versions = [on_base(each, base.wording) for each in versions]
    text = _compiled(base, versions, table, sample)
    written = engine.parse(engine.render(text))  # the check is made on what the file says, not on what is in memory
    recovered = engine.recovered(written, base.wording, {each.code: each.wording for each in versions})
    notes = [*_notes(base, versions, text), *_divided(base, text), *_losses(base, versions, recovered)]
    return text, recovered, list(dict.fromkeys(notes))


def _next_round(base: Version, versions: Sequence[Version], table: Roster | None, sample: bool) -> Made:
    """Compile on a text that has brackets: its choices stand, who hands in nothing keeps what it holds."""
    with ends.place_in(base.path):
        before = engine.parse(base.wording)
    codes = _roster(versions, table)
    before = replace(before, sample=before.sample or sample, groups=_groups(table) or before.groups)
    versions = [on_text(each, before) for each in versions]
    made = _round_of(before, versions, codes)
    written = engine.parse(engine.render(made.text))
    recovered = {code: engine.project(written, code) == wanted for code, wanted in made.wanted.items()}
    recovered[""] = engine.project(written, None) == engine.project(before, None)
    notes = [note for each in (base, *versions) for note in _of_reading(each)]
    notes += [note for each in versions for note in ends.noted(each.path, made.findings[each.code])]
    notes += [_against_a_group(each) for each in versions if engine.holds_base(made.text, each.code)]
    notes += [*_divided(base, made.text), *_losses(base, versions, recovered | _told(made))]
    return made.text, recovered, list(dict.fromkeys(notes))


def _round_of(before: engine.Text, versions: Sequence[Version], codes: Sequence[str]) -> engine.Round:
    try:
        return engine.round_of(before, {each.code: each.wording for each in versions}, delegations=codes)
    except engine.DamagedVersion as error:
        path = next(each.path for each in versions if each.code == error.code)
        raise UnreadableFile(ends.shown(path), f"{error.message}.", error.line, error.column) from None


def _told(made: engine.Round) -> dict[str, bool]:
    """Return codes whose version does not come back because an agreed paragraph stands: a finding says it already."""
    return {code: True for code, found in made.findings.items() if any(each.code == "C010" for each in found)}


def _compiled(base: Version, versions: Sequence[Version], table: Roster | None, sample: bool) -> engine.Text:
    codes = _roster(versions, table)
    wordings = {each.code: each.wording for each in versions}
    text = engine.compile_text(base.wording, wordings, delegations=codes, sample=sample)
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
        "moves": [
            {"block": block.id, "holders": list(move.holders), "after": move.after}
            for block in text.blocks
            for move in block.moves
        ],
        "numbers": [{"block": block.id, **asdict(numbering)} for block in text.blocks for numbering in block.numbers],
        "statuses": [
            {"block": block.id, **asdict(block.status)} for block in text.blocks if block.status != engine.Status()
        ],
        "notes": [{"block": block.id, **asdict(note)} for block in text.blocks for note in block.notes],
        "recovered": {code: exact for code, exact in recovered.items() if code},
        "findings": ends.json_notes(notes),
    }


def _choice(standing: engine.Standing) -> dict[str, object]:
    alternatives = [
        {"holders": list(each.holders), "text": engine.render_inlines(each.inlines), "null": each.is_null}
        for each in standing.choice.alternatives
    ]
    return {"id": standing.choice.id, "block": standing.block.id, "alternatives": alternatives}


def _give(
    text: engine.Text, recovered: dict[str, bool], notes: Sequence[Noted], output: str, suffix: str, *, as_json: bool
) -> None:
    """Write the file, if any, and then print; a file that cannot be written leaves nothing printed."""
    wants_json = as_json or suffix == ".json"
    document = ends.as_json_bytes(_document(text, recovered, notes)) if wants_json else b""
    if output:
        ends.write_file(output, document if suffix == ".json" else write_text(text, suffix))
    if as_json or not output:
        ends.put(document if as_json else engine.render(text).encode("utf-8"))


# What is worth a word.


def _notes(base: Version, versions: Sequence[Version], text: engine.Text) -> Iterator[Noted]:
    for each in (base, *versions):
        yield from _of_reading(each)
        yield from ends.noted(each.path, findings_in(each.wording))
    for each in versions:
        if engine.is_rolling(each.wording):
            message = f"{each.code} handed in a rolling text, and the base is none: its marks were read as wording."
            yield each.note("C004", "warning", message, "Give the rolling text that it was made from as the base.")
        yield from _of_version(each, base.wording, text)


def _of_reading(version: Version) -> list[Noted]:
    return [*ends.noted(version.path, version.document.findings), *version.notes]


def _of_version(version: Version, base: str, text: engine.Text) -> Iterator[Noted]:
    wording = version.wording
    if engine.holds_base(text, version.code):
        yield _against_a_group(version)
    if wording == base and engine.is_silent(text, version.code):
        yield version.note("C001", "info", f"{version.code} has no position: its version equals the base.")
    elif wording == base:
        return
    elif not wording:
        fix = "Leave the version out where no position is meant."
        yield version.note("C002", "warning", f"{version.code} deletes everything: its version is empty.", fix)
    elif different := set(undress(wording)[1]) ^ set(undress(base)[1]):
        what = ", ".join(ENCODINGS[mark] for mark in sorted(different))
        yield version.note("C003", "info", f"{version.code} differs from the base in its encoding: {what}.")


def _against_a_group(version: Version) -> Noted:
    return version.note("C018", "info", f"{version.code} holds what the base has, against a group of its own.")


def _divided(base: Version, text: engine.Text) -> Iterator[Noted]:
    for each in engine.divided(text):
        groups = " and ".join(each.groups)
        message = f"{each.code} is in {groups}, which differ {ends.place_of(text, each)}; it is read with the base."
        yield base.note("C017", "warning", message, f"Ask {each.code} for its own position.")


def _losses(base: Version, versions: Sequence[Version], recovered: dict[str, bool]) -> Iterator[Noted]:
    for each in (base, *versions):
        if not recovered[each.code]:
            yield each.note("C005", "warning", "The compiled text does not give this file back exactly.", "Report it.")
