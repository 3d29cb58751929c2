"""The acts that pages offer: one form and one action a verb, and how a proposal looks beforehand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from accord.access import NotVisible, Refused, Subject
from accord.drafting import actions
from accord.drafting.pages import Preview
from accord.drafting.queries.preview import preview
from accord.engine import text as engine
from accord.web.forms import acts as forms
from accord.web.forms.room import AskedForm


@dataclass(frozen=True, slots=True)
class Deed:
    """An act as a page offers it: its form, the action that does it, and whether it is stamped with its arrival."""

    form: type[forms.ActForm]
    do: Callable[..., object]
    stamped: bool = False


def _on_proposal(action: Callable[..., object]) -> Callable[..., object]:
    """Return an action that names its text, where the action itself names a proposal alone."""

    def do(_text_id: str, *, proposal: str, **arguments: Any) -> object:
        return action(proposal, **arguments)

    return do


DEEDS: Mapping[str, Deed] = {
    "propose": Deed(forms.ProposeForm, actions.propose),
    "insert": Deed(forms.InsertForm, actions.insert),
    "delete": Deed(forms.DeleteForm, actions.delete),
    "bracket": Deed(forms.BracketForm, actions.bracket),
    "show": Deed(forms.ProposalForm, _on_proposal(actions.show_to_chair)),
    "table": Deed(forms.ProposalForm, _on_proposal(actions.table)),
    "drop": Deed(forms.ProposalForm, _on_proposal(actions.drop)),
    "support": Deed(forms.AlternativeForm, actions.support),
    "reject": Deed(forms.AlternativeForm, actions.reject),
    "retain": Deed(forms.ChoiceForm, actions.retain),
    "withdraw": Deed(forms.ChoiceForm, actions.withdraw),
    "reserve": Deed(forms.NoteForm, actions.reserve),
    "note": Deed(forms.NoteForm, actions.note),
    "lift": Deed(forms.BlockForm, actions.lift),
    "propose-closing": Deed(forms.AlternativeForm, actions.propose_closing),
    "ask": Deed(forms.ClosingForm, actions.ask),
    "object": Deed(forms.ClosingForm, actions.object_to),
    "drop-closing": Deed(forms.ClosingForm, actions.drop_closing),
    "withdraw-objection": Deed(forms.ClosingForm, actions.withdraw_objection),
    "close": Deed(forms.ClosingForm, actions.close),
    "compromise": Deed(forms.CompromiseForm, actions.write_compromise),
    "agree": Deed(forms.AgreeForm, actions.agree),
    "agree-clear": Deed(forms.AgreeClearForm, actions.agree_clear),
    "confirm": Deed(forms.BlockForm, actions.confirm),
    "reopen": Deed(forms.ReopenForm, actions.reopen),
    "revision": Deed(forms.RevisionForm, actions.issue_revision),
}
PREVIEWED = {"propose": "edit", "insert": "insert", "delete": "delete", "bracket": "bracket"}
"""Acts of which the page shows beforehand how they will stand, and the kind of proposal that each makes."""


def deed_of(verb: str) -> Deed:
    """Return the act of this name. Raises NotVisible where there is none."""
    if verb not in DEEDS:
        raise NotVisible
    return DEEDS[verb]


def look_ahead(by: Subject, text_id: str, verb: str, form: forms.ActForm) -> Preview | None:
    """
    Return how the proposal in this form will stand, None where it would change nothing or is no proposal.

    What is wrong with its wording is put into the form; whether the form is complete is not asked yet.
    """
    form.errors.clear()
    if verb not in PREVIEWED:
        return None
    block = AskedForm(form.data).asked.block
    try:
        return preview(by, text_id, kind=PREVIEWED[verb], block=block, wording=form.typed)
    except (engine.NothingToDo, Refused):
        return None
    except engine.TextError as error:
        form.refuse(error)
        return None
