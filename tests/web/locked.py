"""Run by test_busy.py in a process of its own: what is answered while another process holds the SQLite file."""
# ruff: noqa: E402 -- the settings come first

import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.web.impatient_settings"

import django

django.setup()

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from accord.drafting.models import Text, Version
from accord.project.commands import databases
from accord.record.models import Entry
from tests import factories


@contextmanager
def held(mode: str) -> Iterator[None]:
    """Hold the file as another process would: "IMMEDIATE" stops writers, "EXCLUSIVE" readers too."""
    other = sqlite3.connect(settings.DATABASES["default"]["NAME"], isolation_level=None)
    other.execute(f"BEGIN {mode}")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def told(response: Any) -> dict[str, Any]:
    """Return what the test looks at."""
    return {
        "status": response.status_code,
        "retry": response.headers.get("Retry-After", ""),
        "page": response.content.decode(),
    }


def stored(text: Text) -> list[int]:
    """Return how many versions and entries there are, and at which version the text is."""
    return [Version.objects.count(), Entry.objects.count(), Text.objects.get(pk=text.pk).number]


def main() -> dict[str, Any]:
    """Try each request under its lock, then once more without."""
    databases.migrate()
    council = factories.council()
    text = factories.text_of(council)
    client = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.get(pk=council.delegate("XAA").person_id))
    act = {
        "key": str(factories.key()),
        "seen": factories.seen(text),
        "block": factories.block(text, "Agree to meet"),
        "wording": "1. Agree to meet twice a year;",
        "stage": "tabled",
    }
    found: dict[str, Any] = {"before": stored(text)}
    address = f"/texts/{text.pk}/acts/propose/"
    with held("IMMEDIATE"):
        found["act"] = told(client.post(address, act))
    found["after"] = stored(text)
    name = {"username": "xbb-delegate", "password": factories.PASSWORD}
    with held("IMMEDIATE"):
        found["sign-in"] = told(Client(raise_request_exception=False, SERVER_NAME="127.0.0.1").post("/sign-in/", name))
    with held("EXCLUSIVE"):
        found["page"] = told(client.get("/meetings/"))
        found["public page"] = told(Client(raise_request_exception=False, SERVER_NAME="127.0.0.1").get("/"))
    found["again"] = told(client.post(address, act))
    found["once"] = stored(text)
    return found


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
