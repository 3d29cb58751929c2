"""What somebody who keeps the register chooses from, and what is about to be changed."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject
from accord.members.models import Member, Organ, Organisation, Partner, Person, Post, Provision
from accord.members.pages import EndingPage
from accord.members.queries.naming import WORDS, name_book
from accord.members.queries.organisations import visible_organisations


def nameable(by: Subject, organisation_id: str) -> list[tuple[str, str]]:
    """Return everything of the register that can be called something in another language, as (of, words)."""
    organisation = visible_organisations(by).filter(pk=organisation_id).first()
    if organisation is None:
        return []
    own = {"organisation": organisation}
    plain = [("organisation", organisation.name), ("short", organisation.short_name), ("council", organisation.council)]
    found = [(of, words) for of, words in plain if words]
    found += [(f"member {row.code}", row.name) for row in Member.objects.filter(**own)]
    found += [(f"organ {row.key}", row.name) for row in Organ.objects.filter(**own)]
    found += [(f"partner {row.code}", row.name) for row in Partner.objects.filter(**own)]
    found += [(f"person {row.pk}", row.name) for row in Person.objects.filter(**own)]
    found += [(f"rule {row.key}", row.title) for row in Provision.objects.filter(**own)]
    found += [(f"title {title}", _("the title “%s”") % title) for title in _titles(organisation)]
    return found + [(f"{WORDS}{level}", level) for level in _levels(organisation)]


def ending_page(by: Subject, organisation_id: str, post: str) -> EndingPage:
    """Return a post that is about to end. Raises NotVisible."""
    rows = Post.objects.filter(person__organisation__in=visible_organisations(by), handle=post)
    row = rows.filter(person__organisation=organisation_id).select_related("person__organisation").first()
    if row is None:
        raise NotVisible
    book = name_book(row.person.organisation)
    person = book.called(f"person {row.person.pk}", row.person.name)
    return EndingPage(
        row.handle, row.person.pk, person, book.called(f"title {row.title}", row.title), row.since, row.until
    )


def _titles(organisation: Organisation) -> list[str]:
    rows = Post.objects.filter(person__organisation=organisation).order_by("title")
    return list(rows.values_list("title", flat=True).distinct())


def _levels(organisation: Organisation) -> list[str]:
    rows = Organ.objects.filter(organisation=organisation).exclude(level="").order_by("level")
    return list(rows.values_list("level", flat=True).distinct())
