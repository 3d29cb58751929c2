"""A folder with a base and four versions, and a way to type commands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from accord.cli.app import app

BASE = "Statement\n\n1. The Parties shall meet once a year.\n\n2. They publish the report.\n"
VERSIONS = {
    "XAA": BASE.replace("shall", "should"),
    "XBB": BASE.replace("shall", "should").replace("the report", "their report"),
    "XCC": BASE.replace("2. They publish the report.\n", "2. They publish the report.\n\n3. They inform the public.\n"),
    "XDD": BASE,
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder, with base.txt and XAA.txt to XDD.txt in it."""
    monkeypatch.chdir(tmp_path)
    for stem, wording in {"base": BASE, **VERSIONS}.items():
        (tmp_path / f"{stem}.txt").write_bytes(wording.encode())
    return tmp_path


@pytest.fixture
def accord(folder: Path) -> Callable[..., Result]:
    """Return a function that types a command in the folder."""

    def type_in(*words: str, stdin: bytes | None = None) -> Result:
        result = CliRunner().invoke(app, list(words), input=stdin)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return type_in
