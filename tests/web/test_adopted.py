"""Adopted texts in a browser: what the public sees, where words come from, how anybody checks, who releases."""

import hashlib
import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accord.drafting.models import Adoption
from accord.engine import text as engine
from accord.publishing.models import Release
from tests import factories
from tests.factories import Council
from tests.publishing import negotiating

pytestmark = pytest.mark.django_db
MISSING = "aaaaaaaaaaaaaaaa"
PUBLIC_ROUTES = ("adopted-text", "adopted-json", "adopted-word", "adopted-plain")


@pytest.fixture
def adoption(council: Council) -> Adoption:
    return negotiating.adopted(council)


def page(client: Client, adoption: Adoption, **values: str) -> str:
    return client.get(reverse("adopted-text", args=[adoption.pk]), values).content.decode()


def runs(html: str) -> dict[str, str]:
    """Return address → words of everything that can be chosen on the page."""
    found = re.findall(r'<a class="run" href="\?words=([\d-]+)#[^>]*>([^<]*)</a>', html)
    return dict(found)


def key_of(html: str, words: str) -> str:
    (key,) = [key for key, found in runs(html).items() if found == words]
    return key


def account(html: str, head: str) -> str:
    """Return what the panel says under one head, without its tags; "" where it says nothing."""
    found = re.search(rf"<dt>{head}</dt><dd>(.*?)</dd>", html, re.DOTALL)
    return re.sub(r"<[^>]*>", " ", found[1]).strip() if found else ""


# Nobody else knows.


@pytest.mark.parametrize("route", PUBLIC_ROUTES)
@pytest.mark.parametrize("state", ["adopted", "prepared"])
def test_what_is_not_released_answers_as_what_does_not_exist(
    council: Council, client: Client, adoption: Adoption, route: str, state: str
) -> None:
    if state == "prepared":
        negotiating.prepared(council, adoption)
    unreleased, missing = (client.get(reverse(route, args=[pk])) for pk in (adoption.pk, MISSING))

    assert (unreleased.status_code, missing.status_code) == (404, 404)
    assert unreleased.content == missing.content
    assert unreleased.headers.items() == missing.headers.items()


def test_a_list_of_the_public_holds_what_was_released_alone(
    council: Council, client: Client, adoption: Adoption
) -> None:
    address = reverse("adopted")
    assert "Clear water" not in negotiating.body_of(client, address)

    negotiating.released(council, adoption)

    assert reverse("adopted-text", args=[adoption.pk]) in negotiating.body_of(client, address)
    assert reverse("adopted-text", args=[adoption.pk]) in negotiating.body_of(client, reverse("home"))


@pytest.mark.parametrize("name", ["secretariat", "chair", "xaa-delegate", "xaa-expert", "xdd-delegate"])
def test_those_admitted_see_the_text_at_once(council: Council, client: Client, adoption: Adoption, name: str) -> None:
    factories.sign_in(client, council.everybody[name])

    assert "Agree to meet twice a year;" in re.sub(r"<[^>]*>", "", page(client, adoption))
    assert "Clear water" in negotiating.body_of(client, reverse("adopted"))


def test_a_partner_sees_no_more_than_the_public(council: Council, client: Client, adoption: Adoption) -> None:
    factories.sign_in(client, council.partner)
    address = reverse("adopted-text", args=[adoption.pk])
    assert client.get(address).status_code == 404

    negotiating.released(council, adoption)

    assert client.get(address).status_code == 200
    assert client.get(reverse("sealed-json", args=[adoption.pk])).status_code == 404


