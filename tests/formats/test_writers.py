"""What holds for every format that a text is written in."""

import hashlib
import io
import os
import shutil
import subprocess
import sys
import zipfile

import pytest
from lxml import etree, html

from accord.engine import text as engine
from accord.formats.documents import WRITERS, write_text
from accord.formats.showing import SAMPLE
from tests.formats.samples import rolling

SCRIPT = """
import sys
from accord.formats.documents import write_text
from tests.formats.samples import rolling
sys.stdout.buffer.write(write_text(rolling(), sys.argv[1]))
"""


def written_elsewhere(suffix: str, seed: str) -> bytes:
    """Return what another process writes, whose sets and dictionaries lie in another order."""
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", SCRIPT, suffix]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


@pytest.mark.parametrize("suffix", WRITERS)
def test_written_bytes_are_the_same_in_every_process(suffix: str) -> None:
    if suffix == ".pdf":
        pytest.importorskip("typst", reason="needs the extra pdf: pip install 'accord[pdf]'")
    hashes = {hashlib.sha256(written_elsewhere(suffix, seed)).hexdigest() for seed in ("1", "2")}
    assert hashes == {hashlib.sha256(write_text(rolling(), suffix)).hexdigest()}


# Nothing of the model is missing in any form that people read

WHOLE = """%accord 1
%base XZZ
%delegations XAA, XBB, XCC, XDD
%groups Friends of clarity = XAA, XBB
%sample
%language en

1. They [shall] [XAA, XBB: should] meet. [XCC, XDD move: after b2 “2. They publish.”] \
[agreed ad ref in plenary; pending XBB]

2. They publish.[\\p] [XDD: \\s]They report. [reopened] [XCC reserve: on the whole] [XDD note: will follow]
"""
SAID = (
    SAMPLE,
    "Delegations: XAA, XBB, XCC, XDD.",
    "XZZ",
    "Friends of clarity (XAA, XBB)",
    "[shall] [XAA, XBB: should]",
    "agreed ad referendum in plenary; pending XBB",
    "XCC, XDD: this paragraph after “2. They publish.",
    "¶",
    "reopened",
    "XCC reserves its position: on the whole",
    "XDD notes: will follow",
)


def characters_of(data: bytes, suffix: str) -> str:
    """Return what a person reads in a file, white space made even."""
    if suffix == ".pdf":
        done = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True)
        return " ".join(done.stdout.decode().split())
    if suffix in (".docx", ".odt"):
        part = {".docx": "word/document.xml", ".odt": "content.xml"}[suffix]
        data = zipfile.ZipFile(io.BytesIO(data)).read(part).replace(b"<text:s/>", b" ")
    if suffix == ".html":
        return " ".join(html.document_fromstring(data).text_content().split())
    return " ".join("".join(etree.fromstring(data).itertext()).split())


@pytest.mark.parametrize("suffix", [".html", ".pdf", ".xml", ".docx", ".odt"])
@pytest.mark.parametrize("said", SAID)
def test_written_text_says_all_that_the_model_holds(suffix: str, said: str) -> None:
    if suffix == ".pdf":
        pytest.importorskip("typst", reason="needs the extra pdf: pip install 'accord[pdf]'")
        if not shutil.which("pdftotext"):
            pytest.skip("needs pdftotext: apt install poppler-utils")
    assert said in characters_of(write_text(engine.parse(WHOLE), suffix), suffix)


@pytest.mark.parametrize("suffix", [".html", ".xml"])
def test_written_text_names_its_language_to_programs(suffix: str) -> None:
    assert b'lang="en"' in write_text(engine.parse(WHOLE), suffix)


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_written_table_of_delegations_counts_a_move_as_a_position(suffix: str) -> None:
    said = characters_of(write_text(engine.parse(WHOLE), suffix), suffix)
    assert said.count("1 (moved)") == 2
    assert said.count("no position") == 1  # in the legend
