"""Beginning: a council by list, a meeting, a text; then four delegations hand in their files, and all are recovered."""

import io
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import docx
import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password, identify_hasher
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accord.access import Role
from accord.drafting.models import Text
from accord.drafting.queries.beginning import Parted
from accord.engine import text as engine
from accord.formats.odt.writing import write_clean, write_tracked
from accord.meetings.models import Meeting, Sitting
from accord.members.lookalikes import flags
from accord.members.models import Mandate, Member, Organisation
from accord.members.passphrases import new_passphrase, stored
from accord.record.models import Entry
from accord.web.forms.begin import read_members
from tests import factories
from tests.factories import DOCUMENT, Council
from tests.formats import packages

MEMBERS = "XAA Aland Example\nXBB Bergen Example\nXCC Celle Example\nXDD Delft Example"


@pytest.fixture
def open_house(settings: Any, db: None) -> None:
    """Let anybody begin a council here."""
    settings.FOUNDING = True


def begin(client: Client, step: str = "confirm", **values: str) -> HttpResponse:
    """Send the form of a council; by default as somebody confirms the list that was shown."""
    form = {"name": "Council of Examples", "members": MEMBERS, "listed": MEMBERS, "key": str(uuid4()), "step": step}
    return client.post(reverse("begin"), form | values)


def begin_text(client: Client, step: str = "preview", **values: object) -> HttpResponse:
    form: dict[str, object] = {"title": "Clear water", "audience": "council", "key": str(uuid4()), "step": step}
    return client.post(reverse("begin-text"), form | values)


def convene(client: Client, **values: object) -> HttpResponse:
    form: dict[str, object] = {
        "title": "First meeting",
        "day": "2031-05-04",
        "zone": "Asia/Almaty",
        "city": "Alpha",
        "country": "Aland Example",
        "sittings": ["narrow", "extended"],
        "key": str(uuid4()),
        "step": "confirm",
    }
    return client.post(reverse("convene"), form | values)


def file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def word_of(document: str) -> bytes:
    out, made = io.BytesIO(), docx.Document()
    for paragraph in document.strip("\n").split("\n\n"):
        made.add_paragraph(paragraph)
    made.save(out)
    return out.getvalue()


# A council


@pytest.mark.django_db
def test_where_nobody_may_begin_a_council_there_is_no_such_address(client: Client) -> None:
    assert client.get(reverse("begin")).status_code == 404
    assert begin(client).status_code == 404
    assert not Organisation.objects.exists()


def test_somebody_who_acts_for_a_council_begins_no_other(open_house: None, client: Client, council: Council) -> None:
    answer = factories.sign_in(client, council.secretariat).get(reverse("begin"))
    assert answer.status_code == 403
    assert "Sign out to begin another one." in answer.content.decode()


def test_list_is_shown_before_anything_is_done(open_house: None, client: Client) -> None:
    page = begin(client, "preview", members="Kazakhstan\nNorth Sea Union", listed="")
    assert page.status_code == 200
    assert [(row.code, row.name, row.suggested) for row in page.context["form"].rows] == [
        ("KAZ", "Kazakhstan", True),
        ("NSU", "North Sea Union", True),
    ]
    assert page.context["form"].lines == "KAZ Kazakhstan\nNSU North Sea Union"
    assert not Organisation.objects.exists()


def test_list_that_was_not_shown_is_shown_first(open_house: None, client: Client) -> None:
    page = begin(client, members=MEMBERS + "\nXEE Eger Example")
    assert page.status_code == 200
    assert b"XEE" in page.content
    assert not Organisation.objects.exists()


def test_council_begins_with_its_sign_ins_shown_once(open_house: None, client: Client) -> None:
    key = str(uuid4())
    answer = begin(client, short_name="CoE", key=key)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    council = Organisation.objects.get()
    assert (council.name, council.short_name, council.rule, council.public) == (
        "Council of Examples", "CoE", "consensus", False,
    )
    assert [member.code for member in Member.objects.filter(organisation=council)] == ["XAA", "XBB", "XCC", "XDD"]
    made = answer.context["made"]
    assert [(one.sign_in.role, one.sign_in.delegation) for one in made] == [
        (Role.SECRETARIAT, ""),
        (Role.CHAIR, ""),
        *((Role.DELEGATE, code) for code in ("XAA", "XBB", "XCC", "XDD")),
    ]
    for one in made:
        user = User.objects.get(username=one.sign_in.name)
        assert one.passphrase in answer.content.decode()
        assert one.passphrase not in user.password
        assert check_password(one.passphrase, user.password)
    again = begin(client.__class__(), short_name="CoE", key=key)
    assert "They cannot be shown again." in again.content.decode()
    assert (again.context["made"], Organisation.objects.count()) == ((), 1)


