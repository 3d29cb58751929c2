"""What the files of the project never hold, and where certain things may stand."""

import re

import pytest

from tests.house.tree import ROOT, text_of, tracked

HOSTS = ("py" + "pi.org", "python" + "hosted", "registry.npm" + "js", "deb." + "debian", "cra" + "tes.io")
PLACES = ("/wo" + "rk/", "/opt/" + "pypi", "/opt/" + "wheels", "/root/" + ".pyenv")
SHARED = "../sha" + "red"
ROWS = re.compile(r"\b[A-Z]\w*\.objects\b")
ROOMS_OF_ROWS = re.compile(r"src/accord/(record/|\w+/(queries|actions|migrations)(/|\.py)|project/demo/)")


def named(part: str) -> list[str]:
    """Return the files that hold ``part``."""
    return [str(path.relative_to(ROOT)) for path in tracked() if part in text_of(path)]


@pytest.mark.parametrize("host", HOSTS)
def test_no_file_names_a_package_registry(host: str) -> None:
    assert named(host) == []


@pytest.mark.parametrize("place", PLACES)
def test_no_file_names_a_place_on_somebodys_machine(place: str) -> None:
    assert named(place) == []


def test_only_the_door_to_shared_texts_names_their_folder() -> None:
    assert set(named(SHARED)) <= {"tests/shared.py"}


def test_rows_are_reached_in_queries_actions_and_record_alone() -> None:
    sources = [str(path.relative_to(ROOT)) for path in tracked() if path.suffix == ".py" and ROWS.search(text_of(path))]
    elsewhere = [name for name in sources if name.startswith("src/") and not ROOMS_OF_ROWS.match(name)]
    assert elsewhere == []
