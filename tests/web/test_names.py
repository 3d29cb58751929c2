"""In which language words of a page are marked: those of the register with its own, those of the program never."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils.translation import gettext_lazy, override

from accord.meetings.choices import Kind
from accord.members.models import Organisation
from tests import factories
from tests.factories import Council

SPANISH = Organisation(name="Consejo", names_in="es", language="es")
KAZAKH = Organisation(name="Кеңес", names_in="kk", language="kk")
TOLD = '<span dir="auto">{}</span>'


def drawn(source: str, organisation: Organisation, **values: Any) -> str:
    """Return what a template says to a reader of the language that is switched on."""
    context = Context({"organisation": organisation, **values})
    return Template("{% load names %}" + source).render(context)


def test_words_of_a_register_in_another_language_are_marked_although_the_script_is_the_readers() -> None:
    with override("en"):
        assert drawn("{% original words marked=False %}", SPANISH, words="Agua") == (
            '<span dir="auto" lang="es">Agua</span>'
        )
        assert drawn("{% tongue words %}", SPANISH, words="Agua") == ' lang="es"'
    with override("ru"):
        assert drawn("{% tongue words %}", KAZAKH, words="Су") == ' lang="kk"'


@pytest.mark.parametrize(
    ("language", "organisation", "words", "known"),
    [("en", SPANISH, "Agua", "Water"), ("ru", KAZAKH, "Су", "Вода"), ("ru", SPANISH, "Agua", "Вода")],
)
def test_words_known_in_the_readers_language_are_shown_in_it_unmarked(
    language: str, organisation: Organisation, words: str, known: str
) -> None:
    values: dict[str, Any] = {"words": words, "wordings": {words: known}}
    with override(language):
        assert drawn("{% original words %}", organisation, **values) == TOLD.format(known)
        assert drawn("{% original words marked=False %}", organisation, **values) == TOLD.format(known)
        assert drawn("<b{% tongue words %}>{% in_words words %}</b>", organisation, **values) == f"<b>{known}</b>"
        kept = drawn("{% tongue words kept=True %}", organisation, **values)
        assert kept == f' lang="{organisation.names_in}"'


@pytest.mark.parametrize(("language", "organisation"), [("en", SPANISH), ("ru", KAZAKH)])
def test_words_of_the_program_are_the_readers(language: str, organisation: Organisation) -> None:
    with override(language):
        assert drawn("{% tongue words %}", organisation, words=gettext_lazy("none")) == ""
        assert drawn("{% tongue words %}", organisation, words=Kind.choices[0][1]) == ""
        assert "lang=" not in drawn("{% original words %}", organisation, words=gettext_lazy("none"))


def test_words_of_the_program_that_are_not_translated_carry_their_language() -> None:
    with override("ru"):
        assert drawn("{% tongue words %}", SPANISH, words=gettext_lazy("not in the catalogue")) == ' lang="en"'


@pytest.mark.django_db
def test_pages_of_a_register_in_spanish_mark_its_words_alone(council: Council, client: Client) -> None:
    Organisation.objects.filter(pk=council.organisation.pk).update(names_in="es")
    factories.meeting_of(council, "Reunión", day=None)
    factories.sign_in(client, council.secretariat)
    listed = client.get("/meetings/").content.decode()
    assert '<span dir="auto" lang="es">Reunión</span>' in listed
    assert '<span class="day">Day not fixed</span>' in listed
    columns = client.get("/lists/members/enter/").content.decode()
    assert "list-columns" in columns
    assert 'lang="es"' not in columns.partition("<h1")[2].partition("<footer")[0]
    entering = client.get("/register/enter/organ/").content.decode().partition("<h1")[2]
    assert ">none</option>" in entering
    assert 'class="hint"' in entering
    assert 'lang="es">none' not in entering
    hints = re.findall('<span class="hint"[^>]*>(.*?)</span>', entering)
    assert [hint for hint in hints if "lang=" in hint] == []
