"""The only doors to the rows of drafting: what this subject can see, and nothing else."""

from __future__ import annotations

from django.db.models import QuerySet

from accord.access import NotVisible, Subject
from accord.access.queries import visible_audiences
from accord.drafting.models import Adoption, Closing, Proposal, Text, Version


def visible_texts(by: Subject) -> QuerySet[Text]:
    """Texts whose audience admits ``by``, the newest first."""
    return Text.objects.filter(audience__in=visible_audiences(by)).order_by("-begun", "id")


def visible_proposals(by: Subject) -> QuerySet[Proposal]:
    """Proposals whose audience admits ``by``: own, with the chair, or tabled."""
    return Proposal.objects.filter(audience__in=visible_audiences(by), text__in=visible_texts(by)).order_by("at", "id")


def visible_closings(by: Subject) -> QuerySet[Closing]:
    """Proposals of the chair to close a choice, in texts that ``by`` can see."""
    return Closing.objects.filter(text__in=visible_texts(by)).order_by("at", "id")


def visible_adoptions(by: Subject) -> QuerySet[Adoption]:
    """Adopted texts that ``by`` was admitted to when they were negotiated."""
    return Adoption.objects.filter(text__in=visible_texts(by)).select_related("text", "version")


def text_row(by: Subject, text_id: str) -> Text:
    """Return the text. Raises NotVisible where ``by`` cannot see it or there is none."""
    row = visible_texts(by).select_related("organisation", "audience").filter(pk=text_id).first()
    if row is None:
        raise NotVisible
    return row


def current(text: Text) -> Version:
    """Return the current version of a text that was found through :func:`text_row`."""
    return Version.objects.get(text=text, number=text.number)


def version_of(text: Text, number: int) -> Version:
    """Return one version of a text. Raises NotVisible where it has no such version."""
    version = Version.objects.filter(text=text, number=number).first()
    if version is None:
        raise NotVisible
    return version


def version_seen(text: Text, fingerprint: str) -> Version | None:
    """Return the latest version with this fingerprint, or None: a page of another time or a made-up form."""
    return Version.objects.filter(text=text, fingerprint=fingerprint).order_by("-number").first()


def number_of(by: Subject, text_id: str) -> int:
    """Return the number at which this text is, for the live poll. Raises NotVisible."""
    number = visible_texts(by).filter(pk=text_id).values_list("number", flat=True).first()
    if number is None:
        raise NotVisible
    return number