def test_language_of_the_names_is_the_one_that_was_chosen(open_house: None, client: Client) -> None:
    begin(client, names_in="kk")
    assert Organisation.objects.get(name="Council of Examples").names_in == "kk"


def test_template_names_its_rule_by_its_title_in_the_readers_language(open_house: None, client: Client) -> None:
    for language, title in (("en", "ASEAN consultation and consensus"), ("ru", "Консультации и консенсус АСЕАН")):
        client.cookies["django_language"] = language
        html = client.get(reverse("begin"), {"template": "asean"}).content.decode()
        assert title in html
        assert "asean-consensus" not in html


def test_founder_goes_on_as_secretariat(open_house: None, client: Client) -> None:
    begin(client)
    page = client.get(reverse("begin-text"))
    assert (page.status_code, page.context["subject"].role) == (200, Role.SECRETARIAT)


def test_delegates_of_a_new_council_table_and_the_record_has_one_entry(open_house: None, client: Client) -> None:
    begin(client)
    tabling = dict(Mandate.objects.values_list("role", "may_table"))
    assert tabling == {"secretariat": False, "chair": False, "delegate": True}
    entry = Entry.objects.get()
    assert (entry.verb, entry.actor, entry.data["members"]) == ("founded", "founder", ["XAA", "XBB", "XCC", "XDD"])


def test_two_councils_of_the_same_list_do_not_see_each_other(open_house: None) -> None:
    one, other = Client(), Client()
    begin(one)
    begin(other)
    begin_text_of(one)
    text = Text.objects.get()
    assert one.get(reverse("notation", args=[text.pk])).status_code == 200
    assert other.get(reverse("notation", args=[text.pk])).status_code == 404


def begin_text_of(client: Client, document: str = DOCUMENT) -> Text:
    page = begin_text(client, wording=document)
    begin_text(client, "confirm", wording=page.context["form"].kept, shown=page.context["shown"])
    return Text.objects.latest("begun")


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ("", "The list of members is empty."),
        (" \n ", "The list of members is empty."),
        ("\n".join(f"X{n:03} Member {n}" for n in range(201)), "The list has 201 members; a council has at most 200."),
        ("XAA Aland\nXAA Bergen", "Line 2: “XAA” stands in line 1 already."),
        ("XAA Aland\n\nXBB aland", "Line 3: “aland” stands in line 1 already."),
        ("XAA Al\u202eand", "Line 1, column 7: U+202E RIGHT-TO-LEFT OVERRIDE is a format character"),
        ("XAA Aland\nXBB Ber\u200bgen", "Line 2, column 8: U+200B ZERO WIDTH SPACE"),
        ("CHAIR The Chair", "Line 1: “CHAIR” cannot be the code of a delegation."),
        ("XAA [Aland]", "Line 1: A name cannot hold “[”."),
        ("XAA " + "a" * 121, "Line 1: The name has 121 characters; at most 120 are possible."),
    ],
)
def test_list_that_cannot_be_used_is_refused_with_its_line_and_kept(
    open_house: None, client: Client, members: str, reason: str
) -> None:
    page = begin(client, members=members, listed=members)
    shown = page.content.decode()
    assert page.status_code == 422
    assert reason in shown
    assert 'class="error-summary"' in shown
    assert page.context["form"]["members"].value() == members
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "The council needs a name."),
        ("Coun\u202ecil", "Character 5: U+202E RIGHT-TO-LEFT OVERRIDE is a format character and cannot be seen."),
        ("x" * 201, "The name has 201 characters; at most 200 are possible."),
        ("Two\nlines", "A name is one line."),
    ],
)
def test_name_that_cannot_be_used_is_refused_with_its_place(
    open_house: None, client: Client, name: str, reason: str
) -> None:
    page = begin(client, name=name)
    assert page.status_code == 422
    assert reason in page.content.decode()


def test_refused_characters_are_taken_out_where_that_is_asked(open_house: None, client: Client) -> None:
    page = begin(client, "repair", name="Coun\u202ecil", members="XAA Al\u200band\nXBB Bergen")
    form = page.context["form"]
    assert (page.status_code, form["name"].value(), form.lines) == (200, "Council", "XAA Aland\nXBB Bergen")


