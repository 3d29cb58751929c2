"""``accord serve``, and the server that ``accord demo`` starts: granian with WSGI workers."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable

from django.db import connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from accord.project.commands import databases, watching
from accord.project.commands.refusing import Refusal

WORKERS = 2
THREADS = 8
"""In each worker; more would only wait for each other."""
STOPS_WITHIN = 10
"""Seconds that a worker has to finish what it is answering."""


def run() -> int:
    """Serve the installation that the environment describes, its tables brought up to date first."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accord.project.settings")
    address = os.environ.get("ACCORD_ADDRESS", "127.0.0.1")
    port, workers = _number("ACCORD_PORT", 8000, 65535), _number("ACCORD_WORKERS", WORKERS, 64)
    databases.start()
    reason = databases.unusable()
    if reason:
        raise Refusal(f"The database cannot be used: {reason}")
    databases.migrate()
    return serve(address, port, workers, lambda: None)


def serve(address: str, port: int, workers: int, ready: Callable[[], None]) -> int:
    """
    Serve until SIGINT, SIGTERM or SIGHUP; return the exit status, 0 where one of these stopped it.

    Args:
        ready: is called once, when the server answers.
    """
    connections.close_all()
    server = Granian(
        "accord.project.commands.worker:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        blocking_threads=THREADS,
        workers_kill_timeout=STOPS_WITHIN,
    )
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    server.on_startup(threading.Thread(target=_tell_when_ready, args=(address, port, ready), daemon=True).start)
    clock = watching.start(address, port)
    try:
        server.serve()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 1
    finally:
        watching.end(clock)
    return 0


def _tell_when_ready(address: str, port: int, ready: Callable[[], None]) -> None:
    while not watching.answers(address, port):
        time.sleep(0.05)
    ready()


def _number(name: str, default: int, most: int) -> int:
    value = os.environ.get(name, str(default))
    if not value.isdecimal() or not 1 <= int(value) <= most:
        raise Refusal(f"{name} is “{value}”; it is a number from 1 to {most}.")
    return int(value)
