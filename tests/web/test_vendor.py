"""Scripts of others are kept as they were released."""

import hashlib
import tomllib
from pathlib import Path

import pytest

import accord

VENDOR = Path(accord.__file__).parent / "web" / "static" / "vendor"
SCRIPTS = tomllib.loads((VENDOR / "vendor.toml").read_text(encoding="utf-8"))["script"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script["file"])
def test_vendored_script_has_the_hash_of_its_release(script: dict[str, str]) -> None:
    assert hashlib.sha256((VENDOR / script["file"]).read_bytes()).hexdigest() == script["sha256"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script["file"])
def test_vendored_script_keeps_its_licence(script: dict[str, str]) -> None:
    assert (VENDOR / script["licence_file"]).stat().st_size > 0


def test_vendor_folder_holds_nothing_that_is_not_listed() -> None:
    listed = {name for script in SCRIPTS for name in (script["file"], script["licence_file"])}

    assert {path.name for path in VENDOR.iterdir()} == listed | {"vendor.toml"}
