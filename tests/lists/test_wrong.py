"""Rows that cannot be entered are named, with the cell and what to do; nothing of them is entered."""

from datetime import date

import pytest

from accord.access import Refused
from accord.formats.lists.values import Row, Sheet
from accord.lists import queries
from accord.lists.days import read_day, read_hour
from accord.lists.errors import NoList, Wrong
from accord.members.errors import Unfit
from accord.members.models import ChairmanshipTerm, MemberState, Organ, Person
from tests import factories
from tests.factories import Council
from tests.lists.sheets import enter, look, reasons, verdicts


@pytest.fixture
def council(db: None) -> Council:
    return factories.council()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-06-21", "2024-06-21"),
        ("2024-06-21T00:00", "2024-06-21"),
        ("2024/6/21", "2024-06-21"),
        ("21.06.2024", "2024-06-21"),
        ("3.4.2012 г.", "2012-04-03"),
        ("21/06/2024", "2024-06-21"),
        ("06/21/2024", "2024-06-21"),
        ("4/4/2012", "2012-04-04"),
        ("21 June 2024", "2024-06-21"),
        ("21 июня 2024 г.", "2024-06-21"),
        ("1 May 2012", "2012-05-01"),
    ],
)
def test_days_are_read_as_people_write_them(words: str, day: str) -> None:
    assert read_day(words).isoformat() == day


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("31.02.2012", "“31.02.2012” is no day of the calendar"),
        ("03/04/2012", "can be 2012-04-03 or 2012-03-04"),
        ("03.04.12", "year of two digits"),
        ("41003", "is a number and no day"),
        ("2024-06-21T10:30", "a day with an hour"),
        ("soon", "“soon” is no day"),
        ("", "no day"),
    ],
)
def test_what_is_no_day_or_two_is_refused_in_words(words: str, reason: str) -> None:
    with pytest.raises(Wrong, match=reason):
        read_day(words)


@pytest.mark.parametrize("words", ["25:00", "10:75", "ten"])
def test_what_is_no_hour_is_refused(words: str) -> None:
    assert read_hour("9.30").hour == 9
    with pytest.raises(Wrong, match="is no hour"):
        read_hour(words)


def test_member_that_joins_twice_is_named_with_its_rows(council: Council) -> None:
    text = (
        "code,status,joined\n"
        "XAA,member,2001-01-01\n"
        "XAA,member,2012-02-31\n"
        "XBB,member,2001-01-01\n"
        "XBB,member,2005-01-01\n"
    )
    page = look(council, "members", text)
    words = "Since: It is a member since 2001-01-01, and would join again on 2005-01-01. Enter first when it left."
    assert reasons(page) == {3: ["Since: “2012-02-31” is no day of the calendar."], 4: [words], 5: [words]}
    assert page.sentence == "1 row is new, 3 are wrong and stay out."
    enter(council, "members", text)
    assert [state.member.code for state in MemberState.objects.all()] == ["XAA"]
    again = look(council, "members", "code,status,since\nXAA,member,2012-01-01\n")
    assert "would join again on 2012-01-01" in reasons(again)[2][0]


def test_organ_that_is_its_own_parent_and_organs_in_a_circle_are_named(council: Council) -> None:
    text = (
        "key,name,organ above it,founded,dissolved\n"
        "a,A,a,,\n"
        "b,B,c,,\n"
        "c,C,b,,\n"
        "d,D,,2012-01-01,2011-01-01\n"
        "e,E,nowhere,,\n"
    )
    found = reasons(look(council, "organs", text))
    assert found[2] == ["Organ above it: “a” cannot be above itself."]
    assert found[5] == ["Dissolved: It would be dissolved on 2011-01-01, before it was founded on 2012-01-01."]
    assert found[6] == ["Organ above it: “nowhere” is not in the register."]
    assert not Organ.objects.exists()


def test_every_circle_of_organs_is_named(council: Council) -> None:
    text = "key,name,organ above it\na,A,b\nb,B,a\nc,C,d\nd,D,c\ne,E,a\n"
    found = reasons(look(council, "organs", text))
    assert {row: told[0].partition(": ")[2].partition(": ")[2] for row, told in found.items()} == {
        2: "a → b → a.", 3: "a → b → a.", 4: "c → d → c.", 5: "c → d → c.",
    }  # fmt: skip