def test_names_that_look_alike_are_flagged_and_not_refused(open_house: None, client: Client) -> None:
    page = begin(client, "preview", members="XAA Example\nXBB Ex\u0430mple")
    assert page.status_code == 200
    assert [row.flags for row in page.context["form"].rows] == [
        (),
        ("“Ex\u0430mple” is written with letters of two scripts.", "This name looks like “Example”."),
    ]


@pytest.mark.parametrize("name", ["Қазақстан", "Հայաստան", "Ελλάδα", "Côte d’Or", "日本", "المغرب"])
def test_names_of_one_script_are_not_flagged(name: str) -> None:
    assert list(flags([name])) == []


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("XAA Aland", "XAA", "Aland"),
        ("XAA: Aland  Example", "XAA", "Aland Example"),
        ("XAA;Aland", "XAA", "Aland"),
        ("XAA\tAland", "XAA", "Aland"),
        ("Kyrgyzstan", "KGZ", "Kyrgyzstan"),
        ("League of the Northern Cities", "LNC", "League of the Northern Cities"),
        ("Zürich", "ZUR", "Zürich"),
        ("日本海", "M1", "日本海"),
        ("NATOX", "NATOX", "NATOX"),
    ],
)
def test_line_of_the_list_is_read_as_code_and_name(line: str, code: str, name: str) -> None:
    (row,) = read_members([line])
    assert (row.code, row.name) == (code, name)


def test_suggested_codes_differ_from_each_other_and_from_those_typed() -> None:
    rows = read_members(["Alpha Beta", "AB Typed", "Able Baker", "Chair"])
    assert [row.code for row in rows] == ["AB1", "AB", "AB2", "CHA"]


def test_passphrase_is_stored_as_a_salted_hash_that_the_first_sign_in_makes_anew(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    passphrase = new_passphrase()
    kept = stored(passphrase)
    anew: list[str] = []
    assert isinstance(identify_hasher(kept), PBKDF2PasswordHasher)
    assert check_password(passphrase, kept, anew.append)
    assert anew == [passphrase]
    assert stored(passphrase) != kept


def test_passphrases_are_long_and_never_the_same() -> None:
    made = {new_passphrase() for _each in range(1000)}
    assert len(made) == 1000
    assert {len(each) for each in made} == {27}


# A meeting


def test_meeting_is_convened_with_its_sittings(client: Client, council: Council) -> None:
    answer = convene(factories.sign_in(client, council.secretariat))
    meeting = Meeting.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, reverse("meeting", args=[meeting.pk]))
    assert (meeting.title, f"{meeting.day}", meeting.zone, meeting.city) == (
        "First meeting", "2031-05-04", "Asia/Almaty", "Alpha",
    )
    assert [sitting.format for sitting in Sitting.objects.filter(meeting=meeting)] == ["narrow", "extended"]


def test_meeting_sent_twice_is_convened_once(client: Client, council: Council) -> None:
    factories.sign_in(client, council.chair)
    key = str(uuid4())
    assert [convene(client, key=key).status_code for _press in range(2)] == [302, 302]
    assert Meeting.objects.count() == 1


def test_meeting_is_not_convened_by_a_delegation(client: Client, council: Council) -> None:
    answer = convene(factories.sign_in(client, council.delegate("XAA")))
    assert answer.status_code == 403
    assert "The chair or the secretariat convenes a meeting." in answer.content.decode()


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"title": ""}, "The meeting needs a title."),
        ({"title": "First\u202emeeting"}, "Character 6: U+202E RIGHT-TO-LEFT OVERRIDE"),
        ({"day": ""}, "The meeting needs a day."),
        ({"day": "2031-02-30"}, "The day is written year, month, day: 2031-05-04."),
        ({"zone": "Europe/Nowhere"}, "This is no time zone of the list."),
        ({"zone": "../../etc/passwd"}, "This is no time zone of the list."),
        ({"city": "Al\x00pha"}, "Character 3: U+0000"),
        ({"sittings": []}, "A meeting has at least one sitting."),
        ({"key": ""}, "Load the page again: the form has no key."),
    ],
)
def test_meeting_that_cannot_be_convened_says_why_and_keeps_what_was_typed(
    client: Client, council: Council, values: dict[str, object], reason: str
) -> None:
    page = convene(factories.sign_in(client, council.secretariat), **values)
    shown = page.content.decode()
    assert page.status_code == 422
    assert reason in shown
    assert 'value="Aland Example"' in shown
    assert not Meeting.objects.exists()


