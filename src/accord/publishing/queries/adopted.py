"""
What of the adopted texts a subject can see.

The public sees what was released to it and nothing else: title, wording and outcome come out of the released document,
never out of the text in its room. Who was admitted to the negotiation sees the sealed text at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.decisions.queries import was_voted
from accord.drafting.models import Adoption
from accord.drafting.queries.rows import visible_adoptions
from accord.engine import text as engine
from accord.formats.showing import SAMPLE
from accord.formats.word.clean import write_clean
from accord.members.tongues import language_name
from accord.publishing.access import may_prepare, may_release
from accord.publishing.documents import Document, bytes_of, fingerprint_of, plain_of, wording_of
from accord.publishing.models import Kind, Release
from accord.publishing.pages import (
    AdoptedLine,
    AdoptedPage,
    ConfirmPage,
    File,
    LanguageText,
    Proof,
    Stage,
)
from accord.publishing.queries.finding import (
    Found,
    found_adoption,
    visible_releases,
)
from accord.publishing.queries.passages import passages_of
from accord.publishing.queries.stages import stage_of


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
    found = found_adoption(by, adoption_id)
    passages = tuple(passages_of(found, words))
    document, present = found.document, "voted" if was_voted(found.adoption) else "present"
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
            *((name, present) for name in document["present"]),
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
    found = found_adoption(by, adoption_id)
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
    found = found_adoption(by, adoption_id)
    return File(bytes_of(found.document), f"adopted-{adoption_id}.json")


def sealed_file(by: Subject, adoption_id: str) -> File:
    """Return the bytes that the fingerprint of the sealed text covers, for those who see names. Raises NotVisible."""
    found = found_adoption(by, adoption_id)
    if not found.named:
        raise NotVisible
    return File(engine.canonical(engine.dump(found.adoption.version.body)), f"sealed-{adoption_id}.json")


def word_file(by: Subject, adoption_id: str) -> File:
    """Return the wording as a clean Word file. Raises NotVisible."""
    document = found_adoption(by, adoption_id).document
    wording = "\n\n".join(document["paragraphs"])
    return File(write_clean(wording, sample=document["sample"], title=document["title"]), f"adopted-{adoption_id}.docx")


def plain_file(by: Subject, adoption_id: str) -> File:
    """Return title, wording and outcome as plain text. Raises NotVisible."""
    document = found_adoption(by, adoption_id).document
    return File(plain_of(document, SAMPLE).encode("utf-8"), f"adopted-{adoption_id}.txt")


def release_sentence(kind: str, document: Document) -> str:
    """Return what a release makes known, as one sentence; the record and the confirmation say the same."""
    title = {"title": document["title"]}
    if kind == Kind.HISTORY:
        return _("Who proposed, supported and lifted what in “%(title)s” becomes known to the public.") % title
    if document["sample"]:
        return _("“%(title)s” becomes known to the public as sample wording, and as nothing else.") % title
    return _("“%(title)s” becomes known to the public, with its outcome and without who proposed what.") % title


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


# The proof, and how far releases have come.


def _proof(found: Found) -> Proof:
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


def _is_adopted(found: Found, fingerprint: str) -> bool:
    """Whether what was released has its fingerprint and says what the sealed text says, which has its own."""
    body = found.adoption.version.body
    sealed = engine.fingerprint(body) == found.adoption.fingerprint
    wording = [wording for block in body.blocks if (wording := wording_of(block))]
    same = wording == list(found.document["paragraphs"]) and body.sample == found.document["sample"]
    same = same and found.document.get("languages", []) == found.adoption.outcome.get("languages", [])
    return sealed and same and fingerprint_of(found.document) == fingerprint


def _stages(by: Subject, found: Found) -> Iterator[Stage]:
    for kind in (Kind.TEXT, Kind.HISTORY):
        release = next((each for each in found.standing if each.kind == kind), None)
        answer = may_prepare(by, kind, found.standing) if release is None else may_release(by, release)
        yield stage_of(kind, release, answer, unprepared=_not_prepared(kind))


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