def test_structure_of_a_partner_that_is_not_known_is_named(council: Council) -> None:
    text = "code,name,structure of\nXPS,Bureau,XPP\nXPT,Office,XNO\nXPU,Desk,XPU\n"
    told = reasons(look(council, "partners", text))
    assert set(told) == {3, 4}
    assert "“XNO” is no other partner" in told[3][0]
    circle = "code,name,structure of\nXPP,Partner,XPS\nXPS,Bureau,XPP\n"
    assert all("in a circle: " in said[0] for said in reasons(look(council, "partners", circle)).values())
    assert reasons(look(council, "partners", circle)).keys() == {2, 3}


def test_area_that_would_be_a_part_of_itself_or_of_nothing_is_named(council: Council) -> None:
    head = "key,name,it is a part of\n"
    circle = head + "rivers,Rivers,water\nwater,Water,rivers\n"
    assert reasons(look(council, "areas", circle)) == {
        2: ["It is a part of: “Rivers” would be a part of itself."],
        3: ["It is a part of: “Water” would be a part of itself."],
    }
    missing = head + "rivers,Rivers,lakes\n"
    assert reasons(look(council, "areas", missing)) == {2: ["It is a part of: “lakes” is not in the register."]}
    assert reasons(look(council, "areas", head + "rivers,Rivers,water\nwater,Water,\n")) == {}


def test_term_in_which_another_presides_is_named(council: Council) -> None:
    factories.term_of(council, "XAA", date(2031, 1, 1), ends=date(2031, 12, 31))
    head = "member,begins,ends\n"
    found = reasons(look(council, "terms", head + "XBB,2031-12-31,2032-12-31\nXCC,2032-06-01,\nXAA,2034-01-01,\n"))
    assert found.keys() == {2, 3}
    assert "presides until 31 December 2031" in found[2][0]
    assert "presides until 31 December 2032" in found[3][0]
    both = head + "XAA,2031-01-01,2031-05-31\nXBB,2031-06-01,\n"
    with pytest.raises(Unfit, match="would preside before that"):
        enter(council, "terms", both, left_out=(2,))
    assert ChairmanshipTerm.objects.count() == 1
    enter(council, "terms", both)
    assert [*ChairmanshipTerm.objects.values_list("member__code", flat=True)] == ["XAA", "XBB"]


def test_person_with_two_posts_at_one_time_is_named(council: Council) -> None:
    head = "name,post,of the member,first day,last day,held beside another post\n"
    two = head + "Ada Example,Minister,XAA,2020-01-01,,\nAda Example,Envoy,XBB,2021-01-01,,\n"
    words = "Post: Nobody sits for two at one time: “Minister” and “Envoy” overlap."
    assert reasons(look(council, "people", two)) == {2: [words], 3: [words]}
    order = head + "Ben Example,Minister,XAA,2020-01-01,2019-01-01,\n"
    assert "ends on 2019-01-01, before it begins on 2020-01-01" in reasons(look(council, "people", order))[2][0]
    beside = head + "Cyn Example,Minister,XAA,2020-01-01,,\nCyn Example,Deputy,XAA,2020-01-01,,{}\n"
    assert "are held at the same time" in reasons(look(council, "people", beside.format("")))[3][0]
    assert reasons(look(council, "people", beside.format("yes"))) == {}
    assert not Person.objects.exists()


def test_post_beside_one_that_is_entered_says_so(council: Council) -> None:
    head = "name,post,of the member,first day,held beside another post\n"
    enter(council, "people", head + "Ada Example,Minister,XAA,2020-01-01,\n")
    more = head + "Ada Example,Minister,XAA,2020-01-01,\nAda Example,Deputy,XAA,2021-01-01,{}\n"
    assert "are held at the same time" in reasons(look(council, "people", more.format("")))[3][0]
    assert reasons(look(council, "people", more.format("yes"))) == {}
    enter(council, "people", more.format("yes"))
    assert look(council, "people", more.format("yes")).sentence.startswith("Nothing is new")


