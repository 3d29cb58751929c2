"""Lists of the register: each is entered, and what is written is read back as nothing new."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from accord.formats.lists.reading import read_list
from accord.lists import actions, queries
from accord.lists.queries.declared import LISTS
from accord.meetings.models import Meeting, Participant
from accord.members.errors import Unfit
from accord.members.models import Member, MemberState, Name, Organ, Partner, Person, Post, Power
from accord.programme.models import Activity, Priority
from accord.record.errors import Stale
from accord.record.models import Entry
from tests import factories
from tests.factories import Council, key
from tests.lists.sheets import enter, look, reasons, sheet, verdicts

pytestmark = pytest.mark.django_db

MEMBERS = """\
code,name,name (ru),status,since,note,source,how well it is known,how it was concluded
XAA,,Аланд,member,2001-01-01,,a report,,
XEE,Essen Example,Эссен,observer,3.2.2012,since the summit,,inferred,from the list of guests
XEE,,,member,21 June 2024,,,,
"""
ORGANS = """\
key,name,name (ru),kind,parent,founded,also written
water-experts,Experts on Water,,working group,water,1.2.2003,WEG; Water group
water,Council on Water,Совет по воде,council,,2001-05-04,
"""
PARTNERS = """\
Code;Name;On what the cooperation rests;Kind;Structure of
XPQ;Another Partner;a memorandum, 2010;;
XPR;Its Bureau;;structure of an organisation;XPQ
"""
PEOPLE = """\
Name,Post,Of the member,In the organ,Presides over the organ,First day,Last day,Held beside another post,Name (ru)
Ada Example,Minister,Aland Example,water,yes,2020-01-01,2022-12-31,,Ада Пример
Ada Example,Envoy,XBB,,,2023-01-01,,,
Ben Example,Minister,XBB,,,2021-03-04,,,
Ben Example,Deputy Prime Minister,XBB,,,2021-03-04,,yes,
Cyn Example,,,,,,,,
"""
POWERS = """\
person,member,what,first day,last day,in the organ
Ada Example,XAA,full powers,2020-01-01,,
Ben Example,XBB,alternate,2021-03-04,2023-01-01,water
"""
TERMS = """\
Member,Begins,Ends
XAA,2023-01-01,2023-12-31
Bergen Example,2024-01-01,
"""
ACTS = """\
day,title,organ,place
2001-05-04,Statute of the Council on Water,water,Bergen
1999-05-04,Charter,,
"""
MEETINGS = """\
title,day,day in words,time zone,city,country,organ,further organs,kind,host,sittings,languages interpreted
First meeting,2031-05-04,,Asia/Almaty,Almaty,Exampleland,water,,,XAA,narrow 09:00-10:00; extended 10:30-13:00,en; ru
First meeting,2032-05-04,,,Bergen,,,,regular meeting,,extended; extended 2032-05-05 09:00-10:00,
Joint meeting,,November 2032,,,,water,water-experts,joint meeting,,,
Past meeting,2024-05-04,,UTC,,,,,,,extended,
"""
AGENDAS = """\
meeting,sitting,item,who introduces it,minutes
"First meeting, 2031-05-04",narrow,Opening,the chair,10
"First meeting, 2031-05-04",extended,Clear water,,
"First meeting, 2032-05-04",extended 2,Closing,,5
Joint meeting,,Other matters,,
"""
PARTICIPANTS = """\
meeting,delegation,name,post,takes part as
"First meeting, 2031-05-04",Aland Example,Ada Example,Minister,head
"First meeting, 2031-05-04",XBB,Dan Example,Adviser to the Minister,
"First meeting, 2031-05-04",secretariat,Eve Example,Secretary,
"""
AGREEMENTS = """\
partner,title,number,concluded on,day in words,term,in force until,remark,source
XPQ,Memorandum on Water,M/3,2010-05-04,,until a day,2030-05-04,kept,a report
Another Partner,Exchange of letters,,,spring 2011,,,,
"""
VOICED = """\
meeting,who voiced it,what was proposed,sitting,item,day,is a sample
Past meeting,Aland Example,"Meet on the river, each spring.",extended,,,yes
Past meeting,the guest from Celle,Count the wells.,,,2024-05-04,
"""
PROGRAMMES = """\
term begins,announced,organ,place,by whom,what became of it
2023-01-01,2022-12-01,water,Bergen,the minister,forwarded
"""
MEASURES = """\
number of the priority,term begins,measure,whose,first day,last day,indicator,target,unit,area,known since,is a sample
3,2023-01-01,Hold twelve courses,Bergen Example,2023-02-01,2023-06-30,Courses,12.50,courses,water,2023-01-02,yes
3,2023-01-01,Count the wells,water-experts,,,,,,,,
1,,Look again,The registrar,,,,,,,,
"""
SERIES = """\
name,name (ru),area,what kind of activity,what it is about,first year,also written
Clear River,Чистая река,water,exercise,clean rivers,2011,River; Clearriver
"""
OPERATIONS = """\
name,name (ru),purpose,area,organ,first year,how it is run,observers,also written
Spring,Родник,keep springs clean,water,water,2012,yearly,the press,Springs
Autumn,,keep wells clean,,,,,,
"""
TAKINGS = """\
operation,member,known since
Spring,XAA,2031-06-01
Springs,Bergen Example,
"""
PHASES = """\
operation,name,state,place,begins,ends,day in words,participants,observers,known since
Spring,Spring-1,held,Exampleland,2030-04-01,2030-04-05,,XAA; XBB,,
Spring,Spring-2,planned,,,,autumn 2032,,,2031-06-01
"""
RESULTS = """\
operation,phase,what,how exact,figure,unit,remark,published on
Spring,Spring-1,litter gathered,more than,"1250,5",kg,in two days,2031-02-01
Spring,,springs seen,,40,,,2031-02-01
"""
AREAS = """\
key,name,it is a part of
rivers,Clear rivers,water
water,Clear water,
"""
PRIORITIES = """\
number,priority,area,announced,term begins
1,Clear water for all,Clear water,2031-01-01,
2,Other matters,,,
3,Rivers first,,2023-01-05,2023-01-01
"""
ACTIVITIES = """\
series,edition,state,area,host,place,begins,ends,participants
Clear River,2031,planned,water,XAA,"Exampleland, Almaty",2031-06-01,2031-06-03,XAA; Bergen Example
"""
ALL = {
    "members": MEMBERS,
    "organs": ORGANS,
    "partners": PARTNERS,
    "agreements": AGREEMENTS,
    "people": PEOPLE,
    "powers": POWERS,
    "terms": TERMS,
    "acts": ACTS,
    "meetings": MEETINGS,
    "agendas": AGENDAS,
    "participants": PARTICIPANTS,
    "voiced": VOICED,
    "areas": AREAS,
    "programmes": PROGRAMMES,
    "priorities": PRIORITIES,
    "measures": MEASURES,
    "series": SERIES,
    "activities": ACTIVITIES,
    "operations": OPERATIONS,
    "takings": TAKINGS,
    "phases": PHASES,
    "results": RESULTS,
}
"""A text for each list; commitments have their own tests, since they need a text that was adopted here."""


@pytest.fixture
def council() -> Council:
    return factories.council()


def enter_all(council: Council) -> None:
    for what, text in ALL.items():
        assert reasons(look(council, what, text)) == {}
        enter(council, what, text)


def test_all_lists_are_here() -> None:
    assert tuple(ALL) == tuple(what for what in LISTS if what != "commitments")


def test_every_list_is_entered_as_it_was_written(council: Council) -> None:
    enter_all(council)
    own = {"organisation": council.organisation}
    assert [(state.status, state.since) for state in MemberState.objects.filter(member__code="XEE")] == [
        ("observer", date(2012, 2, 3)),
        ("full", date(2024, 6, 21)),
    ]
    assert Member.objects.get(**own, code="XEE").name == "Essen Example"
    assert Organ.objects.get(**own, key="water-experts").parent == "water"
    assert Partner.objects.get(**own, code="XPQ").basis == "a memorandum, 2010"
    assert Post.objects.get(person__name="Ada Example", title="Minister").until == date(2022, 12, 31)
    assert Person.objects.get(**own, name="Cyn Example").posts.count() == 0
    assert Power.objects.get(person__name="Ben Example").organ.key == "water"  # type: ignore[union-attr]
    meeting = Meeting.objects.get(**own, title="First meeting", day=date(2031, 5, 4))
    assert [(each.code, each.begins, each.languages) for each in meeting.sittings.all()] == [
        ("narrow", datetime(2031, 5, 4, 4, tzinfo=UTC), ["en", "ru"]),
        ("extended", datetime(2031, 5, 4, 5, 30, tzinfo=UTC), ["en", "ru"]),
    ]
    assert [(item.title, item.sitting.code, item.minutes) for item in meeting.items.all()] == [  # type: ignore[union-attr]
        ("Opening", "narrow", 10),
        ("Clear water", "extended", None),
    ]
    registered = Participant.objects.filter(meeting=meeting).order_by("name")
    assert [(each.name, each.person_id is not None, each.rank) for each in registered] == [
        ("Ada Example", True, "head"),
        ("Dan Example", False, "adviser"),
        ("Eve Example", False, "adviser"),
    ]
    assert Activity.objects.get(**own).participants.count() == 2
    assert [each.area and each.area.key for each in Priority.objects.filter(**own)] == ["water", None, None]
    assert set(Name.objects.filter(**own, of="organ water-experts").values_list("words", flat=True)) == {
        "WEG",
        "Water group",
    }


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_written_is_read_back_as_nothing_new(council: Council, kind: str, language: str) -> None:
    enter_all(council)
    by, pk = council.secretariat, council.organisation.pk
    for what in ALL:
        with translation.override(language):
            data = queries.written_list(by, pk, what, kind)
        assert data == queries.written_list(by, pk, what, kind) or language == "ru"
        page = queries.looked_at(by, pk, what, read_list(data, f"list.{kind}"))
        assert (verdicts(page), reasons(page)) == ({}, {}), page.blocks
        assert page.sentence.startswith("Nothing is new"), what


def test_a_council_is_carried_into_another_by_its_lists(council: Council) -> None:
    enter_all(council)
    other = factories.council("Other Council", prefix="other-")
    for what in ALL:
        text = queries.written_list(council.secretariat, council.organisation.pk, what, "csv").decode("utf-8-sig")
        if look(other, what, text).entered:
            enter(other, what, text)
        assert queries.written_list(other.secretariat, other.organisation.pk, what, "csv").decode("utf-8-sig") == text


def test_entering_is_one_act_with_one_entry_and_a_retry_does_nothing(council: Council) -> None:
    before, shown, once = Entry.objects.count(), look(council, "members", MEMBERS).fingerprint, key()
    for _time in range(2):
        actions.enter_list(
            council.organisation.pk, "members", sheet(MEMBERS), shown=shown, by=council.secretariat, key=once
        )
    entry = Entry.objects.get(verb="entered a list")
    assert Entry.objects.count() == before + 1
    assert (entry.verb, entry.data) == ("entered a list", {"list": "members", "new": 3, "changed": 0})
    assert look(council, "members", MEMBERS).entered == 0


def test_a_list_that_was_looked_at_before_a_change_is_looked_at_again(council: Council) -> None:
    shown = look(council, "members", MEMBERS).fingerprint
    enter(council, "members", "code,status,since\nXAA,member,2001-01-01\n")
    with pytest.raises(Stale, match="has changed"):
        actions.enter_list(
            council.organisation.pk, "members", sheet(MEMBERS), shown=shown, by=council.secretariat, key=key()
        )


def test_rows_that_are_left_out_stay_out_and_all_or_nothing_is_entered(council: Council) -> None:
    enter(council, "partners", "code,name\nXPA,First\nXPB,Second\n", left_out=(2,))
    assert set(Partner.objects.values_list("code", flat=True)) == {"XPP", "XPB"}
    with pytest.raises(Unfit, match="water-experts"):
        enter(council, "organs", ORGANS, left_out=(3,))
    assert Organ.objects.count() == 0
    with pytest.raises(Unfit, match="No row is left"):
        enter(council, "partners", "code,name\nXPC,Third\n", left_out=(2,))


def test_a_changed_row_says_what_it_changes_and_leaves_the_rest(council: Council) -> None:
    enter_all(council)
    page = look(
        council, "people", "name,post,of the member,first day,last day\nAda Example,envoy,XBB,2023-01-01,1.7.2024\n"
    )
    (block,) = page.blocks
    assert (block.verdict, [(cell.label, cell.words, cell.old) for cell in block.rows[0].cells if cell.changes]) == (
        "changed",
        [("Post", "envoy", "Envoy"), ("Last day", "1 July 2024", "")],
    )


def test_people_are_found_by_other_names(council: Council) -> None:
    enter_all(council)
    assert look(council, "people", "ФИО,post,of the member\nАда Пример,Minister,XAA\n").entered == 0


def test_as_of_a_day_only_what_held_then_is_written(council: Council) -> None:
    enter_all(council)
    by, pk = council.secretariat, council.organisation.pk
    for what, held, not_held in (("people", "Minister", "Envoy"), ("members", "XEE", "2024-06-21")):
        text = queries.written_list(by, pk, what, "csv", on=date(2022, 1, 1)).decode("utf-8-sig")
        assert held in text
        assert not_held not in text
        assert look(council, what, text).entered == 0


def test_empty_list_says_what_to_write_and_reads_as_no_row(council: Council) -> None:
    for what, declared in LISTS.items():
        data = queries.empty_list(council.secretariat, council.organisation.pk, what, "xlsx")
        found = read_list(data, "list.xlsx")
        assert found.rows[0].cells[0] == str(declared.columns[0].label)
        assert found.rows[1].cells[0].startswith("# ")
        assert (
            queries.looked_at(council.secretariat, council.organisation.pk, what, found).sentence
            == "The list has no rows."
        )
