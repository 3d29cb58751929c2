"""The course of a meeting: its agenda, its speakers and statements, its record; a page and its acts each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accord.access import NotVisible, Subject
from accord.decisions.queries import question_list, question_page
from accord.drafting.queries.lists import texts_of
from accord.engine import text as engine
from accord.meetings import actions, queries
from accord.members.errors import Unfit
from accord.record.errors import Stale
from accord.web.forms import course as forms
from accord.web.views.deeds import Deed
from accord.web.views.register import asked, shown_on


def _on(action: Callable[..., object], name: str) -> Callable[..., object]:
    """Return an action that names its meeting, where the action itself names the thing called ``name`` alone."""

    def do(_meeting_id: str, **arguments: Any) -> object:
        return action(arguments.pop(name), **arguments)

    return do


def _draw_up(meeting_id: str, **arguments: Any) -> object:
    """Draw up the record, with a sentence for each decision of the meeting."""
    return actions.draw_up(meeting_id, tuple(_decided(arguments["by"], meeting_id)), **arguments)


def _decided(by: Subject, meeting_id: str) -> Iterator[str]:
    """Yield a sentence for each question of a meeting that was closed, and for each text before it that was adopted."""
    for line in reversed(question_list(by, str(by.organisation_id), meeting_id)):
        if line.state in CLOSED:
            yield f"“{line.title}”: {question_page(by, line.id).result.sentence}"
    for text in texts_of(by, meeting_id):
        if text.state == "adopted" and not text.narrow:
            yield f"{text.symbol} “{text.title}”: {text.sentence}".strip()


def _of_the_record(action: Callable[..., object]) -> Callable[..., object]:
    """Return an action that names its meeting, where the action itself names the record of it."""

    def do(meeting_id: str, **arguments: Any) -> object:
        found = queries.minutes_page(arguments["by"], meeting_id).id
        if not found:
            raise NotVisible
        return action(found, **arguments)

    return do


CLOSED = ("adopted", "not_adopted", "lapsed")
"""States of a question that was closed with an outcome."""

AGENDA: Mapping[str, Deed] = {
    "propose": Deed(forms.WishForm, actions.propose_item),
    "withdraw": Deed(forms.ProposalForm, _on(actions.withdraw_proposal, "proposal")),
    "take-up": Deed(forms.AnswerForm, _on(actions.take_up, "proposal")),
    "decline": Deed(forms.AnswerForm, _on(actions.decline_proposal, "proposal")),
    "arrange": Deed(forms.WishForm, actions.arrange),
    "place": Deed(forms.PlaceForm, actions.place_item),
    "clear": Deed(forms.CourseForm, actions.clear_agenda),
    "adopt": Deed(forms.NoteForm, actions.adopt_agenda),
    "document": Deed(forms.DocumentForm, actions.add_document),
    "drop-document": Deed(forms.DropDocumentForm, actions.drop_document),
}
SPEAKERS: Mapping[str, Deed] = {
    "open": Deed(forms.OpenFloorForm, actions.open_floor),
    "set": Deed(forms.SetFloorForm, _on(actions.set_floor, "floor")),
    "ask": Deed(forms.AskForm, _on(actions.ask_for_floor, "floor")),
    "give": Deed(forms.GiveForm, _on(actions.give_floor, "floor")),
    "leave": Deed(forms.SpeakerForm, _on(actions.leave_list, "speaker")),
    "place": Deed(forms.PlaceSpeakerForm, _on(actions.place_speaker, "speaker")),
    "state": Deed(forms.StatementForm, actions.enter_statement),
    "table": Deed(forms.PaperForm, actions.table_note),
}
RECORD: Mapping[str, Deed] = {
    "draw": Deed(forms.DrawForm, _draw_up),
    "edit": Deed(forms.PartsForm, _of_the_record(actions.edit_minutes)),
    "circulate": Deed(forms.UntilForm, _of_the_record(actions.circulate_minutes)),
    "correct": Deed(forms.CorrectionForm, _of_the_record(actions.ask_correction)),
    "answer": Deed(forms.AnswerCorrectionForm, _on(actions.answer_correction, "correction")),
    "approve": Deed(forms.ApproveForm, _of_the_record(actions.approve_minutes)),
    "next": Deed(forms.NextForm, actions.propose_next),
}


@require_safe
def agenda(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Show the agenda of a meeting, with what is proposed for it."""
    return _agenda(request, meeting_id)


@require_POST
def agenda_act(request: HttpRequest, meeting_id: str, verb: str) -> HttpResponse:
    """Do one act on an agenda, or show the page again with what is wrong."""
    return _act(request, (meeting_id, verb), AGENDA, "agenda", _agenda)


