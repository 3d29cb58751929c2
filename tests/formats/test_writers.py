"""What holds for every format that a text is written in."""

import hashlib
import os
import subprocess
import sys

import pytest

from accord.formats.documents import WRITERS, write_text
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
