"""Two secretaries at one item at one moment: one enters it, the other is told; on the database of this run."""

import json
import subprocess
import sys
from pathlib import Path

from tests.databases import database


def test_of_two_at_once_one_enters_and_the_other_is_told(tmp_path: Path) -> None:
    with database(tmp_path) as environment:
        command = [sys.executable, "-m", "tests.inbox.secretaries"]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=300)
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "told": ["It is decided already: entered, by secretariat. Nothing was done a second time.", "entered"],
        "seats": 1,
        "entries": 1,
    }
