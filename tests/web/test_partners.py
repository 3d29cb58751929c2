"""The pages of partners: what they show to whom, on which day, and how something is entered."""

from datetime import date

import pytest
from django.test import Client

from accord.access import PUBLIC, Subject
from accord.meetings import actions as meetings
from accord.members import actions
from accord.members.values import AgreementEntry, JointEntry, PartnerEntry
from tests import factories
from tests.documents import going
from tests.factories import Council, key
from tests.meetings import inviting
from tests.web.test_access_matrix import visitor
from tests.web.test_twin_worlds import TOKEN

pytestmark = pytest.mark.django_db

ADDRESS = "/register/partners/XPP/"


def shown(by: Subject, address: str = ADDRESS) -> str:
    response = visitor(by).get(address)
    assert response.status_code == 200
    return response.content.decode()


def joint(council: Council, **values: str) -> None:
    entry = JointEntry("XPP", "meeting", "First talks", **values)
    actions.enter_joint(council.organisation.pk, [entry], by=council.secretariat, key=key())


def test_public_reads_agreements_with_their_term_as_of_a_day(council: Council) -> None:
    entry = AgreementEntry("XPP", "Memorandum", day=date(2031, 5, 4), lasting="until", until=date(2032, 5, 4))
    actions.enter_agreements(council.organisation.pk, [entry], by=council.secretariat, key=key())
    assert "In force until 4 May 2032" in shown(PUBLIC, f"{ADDRESS}?on=2031-05-04")
    assert "Its term ran until 4 May 2032" in shown(PUBLIC, f"{ADDRESS}?on=2032-05-05")
    before = shown(PUBLIC, f"{ADDRESS}?on=2031-05-03")
    assert "Memorandum" not in before
    assert "No agreement with it is known by this day." in before


def test_agreement_and_the_document_that_holds_it_lead_to_one_another(council: Council) -> None:
    going.way_of(council)
    paper, other = (going.document_of(council, title) for title in ("Quiet paper", "Other paper"))
    office = visitor(council.secretariat)
    form = office.get("/register/enter/agreement/?partner=XPP").content.decode()
    assert f'<option value="{paper.pk}">Quiet paper</option>' in form
    sent = {"key": str(key()), "partner": "XPP", "words": "Memorandum", "lasting": "open", "standing": "stated"}
    assert office.post("/register/enter/agreement/", {**sent, "document": "a" * 16}).status_code == 422
    office.post("/register/enter/agreement/", {**sent, "document": paper.pk})

    link = f'href="/documents/{paper.pk}/"'
    assert link in shown(council.secretariat)
    assert f"{ADDRESS}#agreements" in shown(council.secretariat, f"/documents/{paper.pk}/")
    assert "Memorandum" not in shown(council.secretariat, f"/documents/{other.pk}/")
    public = shown(PUBLIC)
    assert ("Memorandum" in public, link in public, "Quiet paper" in public) == (True, False, False)


def test_list_is_a_tree_and_leads_to_each_partner(council: Council) -> None:
    below = PartnerEntry("XPS", "Example Bureau", kind="structure", parent="XPP")
    actions.enter_register(council.organisation.pk, [], [below], [], by=council.secretariat, key=key())
    page = shown(PUBLIC, "/register/partners/")
    assert "1 partner and 1 structure of one." in page
    assert '<tr class="organ-below">' in page
    assert '<a href="/register/partners/XPS/">' in page
    assert '<a href="/register/partners/XPP/">' in shown(PUBLIC, "/register/partners/XPS/")
    assert "Enter a partner" not in page
    assert "Enter a partner" in shown(council.secretariat, "/register/partners/")


def test_invitations_are_shown_only_to_those_who_see_them(council: Council) -> None:
    meeting = inviting.meeting_of(council)
    made = inviting.agreed(council, meeting, purpose="Water")
    address = f"/invitations/{made.pk}/"
    assert address in shown(council.delegate("XBB"))
    assert address not in shown(council.partner)
    assert address not in shown(PUBLIC)
    meetings.send(made.pk, by=council.chair, key=key())
    meetings.answer(made.pk, False, "No time.", by=council.partner, key=key())
    assert "Declined" in shown(council.partner)
    assert "Declined" in shown(council.delegate("XBB"))
    assert "Declined" not in shown(PUBLIC)


