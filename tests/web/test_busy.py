"""A locked database: a clear page with 503, and never a half-done act."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from accord.web.views.errors import is_busy

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what tests/web/locked.py found, in an installation of its own on SQLite."""
    environment = {name: value for name, value in os.environ.items() if name != "ACCORD_DATABASE"}
    environment |= {"ACCORD_DATA": str(tmp_path_factory.mktemp("data")), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    command = [sys.executable, "-m", "tests.web.locked"]
    run = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return dict(json.loads(run.stdout))


@pytest.mark.parametrize("what", ["act", "sign-in", "page", "public page"])
def test_locked_database_answers_with_its_own_page(what: str, found: dict[str, Any]) -> None:
    answer = found[what]

    assert (answer["status"], answer["retry"]) == (503, "5")
    assert "The database is busy" in answer["page"]
    assert "nothing was changed" in answer["page"]


def test_locked_database_leaves_no_half_done_act(found: dict[str, Any]) -> None:
    assert found["after"] == found["before"]


def test_act_that_met_a_locked_database_is_done_once_when_sent_again(found: dict[str, Any]) -> None:
    versions, entries, number = found["before"]

    assert found["again"]["status"] == 302
    assert found["once"] == [versions + 1, entries + 1, number + 1]


@pytest.mark.parametrize(
    ("error", "busy"),
    [
        (OperationalError("database is locked"), True),
        (OperationalError("database table is locked"), True),
        (ValueError("database is locked"), False),
        (None, False),
    ],
)
def test_is_busy_tells_a_lock_from_another_fault(error: Exception | None, busy: bool) -> None:
    assert is_busy(error) == busy
