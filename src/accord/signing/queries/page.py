"""One instrument as a page: how members stand, who signed, the original and its copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from accord.access import Allow, Decision, Deny, NotVisible, Role, Subject
from accord.members.basis import Basis
from accord.members.queries import shown_day
from accord.members.tongues import language_name
from accord.signing import access
from accord.signing.choices import Taking, Word
from accord.signing.models import Instrument, Signature, Stance
from accord.signing.pages import (
    CopyLine,
    InstrumentPage,
    OriginalBlock,
    SignatureLine,
    SigningBlock,
    StanceLine,
    TakingLine,
    WordLine,
)
from accord.signing.queries.gathering import Whole, gathered
from accord.signing.queries.rows import RELATED, adopted_by, instrument_row, visible_rulings
from accord.signing.taking import derived, latest
from accord.signing.wording import (
    attached_label,
    authority_label,
    kind_of,
    label_at,
    label_of,
    signing_sentence,
    state_of,
    taking_sentence,
)

Names = Mapping[str, str]


def instrument_page(by: Subject, instrument_id: str, on: date | None = None) -> InstrumentPage:
    """
    Return an instrument as ``by`` sees it.

    Args:
        on: the day as of which it is shown; None for the day that the organisation's pages show.

    Raises:
        NotVisible: there is none for this subject, or it was taken after that day.
    """
    row = instrument_row(by, instrument_id)
    shown = on or shown_day(row.organisation)
    if row.adoption_id is None and row.ruling_id is None and row.day > shown:
        raise NotVisible
    (whole,) = gathered([row], on)
    return _page(by, whole, shown)


def standing_of(by: Subject, instrument_id: str) -> InstrumentPage | None:
    """Return an adopted text or ruling as an instrument; None for whoever does not see who said what in it."""
    try:
        return instrument_page(by, instrument_id)
    except NotVisible:
        return None


def standing_of_question(by: Subject, question_id: str) -> InstrumentPage | None:
    """Return a decided question as an instrument: its adopted text where it adopted one; None while it is open."""
    ruling = visible_rulings(by).filter(question=question_id).first()
    if ruling is None:
        return None
    adoption = adopted_by(ruling)
    return standing_of(by, adoption.pk if adoption else ruling.pk)


def known_page(by: Subject, adoption_id: str) -> InstrumentPage | None:
    """
    Return what is made known of who signed an adopted text and takes part in it; None where nothing is.

    Only for whoever sees the released text: callers have found it by that rule.
    """
    row = Instrument.objects.filter(pk=adoption_id, known=True).select_related(*RELATED).first()
    if row is None:
        return None
    (whole,) = gathered([row])
    return _page(by, whole, shown_day(row.organisation))


def _page(by: Subject, whole: Whole, shown: date) -> InstrumentPage:
    row = whole.row
    decisions = _decisions(by, whole)
    return InstrumentPage(
        id=row.pk,
        title=whole.title,
        kind=kind_of(row.kind),
        organ=whole.organ,
        day=row.day,
        place=row.place,
        sample=row.sample,
        known=row.known,
        shown=shown,
        about=_about(row),
        secret=whole.said.secret,
        sentence=_sentence(whole, shown),
        taking=tuple(_taking(by, whole)),
        signing=_signing(by, whole, shown),
        original=_original(whole),
        copies=tuple(CopyLine(each.to, each.day, each.note, Basis.of(each)) for each in whole.copies),
        basis=None if _about(row) else Basis.of(row),
        offers=frozenset(act for act, answer in decisions.items() if isinstance(answer, Allow)),
        reasons={act: answer.reason for act, answer in decisions.items() if isinstance(answer, Deny)},
    )


def _sentence(whole: Whole, shown: date) -> str:
    """Return the page in one sentence: how members stand as far as that is stated, and how far its signing is."""
    states, row = whole.states, whole.signing
    stated = any(state != Taking.NOT_STATED for state in states.values())
    parts = [taking_sentence(states, whole.names)] if stated or row is None else []
    if row is not None:
        state = state_of(row.until, whole.unsigned, shown)
        parts.append(signing_sentence(state, row.until, whole.unsigned, whole.names))
    return " ".join(parts)


def _decisions(by: Subject, whole: Whole) -> dict[str, Decision]:
    keeps = access.may_keep(by, whole.row)
    return {
        "open": keeps,
        "sign": keeps,
        "stand": keeps,
        "original": keeps,
        "copy": keeps,
        "known": access.may_make_known(by, whole.row),
        "answer": access.may_answer(by, whole.row, whole.names),
    }


def _about(row: Instrument) -> tuple[str, str] | None:
    if row.adoption_id is not None:
        return "adopted-text", row.adoption_id
    return ("question", row.ruling.question_id) if row.ruling is not None else None


# How members stand


def _taking(by: Subject, whole: Whole) -> Iterator[TakingLine]:
    own = by.delegation if by.role == Role.DELEGATE and by.organisation_id == whole.row.organisation_id else ""
    for code, name in whole.names.items():
        steps = [each for each in whole.stances if each.member == code and each.kind not in Word.values]
        last = latest(whole.stances, code)
        state = Taking(last.kind) if last else derived(whole.said, code)
        stored = steps[-1] if steps else None
        yield TakingLine(
            code=code,
            name=name,
            state=state,
            label=label_at(state, seated=code in whole.said.apart),
            day=stored.day if stored else None,
            words=stored.words if stored else "",
            by=authority_label(stored.authority) if stored else "",
            basis=Basis.of(stored) if stored else None,
            attached=tuple(_attached(whole, code)),
            earlier=tuple(_earlier(whole, code, steps)),
            mine=code == own,
        )


def _attached(whole: Whole, code: str) -> Iterator[WordLine]:
    for statement in whole.statements:
        if statement.member == code:
            yield WordLine(attached_label(statement.kind), statement.wording, statement.at.date())
    for signature in whole.signatures:
        if signature.member == code:
            yield from _signed_with(signature)
    for each in whole.stances:
        if each.member == code and each.kind in Word.values:
            yield WordLine(label_of(each.kind), each.words, each.day, Basis.of(each))


def _signed_with(row: Signature) -> Iterator[WordLine]:
    for kind, words in ((Word.RESERVATION, row.reservation), (Word.OPINION, row.opinion)):
        if words:
            yield WordLine(label_of(kind), words, row.day, Basis.of(row))


def _earlier(whole: Whole, code: str, steps: list[Stance]) -> Iterator[StanceLine]:
    """Yield the steps before the last: how the member stood by the decision, then what was entered."""
    if not steps:
        return
    first = derived(whole.said, code)
    if first != Taking.NOT_STATED:
        yield StanceLine(label_of(first), whole.row.day, "", "", Basis(source_name=str(whole.title)))
    for each in steps[:-1]:
        yield StanceLine(label_of(each.kind), each.day, each.words, authority_label(each.authority), Basis.of(each))


# Signing, the original, copies


def _signing(by: Subject, whole: Whole, shown: date) -> SigningBlock | None:
    row = whole.signing
    if row is None:
        return None
    state = state_of(row.until, whole.unsigned, shown)
    return SigningBlock(
        place=row.place,
        day=row.day,
        until=row.until,
        state=state,
        sentence=signing_sentence(state, row.until, whole.unsigned, whole.names),
        signatures=tuple(_signature(by, whole, each, row.day) for each in whole.signatures),
        unsigned=tuple((code, whole.names[code]) for code in whole.unsigned),
        basis=Basis.of(row),
    )


def _signature(by: Subject, whole: Whole, row: Signature, day: date) -> SignatureLine:
    confirmation = getattr(row, "confirmation", None)
    confirms = confirmation is None and isinstance(access.may_confirm(by, whole.row, row.member), Allow)
    plain = {name: getattr(row, name) for name in ("person", "post", "place", "day", "reservation", "opinion")}
    return SignatureLine(
        id=row.pk,
        code=row.member,
        name=whole.names.get(row.member, row.member),
        late=row.day > day,
        confirmed=confirmation.at if confirmation else None,
        corrected=whole.corrected[row.member],
        confirms=confirms,
        basis=Basis.of(row),
        **plain,
    )


def _original(whole: Whole) -> OriginalBlock | None:
    row = whole.original
    if row is None:
        return None
    tongues = tuple(language_name(tag) for tag in row.languages)
    return OriginalBlock(tongues, tuple(row.languages), row.number, row.depositary, Basis.of(row))
