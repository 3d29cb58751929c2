"""The direction of imports: kept, and the contracts notice when it is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

CONFIG = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def lint(config: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the check of imports with this configuration."""
    command = [sys.executable, "-c", LINT, "--config", str(config), "--no-cache", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_imports_go_one_way() -> None:
    run = lint(ROOT / "pyproject.toml")
    assert (run.returncode, run.stdout if run.returncode else "") == (0, "")


@pytest.mark.parametrize(
    ("contract", "old", "new"),
    [
        ("rooms", '    "record",\n    "access",\n', '    "access",\n    "record",\n'),
        ("rooms", '    "meetings",\n    "drafting",\n    "members",\n', '    "meetings",\n    "members",\n'),
        ("engine", '"os",', '"os", "re",'),
        ("inside", '"(actions)", "(queries)"', '"(queries)", "(actions)"'),
    ],
    ids=["a room too low", "a room without a place", "what the engine may not import", "an order inside a room"],
)
def test_contract_notices(tmp_path: Path, contract: str, old: str, new: str) -> None:
    assert CONFIG.count(old) == 1
    config = tmp_path / "pyproject.toml"
    config.write_text(CONFIG.replace(old, new), encoding="utf-8")
    run = lint(config, "--contract", contract)
    assert run.returncode == 1, run.stdout + run.stderr
