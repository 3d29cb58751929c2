"""``accord serve`` and ``accord check``, with settings from the environment."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import build_opener

import pytest

from tests.project.test_demo import PATIENCE, free_port


def environment(folder: Path, **values: str) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("ACCORD_", "DJANGO_"))}
    return {**own, "ACCORD_DATA": str(folder), **values}


def type_in(folder: Path, word: str, **values: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "accord.cli", word]
    return subprocess.run(
        command, env=environment(folder, **values), capture_output=True, text=True, timeout=PATIENCE, check=False
    )


def test_server_answers_and_leaves_on_sigterm(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "accord.cli", "serve"]
    values = environment(tmp_path, ACCORD_PORT=str(port), ACCORD_WORKERS="1")
    server = subprocess.Popen(command, env=values, start_new_session=True)
    try:
        assert status_of(f"http://127.0.0.1:{port}/sign-in/") == 200
        server.send_signal(signal.SIGTERM)
        assert server.wait(PATIENCE) == 0
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
    assert (tmp_path / "accord.sqlite3").exists()


def status_of(address: str) -> int:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with build_opener().open(address, timeout=PATIENCE) as answer:
                return int(answer.status)
        except URLError:
            assert time.monotonic() < end
            time.sleep(0.05)


@pytest.mark.parametrize(
    ("name", "value"), [("ACCORD_PORT", "http"), ("ACCORD_PORT", "70000"), ("ACCORD_WORKERS", "0")]
)
def test_server_refuses_a_setting_that_is_no_such_number(tmp_path: Path, name: str, value: str) -> None:
    answer = type_in(tmp_path, "serve", **{name: value})
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"accord: {name} is “{value}”; it is a number from 1 to ")


def test_check_names_what_a_person_should_look_at(tmp_path: Path) -> None:
    answer = type_in(tmp_path, "check", ACCORD_DEBUG="1")
    assert answer.returncode == 1
    assert "ACCORD_DEBUG is on" in answer.stdout
    assert "ACCORD_HTTPS is off" in answer.stdout
    assert "`accord serve` brings it up to date" in answer.stdout


def test_check_says_that_the_database_does_not_answer(tmp_path: Path) -> None:
    answer = type_in(tmp_path, "check", ACCORD_DATABASE="postgres://nobody@127.0.0.1:1/none", ACCORD_HTTPS="1")
    assert answer.returncode == 1
    assert "The database cannot be used" in answer.stdout
    assert "Traceback" not in answer.stderr
