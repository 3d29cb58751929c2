"""
What of the adopted texts a subject can see.

The public sees what was released to it and nothing else: title, wording and outcome come out of the released document,
never out of the text in its room. Who was admitted to the negotiation sees the sealed text at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accord.access import Allow, Deny, NotVisible, Subject, require
from accord.access.queries import visible_audiences
from accord.decisions.queries import sat_apart
from accord.drafting.models import Adoption, Text, Version
from accord.drafting.provenance import Deed, Stretch
from accord.drafting.queries.entering import NAMED
from accord.drafting.queries.rows import visible_adoptions
from accord.engine import text as engine
from accord.formats.showing import SAMPLE
from accord.formats.word.clean import write_clean
from accord.members.queries import member_names
from accord.members.tongues import language_name
from accord.publishing.access import may_prepare, may_release
from accord.publishing.accounts import History, accounts_of, choice_of, moment
from accord.publishing.documents import Document, bytes_of, document_of, fingerprint_of, plain_of, wording_of
from accord.publishing.models import Kind, Release
from accord.publishing.pages import (
    Account,
    AdoptedLine,
    AdoptedPage,
    ConfirmPage,
    File,
    LanguageText,
    Passage,
    Proof,
    Run,
    Stage,
)
from accord.record.models import Entry


def visible_releases(by: Subject) -> QuerySet[Release]:
    """Releases that were made, to an audience that admits ``by``."""
    made = Release.objects.filter(released_at__isnull=False, audience__in=visible_audiences(by))
    return made.select_related("adoption", "adoption__text", "adoption__text__organisation")


def standing_releases(by: Subject) -> QuerySet[Release]:
    """Releases made or prepared of texts whose negotiation ``by`` took part in."""
    if by.role not in NAMED:
        return Release.objects.none()
    return Release.objects.filter(adoption__in=visible_adoptions(by)).order_by("prepared_at")


def adopted_list(by: Subject, organisation_id: str) -> tuple[AdoptedLine, ...]:
    """Return the adopted texts of an organisation that ``by`` can see, the latest first."""
    released = {
        release.adoption_id: release
        for release in visible_releases(by).filter(kind=Kind.TEXT, adoption__text__organisation=organisation_id)
    }
    admitted = visible_adoptions(by).filter(text__organisation=organisation_id).select_related("text__organisation")
    known = {adoption.pk: adoption for adoption in admitted}
    lines = [_line(adoption, pk in released) for pk, adoption in known.items()]
    lines += [_released_line(release) for pk, release in released.items() if pk not in known]
    return tuple(sorted(lines, key=lambda line: (line.day, line.id), reverse=True))


def adopted_page(by: Subject, adoption_id: str, words: str = "") -> AdoptedPage:
    """
    Return an adopted text as ``by`` sees it.

    Args:
        words: address of the chosen words ("3-2"), or "" for none; what is not there counts as none.

    Raises:
        NotVisible: there is none, or it is not released to ``by`` and ``by`` was not admitted to it.
    """
    found = _found(by, adoption_id)
    passages = tuple(_passages(found, words))
    document = found.document
    return AdoptedPage(
        id=adoption_id,
        text=found.adoption.text_id if found.admitted else "",
        title=document["title"],
        symbol=document["symbol"],
        sample=document["sample"],
        organ=document["organ"],
        adopted_at=found.adoption.at,
        released_at=found.released.released_at if found.released else None,
        outcome=document["outcome"],
        reasons=tuple((kind, sentence) for kind, sentence in document["reasons"]),
        passages=passages,
        chosen=next((passage.chosen for passage in passages if passage.chosen), None),
        proof=_proof(found),
        stands=(
            *((name, "present") for name in document["present"]),
            *((name, "absent") for name in document["absent"]),
            *((name, "apart") for name in document.get("apart", ())),
        ),
        named=found.named,
        traced=found.traced,
        stages=tuple(_stages(by, found)) if found.named else (),
        languages=tuple(
            LanguageText(each["tag"], language_name(each["tag"]), each["authentic"], tuple(each["paragraphs"]))
            for each in document.get("languages", ())
        ),
    )


def confirm_page(by: Subject, adoption_id: str, act: str, kind: str) -> ConfirmPage:
    """
    Return what is asked before ``act`` ("prepare" | "release") is done to ``kind``.

    Raises:
        NotVisible: ``by`` does not see the negotiation of this text, or nothing is prepared that could be released.
        Refused: ``by`` may not do it; the reason says why.
    """
    found = _found(by, adoption_id)
    release = next((each for each in found.standing if each.kind == kind), None)
    if not found.named:
        raise NotVisible
    if act == "prepare":
        require(may_prepare(by, kind, found.standing))
    elif release is None:
        raise NotVisible
    else:
        require(may_release(by, release))
    return ConfirmPage(
        id=adoption_id,
        act=act,
        kind=kind,
        title=found.document["title"],
        symbol=found.document["symbol"],
        sample=found.document["sample"],
        sentence=release_sentence(kind, found.document),
        consequence=_consequence(act),
        fingerprint=release.fingerprint if release else _fingerprint(kind, found.adoption, found.document),
    )


def released_file(by: Subject, adoption_id: str) -> File:
    """Return the bytes that the fingerprint of a release covers. Raises NotVisible."""
    found = _found(by, adoption_id)
    return File(bytes_of(found.document), f"adopted-{adoption_id}.json")


def sealed_file(by: Subject, adoption_id: str) -> File:
    """Return the bytes that the fingerprint of the sealed text covers, for those who see names. Raises NotVisible."""
    found = _found(by, adoption_id)
    if not found.named:
        raise NotVisible
    return File(engine.canonical(engine.dump(found.adoption.version.body)), f"sealed-{adoption_id}.json")


def word_file(by: Subject, adoption_id: str) -> File:
    """Return the wording as a clean Word file. Raises NotVisible."""
    document = _found(by, adoption_id).document
    wording = "\n\n".join(document["paragraphs"])
    return File(write_clean(wording, sample=document["sample"], title=document["title"]), f"adopted-{adoption_id}.docx")


def plain_file(by: Subject, adoption_id: str) -> File:
    """Return title, wording and outcome as plain text. Raises NotVisible."""
    document = _found(by, adoption_id).document
    return File(plain_of(document, SAMPLE).encode("utf-8"), f"adopted-{adoption_id}.txt")


def document_of_adoption(adoption: Adoption) -> dict[str, Any]:
    """Return what a release of this adoption makes known."""
    text = adoption.text
    names = _names(text)
    return document_of(
        adoption.version.body,
        title=text.title,
        symbol=text.symbol,
        organ=text.organisation.council or text.organisation.name,
        adopted_at=adoption.at,
        outcome=adoption.outcome["sentence"],
        reasons=adoption.outcome["reasons"],
        present=[names.get(code, code) for code in adoption.outcome["present"]],
        absent=[names.get(code, code) for code in adoption.outcome["absent"]],
        apart=[names.get(code, code) for code in sat_apart(adoption.outcome.get("question", ""))],
        languages=adoption.outcome.get("languages", ()),
    )


def release_sentence(kind: str, document: Document) -> str:
    """Return what a release makes known, as one sentence; the record and the confirmation say the same."""
    title = {"title": document["title"]}
    if kind == Kind.HISTORY:
        return _("Who proposed, supported and lifted what in “%(title)s” becomes known to the public.") % title
    if document["sample"]:
        return _("“%(title)s” becomes known to the public as sample wording, and as nothing else.") % title
    return _("“%(title)s” becomes known to the public, with its outcome and without who proposed what.") % title


# Finding what a subject sees.


class _Found:
    """
    An adoption with what of it a subject sees.

    Attributes:
        released: the release of its text that the subject sees, or None.
        admitted: the subject was admitted to the negotiation. named: it sees who said what there.
        standing: releases made or prepared, for those who see names.
    """

    def __init__(self, adoption: Adoption, released: Release | None, *, admitted: bool, named: bool, traced: bool):
        self.adoption, self.released = adoption, released
        self.admitted, self.named, self.traced = admitted, named, traced
        self.standing: tuple[Release, ...] = ()
        self.document: Document = released.document if released else document_of_adoption(adoption)


def _found(by: Subject, adoption_id: str) -> _Found:
    made = {release.kind: release for release in visible_releases(by).filter(adoption=adoption_id)}
    released = made.get(Kind.TEXT)
    rows = visible_adoptions(by).select_related("text__organisation", "text__audience", "version")
    admitted = rows.filter(pk=adoption_id).first()
    if admitted is None and released is None:
        raise NotVisible
    adoption = admitted or released.adoption  # type: ignore[union-attr]
    named = admitted is not None and by.role in NAMED
    found = _Found(adoption, released, admitted=admitted is not None, named=named, traced=Kind.HISTORY in made)
    if named:
        found.standing = tuple(standing_releases(by).filter(adoption=adoption_id))
    return found


def _line(adoption: Adoption, released: bool) -> AdoptedLine:
    text = adoption.text
    organ = text.organisation.council or text.organisation.name
    return AdoptedLine(adoption.pk, text.title, text.symbol, adoption.sample, organ, adoption.at, released)


def _released_line(release: Release) -> AdoptedLine:
    document = release.document
    return AdoptedLine(
        id=release.adoption_id,
        title=document["title"],
        symbol=document["symbol"],
        sample=document["sample"],
        organ=document["organ"],
        day=release.adoption.at,
        released=True,
    )


def _names(text: Text) -> dict[str, str]:
    return member_names(text.organisation)


# The wording, in runs of one origin.


def _passages(found: _Found, words: str) -> Iterator[Passage]:
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


def _run(found: _Found, piece: _Piece, key: str, words: str) -> Run:
    """Return a run; only the chosen one tells where it comes from."""
    whole, origin = piece
    wording = whole.rstrip()
    after = whole[len(wording) :]
    if key != words:
        return Run(wording, after, key, False, ())
    if origin is None:
        return Run(wording, after, key, True, (_released_account(found),))
    told = accounts_of(history_of(found.adoption.pk), origin.block, origin.stretch, _names(found.adoption.text))
    return Run(wording, after, key, True, told, choice_of(origin.stretch) if found.admitted else "")


def _origins(found: _Found) -> list[list[_Piece]]:
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


def _released_account(found: _Found) -> Account:
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


# The proof, and how far releases have come.


def _proof(found: _Found) -> Proof:
    adoption = found.adoption
    if found.named:
        data = engine.canonical(engine.dump(adoption.version.body))
        matches = engine.fingerprint(adoption.version.body) == adoption.fingerprint
        name = f"sealed-{adoption.pk}.json"
        return Proof("sealed", matches, adoption.fingerprint, adoption.entry, adoption.at, name, len(data))
    document, release = found.document, found.released
    fingerprint = release.fingerprint if release else fingerprint_of(document)
    at = release.released_at if release and release.released_at else adoption.at
    entry = (release.entry if release else 0) or 0
    name = f"adopted-{adoption.pk}.json"
    return Proof("released", _is_adopted(found, fingerprint), fingerprint, entry, at, name, len(bytes_of(document)))


def _is_adopted(found: _Found, fingerprint: str) -> bool:
    """Whether what was released has its fingerprint and says what the sealed text says, which has its own."""
    body = found.adoption.version.body
    sealed = engine.fingerprint(body) == found.adoption.fingerprint
    wording = [wording for block in body.blocks if (wording := wording_of(block))]
    same = wording == list(found.document["paragraphs"]) and body.sample == found.document["sample"]
    same = same and found.document.get("languages", []) == found.adoption.outcome.get("languages", [])
    return sealed and same and fingerprint_of(found.document) == fingerprint


def _stages(by: Subject, found: _Found) -> Iterator[Stage]:
    for kind in (Kind.TEXT, Kind.HISTORY):
        release = next((each for each in found.standing if each.kind == kind), None)
        if release is None:
            act, decision = "prepare", may_prepare(by, kind, found.standing)
        else:
            act, decision = "release" if release.released_at is None else "", may_release(by, release)
        yield Stage(
            kind=kind,
            state="none" if release is None else "prepared" if release.released_at is None else "released",
            sentence=_not_prepared(kind) if release is None else _so_far(release),
            act=act,
            may=isinstance(decision, Allow),
            reason=decision.reason if isinstance(decision, Deny) else "",
            fingerprint=release.fingerprint if release else "",
        )


def _so_far(release: Release) -> str:
    if release.released_at is None:
        return _("Prepared by the secretariat, %s. The chair releases it.") % moment(release.prepared_at)
    return _("Prepared by the secretariat, released by the chair, %s.") % moment(release.released_at)


def _not_prepared(kind: Kind) -> str:
    if kind == Kind.TEXT:
        return _("Not released. Only those admitted to the negotiation see this page.")
    return _("Not released. The public sees the organ and the date alone.")


def _consequence(act: str) -> str:
    if act == "prepare":
        return _("Nothing becomes public yet: the chair, another person, releases it.")
    return _("This cannot be taken back. An error is corrected by a new text.")


def _fingerprint(kind: str, adoption: Adoption, document: Mapping[str, Any]) -> str:
    return adoption.fingerprint if kind == Kind.HISTORY else fingerprint_of(document)
