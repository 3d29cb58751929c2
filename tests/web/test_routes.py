"""The start-up check: an installation with an unguarded address does not start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.test import override_settings

ROOT = Path(__file__).parents[2]


def start(settings: str, data: Path) -> subprocess.CompletedProcess[str]:
    """Load the application as a server does."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": settings, "ACCORD_DATA": str(data), "PYTHONPATH": "src:."}
    command = [sys.executable, "-c", "import accord.project.wsgi"]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)


def test_start_refuses_a_route_without_a_policy(tmp_path: Path) -> None:
    refused = start("tests.web.bare_settings", tmp_path)

    assert refused.returncode != 0
    assert "The address bare/ has no policy" in refused.stderr


def test_start_accepts_the_routes_of_the_product(tmp_path: Path) -> None:
    started = start("accord.project.settings", tmp_path)

    assert (started.returncode, started.stderr) == (0, "")


@pytest.mark.parametrize(("urls", "found"), [("accord.project.urls", []), ("tests.web.bare_urls", ["accord.E001"])])
def test_check_names_only_routes_without_a_policy(urls: str, found: list[str]) -> None:
    with override_settings(ROOT_URLCONF=urls):
        assert [message.id for message in run_checks() if message.id == "accord.E001"] == found
