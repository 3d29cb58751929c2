"""The wheel: what pip installs holds everything that Accord needs, and nothing else."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import ROOT, tracked


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Return the names of the files in the wheel, built from a copy of the project."""
    copy = tmp_path_factory.mktemp("project")
    for path in tracked():
        name = path.relative_to(ROOT)
        if name.parts[0] == "src" or len(name.parts) == 1:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "-w", str(copy / "dist"), str(copy)], check=True, capture_output=True)
    (built,) = (copy / "dist").glob("accord-*.whl")
    return frozenset(name for name in zipfile.ZipFile(built).namelist() if ".dist-info/" not in name)


def test_wheel_holds_every_file_of_the_package(wheel: frozenset[str]) -> None:
    package = {path.relative_to(ROOT / "src") for path in tracked() if path.is_relative_to(ROOT / "src" / "accord")}
    assert sorted(wheel) == sorted(path.as_posix() for path in package)


@pytest.mark.parametrize("kind", ["data/facts", "web/templates", "web/static", "drafting/migrations", "py.typed"])
def test_wheel_holds(wheel: frozenset[str], kind: str) -> None:
    assert [name for name in wheel if Path(name).as_posix().startswith(f"accord/{kind}")] != []
