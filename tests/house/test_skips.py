"""A run that should have a browser and PostgreSQL fails when it has none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = """
import pytest

@pytest.mark.browser
def test_page(): pytest.skip("no window")

@pytest.mark.postgresql
def test_rows(): pytest.skip("no server")

def test_file(): pytest.skip("no file")
"""


def outcome(tmp_path: Path, **environment: str) -> str:
    """Return the closing line of a run of one browser test, one database test and one other, all skipping."""
    (tmp_path / "test_needs.py").write_text(TESTS)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n    browser\n    postgresql\n")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ACCORD_", "PYTEST"))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.skips", "-p", "no:django", "--rootdir", str(tmp_path)]
    run = subprocess.run(
        [*command, "-p", "no:cacheprovider", str(tmp_path)],
        cwd=ROOT, env=kept | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return run.stdout.strip().splitlines()[-1].partition(" in ")[0]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "3 skipped"),
        ({"ACCORD_DATABASE": "postgres://nowhere/x"}, "3 skipped"),
        ({"ACCORD_CI": "1"}, "1 failed, 2 skipped"),
        ({"ACCORD_CI": "1", "ACCORD_DATABASE": "postgres://nowhere/x"}, "2 failed, 1 skipped"),
    ],
    ids=["at home", "at home with postgresql", "ci on sqlite", "ci on postgresql"],
)
def test_skip_that_may_not_be_fails(tmp_path: Path, environment: dict[str, str], expected: str) -> None:
    assert outcome(tmp_path, **environment) == expected


def test_browser_that_is_missing_fails_the_run(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert outcome(tmp_path, PATH=str(tmp_path / "empty"), ACCORD_CI="1") == "2 skipped, 1 error"
