"""``accord demo`` as somebody starts it: a process of its own, a folder of its own, Ctrl-C from the keyboard."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from accord.project.demo.signins import DESCRIBED

PATIENCE = 60
"""Seconds within which anything has happened, however busy the machine is."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Demo:
    """A running ``accord demo``, in a process group of its own as a terminal gives it."""

    def __init__(self, log: Path, *words: str, port: int | None = None) -> None:
        self.port = port or free_port()
        self.log = log
        command = [sys.executable, "-m", "accord.cli", "demo", "--port", str(self.port), *words]
        with log.open("w") as out:
            self.process = subprocess.Popen(
                command, stdout=out, stderr=subprocess.STDOUT, cwd=log.parent, start_new_session=True
            )

    @property
    def printed(self) -> str:
        return self.log.read_text()

    @property
    def passphrase(self) -> str:
        return re.search(r"passphrase of every sign-in: (\S+)", self.printed)[1]  # type: ignore[index]

    def wait_for(self, words: str) -> None:
        """Wait until these words are printed."""
        end = time.monotonic() + PATIENCE
        while words not in self.printed:
            assert self.process.poll() is None, self.printed
            assert time.monotonic() < end, self.printed
            time.sleep(0.02)

    def get(self, path: str = "/", browser: OpenerDirector | None = None) -> tuple[int, str]:
        with (browser or build_opener()).open(f"http://127.0.0.1:{self.port}{path}", timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()

    def press_ctrl_c(self) -> int:
        """Send SIGINT to every process of the group, as a terminal does; return the exit status."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(PATIENCE)

    @property
    def has_survivors(self) -> bool:
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def end(self) -> None:
        if self.has_survivors:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)


Start = Callable[..., Demo]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts the demonstration; whatever still runs at the end is ended."""
    running: list[Demo] = []

    def begin(*words: str, port: int | None = None) -> Demo:
        running.append(Demo(tmp_path / f"log-{len(running)}", *words, port=port))
        return running[-1]

    yield begin
    for each in running:
        each.end()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Demo]:
    """Return a data folder that was filled, served and left by Ctrl-C, and the demonstration that did."""
    place = tmp_path_factory.mktemp("demo")
    demo = Demo(place / "log", "--data", str(place / "data"))
    try:
        demo.wait_for("Ctrl-C stops")
        demo.first_page = demo.get()  # type: ignore[attr-defined]
        demo.status = demo.press_ctrl_c()  # type: ignore[attr-defined]
        demo.survived = demo.has_survivors  # type: ignore[attr-defined]
    finally:
        demo.end()
    return place / "data", demo


def refused(demo: Demo) -> str:
    """Return the one sentence with which the command refused."""
    assert demo.process.wait(PATIENCE) == 2, demo.printed
    (sentence,) = demo.printed.splitlines()
    return sentence


def test_first_start_prints_address_and_every_sign_in(filled: tuple[Path, Demo]) -> None:
    _folder, demo = filled
    assert f"http://127.0.0.1:{demo.port}/" in demo.printed
    assert [name for name in DESCRIBED if f"\n{name} " not in demo.printed] == []
    assert len(demo.passphrase) > 20


def test_first_page_says_the_day_that_it_shows(filled: tuple[Path, Demo]) -> None:
    status, page = filled[1].first_page  # type: ignore[attr-defined]
    assert status == 200
    assert "21 June 2024" in page


def test_ctrl_c_ends_it_cleanly(filled: tuple[Path, Demo]) -> None:
    demo = filled[1]
    assert (demo.status, demo.survived) == (0, False)  # type: ignore[attr-defined]
    assert "Traceback" not in demo.printed
    assert demo.printed.rstrip().splitlines()[-1].startswith("Stopped.")


def test_data_folder_is_for_its_owner_alone(filled: tuple[Path, Demo]) -> None:
    folder, _demo = filled
    modes = {path.name: path.stat().st_mode & 0o777 for path in [folder, *folder.iterdir()]}
    assert modes.pop("data") == 0o700
    assert {"accord.sqlite3", "passphrase", "secret-key"} <= set(modes)
    assert {mode & 0o077 for mode in modes.values()} == {0}