# A text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("zero.txt", DOCUMENT.encode()),
        ("zero.md", DOCUMENT.encode()),
        ("zero.docx", word_of(DOCUMENT)),
        ("zero.odt", write_clean(DOCUMENT)),
    ],
)
def test_zero_draft_is_shown_parted_and_labelled_and_then_begun(
    client: Client, council: Council, name: str, data: bytes
) -> None:
    factories.sign_in(client, council.secretariat)
    page = begin_text(client, file=file(name, data))
    assert page.status_code == 200
    assert page.context["blocks"][:3] == (
        Parted("", "Statement on clear water", True),
        Parted("", "The members of the council,", False),
        Parted("PP1", "Recalling the first meeting of the council,", False),
    )
    assert not Text.objects.exists()
    answer = begin_text(client, "confirm", wording=page.context["form"].kept, shown=page.context["shown"], sample="on")
    text = Text.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, reverse("text", args=[text.pk]))
    assert (engine.project(factories.now(text).body, None), text.sample) == (DOCUMENT, True)


def test_text_for_the_narrow_sitting_exists_for_those_admitted_alone(client: Client, council: Council) -> None:
    meeting = factories.meeting_of(council)
    factories.sign_in(client, council.secretariat)
    values = {"meeting": meeting.pk, "audience": "narrow"}
    page = begin_text(client, wording=DOCUMENT, **values)
    begin_text(client, "confirm", wording=DOCUMENT, shown=page.context["shown"], **values)
    text = Text.objects.get()
    assert text.audience == Sitting.objects.get(meeting=meeting, format="narrow").audience
    assert text.meeting == meeting.pk
    address = reverse("rolling-word", args=[text.pk])
    assert factories.sign_in(client, council.delegate("XAA")).get(address).status_code == 200
    assert factories.sign_in(client, council.partner).get(address).status_code == 404


def test_meetings_to_choose_from_show_their_day_in_the_readers_language(client: Client, council: Council) -> None:
    factories.meeting_of(council)
    factories.sign_in(client, council.secretariat)
    for language, named in (("en", "First meeting, 4 May 2031"), ("ru", "First meeting, 4 мая 2031")):
        client.cookies["django_language"] = language
        assert named in client.get(reverse("begin-text")).content.decode()


@pytest.mark.parametrize("by", ["chair", "delegate", "partner"])
def test_text_is_begun_by_the_secretariat(client: Client, council: Council, by: str) -> None:
    person = council.delegate("XAA") if by == "delegate" else getattr(council, by)
    factories.sign_in(client, person)
    for answer in (client.get(reverse("begin-text")), begin_text(client, wording=DOCUMENT)):
        assert answer.status_code == 403
        assert "A text is begun by the secretariat." in answer.content.decode()


OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
READING_OUT = packages.zipped(
    packages.parts("") | {"word/document.xml": OUTSIDE + packages.document(packages.paragraph("&a;"))}
)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (lambda: {"wording": DOCUMENT, "title": ""}, "The text needs a title."),
        (lambda: {"wording": DOCUMENT, "title": "Clear\u2066water"}, "Character 6: U+2066 LEFT-TO-RIGHT ISOLATE"),
        (dict, "There is no wording yet: choose a file, or paste the text."),
        (lambda: {"wording": DOCUMENT, "meeting": "b" * 16}, "Select a valid choice."),
        (lambda: {"wording": DOCUMENT, "audience": "narrow"}, "Choose the meeting for whose sitting the text is"),
        (lambda: {"wording": DOCUMENT.replace("once", "on\u00adce\u202e")}, "Line 7, column 23: U+202E"),
        (lambda: {"file": file("t.docx", READING_OUT)}, "The file holds a document type definition"),
        (lambda: {"file": file("t.pdf", b"%PDF-1.7")}, "This file is not one of .txt, .md, .docx, .odt."),
        (lambda: {"file": file("t.txt", b"\xff\xfea\x00")}, "Line 1, column 1: byte 0xff is not UTF-8"),
    ],
)
def test_text_that_cannot_begin_says_why_and_keeps_what_was_typed(
    client: Client, council: Council, values: Callable[[], dict[str, object]], reason: str
) -> None:
    sent = values()
    page = begin_text(factories.sign_in(client, council.secretariat), **sent)
    assert page.status_code == 422
    assert reason in page.content.decode()
    assert page.context["form"].kept == sent.get("wording", "")
    assert not Text.objects.exists()


