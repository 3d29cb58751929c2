"""
What a Word document says, as a reader of it would see: its paragraphs in order, runs joined, one blank line between.

Its text is the one with all tracked changes accepted; its base the one with all rejected. Table cells are paragraphs.
What stands beside the wording (comments, notes, page heads, automatic numbers) is told with its place, as is wording
that looks like none (hidden, struck) or that formatting alone marks; an element that this reader does not know is told
of too, if it holds text. Runs in the child process only.

Source: docs/reference/formats.md, "Reading Word".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import etree

from accord.engine.said import packed, say
from accord.formats.flow import flow_of
from accord.formats.word.beside import Beside, Remark, beside
from accord.formats.word.elements import FORMAT_REVISIONS, W
from accord.formats.word.formatting import formatting_notes
from accord.formats.word.laid import laid_out, said_in
from accord.formats.word.numbering import Counting
from accord.formats.word.opening import open_package
from accord.formats.word.story import Note, Piece, Reading, accepted, rejected, revisions_of
from accord.formats.word.told import said_of_page, wording_then
from accord.formats.word.walking import Walk, read_beside
from accord.formats.xml import Refused

MOST_NOTES = 5_000
"""Things said about one file; beyond, their number is said."""
_LONGEST_ABOUT = 300


def read(data: bytes) -> dict[str, object]:
    """
    Return what a .docx says, as :func:`accord.formats.answers.document_of` takes it.

    Raises:
        Refused: it is no sound .docx, or holds what a text to be negotiated has no use for.
    """
    package = open_package(data)
    root = _sound(package.part(package.document))
    around = beside(package)
    pieces = Walk(around).through(root)
    after = accepted(pieces, Counting(around.numbering).label)
    before = rejected(pieces, Counting(around.numbering).label)
    comments = list(comments_in(around.remarks, after, lambda element: read_beside(around, element)[0]))
    said = said_in(laid_out(pieces))
    comments = [each for each in comments if f"{each['author']} {each['wording']}" not in said]
    notes = [
        *after.notes,
        *formatting_notes(after),
        *comment_notes(comments),
        *_page_notes(around, after),
        *number_notes(after),
        *_changes_of_formatting(root),
    ]
    return answer(pieces, after, before, notes, comments)


def answer(
    pieces: Sequence[Piece],
    after: Reading,
    before: Reading,
    notes: Sequence[Note],
    comments: Sequence[dict[str, object]],
) -> dict[str, object]:
    """Return what was read as JSON values."""
    revisions, laid = revisions_of(after.groups), laid_out(pieces)
    divides = len({each["author"] for each in revisions}) > (0 if laid else 1)
    return {
        "text": after.text,
        "base": before.text if revisions else None,
        "notes": [_packed(each) for each in limited([*notes, *_revision_notes(revisions)])],
        "revisions": revisions,
        "comments": list(comments),
        "labels": [list(each) for each in _labels(after)],
        "base_labels": [list(each) for each in _labels(before)] if revisions else [],
        "flow": flow_of(pieces) if divides else [],
        "laid": laid,
    }


def _packed(note: Note) -> list[object]:
    return [note.code, note.severity, note.offset, packed(note.message), packed(note.fix)]


def limited(notes: Sequence[Note]) -> list[Note]:
    """Return notes in order of their places; beyond :data:`MOST_NOTES` only how many there are."""
    ordered = sorted(notes, key=lambda note: (note.offset, note.code))
    if len(ordered) <= MOST_NOTES:
        return ordered
    more = say("{number} more things were seen in this file than are listed.", number=len(ordered) - MOST_NOTES)
    return [*ordered[:MOST_NOTES], Note("D019", "warning", 0, more, say("Simplify the file, then read it again."))]


def _sound(root: etree._Element | None) -> etree._Element:
    if root is None or root.tag != W + "document":
        raise Refused(say("is no .docx: its document part is no Word document."))
    if next(root.iter(W + "altChunk"), None) is not None:
        raise Refused(say("holds another document (altChunk). Open it in Word and save it again."))
    return root


def _labels(reading: Reading) -> Iterator[tuple[int, str]]:
    offset = 0
    for label, paragraph in zip(reading.labels, reading.paragraphs, strict=True):
        if label:
            yield offset, label
        offset += len(paragraph) + 2


def comments_in(
    remarks: Mapping[str, Remark], reading: Reading, said: Callable[[etree._Element], str]
) -> Iterator[dict[str, object]]:
    """Yield the comments in the order of their places; those that hang nowhere last. ``said`` reads one of them."""
    plain = "".join(reading.plain)
    ids = sorted(remarks, key=lambda key: _place(reading, key))
    numbers = {key: number for number, key in enumerate(ids, 1)}
    for key in ids:
        remark, start, end = remarks[key], reading.spots.get(("start", key)), reading.spots.get(("end", key))
        about = plain[start[1] : min(end[1], start[1] + _LONGEST_ABOUT)] if start and end else ""
        yield {
            "author": remark.author,
            "wording": said(remark.element),
            "about": " ".join(about.split()),
            "offset": _place(reading, key)[0],
            "date": remark.date,
            "answers": numbers.get(remark.answers, 0),
            "resolved": remark.resolved,
        }


def _place(reading: Reading, comment: str) -> tuple[int, int]:
    """Return where the wording that a comment is about begins, or where the comment hangs."""
    return reading.spots.get(("start", comment)) or reading.spots.get(("at", comment)) or (reading.length, 1 << 30)


def comment_notes(comments: Sequence[dict[str, object]]) -> Iterator[Note]:
    """Yield what there is to say about comments."""
    for each in comments:
        by = each["author"] or say("nobody named")
        about = say(' on "{words}"', words=each["about"]) if each["about"] else ""
        answers = say(" (an answer)") if each["answers"] else ""
        done = say(", marked as done,") if each["resolved"] else ""
        message = say(
            'A comment by {by}{about}{answers}{done} was left out: "{wording}".',
            by=by,
            about=about,
            answers=answers,
            done=done,
            wording=each["wording"],
        )
        yield Note("D005", "warning", each["offset"], message)  # type: ignore[arg-type]


def _page_notes(around: Beside, reading: Reading) -> Iterator[Note]:
    told = set()
    for kind, root in around.pages():
        wording, before, groups = read_beside(around, root)
        reading.groups += groups
        if _says(root, wording + before) and (kind, wording, before) not in told:
            told.add((kind, wording, before))
            yield Note("D010", "info", 0, said_of_page(kind, wording_then(wording, before)))


def _says(root: etree._Element, wording: str) -> bool:
    """Whether a page head or foot says something; the number of the page, with marks around it, is nothing."""
    fields = [each.text or "" for each in root.iter(W + "instrText")]
    fields += [str(each.get(W + "instr", "")) for each in root.iter(W + "fldSimple")]
    counts = any("PAGE" in each for each in fields)
    return any(char.isalpha() if counts else not char.isspace() for char in wording)


def number_notes(reading: Reading) -> Iterator[Note]:
    """Yield what there is to say about automatic numbers."""
    labels = [label for label in reading.labels if label]
    if labels:
        first, last = labels[0], labels[-1]
        message = (
            say(
                "{count} × automatic number of a list was left out ({first} to {last}): it is no part of the wording.",
                count=len(labels),
                first=first,
                last=last,
            )
            if len(labels) > 1
            else say(
                "1 × automatic number of a list was left out ({first}): it is no part of the wording.", first=first
            )
        )
        yield Note("D011", "info", 0, message, say("Type the numbers where they are to be negotiated."))


def _changes_of_formatting(root: etree._Element) -> Iterator[Note]:
    if next(root.iter(*FORMAT_REVISIONS), None) is not None:
        yield Note("D012", "info", 0, say("Tracked changes of formatting alone were left out."))


def _revision_notes(revisions: Sequence[dict[str, object]]) -> Iterator[Note]:
    if revisions:
        counts = Counter(str(each["author"]) or "nobody named" for each in revisions)
        by = ", ".join(f"{author} ({count})" for author, count in sorted(counts.items()))
        first = revisions[0]["offset"]
        message = say("Tracked changes by {by}: the text is read with all of them accepted.", by=by)
        yield Note("D013", "info", first, message)  # type: ignore[arg-type]
