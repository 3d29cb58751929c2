"""
The clock beside the server, in a process of its own: while the server answers it gives signs, and keeps the time of
silence procedures. Mails are sent beside it, in a thread. It ends with the server that started it.
"""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable

from accord.project.commands import mailing

EVERY = 15.0
"""Seconds between two signs; several of them fall into the gap that still counts as watched."""

ENDS_WITHIN = 5
"""Seconds that the clock has to end."""

log = logging.getLogger("accord.watch")


def start(address: str, port: int) -> subprocess.Popen[bytes]:
    """Start the clock beside the server that answers there; its settings are those of this environment."""
    return subprocess.Popen([sys.executable, "-m", __name__, address, str(port)])  # noqa: S603 -- ourselves


def end(clock: subprocess.Popen[bytes]) -> None:
    """End the clock, and wait until it is gone: nothing goes on behind a server that has stopped."""
    clock.terminate()
    try:
        clock.wait(ENDS_WITHIN)
    except subprocess.TimeoutExpired:
        clock.kill()
        clock.wait()


def answers(address: str, port: int) -> bool:
    """Whether somebody takes connections there."""
    try:
        socket.create_connection((address, port), timeout=1).close()
    except OSError:
        return False
    return True


def watch(reached: Callable[[], bool], goes_on: Callable[[], bool], every: float = EVERY) -> None:
    """
    Give signs and keep time until ``goes_on`` says no.

    Args:
        reached: whether the server can be reached; without that no sign is given.
    """
    from django.db import close_old_connections  # noqa: PLC0415 -- Django is started by now

    from accord.decisions.actions import give_sign, keep_time  # noqa: PLC0415

    service, last, next_round = secrets.token_hex(8), None, time.monotonic()
    while goes_on():
        if time.monotonic() < next_round:
            time.sleep(min(every, 0.5))
            continue
        next_round = time.monotonic() + every
        try:
            last = give_sign(service, time.monotonic(), last) if reached() else None
            if last:
                keep_time()
            else:
                next_round = time.monotonic() + min(every, 1.0)
        except Exception:  # the next round tries again; a clock that dies would be silent
            log.exception("the clock of silence procedures could not look")
            last = None
        finally:
            close_old_connections()


def main(address: str, port: int) -> None:
    """Watch beside the parent process, which lets go of the terminal's signals for us."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    parent = os.getppid()
    import django  # noqa: PLC0415 -- after the environment

    django.setup()
    mailing.start(lambda: os.getppid() == parent)
    watch(lambda: answers(address, port), lambda: os.getppid() == parent)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
