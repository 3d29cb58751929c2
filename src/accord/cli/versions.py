"""
What ``accord compile`` is given: the base and each delegation's version, read, divided by author, on one base.

Source: docs/reference/command-line.md, "accord compile".
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from accord.cli import ends
from accord.cli.ends import Noted, Refusal
from accord.engine import text as engine
from accord.engine.text.findings import Finding, Severity
from accord.engine.text.foreign import Roster
from accord.engine.text.wording import refused_in
from accord.formats.dividing import Share, share_of
from accord.formats.documents import Document, suffix_of
from accord.formats.showing import SAMPLE
from accord.formats.textfile import UnreadableFile
from accord.formats.values import authors_of

CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}")
_NAMED = re.compile(rf"({CODE.pattern})=(.+)", re.DOTALL)
_LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Version:
    """
    What a delegation wants; the base has the code "".

    Attributes:
        document: what its file says. wording: the text that counts: that of the file, or what of it is the
            delegation's, on the base at hand.
        notes: what there is to say about how it was read.
    """

    code: str
    path: str
    document: Document
    wording: str
    notes: tuple[Noted, ...] = ()

    @property
    def sample(self) -> bool:
        """Whether the file says at the head of its pages that its wording is a sample."""
        return any(each.code == "D010" and SAMPLE in each.message for each in self.document.findings)

    def note(self, code: str, severity: Severity, message: str, fix: str = "") -> Noted:
        """Return a finding about this version's file."""
        return Noted(ends.shown(self.path), Finding(code, severity, 1, 1, 0, message, fix))


def read_all(base: str, versions: Sequence[str], table: Roster | None, *, authors: bool) -> tuple[Version, ...]:
    """
    Return the base and the versions.

    Args:
        versions: each ``CODE=path`` or a path. authors: a path without a code is divided by the authors of its
            tracked changes; with no version at all the base's file is.

    Raises:
        Refusal: a path has no code, or a code has two versions; UnreadableFile.
    """
    if not versions and not authors:
        raise Refusal("give at least one version, CODE=path; or --authors, to divide BASE by its tracked changes.")
    first = _base(base, marked=not versions)
    with ThreadPoolExecutor(os.cpu_count()) as readers:  # which wait for the children that parse
        made = readers.map(lambda word: [*_versions(word, table, authors=authors)], versions or [base])
        read = [each for several in made for each in several]
    _require_distinct([each.code for each in read])
    return first, *read


def path_of(version: str) -> str:
    """Return the path of ``CODE=path``, or of a path alone."""
    named = _NAMED.fullmatch(version)
    return named[2] if named else version


def named_path(version: str) -> tuple[str, str]:
    """Return code and path of ``CODE=path``, or of a path whose stem is the code."""
    named = _NAMED.fullmatch(version)
    code, path = (named[1], named[2]) if named else (Path(version).stem, version)
    if not CODE.fullmatch(code):
        divided = ", or --authors to divide it by its tracked changes" if suffix_of(path) in ends.PAPERS else ""
        reason = f"{code!r} is no code (2 to 12 capital letters or digits)"
        raise Refusal(f"{version}: {reason}. Write CODE={version}{divided}")
    return code, path


def _require_distinct(codes: Sequence[str]) -> None:
    for code in codes:
        if codes.count(code) > 1:
            raise Refusal(f"{code} has handed in more than one version.")


def _base(path: str, *, marked: bool) -> Version:
    """Read the base: a document, or a rolling text in any of the forms that are written."""
    document = ends.read_text(path) if not marked else ends.read_input(path)
    wording = _wanted(document, (), path)[0] if marked else document.text
    return _checked(Version("", path, document, wording))


def _versions(word: str, table: Roster | None, *, authors: bool) -> Iterator[Version]:
    if authors and not _NAMED.fullmatch(word):
        yield from _by_author(word, table)
        return
    code, path = named_path(word)
    document = ends.read_input(path)
    version = Version(code, path, document, ends.wording_of(document, path, handed_in=True))
    yield _checked(replace(version, notes=tuple(_by_others(version, table))))


def _checked(version: Version) -> Version:
    """Return the version; refuse it where its wording has characters that no text may have."""
    places = refused_in(version.wording)
    if places:
        first = places[0]
        more = f" ({len(places)} such characters in all)" if len(places) > 1 else ""
        reason = f"{first.code_point} {first.name} {first.reason}{more}."
        raise UnreadableFile(version.path, reason, first.line, first.column)
    return version


# By author


def _by_author(path: str, table: Roster | None) -> Iterator[Version]:
    document = ends.read_input(path)
    shares: dict[str, list[str]] = {}
    for author in authors_of(document):
        shares.setdefault(_code_of(author, table), []).append(author)
    unknown = shares.pop("", [])
    if not shares:
        raise Refusal(f"{path}: {_undivided(unknown)}, or give the file as CODE={path}.")
    document = replace(document, findings=tuple(each for each in document.findings if each.code != "D013"))
    strangers = tuple(_of_strangers(path, document, unknown, table))
    for code, names in shares.items():
        wording, share = _wanted(document, names, path)
        version = Version(code, path, document, wording)
        yield _checked(replace(version, notes=(*strangers, *_of_share(version, names, share))))


