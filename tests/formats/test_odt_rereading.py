"""A rolling text in OpenDocument is read back as it was written, by the same rules as one in Word."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from accord.engine import text as engine
from accord.formats.odt.writing import write_rolling
from accord.formats.word.rolling import write_rolling as write_word
from tests.engine.text.strategies import Negotiation, negotiations
from tests.formats import odt_packages, office, packages, samples


def back(data: bytes) -> engine.Text:
    rolling = odt_packages.read(data).rolling
    assert rolling is not None
    assert rolling.fault == ""
    return engine.parse(rolling.notation)


def test_odt_rolling_text_with_something_of_everything_is_read_back() -> None:
    text = samples.rolling()
    found = back(write_rolling(text, title="Draft", head="L.1"))
    assert engine.render(replace(found, language="en", envelopes=text.envelopes)) == samples.NOTATION


@settings(max_examples=100, deadline=None)
@given(negotiations())
def test_odt_rolling_text_of_any_negotiation_is_read_back_as_from_word(negotiation: Negotiation) -> None:
    text = engine.compile_text(negotiation.base, negotiation.versions)
    assert odt_packages.read(write_rolling(text)).rolling == packages.read(write_word(text)).rolling


def test_odt_document_that_is_no_rolling_text_is_none() -> None:
    assert odt_packages.read(odt_packages.odt(odt_packages.p("One [two]."))).rolling is None


@pytest.mark.office
def test_odt_rolling_text_is_read_back_after_libreoffice_has_saved_it(tmp_path: Path) -> None:
    text = replace(samples.rolling(), blocks=tuple(replace(each, notes=()) for each in samples.rolling().blocks))
    file = tmp_path / "rolling.odt"
    file.write_bytes(write_rolling(text))
    (saved,) = office.converted([file], ".odt", tmp_path / "again")
    assert engine.render(back(saved.read_bytes())) == engine.render(back(file.read_bytes()))
