"""Both ends of a command: reading what it is given, printing and writing what it makes, refusing."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import typer

from accord.engine.text.errors import NotationError, TextError
from accord.engine.text.findings import Edit, Finding, needs_a_person
from accord.engine.text.foreign import Profile, Roster
from accord.engine.text.foreign.roster import folded
from accord.engine.text.grouping import Divided
from accord.engine.text.model import Text
from accord.engine.text.notation import first_words
from accord.engine.text.projecting import leading
from accord.formats.documents import Document, read_document, suffix_of
from accord.formats.showing import LEGEND
from accord.formats.textfile import UnreadableFile, decode

DONE, NEEDS_A_PERSON, REFUSED = 0, 1, 2
STANDARD_INPUT = "-"
_NO_ROSTER = 'is not a table with "delegations" (codes, or code: [aliases]) and "groups" (name: [codes]).'
PAPERS = frozenset({".docx", ".odt"})
_MEND = "Mend it in the program that edited it, or take the .txt or .json that was written of the same text."
_STYLES_LOST = (
    "is a rolling text that has lost its styles, so that nobody can tell its brackets from wording. Save it from Word"
    " or LibreOffice, which keep them, or take the .txt or .json that was written of the same text."
)


def shown(name: str) -> str:
    """Return a file's name as messages have it."""
    return "standard input" if name == STANDARD_INPUT else name


class Refusal(Exception):
    """The command does not do what it was asked; the message says why and what to do."""


@contextmanager
def refusals() -> Iterator[None]:
    """Turn everything that is refused into a message on standard error and the status 2."""
    try:
        yield
    except (Refusal, UnreadableFile, TextError) as error:
        say(f"accord: {error}")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        say(f"accord: {error.filename or 'input/output'}: {error.strerror}.")
    else:
        return
    raise typer.Exit(REFUSED)


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding with the file that it is about."""

    file: str
    finding: Finding

    def __str__(self) -> str:
        found = self.finding
        fix = f" {found.fix}" if found.fix else ""
        edits = "".join(map(_shown_edit, found.edits))
        return f"{self.file}:{found.line}:{found.column}: {found.severity} {found.code}: {found.message}{fix}{edits}"


def _shown_edit(edit: Edit) -> str:
    return f" [{edit.start}:{edit.end} -> {json.dumps(edit.text, ensure_ascii=False)}]"


def noted(file: str, findings: Iterable[Finding]) -> list[Noted]:
    """Return ``findings`` as being about ``file``."""
    return [Noted(shown(file), finding) for finding in findings]


def status_of(notes: Iterable[Noted]) -> int:
    """Return the exit status: 1 exactly when one of the findings needs a person."""
    return NEEDS_A_PERSON if needs_a_person(note.finding for note in notes) else DONE


# In


def read_input(name: str) -> Document:
    """Return what the file says; "-" is standard input, read as text."""
    if name == STANDARD_INPUT:
        return Document(decode(sys.stdin.buffer.read(), shown(name)))
    return read_document(Path(name).read_bytes(), name)


def read_text(name: str) -> Document:
    """
    Return a document whose text is, for a rolling text, its notation.

    Read are text files, what ``compile -o`` writes as .json, .xml, .docx or .odt, and plain documents of any format.
    """
    if suffix_of(name) in {".json", ".xml"}:
        return Document(read_notation(name))
    document = read_input(name)
    return replace(document, text=wording_of(document, name))


def read_notation(name: str) -> str:
    """Return the notation in what ``compile -o`` writes as .json or .xml."""
    if suffix_of(name) == ".xml":
        return _notation_of_akn(name)
    try:
        document = json.loads(Path(name).read_bytes())
        return str(document["text"])
    except (ValueError, TypeError, KeyError):
        raise UnreadableFile(name, 'is not a JSON document with a "text".') from None


def _notation_of_akn(name: str) -> str:
    from accord.engine.text.notation import render  # noqa: PLC0415
    from accord.formats.child import read_akn  # noqa: PLC0415 -- text files need no XML

    return render(read_akn(Path(name).read_bytes(), name))


def wording_of(document: Document, name: str, *, handed_in: bool = False) -> str:
    """
    Return the text of a document; of a rolling text that Accord wrote as Word or OpenDocument, its notation.

    Args:
        handed_in: whether it is somebody's version: a code in it that is not in its roster may be theirs.

    Raises:
        UnreadableFile: it is a rolling text, but its brackets or its styles are damaged, or name a stranger.
    """
    damage = damage_of(document, name, handed_in=handed_in)
    if damage:
        raise UnreadableFile(shown(name), damage)
    return document.rolling.notation if document.rolling else document.text


def damage_of(document: Document, name: str, *, handed_in: bool) -> str:
    """Return why a rolling text in Word or OpenDocument cannot be read as one, and what to do; "" for any other."""
    rolling = document.rolling
    if rolling is None:
        return _STYLES_LOST if suffix_of(name) in PAPERS and LEGEND[0] in document.text else ""
    fault = rolling.fault or ("" if handed_in else rolling.unknown)
    return f"is a rolling text that cannot be read any more: {fault}. {_MEND}" if fault else ""


def read_roster(name: str) -> Roster:
    """
    Return the table of a YAML file: ``delegations`` (a list of codes, or code → aliases) and ``groups`` (name → codes).

    Raises:
        UnreadableFile: it is no such table, one name stands for two, or a group has a member that the table has not.
    """
    table = _table_of(name)
    try:
        aliases, groups = _aliases(table["delegations"]), _lists(table.get("groups") or {})
        roster = Roster.of(aliases, groups)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UnreadableFile(name, _NO_ROSTER) from error
    fault = next(_shared_names(aliases, groups), "") or next(_strange_members(roster, {*aliases, *groups}), "")
    if fault:
        raise UnreadableFile(name, fault)
    return roster


def _shared_names(aliases: Mapping[str, Sequence[str]], groups: Iterable[str]) -> Iterator[str]:
    """Yield a word on each name that stands for two: nobody could say whose wording it marks."""
    owners = {folded(code): code for code in (*groups, *aliases)}
    for code, others in aliases.items():
        for alias in others:
            owner = owners.setdefault(folded(alias), code)
            if owner != code:
                yield f"the name {alias!r} stands for {owner} and for {code}. Leave it to one of them."


def _strange_members(roster: Roster, codes: Container[str]) -> Iterator[str]:
    for group, members in roster.groups.items():
        for member in members:
            if member not in codes:
                known = roster.code(member)
                fix = f"Write its code, {known}." if known else 'Name it under "delegations", or leave it out.'
                yield f"{group} has the member {member!r}, which is no code of the table. {fix}"


def read_profile(name: str) -> Profile:
    """Return the ``profile`` in the same file: ``braces``, ``bis``, and ``brackets`` (shapes read as ``[]``)."""
    table = _table_of(name).get("profile") or {}
    try:
        return Profile(**{key: tuple(value) if isinstance(value, list) else value for key, value in table.items()})
    except (TypeError, AttributeError, ValueError) as error:
        raise UnreadableFile(name, f'has a "profile" that cannot be read: {error}') from error


def _table_of(name: str) -> dict[str, Any]:
    import yaml  # noqa: PLC0415 -- only where a roster is given

    try:
        table = yaml.safe_load(read_document(Path(name).read_bytes(), "roster.txt").text) or {}
    except yaml.YAMLError as error:
        raise UnreadableFile(name, _NO_ROSTER) from error
    if not isinstance(table, dict):
        raise UnreadableFile(name, _NO_ROSTER)
    return table


def _aliases(delegations: object) -> dict[str, list[str]]:
    return _lists(delegations) if isinstance(delegations, Mapping) else {str(code): [] for code in delegations}  # type: ignore[attr-defined]


def _lists(table: Mapping[object, object]) -> dict[str, list[str]]:
    return {str(name): _strings(values) for name, values in table.items()}


def _strings(values: object) -> list[str]:
    if isinstance(values, str):
        return [values]
    return [str(value) for value in (values or [])]  # type: ignore[attr-defined]


@contextmanager
def place_in(name: str) -> Iterator[None]:
    """Name the file in what the notation's parser refuses."""
    try:
        yield
    except NotationError as error:
        raise UnreadableFile(shown(name), error.message, error.line, error.column) from None


