"""A delegation hands in a whole version: how it will stand in the text, before it is done."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accord.access import Subject, new_id, require
from accord.drafting.access import may_table
from accord.drafting.handing import Passage, fingerprint_of, inserted_ids, passages, without
from accord.drafting.models import Text
from accord.drafting.pages import Holder
from accord.drafting.queries.building import Lens
from accord.drafting.queries.entering import lens_of
from accord.drafting.queries.recovery import Recovered, recoveries
from accord.drafting.queries.rows import current, text_row
from accord.engine import text as engine
from accord.engine.text.aligning import Alignment, align
from accord.engine.text.findings import Lines
from accord.engine.text.splitting import join, split


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A version that was handed in, and whether it is still whole in the text."""

    holder: Holder
    check: Recovered


@dataclass(frozen=True, slots=True)
class UploadPage:
    """
    The page on which a delegation hands in its version.

    Attributes:
        blocks: how many paragraphs the text has. fingerprint, number: of the current version.
        recovered: how many versions are recovered exactly, and of how many; None where none was handed in.
    """

    id: str
    title: str
    symbol: str
    sample: bool
    me: Holder
    blocks: int
    fingerprint: str
    number: int
    handed_in: tuple[HandedIn, ...]
    recovered: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class ChangedParagraph:
    """
    A paragraph in which the version differs from what the delegation has in the text now.

    Attributes:
        key: by which it is left out (drafting.handing).
        kind: "changed" | "moved" | "inserted" | "deleted" | "withdrawn" (its own insertion, taken back).
        notation: how it will stand, in notation; "" where it goes.
        wanted, now: as the delegation wants it and as it has it now; "" for no text.
        taken: whether it is ticked.
    """

    key: str
    kind: str
    label: str
    notation: str
    wanted: str
    now: str
    taken: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """
    How a version will stand in the text.

    Attributes:
        changes: in reading order. unchanged: paragraphs on which the delegation keeps what it has, or has no position.
        opened: numbers of the choices that it opens.
        brackets: line and column (from 1) of what looks like a bracket with holders of this text; None for none. Such
            a document is a rolling text, not a version.
        fingerprint: of all this, ticks apart: what is confirmed is what was shown.
    """

    changes: tuple[ChangedParagraph, ...]
    unchanged: int
    opened: tuple[str, ...]
    brackets: tuple[int, int] | None
    fingerprint: str

    @property
    def left_out(self) -> int:
        """How many changes are not ticked."""
        return sum(not each.taken for each in self.changes)

    @property
    def taken(self) -> int:
        """How many changes are ticked."""
        return len(self.changes) - self.left_out

    def count(self, kind: str) -> int:
        """Return how many paragraphs are changed, inserted, deleted or withdrawn."""
        return sum(each.kind == kind for each in self.changes)

    @property
    def counts(self) -> dict[str, int]:
        """Count by kind, for the page."""
        return {kind: self.count(kind) for kind in ("changed", "moved", "inserted", "deleted", "withdrawn")}


@dataclass(frozen=True, slots=True)
class AgreedPlace:
    """
    An agreed paragraph that a version changes.

    Attributes:
        agreed, given: its wording in the text and in the version ("" where the version leaves it out).
        line: where it stands in the version, from 1; None where it is left out.
    """

    label: str
    agreed: str
    given: str
    line: int | None


class AgreedTouched(engine.AgreedBlock):
    """The version changes paragraphs that are agreed ad referendum; ``places`` says which."""

    def __init__(self, places: tuple[AgreedPlace, ...]) -> None:
        named = ", ".join(place.label or _("a line without a number") for place in places)
        super().__init__(
            _("%s is agreed ad referendum and stands otherwise in this version. Only the chair reopens it.") % named
        )
        self.places = places


def upload_page(by: Subject, text_id: str) -> UploadPage:
    """
    Return the page for the subject's delegation.

    Raises:
        NotVisible: not admitted to the text; Refused: who asks does not table for a delegation, or the text stands
            still.
    """
    text, body, lens = _opened(by, text_id)
    rows = recoveries(by, text)
    version = current(text)
    return UploadPage(
        id=text.pk,
        title=text.title,
        symbol=text.symbol,
        sample=text.sample,
        me=lens.holder(lens.me),
        blocks=len(body.blocks),
        fingerprint=version.fingerprint,
        number=version.number,
        handed_in=tuple(HandedIn(lens.holder(row.code), row) for row in rows),
        recovered=(sum(row.exact for row in rows), len(rows)) if rows else None,
    )


