"""The record leads to what each entry is about, also where the pages show an earlier day."""

import re
from datetime import date

import pytest
from django.test import Client

from accord.members.models import Organisation
from accord.record import clock
from tests import factories
from tests.decisions import putting
from tests.factories import Council
from tests.signing import signings

pytestmark = pytest.mark.django_db


def test_each_link_of_the_record_opens_and_says_what_it_leads_to(council: Council, client: Client) -> None:
    signings.entered(council)
    putting.put(council)
    factories.meeting_of(council)
    Organisation.objects.update(as_of=date(2001, 1, 1))
    factories.sign_in(client, council.secretariat)

    html = client.get("/record/").content.decode()

    found = dict(re.findall(r'<p class="circumstances"><a href="([^"]+)">([^<]+)</a>', html))
    assert sorted(found.values()) == ["signing and taking part", "the meeting", "the question"]
    (signing,) = (address for address, words in found.items() if words == "signing and taking part")
    assert signing.endswith(f"?on={clock.now().date().isoformat()}")
    assert {client.get(address).status_code for address in found} == {200}