def test_narrow_sitting_of_a_meeting_that_has_none_is_said(client: Client, council: Council) -> None:
    meeting = factories.meeting_of(council, formats=("extended",))
    factories.sign_in(client, council.secretariat)
    values = {"wording": DOCUMENT, "meeting": meeting.pk, "audience": "narrow"}
    shown = begin_text(client, **values).context["shown"]
    page = begin_text(client, "confirm", shown=shown, **values)
    assert page.status_code == 422
    assert "This meeting has no such sitting to which you are admitted." in page.content.decode()


def test_meeting_of_another_council_is_no_choice(client: Client, council: Council) -> None:
    other = factories.council("Other Council", prefix="other-", public=False)
    theirs = factories.meeting_of(other)
    page = begin_text(factories.sign_in(client, council.secretariat), wording=DOCUMENT, meeting=theirs.pk)
    assert page.status_code == 422
    assert theirs.title not in page.content.decode()


# End to end


FURNITURE = ("Title", "Sample", "Legend", "Annex Heading")
"""Styles of the paragraphs of a rolling Word file that are no wording."""


def style_of(part: Any) -> str:
    """Return the name of the style of a paragraph or run, "" for none."""
    return part.style.name if part.style is not None else ""


def word_back(data: bytes, roster: str) -> engine.Text:
    """Return the text that a rolling Word file holds: its wording, without printed labels, read as notation."""
    body = [each for each in docx.Document(io.BytesIO(data)).paragraphs if style_of(each) not in FURNITURE]
    paragraphs = ["".join(run.text for run in each.runs if style_of(run) != "Computed Label") for each in body]
    wording = "\n\n".join(each for each in paragraphs if each)
    return engine.parse(f"%accord 1\n%base\n%delegations {roster}\n\n{wording}\n")


def test_four_delegations_of_a_new_council_hand_in_files_and_all_are_recovered(open_house: None) -> None:
    secretariat = Client()
    made = {one.sign_in.delegation or str(one.sign_in.role): one for one in begin(secretariat).context["made"]}
    page = begin_text(secretariat, file=file("zero.docx", word_of(DOCUMENT)))
    answer = begin_text(secretariat, "confirm", wording=page.context["form"].kept, shown=page.context["shown"])
    room = answer["Location"]
    twice = DOCUMENT.replace("once a year", "twice a year")
    versions = {
        "XAA": ("a.txt", twice, twice.encode()),
        "XBB": ("b.md", twice.replace("every", "each"), twice.replace("every", "each").replace("\n", "\r\n").encode()),
        "XCC": ("c.docx", without_second(DOCUMENT), word_of(without_second(DOCUMENT))),
        "XDD": ("d.odt", with_fourth(DOCUMENT), write_tracked(DOCUMENT, with_fourth(DOCUMENT), author="XDD")),
    }
    text = Text.objects.get()
    for code, (name, _version, data) in versions.items():
        delegate = Client()
        sign_in = {"username": made[code].sign_in.name, "password": made[code].passphrase}
        assert delegate.post(reverse("sign-in"), sign_in).status_code == 302
        form: dict[str, object] = {"key": str(uuid4()), "seen": factories.seen(text)}
        page = delegate.post(room + "upload/", {**form, "file": file(name, data)})
        shown = {"wording": page.context["form"].kept, "shown": page.context["shown"], "step": "confirm"}
        answer = delegate.post(room + "upload/", {**form, **shown})
        assert answer.status_code == 302, answer.content.decode()
    assert "4 of 4 versions recovered exactly" in delegate.get(answer["Location"]).content.decode()
    from_notation = engine.parse(delegate.get(room + "notation.txt").content.decode())
    from_word = word_back(delegate.get(room + "rolling.docx").content, "XAA, XBB, XCC, XDD")
    for code, (_name, version, _data) in versions.items():
        assert engine.project(from_notation, code) == version
        assert engine.project(from_word, code) == version
    assert engine.project(from_word, None) == DOCUMENT


def without_second(document: str) -> str:
    return document.replace("2. Decide to publish the report of every meeting;\n\n", "")


def with_fourth(document: str) -> str:
    return document.replace("their remarks.", "remarks;\n\n4. Thank the hosts of the meeting.")