def everything_public(client: Client, adoption: Adoption) -> str:
    """Return all that the public can get of a text: pages with any words chosen, files, also unpacked."""
    address = reverse("adopted-text", args=[adoption.pk])
    pages = [page(client, adoption), *(page(client, adoption, words=key) for key in runs(page(client, adoption)))]
    files = [client.get(reverse(route, args=[adoption.pk])).content for route in PUBLIC_ROUTES[1:]]
    word = zipfile.ZipFile(io.BytesIO(files[1]))
    unpacked = [word.read(name) for name in word.namelist()]
    lists = [client.get(reverse(name)).content for name in ("adopted", "home")]
    fragment = client.get(address, {"words": "3-1"}, headers={"HX-Request": "true"}).content
    return "\n".join([*pages, *(each.decode("utf-8", "replace") for each in (*files, *unpacked, *lists, fragment))])


def test_the_public_sees_no_attribution_before_the_history_is_released(
    council: Council, client: Client, adoption: Adoption
) -> None:
    negotiating.released(council, adoption)

    found = everything_public(client, adoption)

    secrets = ("XAA", "XBB", "XCC", "each month", "once a year", "A remark kept", "Until the capital", "the plenary")
    assert [secret for secret in secrets if secret in found] == []
    ids = [block.id for block in adoption.version.body.blocks if len(block.id) == 16]
    assert [each for each in (*ids, adoption.text_id, adoption.fingerprint) if each in found] == []


def test_the_public_sees_of_any_words_the_organ_and_the_date_alone(
    council: Council, client: Client, adoption: Adoption
) -> None:
    negotiating.released(council, adoption)
    html = page(client, adoption)

    chosen = page(client, adoption, words=key_of(html, "1. Agree to meet twice a year;"))

    assert re.findall(r"<dt>(Proposed|Supported|Other wording|Closed|Agreed|Adopted)</dt>", chosen) == ["Adopted"]
    assert account(chosen, "Adopted").startswith("By The Council, ")
    assert len(runs(html)) == len(adoption.version.body.blocks)


def test_a_negotiated_text_looks_to_the_public_as_one_that_nobody_touched(
    council: Council, client: Client, noon: object
) -> None:
    one = negotiating.adopted(council)
    final = "\n\n".join(engine.project_block(block, None) for block in one.version.body.blocks)
    other = negotiating.adopt(factories.text_of(council, final, absent=("XDD",)), council)
    for each in (one, other):
        negotiating.released(council, each)

    for words in ("", *runs(page(client, one))):
        assert neutral(page(client, one, words=words), one) == neutral(page(client, other, words=words), other)


def neutral(html: str, adoption: Adoption) -> str:
    """Return a page without what differs between any two texts: address, symbol, fingerprint, number of the release."""
    out = html.replace(adoption.pk, "ID").replace(adoption.text.symbol, "SYMBOL")
    out = re.sub(r"([0-9a-f]{4} ){15}[0-9a-f]{4}|[0-9a-f]{64}", "HASH", out)
    return re.sub(r"entry \d+ of the council", "entry N of the council", out)


# Where words come from.


def test_words_of_the_zero_draft_say_so(council: Council, client: Client, adoption: Adoption) -> None:
    factories.sign_in(client, council.delegate("XDD"))
    html = page(client, adoption)

    chosen = page(client, adoption, words=key_of(html, "2. Decide to publish the report of every meeting;"))

    assert account(chosen, "Proposed").startswith("In the zero draft of the secretariat, ")
    assert account(chosen, "Other wording") == "Nobody proposed other wording for these words."
    assert account(chosen, "Closed") == ""
    assert "The chair marks agreed ad referendum in the plenary; awaited: XBB" in account(chosen, "Agreed")
    assert account(chosen, "Adopted").startswith("By the council, ")


def test_words_answer_who_proposed_supported_and_lifted_what(
    council: Council, client: Client, adoption: Adoption
) -> None:
    factories.sign_in(client, council.delegate("XDD"))
    html = page(client, adoption)
    (key,) = [key for key, words in runs(html).items() if "twice" in words]

    chosen = page(client, adoption, words=key)

    assert re.fullmatch(r"By Aland Example, .* UTC \(entry 2\)\.", account(chosen, "Proposed"))
    assert re.match(r"Bergen Example supported it, .* \(entry 4\)\.", account(chosen, "Supported"))
    assert "each month” (Celle Example)" in account(chosen, "Other wording")
    assert "once" in account(chosen, "Other wording")
    assert "Choice 1 was closed by the chair" in account(chosen, "Closed")
    assert "Celle Example held other wording; the chair asked, and no objection stood" in account(chosen, "Closed")