def place_of(text: Text, divided: Divided) -> str:
    """Return where the groups of a member differ, in words that follow "differ"."""
    if divided.choice:
        return f"on choice {divided.choice}"
    if not divided.block:
        return "in the encoding"
    return f"on the place or the number of “{first_words(leading(text.block(divided.block)))} …”"


# Out


def say(line: str) -> None:
    """Print one line on standard error."""
    sys.stderr.write(f"{line}\n")


def say_all(notes: Iterable[Noted]) -> None:
    """Print findings on standard error, one a line."""
    for note in notes:
        say(str(note))


def put(data: bytes) -> None:
    """Write exactly these bytes to standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def as_json_bytes(document: Mapping[str, object]) -> bytes:
    """Return a JSON document as it is printed and written: UTF-8, indented, one line end at its end."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def json_notes(notes: Iterable[Noted]) -> list[dict[str, object]]:
    """Return findings as JSON values, each with its file."""
    return [{"file": note.file, **asdict(note.finding)} for note in notes]


def write_file(name: str, data: bytes) -> None:
    """Write a file in one step: whoever looks sees the old one or the new one, never a half."""
    target = Path(name)
    draft = target.with_name(f".{target.name}.{uuid4().hex}")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def require_suffix(output: str, known: Iterable[str], inputs: Iterable[str]) -> str:
    """Return the suffix of an output file before any work is done; refuse one that cannot be written."""
    suffix = suffix_of(output)
    if suffix not in known:
        raise Refusal(f"{output}: a file that is written ends in {', '.join(known)}.")
    if any(Path(each).resolve() == Path(output).resolve() for each in inputs if each != STANDARD_INPUT):
        raise Refusal(f"{output}: is one of the files that are read. Choose another name.")
    if not Path(output).resolve().parent.is_dir():
        raise Refusal(f"{output}: there is no such folder.")
    return suffix
