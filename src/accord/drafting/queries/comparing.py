"""Two versions of a text side by side, and which entries of the record account for every difference (law 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from accord.access import NotVisible, Subject
from accord.drafting.covering import FRAME, Account, Uncovered, named, uncovered
from accord.drafting.labels import label_told
from accord.drafting.models import Text, Version
from accord.drafting.pages import Event, Holder, VersionRow
from accord.drafting.pages.comparing import ComparePage, Difference, Figure, Piece, Same
from accord.drafting.queries.building import Lens, aired, state_of, word_of
from accord.drafting.queries.entering import NAMED, lens_of
from accord.drafting.queries.events import entries_of, event_of
from accord.drafting.queries.rows import text_row
from accord.engine import text as engine
from accord.engine.text.diffing import hunks
from accord.engine.text.tokens import tokenise
from accord.record.models import Entry


def compare_page(by: Subject, text_id: str, old: int = 0, new: int = 0) -> ComparePage:
    """
    Return what changed from one version to another, with who changed it.

    Args:
        old, new: numbers of versions; 0 chooses: ``new`` the current one, ``old`` the last one before it that has a
            name. Given the wrong way round, they are turned.

    Raises:
        NotVisible: ``by`` is not admitted to the text, or it has no such version.
    """
    text = text_row(by, text_id)
    rows = list(text.versions.defer("stored"))
    first, last = _chosen(text, rows, old, new)
    versions = list(text.versions.filter(number__range=(first.number, last.number)))
    entries = _between(by, text, first.number, last.number)
    return _page(text, rows, versions, entries, lens_of(by, text, versions[-1].body))


def silent_blocks(by: Subject, text: Text) -> frozenset[str]:
    """Return ids of the paragraphs that changed since the zero draft without an entry that accounts for it."""
    versions = list(text.versions.all())
    return _coverage(versions, _between(by, text, 1, versions[-1].number)).silent


def count_silent(by: Subject, text: Text) -> int:
    """Return how many paragraphs changed silently; a version never changes, so it is worked out once for each."""
    return _count_silent(text.pk, text.number, by) if by.role in NAMED else 0


@lru_cache(maxsize=1024)
def _count_silent(text_id: str, _number: int, by: Subject) -> int:
    return len(silent_blocks(by, text_row(by, text_id)))


def _chosen(text: Text, rows: Sequence[Version], old: int, new: int) -> tuple[Version, Version]:
    by_number = {row.number: row for row in rows}
    last = by_number.get(new or text.number)
    if last is None:
        raise NotVisible
    before = [row for row in rows if row.number < last.number and row.label]
    first = by_number.get(old) if old else (before[-1] if before else last)
    if first is None:
        raise NotVisible
    return (last, first) if first.number > last.number else (first, last)


def _between(by: Subject, text: Text, old: int, new: int) -> list[Entry]:
    """Return the entries behind version ``old`` up to version ``new``, oldest first; those that made none between."""
    made = entries_of(by, text).filter(data__version__gt=old, data__version__lte=new)
    return list(made.order_by("number"))


def _coverage(versions: Sequence[Version], entries: Iterable[Entry]) -> Uncovered:
    accounts = (Account(entry.data["version"], entry.made, _signed(entry), entry.data) for entry in entries)
    return uncovered([(version.number, version.body) for version in versions], accounts)


def _signed(entry: Entry) -> bool:
    return bool(entry.actor and entry.authority and entry.at)


def _page(
    text: Text, rows: Sequence[Version], versions: Sequence[Version], entries: Sequence[Entry], lens: Lens
) -> ComparePage:
    old, new = versions[0], versions[-1]
    silent = _coverage(versions, entries).silent if lens.shows_holders else frozenset()
    comparing = Comparing(old.body, new.body, lens, silent, _by_block(entries))
    lines = tuple(_folded(comparing.rows()))
    shown = {old.number, new.number, text.number}
    return ComparePage(
        id=text.pk,
        title=text.title,
        symbol=text.symbol,
        sample=text.sample,
        old=_version_row(old),
        new=_version_row(new),
        versions=tuple(_version_row(row) for row in rows if row.label or row.number in shown),
        rows=lines,
        figures=tuple(_figures(old.body, new.body, len(silent) if lens.shows_holders else None)),
        acted=_acted(entries, lens) if lens.shows_holders else (),
        uncovered=len(silent),
        other=FRAME in silent,
        sentence=_sentence(lines, len(silent), known=lens.shows_holders),
    )


def _version_row(row: Version) -> VersionRow:
    return VersionRow(row.number, label_told(row.label), row.at, row.fingerprint)


def _by_block(entries: Iterable[Entry]) -> Mapping[str, tuple[Event, ...]]:
    """Return paragraph → the entries that name it, oldest first."""
    out: dict[str, tuple[Event, ...]] = {}
    for entry in entries:
        for block in named(entry.data):
            out[block] = (*out.get(block, ()), event_of(entry))
    return out


@dataclass(frozen=True, slots=True)
class Comparing:
    """The two versions with what is known of the way between them."""

    old: engine.Text
    new: engine.Text
    lens: Lens
    silent: frozenset[str]
    entries: Mapping[str, tuple[Event, ...]]

    def rows(self) -> Iterator[tuple[str, Difference | None]]:
        """Yield label and difference (None: unchanged) of every paragraph, those taken out where they stood."""
        labels = dict(self._labels(self.old)) | dict(self._labels(self.new))
        moved = {change.block for change in engine.compare(self.old, self.new, by_id=True).moved}
        for before, after in _paired(self.old, self.new):
            block = after or before
            label = labels[block.id]
            same = before == after and block.id not in moved
            yield label, None if same else self._difference(label, before, after, block.id in moved)

    def _labels(self, text: engine.Text) -> Iterator[tuple[str, str]]:
        for block, label in zip(text.blocks, engine.labels(text), strict=True):
            yield block.id, label or _("Title")

    def _difference(
        self, label: str, before: engine.Block | None, after: engine.Block | None, moved: bool
    ) -> Difference:
        block = after or before
        old, new = compared(before, after, self.lens)
        state = state_of(block)
        was = dict(self._labels(self.old)).get(block.id, "") if moved else ""
        entries = self.entries.get(block.id, ())
        return Difference(
            label=label,
            block=block.id,
            state=state,
            word=word_of(state),
            old=old,
            new=new,
            marks=tuple(_marks(before, after, was, self.lens, explained=bool(entries))),
            entries=entries,
            covered=block.id not in self.silent,
        )


Pair = tuple[engine.Block | None, engine.Block | None]


def _paired(old: engine.Text, new: engine.Text) -> Iterator[Pair]:
    """Yield the paragraphs of both sides in the later order; one that was taken out follows the one before it."""
    before = {block.id: block for block in old.blocks}
    stayed = {block.id for block in new.blocks}
    gone: dict[str, list[engine.Block]] = {}
    last = ""
    for block in old.blocks:
        if block.id in stayed:
            last = block.id
        else:
            gone.setdefault(last, []).append(block)
    yield from ((block, None) for block in gone.get("", ()))
    for block in new.blocks:
        yield before.get(block.id), block
        yield from ((each, None) for each in gone.get(block.id, ()))


def _folded(rows: Iterable[tuple[str, Difference | None]]) -> Iterator[Difference | Same]:
    run: list[str] = []
    for label, difference in rows:
        if difference is None:
            run.append(label)
            continue
        if run:
            yield Same(run[0], run[-1], len(run))
            run = []
        yield difference
    if run:
        yield Same(run[0], run[-1], len(run))


def compared(
    before: engine.Block | None, after: engine.Block | None, lens: Lens
) -> tuple[tuple[Piece, ...] | None, tuple[Piece, ...] | None]:
    """Return both sides of a paragraph in runs, with the words marked that only one side has."""
    old, new = (list(_signs(aired(block.inlines), lens)) if block else [] for block in (before, after))
    removed, added = _marked([_key(sign) for sign in old], [_key(sign) for sign in new])
    left = _joined(_with_mark(sign, "removed" if place in removed else "") for place, sign in enumerate(old))
    right = _joined(_with_mark(sign, "added" if place in added else "") for place, sign in enumerate(new))
    return tuple(left) if before else None, tuple(right) if after else None


@dataclass(frozen=True, slots=True)
class Sign:
    """What is compared: a token of the wording, or a sign of the apparatus ("code" for a holder)."""

    text: str
    kind: str
    holder: Holder | None = None
    mark: str = ""


def _signs(inlines: Sequence[engine.Inline], lens: Lens) -> Iterator[Sign]:
    """Yield wording token by token, choices as number, brackets and holders."""
    for item in inlines:
        if isinstance(item, str):
            yield from (Sign(token, "words") for token in tokenise(item))
            continue
        yield Sign(item.id, "number")
        for place, alternative in enumerate(engine.printed(item)):
            if place:
                yield Sign(" ", "gap")
            yield Sign("[", "left")
            yield from (Sign(holder.code, "code", holder) for holder in lens.holders(alternative.holders))
            if alternative.is_null:
                yield Sign(_("no text"), "null")
            yield from _signs(aired(alternative.inlines), lens)
            yield Sign("]", "right")


def _key(sign: Sign) -> str:
    """Return what is compared; a sign of the apparatus never equals a word of the text."""
    return sign.text if sign.kind == "words" else f"\x01{sign.kind}{sign.text}"


def _marked(old: Sequence[str], new: Sequence[str]) -> tuple[set[int], set[int]]:
    """Return the places that only the old and only the new side has."""
    removed: set[int] = set()
    added: set[int] = set()
    grown = 0
    for hunk in hunks(tuple(old), tuple(new)):
        removed.update(range(hunk.start, hunk.end))
        start = hunk.start + grown
        added.update(range(start, start + len(hunk.tokens)))
        grown += len(hunk.tokens) - (hunk.end - hunk.start)
    return removed, added


def _with_mark(sign: Sign, mark: str) -> Sign:
    return replace(sign, mark=mark) if mark and sign.kind in ("words", "code", "null") else sign


def _joined(signs: Iterable[Sign]) -> Iterator[Piece]:
    """Join neighbouring words with one mark, and holders with the bracket before them, so that a page stays small."""
    run: Piece | None = None
    for sign in signs:
        if run and sign.kind == "code" and sign.holder:
            run = replace(run, holders=(*run.holders, (sign.holder, sign.mark)))
        elif run and sign.kind == run.kind == "words" and sign.mark == run.mark:
            run = replace(run, text=run.text + sign.text)
        else:
            if run:
                yield run
            beside_bracket = sign.text == " " and run is not None and run.kind == "right"
            run = Piece(sign.text, "words" if sign.kind == "gap" else sign.kind, "" if beside_bracket else sign.mark)
    if run:
        yield run


def _marks(
    before: engine.Block | None, after: engine.Block | None, was: str, lens: Lens, *, explained: bool
) -> Iterator[str]:
    """Yield what became of the paragraph; status and notes only where no entry says it already."""
    if before is None:
        yield _("New paragraph.")
    if after is None:
        yield _("Taken out.")
    if was:
        yield _("Moved: it was %s.") % was
    if explained:
        return
    if before and after and before.status != after.status:
        yield _status(after.status, lens)
    if lens.shows_holders:
        yield from _notes(before, after)


def _status(status: engine.Status, lens: Lens) -> str:
    if status.state == "agreed":
        agreed = _("Agreed ad referendum in %s.") % status.forum if status.forum else _("Agreed ad referendum.")
        awaited = ", ".join(holder.code for holder in lens.holders(status.pending))
        return f"{agreed} {_('Awaited: %s.') % awaited}" if awaited else agreed
    return _("Reopened.") if status.state == "reopened" else _("Open.")


def _notes(before: engine.Block | None, after: engine.Block | None) -> Iterator[str]:
    then, now = (block.notes if block else () for block in (before, after))
    kinds = {"reserve": _("%(code)s reserves its position: %(wording)s"), "note": _("%(code)s notes: %(wording)s")}
    for note in now:
        if note not in then:
            yield kinds[note.kind] % {"code": note.holder, "wording": note.wording}
    for note in then:
        if note not in now and note.kind == "reserve" and after is not None:
            yield _("%s lifted its reservation.") % note.holder


def _figures(old: engine.Text, new: engine.Text, silent: int | None) -> Iterator[Figure]:
    """Yield what the change comes to; first what no entry covers, where this reader sees the record."""
    before, after = engine.measures(old), engine.measures(new)
    then, now = ({standing.choice.id for standing in engine.choices(text)} for text in (old, new))
    comparison = engine.compare(old, new, by_id=True)
    if silent is not None:
        yield Figure(_("Differences no entry covers"), str(silent), care=bool(silent))
    yield Figure(_("Choices closed or withdrawn"), str(len(then - now)))
    yield Figure(_("Choices raised"), str(len(now - then)))
    yield Figure(_("Blocks agreed ad referendum"), _arrow(str(before.agreed), str(after.agreed)))
    yield Figure(_("Blocks reopened"), str(len(comparison.reopened)))
    yield Figure(_("Blocks moved"), str(len(comparison.moved)))
    yield Figure(_("Reservations"), _arrow(str(before.reservations), str(after.reservations)))
    yield Figure(_("Words in open choices"), _arrow(f"{before.open_words:.0%}", f"{after.open_words:.0%}"))


def _arrow(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


_DEEDS = {
    "proposed": gettext_noop("proposed"),
    "submitted": gettext_noop("handed in a version"),
    "supported": gettext_noop("supported"),
    "retained": gettext_noop("retained"),
    "cannot accept": gettext_noop("could not accept"),
    "withdrew": gettext_noop("withdrew"),
    "reserved": gettext_noop("reserved"),
    "lifted": gettext_noop("lifted a reservation"),
    "noted": gettext_noop("noted"),
    "objected": gettext_noop("objected"),
}


def _acted(entries: Sequence[Entry], lens: Lens) -> tuple[tuple[Holder, str], ...]:
    """Return what each delegation did, counted by the kind of act, in the council's order."""
    return tuple((lens.holder(code), _deeds(entries, code) or _("nothing recorded")) for code in lens.order)


def _deeds(entries: Sequence[Entry], code: str) -> str:
    counts: dict[str, int] = {}
    for entry in entries:
        if entry.on_behalf_of == code and entry.verb in _DEEDS:
            counts[entry.verb] = counts.get(entry.verb, 0) + 1
    return ", ".join(f"{_(_DEEDS[verb])} {count}" for verb, count in counts.items())


def _sentence(rows: Sequence[Difference | Same], silent: int, *, known: bool) -> str:
    changed = sum(isinstance(row, Difference) for row in rows)
    if not changed and not silent:
        return _("Nothing differs between these two versions.")
    head = ngettext("%d block differs.", "%d blocks differ.", changed) % changed
    if not known:
        return head
    if not silent:
        return _("%s Every difference is covered by an entry of the record.") % head
    rest = ngettext("%d difference is covered by no entry.", "%d differences are covered by no entry.", silent) % silent
    return f"{head} {rest}"