def test_a_reservation_that_was_lifted_is_told_of_its_paragraph(
    council: Council, client: Client, adoption: Adoption
) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    html = page(client, adoption)

    chosen = page(client, adoption, words=key_of(html, "3. Invite partners to send their remarks."))

    lifted = account(chosen, "Lifted or withdrawn")
    assert "Bergen Example reserves its position: “Until the capital has answered.”" in lifted
    assert "Bergen Example lifts its reservation" in lifted


def test_the_history_reaches_the_public_only_by_its_own_release(
    council: Council, client: Client, adoption: Adoption
) -> None:
    negotiating.released(council, adoption)
    assert len(runs(page(client, adoption))) == len(adoption.version.body.blocks)

    negotiating.released(council, adoption, "history")

    html = page(client, adoption)
    (key,) = [key for key, words in runs(html).items() if "twice" in words]
    assert account(page(client, adoption, words=key), "Proposed").startswith("By Aland Example, ")
    assert "A remark kept" not in everything_public(client, adoption)


def test_choosing_words_swaps_their_paragraph_alone(council: Council, client: Client, adoption: Adoption) -> None:
    factories.sign_in(client, council.chair)
    address = reverse("adopted-text", args=[adoption.pk])

    swapped = client.get(address, {"words": "4-1"}, headers={"HX-Request": "true"})
    closed = client.get(address, {"back": "4-1"}, headers={"HX-Request": "true"})
    restoring = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    restored = client.get(address, {"words": "4-1"}, headers=restoring)

    assert swapped.content.decode().startswith('<section class="passage" id="p4">')
    assert "Where these words come from" in swapped.content.decode()
    assert "Where these words come from" not in closed.content.decode()
    assert "<html" in restored.content.decode()
    assert "HX-Request" in swapped.headers["Vary"]


@pytest.mark.parametrize("words", ["99-1", "0-0", "x", "3-99", "1-1'", "³-1"])
def test_words_that_are_not_there_choose_nothing(
    council: Council, client: Client, adoption: Adoption, words: str
) -> None:
    factories.sign_in(client, council.chair)

    response = client.get(reverse("adopted-text", args=[adoption.pk]), {"words": words})

    assert response.status_code == 200
    assert "Where these words come from" not in response.content.decode()


# Checked without Accord.