def test_post_that_was_held_twice_is_not_guessed(council: Council) -> None:
    head = "name,post,of the member,first day,last day\n"
    enter(
        council,
        "people",
        head + "Ada Example,Minister,XAA,2001-01-01,2002-01-01\nAda Example,Minister,XAA,2005-01-01,2006-01-01\n",
    )
    page = look(council, "people", head + "Ada Example,Minister,XAA,,2007-01-01\n")
    assert reasons(page) == {2: ["First day: This person held this post several times. Give the first day."]}


def test_names_that_are_not_known_are_asked_about(council: Council) -> None:
    found = reasons(look(council, "people", "name,post,of the member\nAda Example,Envoy,Bergen Exampel\n"))
    assert found == {2: ["Of the member: “Bergen Exampel” is not in the register. Is “Bergen Example” meant?"]}


def test_same_row_twice_and_cells_that_cannot_be_are_named(council: Council) -> None:
    text = (
        "code,name,how well it is known\n"
        "XPA,First,\n"
        "XPA,Second,\n"
        "xpb,Third,\n"
        "XPC,,\n"
        "XPD,Fourth,inferred\n"
        "XPE,Fi\u202efth,\n"
    )
    found = reasons(look(council, "partners", text))
    assert found[3] == ["Row 2 is about the same. Keep one of them."]
    assert "is not a code" in found[4][0]
    assert found[5] == ["Name: A new partner needs a name."]
    assert found[6] == ["What is not stated by a source needs the reason."]
    assert "U+202E" in found[7][0]


def test_priority_of_a_term_without_a_programme_is_named(council: Council) -> None:
    text = "term begins,number,priority\n2031-01-01,1,Clear water\n,1,Other matters\n"
    found = reasons(look(council, "priorities", text))
    assert found == {2: ["Term begins: There is no programme for that term. Enter it first."]}


def test_formula_without_a_value_is_named_at_its_cell(council: Council) -> None:
    rows = (Row(1, ("code", "name")), Row(2, ("XPA", ""), ((1, "formula"),)))
    page = queries.looked_at(council.secretariat, council.organisation.pk, "partners", Sheet(rows))
    assert reasons(page) == {2: ["Name: The cell holds a formula that was never computed. Put its value in its place."]}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "The file is empty"),
        ("XAA,Aland\n", "“Code” is missing. This list has: Code, Name"),
        ("code,name,Code\nXPA,First,XPA\n", "Two columns are called “Code”"),
    ],
)
def test_file_that_is_no_such_list_says_which_columns_it_has(council: Council, text: str, reason: str) -> None:
    with pytest.raises(NoList, match=reason):
        look(council, "partners", text)


def test_columns_that_mean_nothing_are_told_and_left_out(council: Council) -> None:
    page = look(council, "partners", "code,name,phone\nXPA,First,+7\n# a remark,,\n")
    assert page.notes == ("The column “phone” is not known here and is left out.",)
    assert verdicts(page) == {2: "new"}


def test_only_the_secretariat_enters_lists(council: Council) -> None:
    others = [person for person in council.everybody.values() if person != council.secretariat]
    stranger = factories.council("Other Council", prefix="other-", public=False).secretariat
    for person in (*others, stranger):
        with pytest.raises(Refused, match="The secretariat enters lists"):
            enter(council, "partners", "code,name\nXPA,First\n", by=person)


def test_heads_are_found_below_the_title_of_the_table(council: Council) -> None:
    text = "Список лиц,,\nна 1 марта,,\nФИО,Должность,Of the member\nТест Тестов,Министр,XAA\nAna,Minister,XZZ\n"
    page = look(council, "people", text)
    assert list(reasons(page)) == [5]
    assert page.sentence == "1 row is new, 1 is wrong and stays out."


def test_row_of_data_is_no_head(council: Council) -> None:
    with pytest.raises(NoList, match="“Name” is missing"):
        look(council, "people", "Должность,Of the member\nname,XAA\n")


def test_title_without_partings_hides_nothing_of_what_parts_the_cells(council: Council) -> None:
    text = "Список лиц, по состоянию\n\nФИО;Должность;Государство\nТест Тестов;Министр;XAA\nAna;Minister;XZZ\n"
    page = look(council, "people", text)
    assert page.sentence == "1 row is new, 1 is wrong and stays out."
    assert reasons(page)[5][0].startswith("Of the member: “XZZ” is not in the register.")
