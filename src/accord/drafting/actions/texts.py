"""Beginning a text, its roll of seats, its revisions, and who has looked."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.access.models import Audience
from accord.access.queries import council_audience, visible_audiences
from accord.drafting.access import may_begin, may_call_roll
from accord.drafting.actions.steps import step, version_by_id
from accord.drafting.models import Look, Roll, Text, Version
from accord.drafting.queries.rows import text_row
from accord.engine import text as engine
from accord.engine.text.wording import negotiated
from accord.members.models import Organisation
from accord.members.queries import members_of, organisation_of
from accord.record import acts as record


def _text_by_id(pk: str) -> Text:
    return Text.objects.get(pk=pk)


@record.action(answers=_text_by_id)
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
        WordingRefused: with every place; NotVisible, Refused.
    """
    with record.act("began", by=by, key=key) as act:
        require(may_begin(by))
        organisation = organisation_of(by)
        body = _zero_draft(organisation, document, sample)
        text = Text.objects.create(
            organisation=organisation,
            audience=_audience(by, organisation, audience),
            meeting=meeting,
            title=negotiated(title).strip(),
            symbol=symbol or _next_symbol(organisation),
            sample=sample,
            begun=act.at,
        )
        version = _first_version(text, body)
        _set_roll(text, [code for code in body.delegations if code not in absent])
        act.entry(
            organisation_id=organisation.pk,
            stream=text.stream,
            audience=text.audience,
            answer=text.pk,
            data={"text": text.pk, "title": text.title, "version": 1},
            made=version.fingerprint,
        )
        return text


@record.action(answers=version_by_id)
def issue_revision(text_id: str, *, by: Subject, label: str, key: UUID) -> Version:
    """Give the current state of the text a name (Rev.1), so that it can be compared with later ones."""
    with step("issued", text_id, by=by, seen="", key=key) as at:
        require(may_begin(by))
        return at.save(at.body, label=negotiated(label).strip(), name=label)


@record.action(answers=_text_by_id)
def call_roll(text_id: str, *, by: Subject, present: Collection[str], key: UUID) -> Text:
    """Record whose seats are taken. Absence is neither consent nor objection."""
    with step("took the roll", text_id, by=by, seen="", key=key) as at:
        require(may_call_roll(by, at.text))
        _set_roll(at.text, [code for code in at.body.delegations if code in present])
        at.write(answer=at.text.pk, present=sorted(present))
        return at.text


def look(text_id: str, *, by: Subject) -> None:
    """Remember the version that this person has now looked at. Not an act: it changes nothing that others see."""
    text = text_row(by, text_id)
    if by.person_id is not None:
        Look.objects.update_or_create(text=text, person=by.person_id, defaults={"number": text.number})


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
    return audience


def _next_symbol(organisation: Organisation) -> str:
    return f"L.{Text.objects.filter(organisation=organisation).count() + 1}"


def _first_version(text: Text, body: engine.Text) -> Version:
    return Version.objects.create(
        text=text,
        number=1,
        label=_("Zero draft"),
        fingerprint=engine.fingerprint(body),
        stored=engine.dump(body),
        at=text.begun,
    )


def _set_roll(text: Text, present: Collection[str]) -> None:
    text.roll.all().delete()
    roster = text.versions.order_by("number").first().body.delegations  # type: ignore[union-attr]
    Roll.objects.bulk_create(Roll(text=text, code=code, present=code in present) for code in roster)
