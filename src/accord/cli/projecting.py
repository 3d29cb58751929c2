"""
``accord project TEXT --as CODE | --base [-o FILE [--tracked]]``.

Source: docs/reference/command-line.md, "accord project"; docs/reference/formats.md, "Word with tracked changes".
"""

from __future__ import annotations

from accord.cli import ends
from accord.cli.ends import Noted, Refusal
from accord.engine import text as engine
from accord.engine.text.findings import Finding
from accord.formats.documents import suffix_of
from accord.formats.textfile import encode

PACKED = (".docx", ".odt")
"""Formats that hold tracked changes."""
SUFFIXES = (".txt", ".md", *PACKED)


def run(*, text: str, code: str, base: bool, output: str, tracked: bool, as_json: bool) -> int:
    """Do the command; return its exit status."""
    if bool(code) == base:
        raise Refusal("say whose text to give back: --as CODE, or --base.")
    if tracked and (base or suffix_of(output) not in PACKED):
        raise Refusal("--tracked writes one delegation's changes: --as CODE -o FILE.docx --tracked (or FILE.odt).")
    suffix = ends.require_suffix(output, SUFFIXES, [text]) if output else ""
    document = ends.read_text(text)
    with ends.place_in(text):
        rolling = engine.parse(document.text)
    silent = bool(code) and engine.is_silent(rolling, code)
    if silent and code == engine.CHAIR and code not in rolling.delegations:
        raise engine.UnknownCode("The chair has proposed nothing in this text.")
    wording = engine.project(rolling, code or None)
    notes = ends.noted(text, document.findings)
    divided = [each for each in engine.divided(rolling) if each.code == code]
    notes += ends.noted(text, (_division(rolling, each) for each in divided))
    if silent and code != rolling.base and not (divided and wording == engine.project(rolling, None)):
        notes.append(_silence(rolling, text, code, divided=bool(divided)))
    if output:
        written = _tracked(rolling, code, wording, suffix) if tracked else _written(wording, suffix, rolling.sample)
        ends.write_file(output, written)
    if as_json:
        ends.put(ends.as_json_bytes({"code": code, "text": wording, "findings": ends.json_notes(notes)}))
    elif not output:
        ends.put(encode(wording))
    ends.say_all(notes)
    return ends.status_of(notes)


def _division(text: engine.Text, divided: engine.Divided) -> Finding:
    where = ends.place_of(text, divided)
    message = f"{divided.code} has no position of its own {where}, and {' and '.join(divided.groups)} differ there"
    return Finding(
        "P003", "warning", 1, 1, 0, f"{message}; this is the base there.", f"Ask {divided.code} for its own."
    )


def _silence(text: engine.Text, file: str, code: str, *, divided: bool) -> Noted:
    covering = [group for group in engine.covered_by(text, code) if not engine.is_silent(text, group)]
    if covering:
        elsewhere = " elsewhere" if divided else ""
        holding = "hold" if len(covering) > 1 else "holds"
        message = (
            f"{code} has no position of its own; this is what {' and '.join(covering)} {holding} for it{elsewhere}."
        )
        return Noted(ends.shown(file), Finding("P002", "info", 1, 1, 0, message, "A member may state its own."))
    message = f"{code} has no position; this is the base."
    return Noted(ends.shown(file), Finding("P001", "warning", 1, 1, 0, message, "Never count it as support."))


def _written(wording: str, suffix: str, sample: bool) -> bytes:
    if suffix not in PACKED:
        return encode(wording)
    from accord.formats.odt import writing as odt  # noqa: PLC0415 -- text files need no XML
    from accord.formats.word import clean as word  # noqa: PLC0415

    write_clean = odt.write_clean if suffix == ".odt" else word.write_clean
    return write_clean(wording, sample=sample)


def _tracked(text: engine.Text, code: str, wording: str, suffix: str) -> bytes:
    from accord.formats.odt import writing as odt  # noqa: PLC0415
    from accord.formats.paper.tracked import remarks_of  # noqa: PLC0415
    from accord.formats.word import tracked as word  # noqa: PLC0415

    write_tracked = odt.write_tracked if suffix == ".odt" else word.write_tracked
    remarks = remarks_of(text, code)
    return write_tracked(engine.project(text, None), wording, author=code, sample=text.sample, remarks=remarks)