def _wanted(document: Document, authors: Sequence[str], path: str) -> tuple[str, Share]:
    """Return the text that these authors want, its base for none, and how it was divided."""
    share = share_of(document, authors)
    taken = replace(document, text=share.text, rolling=share.rolling)
    return ends.wording_of(taken, path, handed_in=bool(authors)), share


def _undivided(authors: Sequence[str]) -> str:
    """Return why a file cannot be divided, and what to do."""
    if not authors:
        return "it has no tracked changes to divide. Leave --authors out"
    names = ", ".join(each or "nobody named" for each in authors)
    return f"no author of a tracked change in it is known ({names}). Name them in --roster"


def _code_of(author: str, table: Roster | None) -> str:
    """Return the code that an author's name stands for in the table; without one, a name that is a code."""
    if table is None:
        return author if CODE.fullmatch(author) else ""
    known = {_folded(name): code for name, code in table.names.items()}
    return table.code(author) or known.get(_folded(author), "")


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _of_share(version: Version, names: Sequence[str], share: Share) -> Iterator[Noted]:
    count = sum(each.author in names for each in version.document.revisions)
    who = ", ".join(names)
    yield version.note("C024", "info", f"Tracked changes by {who} ({count}) are the version of {version.code}.")
    for wording in share.inside:
        message = f"{version.code} changes what others put in, so it takes that paragraph as well: {_quoted(wording)}."
        yield version.note("C025", "warning", message, f"See that {version.code} wants it.")
    for each in share.overtyped:
        typed = f"{version.code} put {_quoted(each.new)} in at {_quoted(each.old)}, which others take out"
        message = f"{typed}: it is read as its own wording for these words."
        yield version.note("C026", "warning", message, f"See that {version.code} means it, and no addition.")


def _of_strangers(path: str, document: Document, names: Sequence[str], table: Roster | None) -> Iterator[Noted]:
    for name in names:
        made = [each for each in document.revisions if each.author == name]
        like = next(iter(table.like(name)), "") if table else ""
        meant = f" Is it {like}?" if like else ""
        message = f"{len(made)} × tracked change by {name or 'nobody named'}, who is not in the table: left out."
        fix = f"Add the name to the delegation's aliases in the roster.{meant}"
        yield Noted(ends.shown(path), Finding("C023", "warning", made[0].line, made[0].column, 0, message, fix))


def _by_others(version: Version, table: Roster | None) -> Iterator[Noted]:
    """Yield a word on tracked changes in a delegation's file by authors of others."""
    counts: dict[str, int] = {}
    for each in version.document.revisions if table else ():
        counts.setdefault(_code_of(each.author, table), 0)
        counts[_code_of(each.author, table)] += 1
    for code in sorted(set(counts) - {"", version.code}):
        message = f"{counts[code]} × tracked change by {code} in the file of {version.code}: all count as its own."
        yield version.note("C022", "info", message)


# On another base


def on_base(version: Version, base: str) -> Version:
    """Return the version with its changes on ``base``, where the file was written on another."""
    own = _own_base(version)
    if own is None or engine.same_paragraphs(own, base):
        return version
    return _carried(version, engine.carry(own, version.wording, base))


def on_text(version: Version, text: engine.Text) -> Version:
    """Return the version with its changes on the base of a rolling text, where the file was written on another."""
    own = _own_base(version)
    carried = engine.on_current(text, version.code, own, version.wording) if own is not None else None
    return _carried(version, carried) if carried else version


def _own_base(version: Version) -> str | None:
    """Return the base that a file names itself; a rolling text is read with its brackets instead."""
    return None if version.document.rolling else version.document.base


def _carried(version: Version, carried: engine.Carried) -> Version:
    return replace(version, wording=carried.wording, notes=(*version.notes, *_of_carrying(version, carried)))


def _of_carrying(version: Version, carried: engine.Carried) -> Iterator[Noted]:
    count = len(carried.differences)
    if count:
        theirs, here = carried.differences[0]
        said = f"{_quoted(theirs)} there, {_quoted(here)} here"
        differ = "1 paragraph differs" if count == 1 else f"{count} paragraphs differ, first"
        message = f"{version.code} wrote on another base: {differ}: {said}. Its changes were carried over."
        fix = f"See that the result is what {version.code} means, or give the base that it was written on."
        yield version.note("C020", "warning", message, fix)
    for clash in carried.clashes:
        message = f"{version.code} and the base had changed the same words; the base has {_quoted(clash)}."
        yield version.note("C021", "warning", message, f"What {version.code} wrote stands. Ask it.")


def _quoted(wording: str) -> str:
    line = " ".join(wording.split())
    shown = line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…"
    return f"“{shown}”" if shown else "nothing"
