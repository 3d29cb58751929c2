"""Files in and out of a text: what each reader gets, what a delegation hands in, and what is refused with its place."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from hashlib import sha256
from uuid import uuid4

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accord.drafting import actions
from accord.drafting.models import Text
from accord.drafting.queries.exports import stem_of
from accord.drafting.queries.recovery import recoveries, recovery_of
from accord.engine import text as engine
from accord.formats.child import read_word
from accord.formats.documents import write_text
from accord.formats.showing import CODES, LEGEND
from accord.formats.word.tracked import write_tracked
from accord.record.models import Entry
from tests import factories
from tests.factories import DOCUMENT, Council
from tests.shared import shared_path

VERSION = DOCUMENT.replace("once a year", "twice a year").replace("every meeting", "each meeting")


@pytest.fixture
def text(council: Council) -> Text:
    return factories.text_of(council)


def address(name: str, text: Text) -> str:
    return reverse(name, args=[text.pk])


def paragraphs_of(data: bytes) -> list[str]:
    return read_word(data, "back.docx").text.removesuffix("\n").split("\n\n")


def word_of(document: str) -> bytes:
    """Return a .docx as a person makes it, one paragraph after the other."""
    out, made = io.BytesIO(), docx.Document()
    for paragraph in document.strip("\n").split("\n\n"):
        made.add_paragraph(paragraph)
    made.save(out)
    return out.getvalue()


def send(client: Client, text: Text, step: str = "preview", **values: object) -> HttpResponse:
    """Send the form of the upload page; ``file`` is a pair of name and bytes."""
    seen = factories.seen(text)
    form: dict[str, object] = {"key": str(uuid4()), "seen": seen, "step": step, **values}
    if "file" in form:
        form["file"] = SimpleUploadedFile(*form["file"])  # type: ignore[misc]
    return client.post(address("upload", text), form)


def hand_in(client: Client, text: Text, **values: object) -> HttpResponse:
    """Send a version, look at how it will stand, and confirm it as the page offers it."""
    page = send(client, text, **values)
    assert page.status_code == 200, page.content.decode()
    kept = {"wording": page.context["form"].kept, "shown": page.context["shown"], "key": str(page.context["key"])}
    return send(client, text, "confirm", **kept)


# Files out


@pytest.mark.parametrize("name", ["rolling-word", "clean-word", "tracked-word", "notation"])
def test_file_is_saved_not_shown_and_kept_by_no_cache(client: Client, council: Council, text: Text, name: str) -> None:
    answer = factories.sign_in(client, council.delegate("XAA")).get(address(name, text))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox"
    disposition = answer["Content-Disposition"]
    assert disposition.startswith('attachment; filename="L.1')
    assert "water" not in disposition


@pytest.mark.parametrize(("symbol", "stem"), [("L.4", "L.4"), ('A"b\r\nX: y', "A-b-X-y"), ("..", "text"), ("", "text")])
def test_file_name_holds_plain_signs_alone(symbol: str, stem: str) -> None:
    assert stem_of(Text(symbol=symbol)) == stem


@pytest.mark.parametrize("name", ["rolling-word", "clean-word", "tracked-word", "notation", "upload"])
def test_file_of_a_text_that_does_not_exist_for_the_reader_is_the_page_of_nothing(
    client: Client, council: Council, text: Text, name: str
) -> None:
    stranger = factories.council("Other Council", prefix="other-")
    factories.sign_in(client, stranger.delegate("XAA"))
    theirs, nowhere = client.get(address(name, text)), client.get(reverse(name, args=["a" * 16]))
    assert (theirs.status_code, without_address(theirs)) == (404, without_address(nowhere))


def without_address(answer: HttpResponse) -> bytes:
    """Return a page without the token of its form, masked anew each time, and the address that was asked for."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"|\?next=[^"]*', b"", answer.content)


def test_rolling_word_holds_brackets_with_holders_and_a_legend(client: Client, council: Council, text: Text) -> None:
    factories.propose(text, council.delegate("XBB"), "once", "twice")
    answer = factories.sign_in(client, council.delegate("XAA")).get(address("rolling-word", text))
    read = paragraphs_of(answer.content)
    assert read[0] == "Clear water"
    assert CODES in read
    assert "1. Agree to meet [once] [XBB: twice] a year;" in read


def test_rolling_word_and_notation_hold_no_name_for_a_partner(client: Client, council: Council) -> None:
    audience = factories_audience_with_partner(council)
    text = factories.text_of(council, audience=audience)
    factories.propose(text, council.delegate("XBB"), "once", "twice")
    block = factories.block(text, "Recalling")
    actions.note(
        text.pk, by=council.delegate("XCC"), block=block, wording="Ours alone", seen=factories.seen(text), key=uuid4()
    )
    factories.sign_in(client, council.partner)
    rolling = paragraphs_of(client.get(address("rolling-word", text)).content)
    notation = client.get(address("notation", text)).content.decode()
    assert "1. Agree to meet [once] [twice] a year;" in rolling
    assert "1. Agree to meet [once] [twice] a year;" in notation
    for name in ("XAA", "XBB", "XCC", "XDD", "Ours alone"):
        assert not [each for each in rolling if name in each]
        assert name not in notation
    assert CODES not in rolling


def unpacked(data: bytes) -> bytes:
    """Return all that a file holds, with the parts of a package unpacked and the words of a PDF."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return b"".join(package.read(name) for name in package.namelist())
    if data.startswith(b"%PDF"):
        done = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True)
        return data + done.stdout
    return data


PDF = pytest.param(
    "pdf", marks=pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext: apt install poppler-utils")
)


@pytest.mark.parametrize("kind", ["odt", "html", PDF, "xml"])
def test_rolling_text_in_each_format_holds_no_name_for_a_partner(client: Client, council: Council, kind: str) -> None:
    text = factories.text_of(council, audience=factories_audience_with_partner(council))
    factories.propose(text, council.delegate("XBB"), "once", "twice")
    address_of = reverse("rolling-in", args=[text.pk, kind])
    whole = factories.sign_in(client, council.delegate("XAA")).get(address_of)
    partners = factories.sign_in(client, council.partner).get(address_of)
    assert (whole.status_code, partners.status_code, whole["Content-Security-Policy"]) == (200, 200, "sandbox")
    assert whole["Content-Disposition"] == f'attachment; filename="{stem_of(text)}-rolling.{kind}"'
    assert (b"XBB" in unpacked(whole.content), b"twice" in unpacked(partners.content)) == (True, True)
    assert [code for code in (b"XAA", b"XBB", b"XCC", b"XDD") if code in unpacked(partners.content)] == []


def factories_audience_with_partner(council: Council) -> str:
    from accord.access.queries import audience_of  # noqa: PLC0415 -- seats of a test alone

    pk = council.organisation.pk
    return audience_of(pk, "with the partner", [f"{pk}:member-seat", f"{pk}:partner:XPP"]).pk


def test_clean_word_is_the_base_and_says_that_a_choice_is_open(client: Client, council: Council, text: Text) -> None:
    factories.propose(text, council.delegate("XBB"), "once", "twice")
    answer = factories.sign_in(client, council.delegate("XBB")).get(address("clean-word", text))
    document = read_word(answer.content, "clean.docx")
    assert document.text == DOCUMENT
    head, *_ = [finding.message for finding in document.findings if finding.code == "D010"]
    assert "1 choice is open" in head


def test_clean_word_of_ones_own_is_what_the_delegation_wants(client: Client, council: Council, text: Text) -> None:
    factories.propose(text, council.delegate("XBB"), "once", "twice")
    factories.sign_in(client, council.delegate("XBB"))
    assert read_word(client.get(address("clean-word", text) + "?own=1").content, "own.docx").text == DOCUMENT.replace(
        "once", "twice"
    )


def test_clean_word_of_ones_own_does_not_exist_for_who_has_none(client: Client, council: Council, text: Text) -> None:
    assert factories.sign_in(client, council.chair).get(address("clean-word", text) + "?own=1").status_code == 404


def test_tracked_word_is_what_the_own_delegation_changes_and_nobody_else(
    client: Client, council: Council, text: Text
) -> None:
    factories.propose(text, council.delegate("XBB"), "once", "twice")
    factories.propose(text, council.delegate("XAA"), "first", "second")
    answer = factories.sign_in(client, council.delegate("XBB")).get(address("tracked-word", text))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        document = archive.read("word/document.xml").decode()
    assert re.findall('w:author="([^"]*)"', document) == ["XBB", "XBB"]
    assert re.findall("<w:(?:delText|t)[^>]*>(once|twice|first|second)</w:", document) == ["once", "twice"]


def test_tracked_word_has_the_own_reservations_as_comments(client: Client, council: Council, text: Text) -> None:
    for code in ("XAA", "XBB"):
        seen, block = factories.seen(text), factories.block(text, "once a year")
        by, key = council.delegate(code), factories.key()
        actions.reserve(text.pk, by=by, block=block, wording=f"on it, {code}", seen=seen, key=key)
    answer = factories.sign_in(client, council.delegate("XBB")).get(address("tracked-word", text))
    (comment,) = read_word(answer.content, "x.docx").comments
    assert (comment.author, comment.wording) == ("XBB", "reserves its position: on it, XBB")
    assert "once a year" in comment.about


def test_tracked_word_does_not_exist_for_who_acts_for_no_delegation(
    client: Client, council: Council, text: Text
) -> None:
    assert factories.sign_in(client, council.chair).get(address("tracked-word", text)).status_code == 404


def test_sample_says_so_on_every_page_of_both_word_files(client: Client, council: Council) -> None:
    text = factories.text_of(council, sample=True)
    factories.sign_in(client, council.delegate("XAA"))
    for name in ("rolling-word", "clean-word"):
        findings = read_word(client.get(address(name, text)).content, "x.docx").findings
        assert [each for each in findings if "Sample wording." in each.message], name


def test_earlier_version_can_be_taken_out(client: Client, council: Council, text: Text) -> None:
    factories.propose(text, council.delegate("XBB"), "once", "twice")
    factories.sign_in(client, council.delegate("XAA"))
    assert b"[XBB: twice]" in client.get(address("notation", text)).content
    assert b"[XBB: twice]" not in client.get(address("notation", text) + "?version=1").content
    assert client.get(address("notation", text) + "?version=99").status_code == 404


# Handing in


@pytest.mark.parametrize("suffix", [".docx", ".odt", " without its styles"])
def test_upload_of_a_rolling_file_says_what_to_hand_in_instead(
    client: Client, council: Council, text: Text, suffix: str
) -> None:
    rolling = engine.parse("%accord 1\n%base\n%delegations XAA, XBB\n\n1. Agree to meet [once] [XBB: twice] a year;\n")
    plain = f"{LEGEND[0]}\n\n1. Agree to meet [once] [XBB: twice] a year;"
    data = write_text(rolling, suffix) if suffix[0] == "." else word_of(plain)
    name = f"version{suffix if suffix[0] == '.' else '.docx'}"
    page = send(factories.sign_in(client, council.delegate("XAA")), text, file=(name, data))
    (said,) = page.context["form"].errors["file"]
    assert (page.status_code, said.startswith("The file is a rolling text")) == (422, True)


def test_upload_shows_how_the_version_will_stand_and_tables_nothing(
    client: Client, council: Council, text: Text
) -> None:
    before = factories.seen(text)
    version = VERSION.replace("Invite partners to send their remarks.", "Thank the partners;\n\n4. Meet again soon.")
    page = send(factories.sign_in(client, council.delegate("XAA")), text, wording=version)
    shown = page.content.decode()
    assert page.status_code == 200
    standing = page.context["outcome"].standing
    assert standing.counts == {"changed": 2, "moved": 0, "inserted": 2, "deleted": 1, "withdrawn": 0}
    assert "2 paragraphs changed, 2 inserted, 1 deleted" in shown
    assert standing.changes[0].notation == "1. Agree to meet [once] [XAA: twice] a year;"
    assert factories.seen(text) == before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("version.txt", VERSION.encode()),
        ("version.md", b"\xef\xbb\xbf" + VERSION.replace("\n", "\r\n").encode()),
        ("version.docx", word_of(VERSION)),
    ],
)
def test_file_is_handed_in_with_one_confirm(
    client: Client, council: Council, text: Text, name: str, data: bytes
) -> None:
    answer = hand_in(factories.sign_in(client, council.delegate("XAA")), text, file=(name, data))
    assert (answer.status_code, answer["Location"]) == (302, address("upload", text) + "?handed-in=1")
    assert engine.project(factories.now(text).body, "XAA") == VERSION
    assert "1 of 1 version recovered exactly" in client.get(answer["Location"]).content.decode()


def test_entry_keeps_the_fingerprint_of_the_document(client: Client, council: Council, text: Text) -> None:
    hand_in(factories.sign_in(client, council.delegate("XAA")), text, wording=VERSION)
    entry = Entry.objects.get(verb="submitted")
    assert entry.data["document"] == sha256(VERSION.encode()).hexdigest()


def test_confirm_of_another_document_than_the_one_shown_shows_it_first(
    client: Client, council: Council, text: Text
) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    shown = send(client, text, wording=VERSION).context["shown"]
    page = send(client, text, "confirm", wording=VERSION.replace("twice", "thrice"), shown=shown)
    assert page.status_code == 200
    assert "thrice" in page.context["outcome"].standing.changes[0].notation
    assert not Entry.objects.filter(verb="submitted").exists()


def test_second_press_of_the_same_button_hands_in_once(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    shown = send(client, text, wording=VERSION).context["shown"]
    seen = factories.seen(text)
    form = {"key": str(uuid4()), "seen": seen, "step": "confirm", "wording": VERSION, "shown": shown}
    first, second = (client.post(address("upload", text), form) for _press in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert Entry.objects.filter(verb="submitted").count() == 1


def test_two_delegations_at_once_both_keep_their_versions(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    first = send(client, text, wording=VERSION)
    other = VERSION.replace("twice", "thrice")
    seen = factories.seen(text)
    actions.submit_version(text.pk, by=council.delegate("XBB"), document=other, seen=seen, key=uuid4())
    form = {"seen": seen, "wording": VERSION, "shown": first.context["shown"], "key": str(uuid4())}
    assert send(client, text, "confirm", **form).status_code == 302
    assert recovery_of(council.chair, factories_text(text)) == (2, 2)


def factories_text(text: Text) -> Text:
    return Text.objects.get(pk=text.pk)


def test_stale_ground_is_said_and_the_version_kept(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    first = send(client, text, wording=VERSION)
    seen = factories.seen(text)
    factories.propose(text, council.delegate("XAA"), "Recalling", "Noting")
    form = {"seen": seen, "wording": VERSION, "shown": first.context["shown"]}
    page = send(client, text, "confirm", **form)
    assert page.status_code == 422
    assert "Your own delegation has changed its wording since you looked." in page.content.decode()
    assert page.context["form"].kept.replace("\r\n", "\n") == VERSION
    again = send(client, text, "confirm", wording=VERSION, shown=page.context["shown"])
    assert again.status_code == 302


def test_handing_in_is_for_who_tables(client: Client, council: Council, text: Text) -> None:
    for by in (council.secretariat, council.chair, council.expert):
        answer = factories.sign_in(client, by).get(address("upload", text))
        assert answer.status_code == 403, by.name
        assert send(client, text, wording=VERSION).status_code == 403
    assert "Your mandate is to draft." in answer.content.decode()


def test_public_is_asked_to_sign_in(client: Client, text: Text) -> None:
    answer = client.get(address("upload", text))
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, reverse("sign-in"))


# Bad input


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("torn.docx", word_of(VERSION)[:900], "is no .docx: it is not a sound ZIP archive."),
        ("plain.docx", VERSION.encode(), "is no .docx: it is not a sound ZIP archive."),
        ("old.doc", b"\xd0\xcf\x11\xe0", "This file is not one of .txt, .md, .docx, .odt."),
        ("latin.txt", b"One\n\ncaf\xe9\n", "Line 3, column 4: byte 0xe9 is not UTF-8. Save the file as UTF-8."),
        ("wide.txt", "wide".encode("utf-16"), "Line 1, column 1: byte 0xff is not UTF-8; it looks like UTF-16."),
        ("override.txt", "One\n\nTwo\u202ethree\n".encode(), "Line 3, column 4: U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("nul.txt", b"One\x00two\n", "Line 1, column 4: U+0000"),
        ("lost.txt", "One\ufffdtwo\n".encode(), "Line 1, column 4: U+FFFD REPLACEMENT CHARACTER"),
        ("empty.txt", b"", "There is no wording in it."),
        ("blank.txt", b" \n \n", "There is no wording in it."),
        ("long.txt", b"x" * 1_000_001, "The text has 1000001 characters; 1000000 are the most."),
        ("many.txt", b"x\n\n" * 1_001, "The text has more than 1000 paragraphs."),
        ("same.txt", DOCUMENT.encode(), "This version says what the delegation already has in the text."),
    ],
)
def test_file_that_cannot_be_used_is_refused_with_its_reason(
    client: Client, council: Council, text: Text, name: str, data: bytes, reason: str
) -> None:
    before = factories.seen(text)
    page = send(factories.sign_in(client, council.delegate("XAA")), text, file=(name, data))
    shown = page.content.decode()
    assert page.status_code == 422
    assert reason in shown
    assert 'class="error-summary"' in shown
    assert factories.seen(text) == before


# Leaving out, and another base


def confirmed(client: Client, text: Text, page: HttpResponse, **values: object) -> HttpResponse:
    """Confirm what a page shows, with what is ticked on it."""
    standing = page.context["outcome"].standing
    kept = {"wording": page.context["form"].kept, "shown": page.context["shown"], "stands": standing.fingerprint}
    return send(client, text, "confirm", offered=[each.key for each in standing.changes], **kept, **values)


def own_of(text: Text, code: str) -> str:
    return engine.project(factories.now(text).body, code)


def test_a_change_that_is_not_ticked_is_not_handed_in(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    page = send(client, text, wording=VERSION)
    once, each = (change.key for change in page.context["outcome"].standing.changes)
    again = send(client, text, wording=VERSION, offered=[once, each], take=[each])
    assert (again.context["outcome"].standing.left_out, "1 is left out" in again.content.decode()) == (1, True)
    assert confirmed(client, text, again, take=[each]).status_code == 302
    assert own_of(text, "XAA") == DOCUMENT.replace("every meeting", "each meeting")
    assert Entry.objects.filter(verb="submitted").get().data["left_out"] == 1
    assert [one.check.exact for one in client.get(address("upload", text)).context["page"].handed_in] == [True]


def test_leaving_everything_out_hands_nothing_in(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    answer = confirmed(client, text, send(client, text, wording=VERSION))
    assert (answer.status_code, "Every change is left out" in answer.content.decode()) == (422, True)
    assert own_of(text, "XAA") == DOCUMENT


def test_an_own_insertion_that_is_not_taken_back_stays_where_it_stood(
    client: Client, council: Council, text: Text
) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    longer = DOCUMENT.replace("2. Decide", "1. bis Meet in spring;\n\n2. Decide")
    hand_in(client, text, wording=longer)
    page = send(client, text, wording=VERSION)
    kept = [each.key for each in page.context["outcome"].standing.changes if each.kind != "withdrawn"]
    assert len(kept) == 2
    assert confirmed(client, text, page, take=kept).status_code == 302
    assert own_of(text, "XAA") == VERSION.replace("2. Decide", "1. bis Meet in spring;\n\n2. Decide")


def test_what_stands_otherwise_than_shown_is_shown_again(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    page = send(client, text, wording=VERSION)
    taken = [each.key for each in page.context["outcome"].standing.changes]
    factories.propose(text, council.delegate("XBB"), "once", "thrice")
    answer = confirmed(client, text, page, take=taken)
    assert (answer.status_code, "Since you looked" in answer.content.decode()) == (422, True)
    assert own_of(text, "XAA") == DOCUMENT
    assert confirmed(client, text, answer, take=taken).status_code == 302
    assert own_of(text, "XAA") == VERSION


def test_a_file_written_on_another_base_is_carried_over(client: Client, council: Council, text: Text) -> None:
    old = DOCUMENT.replace("3. Invite partners to send their remarks.\n", "3. Invite partners.\n")
    data = write_tracked(old, old.replace("once a year", "twice a year"), author="XAA")
    factories.sign_in(client, council.delegate("XAA"))
    page = send(client, text, file=("version.docx", data))
    assert (page.status_code, "written on another base" in page.content.decode()) == (200, True)
    taken = [each.key for each in page.context["outcome"].standing.changes]
    assert confirmed(client, text, page, take=taken).status_code == 302
    assert own_of(text, "XAA") == DOCUMENT.replace("once a year", "twice a year")


def test_own_tracked_changes_come_back_as_they_are(client: Client, council: Council, text: Text) -> None:
    data = write_tracked(DOCUMENT, VERSION, author="XAA")
    factories.sign_in(client, council.delegate("XAA"))
    page = send(client, text, file=("version.docx", data))
    assert page.context["outcome"].carried is None
    assert page.context["form"].document == VERSION


def test_file_larger_than_is_read_is_refused_by_its_size(client: Client, council: Council, text: Text) -> None:
    page = send(factories.sign_in(client, council.delegate("XAA")), text, file=("big.docx", b"0" * (21 * 1024 * 1024)))
    assert page.status_code == 422
    assert "The file has 21 MB; 20 MB are the most that is read." in page.content.decode()


@pytest.mark.parametrize("name", ["01-words-one-author.docx", "02-two-authors-ru.docx", "10-nested-format-hidden.docx"])
def test_tracked_changes_of_another_program_are_read_as_accepted(
    client: Client, council: Council, text: Text, name: str
) -> None:
    data = shared_path("word", name).read_bytes()
    page = send(factories.sign_in(client, council.delegate("XAA")), text, file=(name, data))
    assert page.status_code == 200
    assert "the text is read with all of them accepted" in page.content.decode()


def test_typed_text_stays_when_it_is_refused(client: Client, council: Council, text: Text) -> None:
    typed = VERSION.replace("twice", "twice\u200b")
    page = send(factories.sign_in(client, council.delegate("XAA")), text, wording=typed)
    assert page.status_code == 422
    assert page.context["form"].kept == typed
    (problem,) = page.context["form"].problems
    assert (problem.line, problem.column, problem.mark) == (7, 23, "U+200B")
    assert "twice\u200b a year" in page.content.decode()


def test_typed_text_stays_when_a_file_is_sent_beside_it(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    page = send(client, text, wording=VERSION, file=("one.txt", DOCUMENT.encode()))
    assert page.status_code == 422
    assert page.context["form"].kept == VERSION


def test_another_file_takes_the_place_of_the_first(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    form = send(client, text, file=("one.txt", VERSION.encode())).context["form"]
    other = VERSION.replace("twice", "thrice")
    page = send(client, text, wording=form.kept, origin=form.kept_origin, file=("two.txt", other.encode()))
    assert (page.status_code, page.context["form"].kept) == (200, other)


def test_refused_characters_are_taken_out_where_that_is_asked_and_the_text_is_shown(
    client: Client, council: Council, text: Text
) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    page = send(client, text, "repair", wording=VERSION.replace("twice", "tw\u202eice\u200b"))
    form = page.context["form"]
    assert (page.status_code, form.kept) == (200, VERSION)
    assert [each.message for each in form.imported.findings if each.code == "W012"] == [
        "1 × U+202E RIGHT-TO-LEFT OVERRIDE was taken out.",
        "1 × U+200B ZERO WIDTH SPACE was taken out.",
    ]
    assert not Entry.objects.filter(verb="submitted").exists()


def test_layout_is_replaced_visibly(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    typed = VERSION.replace("1. Agree", "1.\tAgree").replace("\n\n2.", "  \n \n\n\n2.")
    page = send(client, text, wording=typed)
    assert page.context["form"].document == VERSION
    assert [each.code for each in page.context["form"].imported.findings] == ["W011", "W013", "W014"]


def test_lines_are_paragraphs_where_that_is_chosen(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    page = send(client, text, wording=VERSION.replace("\n\n", "\n"), parting="line")
    assert page.context["form"].document == VERSION


def agreed(text: Text, council: Council, words: str) -> None:
    block = factories.block(text, words)
    actions.agree(
        text.pk, by=council.chair, block=block, forum="the council", pending=(), seen=factories.seen(text), key=uuid4()
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda version: version.replace("Recalling", "Noting"),
        lambda version: version.replace("Recalling the first meeting of the council,\n\n", ""),
    ],
)
def test_agreed_paragraph_that_is_changed_is_named_and_can_be_put_back(
    client: Client, council: Council, text: Text, change: Callable[[str], str]
) -> None:
    agreed(text, council, "Recalling")
    factories.sign_in(client, council.delegate("XAA"))
    page = send(client, text, wording=change(VERSION))
    assert page.status_code == 422
    assert "PP1 is agreed ad referendum and stands otherwise in this version." in page.content.decode()
    restored = send(client, text, "restore", wording=change(VERSION))
    assert (restored.status_code, restored.context["form"].kept) == (200, VERSION)


def test_rolling_text_handed_in_by_mistake_is_noticed(client: Client, council: Council, text: Text) -> None:
    factories.propose(text, council.delegate("XBB"), "once", "twice")
    rolling = engine.render(factories.now(text).body).partition("\n\n")[2]
    page = send(factories.sign_in(client, council.delegate("XAA")), text, wording=rolling)
    assert page.context["outcome"].standing.brackets == (7, 25)


# The check


def test_recovery_looks_in_the_last_version_in_which_a_version_has_to_be_whole(council: Council, text: Text) -> None:
    for code, word in (("XAA", "twice"), ("XBB", "thrice")):
        version = DOCUMENT.replace("once", word)
        seen = factories.seen(text)
        actions.submit_version(text.pk, by=council.delegate(code), document=version, seen=seen, key=uuid4())
    factories.propose(text, council.delegate("XAA"), "every meeting", "each meeting")
    checks = {row.code: (row.until, row.exact) for row in recoveries(council.chair, factories_text(text))}
    assert checks == {"XAA": (3, True), "XBB": (4, True)}


def test_recovery_counts_a_version_that_is_not_whole(council: Council, text: Text) -> None:
    seen = factories.seen(text)
    actions.submit_version(text.pk, by=council.delegate("XAA"), document=VERSION, seen=seen, key=uuid4())
    version = factories.now(text)
    broken = engine.compile_text(DOCUMENT, {}, delegations=version.body.delegations)
    row = type(version)(
        text=text, number=3, fingerprint=engine.fingerprint(broken), stored=engine.dump(broken), at=version.at
    )
    row.save(force_insert=True)
    Entry.objects.create(
        organisation_id=text.organisation_id,
        audience=text.audience,
        stream=text.stream,
        number=3,
        at=version.at,
        actor="nobody",
        authority="chair",
        verb="agreed",
        data={"version": 3},
        key=uuid4(),
    )
    assert recovery_of(council.chair, factories_text(text)) == (0, 1)


def test_recovery_is_nothing_where_nothing_was_handed_in(council: Council, text: Text) -> None:
    assert recovery_of(council.chair, text) is None


def test_recovery_stands_after_a_choice_is_closed(council: Council, text: Text) -> None:
    seen = factories.seen(text)
    actions.submit_version(text.pk, by=council.delegate("XAA"), document=VERSION, seen=seen, key=uuid4())
    choice = factories.choices(text)[0]
    closing = actions.propose_closing(
        text.pk, by=council.chair, choice=choice, alternative=1, seen=factories.seen(text), key=uuid4()
    )
    before = factories.now(text).number
    actions.close(text.pk, by=council.chair, closing=closing.pk, key=uuid4())
    (row,) = recoveries(council.chair, factories_text(text))
    assert (row.until, row.exact) == (before, True)
    assert factories.now(text).number == before + 1


def test_version_written_before_a_choice_was_closed_is_stale(client: Client, council: Council, text: Text) -> None:
    factories.propose(text, council.delegate("XBB"), "every meeting", "each meeting")
    factories.sign_in(client, council.delegate("XAA"))
    first = send(client, text, wording=VERSION.replace("each meeting", "every meeting"))
    seen = factories.seen(text)
    choice = factories.choices(text)[0]
    closing = actions.propose_closing(text.pk, by=council.chair, choice=choice, alternative=1, seen=seen, key=uuid4())
    actions.close(text.pk, by=council.chair, closing=closing.pk, key=uuid4())
    form = {"seen": seen, "shown": first.context["shown"], "wording": first.context["form"].kept}
    page = send(client, text, "confirm", **form)
    assert page.status_code == 422
    assert "The common wording of the text has changed since you looked: a choice was closed." in page.content.decode()
    assert [each.notation for each in page.context["outcome"].standing.changes] == [
        "1. Agree to meet [once] [XAA: twice] a year;",
        "2. Decide to publish the report of [each] [XAA: every] meeting;",
    ]
