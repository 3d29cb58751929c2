"""A text before the council: who sits, what each has said, and what the record will say if it closes now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Allow, NotVisible, Subject
from accord.drafting import access
from accord.drafting.labels import label_told
from accord.drafting.models import Adoption, Text
from accord.drafting.outcomes import decided, told
from accord.drafting.pages import Outcome
from accord.drafting.pages.deciding import DecisionPage, SeatRow
from accord.drafting.queries.building import Lens
from accord.drafting.queries.comparing import count_silent
from accord.drafting.queries.decisions import hindrance_to_council, seats_of
from accord.drafting.queries.entering import NAMED, lens_of
from accord.drafting.queries.languages import hindrance_of_languages, unchecked_languages
from accord.drafting.queries.rows import current, text_row
from accord.drafting.queries.ruling import rule_of_text
from accord.engine import text as engine
from accord.engine.rules import RulesError, Seat
from accord.formats.rules import versions
from accord.members.queries import organisation_page
from accord.members.queries.naming import reader_language
from accord.record import clock


def decision_page(
    by: Subject, text_id: str, apart: frozenset[str] = frozenset(), *, voted: bool = False
) -> DecisionPage:
    """
    Return the page on which a text is put to consensus.

    Args:
        apart: codes of the delegations that sit without accepted credentials; the meeting knows them.
        voted: it was adopted by a vote, in which those present were also against or abstained.

    Raises:
        NotVisible: ``by`` is not admitted to the text, or sees no names: who said what is all that stands here.
    """
    text = text_row(by, text_id)
    if by.role not in NAMED:
        raise NotVisible
    version = current(text)
    body = version.body
    lens = lens_of(by, text, body)
    seats = seats_of(text, body)
    measures = engine.measures(body)
    rule = versions(text.organisation.rule)[-1]
    adoption = Adoption.objects.filter(text=text).first()
    hindrance = hindrance_to_council(body)
    asked = text.state == Text.State.COUNCIL
    return DecisionPage(
        id=text.pk,
        title=text.title,
        symbol=text.symbol,
        sample=text.sample,
        number=version.number,
        fingerprint=version.fingerprint,
        label=label_told(version.label),
        state=text.state,
        agreed=measures.agreed,
        blocks=measures.blocks,
        seats=tuple(_seat_rows(by, text, seats, lens, adoption, apart, voted)),
        outcome=_sealed(adoption) if adoption else _outcome(by, text, body, seats, lens, hindrance, apart),
        asked=asked,
        hindrance=hindrance,
        sentence=_sentence(text, seats, lens, hindrance),
        rule_title=rule.title.get(reader_language()) or rule.title.get("en", rule.id),
        rule_sentence=rule.sentences.get(reader_language(), rule.sentence),
        rule_source=rule.source,
        may_preside=isinstance(access.may_adopt(by, text, "") if asked else access.may_preside(by, text), Allow),
        may_call_roll=isinstance(access.may_call_roll(by, text), Allow),
        may_object=isinstance(access.may_object(by, text, body), Allow) and by.delegation not in apart,
        may_withdraw=isinstance(access.may_withdraw_objection(by, text, body), Allow) and by.delegation not in apart,
        i_objected=any(seat.objects for seat in seats if seat.code == lens.me),
        adoption=adoption.pk if adoption else "",
        question=adoption.outcome.get("question", "") if adoption else "",
    )


def _outcome(  # noqa: PLR0917
    by: Subject,
    text: Text,
    body: engine.Text,
    seats: tuple[Seat, ...],
    lens: Lens,
    hindrance: str,
    apart: frozenset[str],
) -> Outcome:
    """Return what the record will say if it closes now, with what this text itself adds to the reasons."""
    outcome = _of_the_seats(text, body, seats, lens, apart)
    reasons = list(outcome.reasons)
    if hindrance:
        reasons[0] = ("no", hindrance)
    out_of_step = hindrance_of_languages(text, body)
    if out_of_step:
        reasons.append(("no", out_of_step))
        change = _("every authentic language version in step")
        outcome = replace(outcome, adopted=False, sentence=_("Cannot be adopted. %s") % out_of_step, change=change)
    reasons.extend(("care", sentence) for sentence in unchecked_languages(text, body))
    silent = count_silent(by, text)
    if silent:
        covered = ngettext(
            "%d paragraph has changed without an entry of the record.",
            "%d paragraphs have changed without an entry of the record.",
            silent,
        )
        reasons.append(("care", covered % silent))
    return replace(outcome, reasons=tuple(reasons))


def _of_the_seats(text: Text, body: engine.Text, seats: tuple[Seat, ...], lens: Lens, apart: frozenset[str]) -> Outcome:
    """Return the outcome under the rule of the organ today; why there is none, where the rule does not fit."""
    day = clock.now().date()
    try:
        return told(decided(rule_of_text(text, body, day), seats, day, apart), lens.names)
    except RulesError as error:
        return Outcome(False, str(error), (("no", str(error)),), "")


def _sealed(adoption: Adoption) -> Outcome:
    stored = adoption.outcome
    return Outcome(True, stored["sentence"], tuple((kind, words) for kind, words in stored["reasons"]), "")


def _seat_rows(  # noqa: PLR0917
    by: Subject,
    text: Text,
    seats: tuple[Seat, ...],
    lens: Lens,
    adoption: Adoption | None,
    apart: frozenset[str],
    voted: bool,
) -> Iterator[SeatRow]:
    """Yield the seats as they are, or as they were at the adoption."""
    term = organisation_page(by, text.organisation_id).chairmanship
    present = set(adoption.outcome["present"]) if adoption else {seat.code for seat in seats if seat.present}
    for seat in seats:
        sits_apart = seat.code in apart and not seat.objects and (seat.present or adoption is not None)
        here = seat.code in present or sits_apart
        said = _("sits without accepted credentials") if sits_apart else _said(text, here, seat.objects, voted)
        yield SeatRow(lens.holder(seat.code), said, seat.objects, here, bool(term and term.code == seat.code))


def _said(text: Text, present: bool, objects: bool, voted: bool) -> str:
    if objects:
        return _("objection")
    if text.state == Text.State.OPEN:
        return _("not asked yet")
    if not present:
        return ""
    return _("present at the vote") if voted else _("no objection")


def _sentence(text: Text, seats: tuple[Seat, ...], lens: Lens, hindrance: str) -> str:
    if text.state == Text.State.ADOPTED:
        return _("Adopted and sealed.")
    if hindrance:
        return _("Not ready for the council. %s") % hindrance
    if text.state == Text.State.OPEN:
        return _("Nothing is open. The text can be put to the council.")
    objecting = [lens.names.get(seat.code, seat.code) for seat in seats if seat.objects]
    if not objecting:
        return _("The chair asks: any objection? Nobody has objected.")
    return ngettext("%s objects.", "%s object.", len(objecting)) % ", ".join(objecting)