def test_second_start_goes_on_with_the_same_sign_ins(filled: tuple[Path, Demo], start: Start) -> None:
    folder, first = filled
    demo = start("--data", str(folder))
    demo.wait_for("Ctrl-C stops")
    assert "Going on with the council" in demo.printed
    assert demo.passphrase == first.passphrase
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    _status, page = demo.get("/sign-in/", browser)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]  # type: ignore[index]
    form = {"csrfmiddlewaretoken": token, "username": "blr-delegate", "password": demo.passphrase}
    browser.addheaders = [("Referer", f"http://127.0.0.1:{demo.port}/sign-in/")]
    address = f"http://127.0.0.1:{demo.port}/sign-in/?next=/"
    with browser.open(address, urlencode(form).encode(), timeout=PATIENCE) as home:
        assert "blr-delegate" in home.read().decode()


def test_fresh_start_forgets_what_was_done(filled: tuple[Path, Demo], start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    for each in filled[0].iterdir():
        (folder / each.name).write_bytes(each.read_bytes())
    (folder / "accord.sqlite3").write_text("not a database")
    demo = start("--data", str(folder), "--fresh")
    demo.wait_for("Ctrl-C stops")
    assert demo.passphrase != filled[1].passphrase
    assert demo.get()[0] == 200


def test_interrupted_filling_leaves_no_council_and_the_next_start_fills_anew(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    demo = start("--data", str(folder))
    demo.wait_for("Organs, partners")
    assert demo.press_ctrl_c() == 130
    assert "Traceback" not in demo.printed
    assert not (folder / "accord.sqlite3").exists()
    again = start("--data", str(folder))
    again.wait_for("Ctrl-C stops")
    assert "interrupted before the council was whole" in again.printed
    assert again.get("/meetings/")[0] == 200


def test_taken_port_is_said_before_anything_is_made(start: Start, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        sentence = refused(start("--data", str(tmp_path / "data"), port=port))
    assert sentence == f"accord: Port {port} is taken on this machine. Name another with --port."
    assert not (tmp_path / "data").exists()


def test_folder_of_another_kind_is_left_alone(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "photographs"
    folder.mkdir()
    (folder / "accord.sqlite3").write_text("somebody's own")
    sentence = refused(start("--data", str(folder), "--fresh"))
    assert "is not the folder of a demonstration" in sentence
    assert (folder / "accord.sqlite3").read_text() == "somebody's own"
    assert [path.name for path in folder.iterdir()] == ["accord.sqlite3"]


@pytest.mark.parametrize("path", ["file", "file/below"])
def test_folder_that_is_a_file_is_refused(start: Start, tmp_path: Path, path: str) -> None:
    (tmp_path / "file").write_text("")
    assert "is not a folder. Name one with --data." in refused(start("--data", str(tmp_path / path)))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_folder_that_cannot_be_written_is_refused(start: Start, tmp_path: Path) -> None:
    tmp_path.joinpath("closed").mkdir(mode=0o500)
    assert "cannot be written" in refused(start("--data", str(tmp_path / "closed" / "data")))


def test_folder_in_use_is_refused_and_the_first_goes_on(filled: tuple[Path, Demo], start: Start) -> None:
    first = start("--data", str(filled[0]))
    first.wait_for("Ctrl-C stops")
    assert "Another accord demo is at work" in refused(start("--data", str(filled[0]), "--fresh"))
    assert first.get("/register/")[0] == 200


def test_broken_database_is_refused_and_kept(filled: tuple[Path, Demo], start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    for each in filled[0].iterdir():
        (folder / each.name).write_bytes(each.read_bytes())
    (folder / "accord.sqlite3").write_text("not a database " * 100)
    sentence = refused(start("--data", str(folder)))
    assert "file is not a database" in sentence
    assert "Start anew with --fresh" in sentence
    assert (folder / "accord.sqlite3").read_text().startswith("not a database")