def test_joint_meeting_leads_to_its_page_only_for_those_who_see_it(council: Council) -> None:
    meeting = factories.meeting_of(council)
    joint(council, of=f"meeting {meeting.pk}")
    link = f'<a href="/meetings/{meeting.pk}/">'
    assert link in shown(council.delegate("XAA"))
    reads = shown(PUBLIC)
    assert "First talks" in reads
    seen = Client().get(f"/meetings/{meeting.pk}/").status_code == 200
    assert (link in reads) == seen


def test_link_to_a_meeting_keeps_the_day_on_which_it_is_known(council: Council) -> None:
    later = factories.meeting_of(council, "Learnt later", shown_from=date(2999, 1, 1))
    joint(council, of=f"meeting {later.pk}")
    link = f"/meetings/{later.pk}/?on=2999-01-01"
    assert link in shown(council.secretariat, f"{ADDRESS}?on=2999-01-01")
    assert f"/meetings/{later.pk}/" not in shown(council.secretariat)
    assert visitor(council.secretariat).get(link).status_code == 200


def test_stranger_cannot_tell_a_hidden_partner_from_none(council: Council) -> None:
    hidden = factories.council("Other", (("XZZ", "Zeta"),), public=False, prefix="other-")
    only = PartnerEntry("XQQ", "Hidden Partner")
    actions.enter_register(hidden.organisation.pk, [], [only], [], by=hidden.secretariat, key=key())
    client = visitor(council.delegate("XAA"))
    answers = [client.get(f"/register/partners/{code}/") for code in ("XQQ", "XNO")]
    assert [answer.status_code for answer in answers] == [404, 404]
    bare = [TOKEN.sub(b"", answer.content) for answer in answers]
    assert bare[0].replace(b"XQQ", b"XNO") == bare[1]
    assert "Hidden Partner" in shown(hidden.secretariat, "/register/partners/XQQ/")


def test_entering_leads_to_the_partner_and_keeps_what_was_typed_when_something_is_wrong(council: Council) -> None:
    office = visitor(council.secretariat)
    sent = {"key": str(key()), "partner": "XPP", "words": "Memorandum", "lasting": "until", "standing": "stated"}
    wrong = office.post("/register/enter/agreement/", sent)
    page = wrong.content.decode()
    assert wrong.status_code == 422
    assert 'value="Memorandum"' in page
    assert "An agreement until a day needs that day" in page
    right = office.post("/register/enter/agreement/", {**sent, "until": "2032-05-04"})
    assert right.headers["Location"] == ADDRESS
    assert "Memorandum" in shown(council.secretariat)


def test_partner_that_is_changed_begins_with_what_is_entered(council: Council) -> None:
    page = shown(council.secretariat, "/register/enter/partner/?partner=XPP")
    assert 'value="Example Partner"' in page
    sent = {"key": str(key()), "code": "XPP", "name": "Example Partner", "kind": "state", "standing": "stated"}
    visitor(council.secretariat).post("/register/enter/partner/", sent)
    assert shown(PUBLIC).count("State: no agreement") == 1


def test_search_finds_a_partner_by_its_agreement_once_that_is_known(council: Council) -> None:
    entries = [
        AgreementEntry("XPP", "Memorandum on reservoirs", day=date(2024, 5, 4)),
        AgreementEntry("XPP", "Memorandum on estuaries", day=date(2999, 5, 4)),
    ]
    actions.enter_agreements(council.organisation.pk, entries, by=council.secretariat, key=key())
    assert f"{ADDRESS}#agreements" in shown(council.secretariat, "/search/?q=reservoirs")
    assert f"{ADDRESS}#agreements" not in shown(council.secretariat, "/search/?q=estuaries")


def test_what_is_not_known_of_a_partner_is_said(council: Council) -> None:
    page = shown(PUBLIC)
    for words in ("No agreement with it", "Nothing that was done together", "No contact", "No invitation that you can"):
        assert words in page, words
