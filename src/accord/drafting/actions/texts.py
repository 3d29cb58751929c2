"""Beginning a text, its roll of seats, its revisions, and who has looked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.access.models import Audience
from accord.access.queries import council_audience, named_audience, visible_audiences
from accord.drafting.access import may_admit, may_begin, may_call_roll, may_issue
from accord.drafting.actions.checks import codes_of, one_line
from accord.drafting.actions.steps import step, version_by_id
from accord.drafting.models import Look, Roll, Text, Version
from accord.drafting.queries.rows import text_row
from accord.engine import text as engine
from accord.engine.passage import next_symbol
from accord.engine.text.naming import NameRefused
from accord.engine.text.wording import negotiated
from accord.members.models import Organisation
from accord.members.queries import members_of, visible_organisations
from accord.record import acts as record

TITLE_LENGTH, SYMBOL_LENGTH, LABEL_LENGTH, ID_LENGTH = 300, 40, 40, 16


def text_by_id(pk: str) -> Text:
    """Load the answer of an act that began a text."""
    return Text.objects.get(pk=pk)


@record.action(answers=text_by_id)
def start_text(
    *,
    by: Subject,
    title: str,
    document: str,
    key: UUID,
    sample: bool = False,
    meeting: str = "",
    symbol: str = "",
    audience: str = "",
    absent: Collection[str] = (),
) -> Text:
    """
    Begin a text with its zero draft.

    Args:
        document: paragraphs parted by blank lines; refused where it holds characters that negotiated wording may not.
        audience: id of the audience that is admitted; "" admits all delegations, the chair and the secretariat.
        absent: codes whose seats are empty.

    Raises:
        WordingRefused: with every place; engine.TextError: title or symbol cannot be used; NotVisible; Refused: not the
        secretariat, or everybody would be admitted.
    """
    heading = one_line(title, longest=TITLE_LENGTH)
    with record.act("began", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), by.organisation_id or "")
        require(may_begin(by))
        body = _zero_draft(organisation, document, sample)
        opening = Opening(heading, _("Zero draft"), meeting, symbol, audience, absent)
        return begun(act, organisation, body, opening, by=by)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a text begins with beside its wording; see :func:`start_text`."""

    title: str
    label: str
    meeting: str = ""
    symbol: str = ""
    audience: str = ""
    absent: Collection[str] = ()


def begun(
    act: record.Act, organisation: Organisation, body: engine.Text, opening: Opening, *, by: Subject, **data: Any
) -> Text:
    """Store a text with its first version, its roll and the entry of this act."""
    admitted = _audience(by, organisation, opening.audience)
    if len(opening.meeting) > ID_LENGTH:
        raise NotVisible
    away = codes_of(body, opening.absent)
    text = Text.objects.create(
        organisation=organisation,
        audience=admitted,
        meeting=opening.meeting,
        title=opening.title,
        symbol=_symbol(admitted, opening.symbol),
        sample=body.sample,
        begun=act.at,
    )
    version = _first_version(text, body, opening.label)
    _set_roll(text, body, [code for code in body.delegations if code not in away])
    act.entry(
        organisation_id=organisation.pk,
        stream=text.stream,
        audience=named_audience(admitted),
        answer=text.pk,
        data={"text": text.pk, "title": text.title, "version": 1, **data},
        made=version.fingerprint,
    )
    return text


@record.action(answers=version_by_id)
def issue_revision(text_id: str, *, by: Subject, label: str, key: UUID) -> Version:
    """Give the current state of the text a name (Rev.1), so that it can be compared with later ones."""
    name = one_line(label, longest=LABEL_LENGTH)
    with step("issued", text_id, by=by, seen=None, key=key) as at:
        require(may_issue(by, at.text))
        return at.save(at.body, label=name, name=name)


@record.action(answers=text_by_id)
def call_roll(text_id: str, *, by: Subject, present: Collection[str], key: UUID) -> Text:
    """Record whose seats are taken. Absence is neither consent nor objection."""
    with step("took the roll", text_id, by=by, seen=None, key=key) as at:
        require(may_call_roll(by, at.text))
        seated = codes_of(at.body, present)
        _set_roll(at.text, at.body, seated)
        at.save(at.body, answer=at.text.pk, present=list(seated))
        return at.text


def look(text_id: str, *, by: Subject, number: int | None = None) -> None:
    """
    Remember the version that this person has now read, the current one where none is named; the mark never goes back.

    Not an act: it changes nothing that others see.
    """
    text = text_row(by, text_id)
    if by.person_id is None:
        return
    read = text.number if number is None else max(1, min(number, text.number))
    row, new = Look.objects.get_or_create(text=text, person=by.person_id, defaults={"number": read})
    if not new and row.number < read:
        Look.objects.filter(pk=row.pk, number__lt=read).update(number=read)


def _zero_draft(organisation: Organisation, document: str, sample: bool) -> engine.Text:
    wording = negotiated(document).strip("\n") + "\n"
    roster = [member.code for member in members_of(organisation)]
    body = engine.compile_text(wording, {}, delegations=roster, sample=sample)
    if not body.blocks or not wording.strip():
        raise engine.NothingToDo(_("A zero draft has at least one paragraph."))
    return body


def _audience(by: Subject, organisation: Organisation, audience_id: str) -> Audience:
    if not audience_id:
        return council_audience(organisation.pk)
    audience = visible_audiences(by).filter(pk=audience_id, organisation_id=organisation.pk).first()
    if audience is None:
        raise NotVisible
    require(may_admit(audience))
    return audience


def _symbol(audience: Audience, wanted: str) -> str:
    """
    Return the symbol of a new text: the wanted one, else the next of the series of its audience.

    A series counts what its own audience can see, so that a gap in it betrays nothing (TRUST D6). Texts of the whole
    council are "L.1", "L.2", …; of fewer "R.1", "R.2", … (restricted).
    """
    taken = set(Text.objects.filter(audience=audience).values_list("symbol", flat=True))
    if wanted:
        symbol = one_line(wanted, longest=SYMBOL_LENGTH)
        if symbol in taken:
            raise NameRefused(_("The symbol %s is taken.") % symbol)
        return symbol
    series = "L" if audience.name == "council" else "R"
    return next_symbol(f"{series}.{{n}}", taken)


def _first_version(text: Text, body: engine.Text, label: str) -> Version:
    return Version.objects.create(
        text=text,
        number=1,
        label=label,
        fingerprint=engine.fingerprint(body),
        stored=engine.dump(body),
        at=text.begun,
    )


def _set_roll(text: Text, body: engine.Text, present: Collection[str]) -> None:
    text.roll.all().delete()
    Roll.objects.bulk_create(Roll(text=text, code=code, present=code in present) for code in body.delegations)
