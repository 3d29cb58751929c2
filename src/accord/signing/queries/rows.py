"""The only doors to the rows of signing: what this subject can see, and nothing else."""

from __future__ import annotations

from django.db.models import QuerySet

from accord.access import Allow, NotVisible, Subject
from accord.access.queries import visible_audiences
from accord.decisions.models import Ruling
from accord.decisions.queries import visible_questions
from accord.drafting.models import Adoption
from accord.drafting.queries.entering import NAMED
from accord.drafting.queries.rows import visible_adoptions
from accord.members.models import Organisation
from accord.signing.access import may_enter
from accord.signing.choices import Kind
from accord.signing.models import Instrument

RELATED = ("organisation", "organ", "adoption__text", "ruling__question")


def visible_instruments(by: Subject) -> QuerySet[Instrument]:
    """Instruments whose audience admits ``by``, the latest first."""
    return Instrument.objects.filter(audience__in=visible_audiences(by)).select_related(*RELATED)


def named_adoptions(by: Subject) -> QuerySet[Adoption]:
    """Adopted texts in which ``by`` sees who said what."""
    rows = visible_adoptions(by).select_related("text__organisation", "text__audience")
    return rows if by.role in NAMED else rows.none()


def visible_rulings(by: Subject) -> QuerySet[Ruling]:
    """Rulings on questions that ``by`` can see."""
    return Ruling.objects.filter(question__in=visible_questions(by)).select_related("question__organisation")


def instrument_row(by: Subject, instrument_id: str) -> Instrument:
    """
    Return an instrument; one that is not stored yet where nothing is entered of an adoption or ruling.

    Raises:
        NotVisible: ``by`` cannot see it or there is none.
    """
    stored = visible_instruments(by).filter(pk=instrument_id).first()
    return stored or of_adoption(by, instrument_id) or of_ruling(by, instrument_id) or _missing()


def of_adoption(by: Subject, adoption_id: str) -> Instrument | None:
    """Return the instrument that this adopted text makes, not stored, without its audience; None where none is seen."""
    row = named_adoptions(by).filter(pk=adoption_id).first()
    if row is None:
        return None
    of = {"organisation": row.text.organisation, "day": row.at.date(), "sample": row.sample}
    return Instrument(pk=row.pk, kind=Kind.TEXT, adoption=row, **of)


def of_ruling(by: Subject, ruling_id: str) -> Instrument | None:
    """
    Return the instrument that this ruling makes, not stored, without its audience; None where none is seen.

    A ruling that adopted a text makes none: members stand to the adopted text.
    """
    row = visible_rulings(by).filter(pk=ruling_id).first()
    if row is None or adopted_by(row) is not None:
        return None
    of = {"organisation": row.question.organisation, "day": row.at.date(), "sample": row.question.sample}
    return Instrument(pk=row.pk, kind=Kind.DECISION, ruling=row, **of)


def adopted_by(ruling: Ruling) -> Adoption | None:
    """Return the adoption with which a question was closed; None where it adopted no text."""
    if not ruling.question.adopts:
        return None
    row = Adoption.objects.filter(text=ruling.question.about).first()
    return row if row is not None and row.outcome.get("question") == ruling.question_id else None


def enters_signing(by: Subject, organisation: Organisation) -> bool:
    """Whether ``by`` may enter a decision that is known by its title."""
    return isinstance(may_enter(by, organisation), Allow)


def title_of(row: Instrument) -> str:
    """Return the title: of the text with its symbol, of the question, or its own."""
    if row.adoption is not None:
        return f"{row.adoption.text.symbol} {row.adoption.text.title}".strip()
    return row.ruling.question.title if row.ruling is not None else row.title


def _missing() -> Instrument:
    raise NotVisible