@require_safe
def speakers(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Show who speaks and what was said, to those admitted."""
    return _speakers(request, meeting_id)


@require_POST
def speakers_act(request: HttpRequest, meeting_id: str, verb: str) -> HttpResponse:
    """Do one act on a list of speakers, or enter a statement."""
    return _act(request, (meeting_id, verb), SPEAKERS, "speakers", _speakers)


@require_safe
def minutes(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Show the record of a meeting, as far as it is open to the reader."""
    return _minutes(request, meeting_id)


@require_POST
def minutes_act(request: HttpRequest, meeting_id: str, verb: str) -> HttpResponse:
    """Do one act on the record of a meeting."""
    return _act(request, (meeting_id, verb), RECORD, "minutes", _minutes)


def _act(
    request: HttpRequest,
    what: tuple[str, str],
    deeds: Mapping[str, Deed],
    name: str,
    show: Callable[..., HttpResponse],
) -> HttpResponse:
    """Do the act of a meeting and verb, then go to the page of this name; or show it again with what is wrong."""
    meeting_id, verb = what
    deed = deeds.get(verb)
    if deed is None:
        raise NotVisible
    form = _form(request, deed, meeting_id)
    if form.is_valid():
        try:
            deed.do(meeting_id, by=request.subject, **form.arguments())
        except (Unfit, Stale, engine.TextError) as error:
            form.refuse(error)
        else:
            return HttpResponseRedirect(reverse(name, args=[meeting_id]))
    return show(request, meeting_id, verb, form)


def _form(request: HttpRequest, deed: Deed, meeting_id: str) -> forms.ActForm:
    if deed.form is forms.StatementForm:
        return forms.StatementForm(request.POST, zone=queries.floor_page(request.subject, meeting_id).zone)
    return deed.form(request.POST)


def _agenda(request: HttpRequest, meeting_id: str, verb: str = "", form: forms.ActForm | None = None) -> HttpResponse:
    page = queries.agenda_page(request.subject, meeting_id, shown_on(request))
    item = request.GET.get("item", "")
    chosen = next((row for row in page.rows if row.handle == item and not row.removed), None)
    if form is None or not isinstance(form, forms.WishForm):
        first = {name: getattr(chosen, name) for name in ("title", "rapporteur", "minutes")} if chosen else {}
        wish = forms.WishForm(initial={**first, "sitting": chosen.sitting_code if chosen else "", "item": item})
    else:
        wish = form
    values = {"page": page, "verb": verb, "form": form, "wish": wish, "chosen": chosen}
    values["asked"] = asked(request)
    return render(request, "meetings/agenda.html", values, status=422 if form else 200)


def _speakers(request: HttpRequest, meeting_id: str, verb: str = "", form: forms.ActForm | None = None) -> HttpResponse:
    page = queries.floor_page(request.subject, meeting_id, shown_on(request))
    statement = form if isinstance(form, forms.StatementForm) else forms.StatementForm()
    paper = form if isinstance(form, forms.PaperForm) else forms.PaperForm()
    values = {"page": page, "verb": verb, "form": form, "statement": statement, "paper": paper}
    values["asked"] = asked(request)
    return render(request, "meetings/speakers.html", values, status=422 if form else 200)


def _minutes(request: HttpRequest, meeting_id: str, verb: str = "", form: forms.ActForm | None = None) -> HttpResponse:
    page = queries.minutes_page(request.subject, meeting_id, shown_on(request))
    following = form if isinstance(form, forms.NextForm) else _next_form(page)
    stored = tuple((part.heading, part.wording) for part in page.parts)
    parts = form.parts if isinstance(form, forms.PartsForm) else stored
    values = {"page": page, "verb": verb, "form": form, "next": following, "parts": parts}
    values["asked"] = asked(request)
    values["meetings"] = _other_meetings(request, meeting_id) if "next" in page.offers else ()
    return render(request, "meetings/minutes.html", values, status=422 if form else 200)


def _next_form(page: Any) -> forms.NextForm:
    known = page.next
    if known is None:
        return forms.NextForm()
    convened = known.convened.id if known.convened else ""
    return forms.NextForm(initial={"day": known.day, "when": known.when, "place": known.place, "convened": convened})


def _other_meetings(request: HttpRequest, meeting_id: str) -> list[tuple[str, str]]:
    lines = queries.meeting_list(request.subject, request.subject.organisation_id).lines
    return [(line.id, line.title) for line in lines if line.id != meeting_id]