def sha256sum(folder: Path, name: str, data: bytes) -> str:
    """Return what the standard tool prints for these bytes, as somebody who downloads them would see it."""
    (folder / name).write_bytes(data)
    done = subprocess.run(["sha256sum", name], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.split()[0]


def fingerprint_on(html: str) -> str:
    (groups,) = re.findall(r'<dd class="mono groups">([0-9a-f ]*)</dd>', html)
    return groups.replace(" ", "")


def test_anybody_checks_the_released_text_with_a_standard_tool(
    council: Council, client: Client, adoption: Adoption, tmp_path: Path
) -> None:
    negotiating.released(council, adoption)
    html = page(client, adoption)
    response = client.get(reverse("adopted-json", args=[adoption.pk]))

    assert f"sha256sum adopted-{adoption.pk}.json" in html
    assert response["Content-Disposition"] == f'attachment; filename="adopted-{adoption.pk}.json"'
    assert sha256sum(tmp_path, f"adopted-{adoption.pk}.json", response.content) == fingerprint_on(html)
    assert f"the {len(response.content)} bytes that are hashed" in html


def test_the_released_document_holds_what_the_page_shows(council: Council, client: Client, adoption: Adoption) -> None:
    negotiating.released(council, adoption)
    document = json.loads(client.get(reverse("adopted-json", args=[adoption.pk])).content)

    assert document["paragraphs"] == list(runs(page(client, adoption)).values())
    assert (document["title"], document["organ"], document["sample"]) == ("Clear water", "The Council", False)
    assert document["outcome"] == adoption.outcome["sentence"]
    assert (document["absent"], len(document["present"])) == (["Delft Example"], 3)


def test_those_admitted_check_the_sealed_text_with_a_standard_tool(
    council: Council, client: Client, adoption: Adoption, tmp_path: Path
) -> None:
    factories.sign_in(client, council.delegate("XCC"))
    html = page(client, adoption)
    data = client.get(reverse("sealed-json", args=[adoption.pk])).content

    assert sha256sum(tmp_path, f"sealed-{adoption.pk}.json", data) == fingerprint_on(html) == adoption.fingerprint
    assert engine.load(json.loads(data)) == adoption.version.body
    assert f"entry {adoption.entry} of the record of this text" in html


def tamper(statement: str, *tables: str) -> None:
    """Change what is stored as somebody with the database in hand could: its guards taken off first."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute(statement)


def test_a_text_that_was_tampered_with_says_so(council: Council, client: Client, adoption: Adoption) -> None:
    negotiating.released(council, adoption)
    cast = "::jsonb" if connection.vendor == "postgresql" else ""
    text = "stored::text" if connection.vendor == "postgresql" else "stored"
    tamper(
        f"UPDATE drafting_version SET stored = replace({text}, 'every meeting', 'no meeting'){cast}",  # noqa: S608
        "drafting_version",
    )

    assert "This text differs from the one that was adopted." in page(client, adoption)
    factories.sign_in(client, council.chair)
    assert "This text differs from the one that was adopted." in page(client, adoption)


def test_a_released_document_that_was_tampered_with_says_so(
    council: Council, client: Client, adoption: Adoption
) -> None:
    row = negotiating.released(council, adoption)
    assert "This text is the one that was adopted." in page(client, adoption)
    document = {**row.document, "title": "Clear wine"}
    tamper("SELECT 1", "publishing_release")
    Release.objects.filter(pk=row.pk).update(document=document)

    assert "This text differs from the one that was adopted." in page(client, adoption)


# Files and the sample mark.


def test_a_sample_says_so_on_its_page_and_in_every_file(council: Council, client: Client) -> None:
    adoption = negotiating.plainly_adopted(council, sample=True)
    negotiating.released(council, adoption)
    html = page(client, adoption)
    word = zipfile.ZipFile(io.BytesIO(client.get(reverse("adopted-word", args=[adoption.pk])).content))
    plain = client.get(reverse("adopted-plain", args=[adoption.pk])).content.decode()

    assert "Sample wording: nobody’s text, and never released as one" in html
    assert 'class="public of-sample"' in html
    assert "Sample wording" in word.read("word/header1.xml").decode()
    assert plain.startswith("Sample wording")
    assert json.loads(client.get(reverse("adopted-json", args=[adoption.pk])).content)["sample"] is True
    assert "sample wording" in negotiating.body_of(client, reverse("adopted"))


def test_a_real_text_carries_no_sample_mark(council: Council, client: Client, adoption: Adoption) -> None:
    negotiating.released(council, adoption)

    html = page(client, adoption)
    assert "ample wording" not in html
    assert "of-sample" not in html
    assert b"ample wording" not in client.get(reverse("adopted-plain", args=[adoption.pk])).content


def test_plain_text_and_word_hold_the_wording(council: Council, client: Client, adoption: Adoption) -> None:
    negotiating.released(council, adoption)
    word = zipfile.ZipFile(io.BytesIO(client.get(reverse("adopted-word", args=[adoption.pk])).content))
    plain = client.get(reverse("adopted-plain", args=[adoption.pk])).content.decode()

    for block in adoption.version.body.blocks:
        assert engine.project_block(block, None) in plain
        assert engine.project_block(block, None) in word.read("word/document.xml").decode()


# Two people, in the browser.


def test_the_secretariat_prepares_and_the_chair_releases_what_the_page_asked(
    council: Council, client: Client, adoption: Adoption
) -> None:
    prepare, release = (reverse(name, args=[adoption.pk]) for name in ("prepare-release", "release"))
    factories.sign_in(client, council.secretariat)
    asked = client.get(prepare).content.decode()
    assert "“Clear water” becomes known to the public, with its outcome and without who proposed what." in asked
    assert client.post(prepare, fields(asked)).status_code == 302

    factories.sign_in(client, council.chair)
    assert f'href="{release}?kind=text"' in page(client, adoption)
    asked_again = client.get(release).content.decode()
    assert "“Clear water” becomes known to the public, with its outcome and without who proposed what." in asked_again
    assert client.post(release, fields(asked_again)).status_code == 302

    client.logout()
    html = page(client, adoption)
    assert fingerprint_on(html) == fields(asked)["seen"] == fields(asked_again)["seen"]
    assert "entry 1 of the council’s releases" in html


def test_a_sample_is_asked_about_as_a_sample(council: Council, client: Client) -> None:
    adoption = negotiating.plainly_adopted(council, sample=True)
    factories.sign_in(client, council.secretariat)

    asked = client.get(reverse("prepare-release", args=[adoption.pk])).content.decode()

    assert "“Clear water” becomes known to the public as sample wording, and as nothing else." in asked
    assert "Prepare the sample for release" in asked


def fields(html: str) -> dict[str, str]:
    """Return what the form on a page sends."""
    form = re.search(r"<main.*?<form method=\"post\".*?</form>", html, re.DOTALL)
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form[0])) if form else {}


@pytest.mark.parametrize(
    ("name", "act", "status"),
    [
        ("chair", "prepare-release", 403),
        ("xaa-delegate", "prepare-release", 403),
        ("secretariat", "release", 403),
        ("xaa-delegate", "release", 403),
        ("partner", "prepare-release", 404),
        ("partner", "release", 404),
        ("public", "prepare-release", 302),
        ("public", "release", 302),
    ],
)
def test_whoever_may_not_is_refused_on_the_page_and_by_the_act(
    council: Council, client: Client, adoption: Adoption, name: str, act: str, status: int
) -> None:
    seen = negotiating.prepared(council, adoption).fingerprint if act == "release" else "0" * 64
    factories.sign_in(client, council.everybody[name])
    address = reverse(act, args=[adoption.pk])

    assert client.get(address).status_code == status
    sent = {"kind": "text", "seen": seen, "key": str(factories.key())}
    assert client.post(address, sent).status_code == status
    assert not Release.objects.exclude(released_at=None).exists()


def test_a_form_about_something_else_says_so_and_does_nothing(
    council: Council, client: Client, adoption: Adoption
) -> None:
    factories.sign_in(client, council.secretariat)
    address = reverse("prepare-release", args=[adoption.pk])

    stale = client.post(address, {"kind": "text", "seen": "0" * 64, "key": str(factories.key())})
    empty = client.post(address)

    assert (stale.status_code, empty.status_code) == (422, 422)
    assert "What would be released is not what you saw." in stale.content.decode()
    assert client.get(address, {"kind": "everything"}).status_code == 404
    assert not Release.objects.exists()


def test_a_list_of_three_takes_as_many_queries_as_one(council: Council, client: Client) -> None:
    counted = []
    for number in range(3):
        negotiating.released(council, negotiating.plainly_adopted(council, title=f"Text {number}"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("adopted"))
        counted.append(len(queries))
    assert counted == [counted[0]] * 3
    assert counted[0] > 0


def test_the_fingerprint_is_that_of_the_canonical_form(council: Council, client: Client, adoption: Adoption) -> None:
    negotiating.released(council, adoption)
    data = client.get(reverse("adopted-json", args=[adoption.pk])).content

    again = json.dumps(json.loads(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert again == data
    assert hashlib.sha256(data).hexdigest() == Release.objects.get().fingerprint
