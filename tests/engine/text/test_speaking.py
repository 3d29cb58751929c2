"""Lines that name who speaks, as resolutions, treaties and declarations open; the others only look like one."""

from __future__ import annotations

import pytest

from accord.engine import text as engine
from accord.engine.text.speaking import names_who_speaks

OPENING = (
    "The General Assembly,",
    "The Security Council,",
    "The Human Rights Council,",
    "The Conference of the Parties,",
    "The Parties to the Paris Agreement,",
    "The States Parties to the present Protocol,",
    "The Contracting Parties,",
    "We, the Heads of State and Government,",
    "The Council of Ministers of Foreign Affairs of the CSTO,",
    "The Ministers of Foreign Affairs of the member States,",
    "L’Assemblée générale,",
    "Le Conseil de sécurité,",
    "Les États parties au présent Protocole,",
    "La Asamblea General,",
    "Los Estados Partes,",
    "Генеральная Ассамблея,",
    "Совет Безопасности,",
    "Совет министров иностранных дел,",
    "Договаривающиеся Стороны,",
    "Мы, главы государств и правительств,",
    "Государства – члены ОДКБ,",
    "Постоянный совет,",
    "Бас Ассамблея,",
    "إن الجمعية العامة،",
    "大会，",
    "安全理事会，",
    "Գլխավոր ասամբլեան,",
)
OTHERS = (
    "Recalling the General Assembly,",
    "Noting the report,",
    "Recalling its resolution 61/295,",
    "Отмечая доклад,",
    "Ссылаясь на резолюцию Совета Безопасности,",
    "Приветствуя Совет Безопасности,",
    "The Parties noting the report of the Council,",
    "注意到大会的报告，",
    "Guided by the Charter,",
    "Consciente de la situación,",
    "Rappelant l’Assemblée générale,",
    "وإذ تشير إلى الجمعية العامة،",
    "The General Assembly",
    "Отмечая Ассамблея",
)


@pytest.mark.parametrize("line", OPENING)
def test_an_opening_line_names_who_speaks(line: str) -> None:
    assert names_who_speaks(line)


@pytest.mark.parametrize("line", OTHERS)
def test_a_paragraph_of_the_preamble_does_not(line: str) -> None:
    assert not names_who_speaks(line)


def test_the_opening_line_is_not_counted_as_a_paragraph_of_the_preamble() -> None:
    base = "The General Assembly,\n\nRecalling its mandate,\n\nNoting it,\n\nDecides to meet.\n"
    text = engine.compile_text(base, {})
    assert engine.labels(text) == ("", "PP1", "PP2", "OP1")


def test_such_a_line_further_down_keeps_its_number() -> None:
    text = engine.compile_text("Recalling its mandate,\n\nThe General Assembly,\n\nDecides to meet.\n", {})
    assert engine.labels(text) == ("PP1", "PP2", "OP1")
