"""Councils that are founded from a template: what ships is sound, the page and the command use it."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import pytest
from django.contrib.auth.models import User
from django.test import Client

from accord.formats.rules import rules
from accord.members import actions, queries
from accord.members.firsts import new_sign_ins, tag_of
from accord.members.models import Clock, Organisation
from accord.members.over_time import circle
from accord.members.templates import founding_of, templates
from tests import factories


def test_four_templates_ship_each_with_a_rule_that_ships_and_organs_that_hang_together() -> None:
    assert set(templates()) == {"asean", "csto", "municipalities", "osce"}
    for template in templates().values():
        keys = {organ.key for organ in template.organs}
        assert template.rule in rules()
        assert {organ.parent for organ in template.organs} <= {*keys, ""}
        assert circle((organ.key, organ.parent) for organ in template.organs) == ()
        assert len({member.code for member in template.members}) == len(template.members)
        assert template.standing == "stated" or template.why
        assert {template.seat.zone, *(member.zone for member in template.members)} <= available_timezones()


@pytest.mark.django_db
@pytest.mark.parametrize("template", ["asean", "csto", "municipalities", "osce"])
def test_council_from_a_template_has_its_members_organs_and_rule(template: str) -> None:
    chosen, once = templates()[template], factories.key()
    founding = founding_of(chosen)
    sign_ins = [one.sign_in for one in new_sign_ins(founding, tag_of(once))]
    password = {one.name: "!" for one in sign_ins}
    made = actions.begin_council(founding, sign_ins=sign_ins, password=password, by=factories.FOUNDER, key=once)
    secretariat = queries.subject_of(User.objects.get(username=sign_ins[0].name))
    page = queries.organisation_page(secretariat, made.pk)
    assert [line.code for line in page.members] == [member.code for member in chosen.members]
    assert {line.key for line in page.every_organ} == {organ.key for organ in chosen.organs}
    assert (page.rule, {line.basis.standing for line in page.members}) == (chosen.rule, {chosen.standing})


@pytest.mark.django_db
def test_page_fills_in_a_template_and_begins_the_council_as_it_was_changed(client: Client, settings: Any) -> None:
    settings.FOUNDING = True
    shown = client.get("/begin/?template=asean").content.decode()
    assert "Association of Southeast Asian Nations" in shown
    assert "SGP Singapore" in shown
    lines = "SGP Singapore\nVNM Viet Nam"
    sent = {"name": "Small Association", "members": lines, "template": "asean", "key": str(factories.key())}
    assert "ASEAN Coordinating Council" in client.post("/begin/", {**sent, "step": "preview"}).content.decode()
    assert client.post("/begin/", {**sent, "listed": lines, "step": "confirm"}).status_code == 200
    made = Organisation.objects.get(name="Small Association")
    zones = {clock.member.code if clock.member else "": clock.zone for clock in Clock.objects.filter(organisation=made)}
    assert zones == {"": "Asia/Jakarta", "SGP": "Asia/Singapore", "VNM": "Asia/Ho_Chi_Minh"}
    assert (made.rule, made.rotation, made.organs.count()) == ("asean-consensus", "year", 7)
    assert client.get("/begin/?template=nonsense").status_code in (200, 403)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("template", "presides", "follow", "rules"),
    [
        ("asean", ["PHL"], ["SGP", "THA", "TLS"], 1),
        ("csto", ["RUS"], ["TJK", "ARM", "BLR"], 1),
        ("municipalities", ["XAA"], ["XBB", "XCC", "XDD"], 1),
        ("osce", ["CHE"], [], 1),
    ],
)
def test_each_template_is_begun_by_page_with_its_chairmanship(
    client: Client, settings: Any, template: str, presides: list[str], follow: list[str], rules: int
) -> None:
    settings.FOUNDING = True
    form = client.get(f"/begin/?template={template}").context["form"]
    values = {name: form[name].value() for name in ("name", "short_name", "members", "template")}
    sent = {**values, "listed": values["members"], "key": str(factories.key()), "step": "confirm"}
    assert client.post("/begin/", sent).status_code == 200
    made = Organisation.objects.get()
    secretariat = queries.subject_of(User.objects.get(pk=client.session["_auth_user_id"]))
    page = queries.organisation_page(secretariat, made.pk, on=date(2026, 11, 30))
    assert ([term.code for term in page.terms], [turn.code for turn in page.turns]) == (presides, follow)
    assert len(queries.provision_list(secretariat, made.pk)) == rules
    assert client.get("/chairmanship/").status_code == 200
    assert client.get("/register/").status_code == 200


def test_command_lists_begins_and_refuses(tmp_path: Path) -> None:
    environment = {**os.environ, "ACCORD_DATA": str(tmp_path), "ACCORD_DEBUG": "1"}
    environment.pop("ACCORD_DATABASE", None)

    def accord(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "accord.cli", "begin", *words]
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    assert "municipalities" in accord().stdout
    refused = accord("nowhere")
    assert (refused.returncode, "The templates are: " in refused.stderr) == (2, True)
    begun = accord("municipalities", "--name", "Towns of the Lake")
    assert begun.returncode == 0, begun.stderr
    assert "Towns of the Lake has begun, with 5 members" in begun.stdout
    assert begun.stdout.count("-xaa") == 1
