"""An empty database is given all tables at once, and they are those that the steps end in."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.databases import database


def new(folder: Path, way: str) -> Any:
    """Return what a new database holds that was made in this way."""
    folder.mkdir()
    with database(folder) as around:
        command = [sys.executable, "-m", "tests.record.schemas", way]
        return json.loads(subprocess.run(command, env=around, check=True, capture_output=True, text=True).stdout)


def test_tables_made_at_once_are_those_of_all_steps(tmp_path: Path) -> None:
    made, stepped = new(tmp_path / "made", "made"), new(tmp_path / "stepped", "stepped")
    assert len(made["tables"]) > 100
    assert any(table["checks"] for table in made["tables"].values())
    assert any("immutable" in sql for _name, sql in made["triggers"])
    assert made["steps"] == stepped["steps"]
    assert made["triggers"] == stepped["triggers"]
    assert made["tables"].keys() == stepped["tables"].keys()
    for name, table in made["tables"].items():
        assert table == stepped["tables"][name], name
