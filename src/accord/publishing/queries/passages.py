"""The wording of an adopted text, in runs of one origin, and the history from which origins are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from accord.drafting.models import Adoption, Version
from accord.drafting.provenance import Deed, Stretch
from accord.engine import text as engine
from accord.members.queries import member_names
from accord.publishing.accounts import History, accounts_of, choice_of, moment
from accord.publishing.documents import wording_of
from accord.publishing.pages import (
    Account,
    Passage,
    Run,
)
from accord.publishing.queries.finding import Found
from accord.record.models import Entry


def passages_of(found: Found, words: str) -> Iterator[Passage]:
    """Yield the paragraphs in runs of one origin; where no origin may be known, each paragraph is one run."""
    origins = _origins(found) if found.named or found.traced else None
    paragraphs = found.document["paragraphs"]
    for number, (paragraph, (label, heading)) in enumerate(zip(paragraphs, _labels(paragraphs), strict=True), 1):
        pieces = origins[number - 1] if origins else [(paragraph, None)]
        runs = tuple(_run(found, piece, f"{number}-{place}", words) for place, piece in enumerate(pieces, 1))
        chosen = next((run for run in runs if run.selected), None)
        yield Passage(str(number), label, heading, runs, chosen)


@dataclass(frozen=True, slots=True)
class _Origin:
    """A stretch of words in its paragraph."""

    block: str
    stretch: Stretch


_Piece = tuple[str, _Origin | None]


def _run(found: Found, piece: _Piece, key: str, words: str) -> Run:
    """Return a run; only the chosen one tells where it comes from."""
    whole, origin = piece
    wording = whole.rstrip()
    after = whole[len(wording) :]
    if key != words:
        return Run(wording, after, key, False, ())
    if origin is None:
        return Run(wording, after, key, True, (_released_account(found),))
    told = accounts_of(
        history_of(found.adoption.pk), origin.block, origin.stretch, member_names(found.adoption.text.organisation)
    )
    return Run(wording, after, key, True, told, choice_of(origin.stretch) if found.admitted else "")


def _origins(found: Found) -> list[list[_Piece]]:
    stretches = history_of(found.adoption.pk).stretches
    return [
        _trimmed([(each.wording, _Origin(block.id, each)) for each in stretches[block.id]])
        for block in found.adoption.version.body.blocks
        if wording_of(block)
    ]


def _trimmed(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces of a paragraph without what parts it from the next."""
    last, origin = pieces[-1]
    pieces[-1] = (last.rstrip("\0").rstrip(), origin)
    pieces[0] = (pieces[0][0].lstrip(), pieces[0][1])
    return [piece for piece in pieces if piece[0]]


def _released_account(found: Found) -> Account:
    values = {"organ": found.document["organ"], "when": moment(found.adoption.at)}
    adopted = _("By %(organ)s, %(when)s.") % values
    return Account(_("Adopted"), (adopted, _("Who proposed these words is not released.")))


def _labels(paragraphs: Sequence[str]) -> list[tuple[str, bool]]:
    """Return for each paragraph what is printed beside it ("2" for OP2, nothing in the preamble), and if it heads."""
    body = engine.Text(tuple(engine.Block(str(number), (each,)) for number, each in enumerate(paragraphs)))
    told = zip(engine.labels(body), body.blocks, strict=True)
    return [(_shown(label, engine.project_block(block, None)), engine.is_heading(block)) for label, block in told]


def _shown(label: str, wording: str) -> str:
    return "" if label.startswith("PP") or wording.startswith(label) else label.removeprefix("OP")


@lru_cache(maxsize=32)
def history_of(adoption_id: str) -> History:
    """
    Return the whole history of an adopted text. It stands still, so it is read once.

    Only for those who see names, or once the history is released: callers have found the adoption by that rule.
    """
    adoption = Adoption.objects.select_related("text").get(pk=adoption_id)
    text = adoption.text
    versions = Version.objects.filter(text=text, number__lte=adoption.version.number).order_by("number")
    entries = Entry.objects.filter(stream=text.stream, number__lte=adoption.entry).order_by("number")
    return History(tuple(version.body for version in versions), tuple(map(_deed, entries)))


def _deed(entry: Entry) -> Deed:
    code = entry.on_behalf_of or (engine.CHAIR if entry.authority == "chair" else "")
    version = entry.data.get("version", 0)
    return Deed(entry.number, version, entry.at, entry.verb, code, entry.data)