def standing_of(by: Subject, text_id: str, document: str, left_out: Collection[str] = ()) -> Standing:
    """
    Return how ``document`` will stand; nothing is stored.

    Args:
        document: the whole version as negotiated wording, with one line end behind it.
        left_out: keys of changes that are not handed in.

    Raises:
        NotVisible, Refused; AgreedTouched; engine.NothingToDo: it says what the delegation already has.
    """
    _text, body, lens = _opened(by, text_id)
    try:
        after = engine.submit(body, lens.me, document, [new_id() for _each in range(inserted_ids(document))])
    except engine.AgreedBlock as error:
        places = tuple(_agreed_places(body, document))
        raise (AgreedTouched(places) if places else error) from error
    if after == body:
        raise engine.NothingToDo(_("This version says what the delegation already has in the text."))
    found = passages(body, after, lens.me)
    changes = tuple(_changes(body, after, lens.me, found, left_out))
    gone = sum(each.kind == "withdrawn" for each in changes)
    return Standing(
        changes=changes,
        unchanged=len(after.blocks) - len(changes) + gone,
        opened=_opened_choices(body, without(body, after, {each.key for each in changes if not each.taken})),
        brackets=_brackets(document, body.delegations),
        fingerprint=fingerprint_of(found),
    )


def on_current_base(by: Subject, text_id: str, base: str, version: str) -> engine.Carried | None:
    """
    Return ``version`` carried to the base that the text has now; None where it was written on it, or on the own text.

    Args:
        base: what the file gives with all its tracked changes rejected.
    """
    _text, body, lens = _opened(by, text_id)
    return engine.on_current(body, lens.me, base, version)


def with_agreed_restored(by: Subject, text_id: str, document: str) -> str:
    """Return ``document`` with every agreed paragraph as it was agreed, in its place."""
    _text, body, _lens = _opened(by, text_id)
    alignment = _aligned(body, document)
    paragraphs = list(alignment.inserted[0])
    for block, given, behind in zip(body.blocks, alignment.paired, alignment.inserted[1:], strict=True):
        wording = _base(block) if block.status.state == "agreed" else given
        paragraphs += ([wording] if wording else []) + list(behind)
    return join(paragraphs)


def _opened(by: Subject, text_id: str) -> tuple[Text, engine.Text, Lens]:
    text = text_row(by, text_id)
    body = current(text).body
    require(may_table(by, text, body))
    return text, body, lens_of(by, text, body)


def _changes(
    before: engine.Text, after: engine.Text, me: str, found: Sequence[Passage], left_out: Collection[str]
) -> Iterator[ChangedParagraph]:
    labelled = dict(zip([block.id for block in before.blocks], engine.labels(before), strict=True))
    labelled |= dict(zip([block.id for block in after.blocks], engine.labels(after), strict=True))
    old = {block.id: block for block in before.blocks}
    for each in found:
        block = each.block
        wanted = "" if each.kind == "withdrawn" else engine.project_block(block, me)
        now = engine.project_block(old[block.id], me) if block.id in old else ""
        taken = each.key not in left_out
        yield ChangedParagraph(each.key, each.kind, labelled[block.id], each.notation, wanted, now, taken=taken)


def _opened_choices(before: engine.Text, after: engine.Text) -> tuple[str, ...]:
    known = {standing.choice.id for standing in engine.choices(before)}
    return tuple(standing.choice.id for standing in engine.choices(after) if standing.choice.id not in known)


def _brackets(document: str, roster: Sequence[str]) -> tuple[int, int] | None:
    found = [at for code in roster for head in (f"[{code}: ", f"[{code}, ") if (at := document.find(head)) >= 0]
    return Lines(document).at(min(found)) if found else None


def _agreed_places(body: engine.Text, document: str) -> Iterator[AgreedPlace]:
    starts = _starts(document)
    labelled = zip(body.blocks, engine.labels(body), _aligned(body, document).paired, strict=True)
    for block, label, given in labelled:
        if block.status.state == "agreed" and given != _base(block):
            yield AgreedPlace(label, _base(block), (given or "").strip(), starts.get(given or ""))


def _starts(document: str) -> Mapping[str, int]:
    """Return the line on which each paragraph begins (of equal ones, the first)."""
    line, starts = 1, {}
    for paragraph in split(document):
        starts.setdefault(paragraph, line)
        line += paragraph.count("\n") + 2
    return starts


def _aligned(body: engine.Text, document: str) -> Alignment:
    return align([_base(block) or _first_held(block) for block in body.blocks], split(document))


def _base(block: engine.Block) -> str:
    return engine.project_block(block, None)


def _first_held(block: engine.Block) -> str:
    held = (engine.project_block(block, code) for code in sorted(engine.holders_in(block)))
    return next((wording for wording in held if wording), "")
