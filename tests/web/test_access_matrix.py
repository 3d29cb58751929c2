"""
Who reaches what: every route, with GET and POST, for every role. The table is written by hand, never computed.

A new route fails :func:`test_every_route_has_its_rows` until it has a GET row and a POST row in ``MATRIX``:

    name    address                       method  the eight answers in the order of ROLES         what POST carries

- address: the keyword arguments of the route, "text_id=text": the value is an attribute of :class:`World`, or itself.
- answers: a status each. 302 is the way to the sign-in (for the public), 404 also "not for your eyes".
- POST carries the fields that ``FORMS`` names, nothing where no name stands there. Acts are undone after each answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import get_resolver, reverse

from accord.access import Subject
from accord.decisions.models import Ruling
from accord.drafting.models import Adoption, Text
from accord.meetings import actions as meetings
from accord.meetings.models import Participant, Sitting
from accord.meetings.registration import ParticipantEntry
from accord.notices.actions import set_wish
from accord.notices.links import link_of
from accord.publishing.documents import fingerprint_of
from accord.publishing.queries import document_of_adoption, document_of_ruling
from accord.record import clock
from accord.signing.models import Signature
from accord.web.routes import patterns
from tests import factories
from tests.commitments import following
from tests.decisions import putting
from tests.documents import going
from tests.inbox import reports
from tests.meetings import inviting
from tests.positions import reporting
from tests.programme import running
from tests.publishing import announcing, negotiating
from tests.signing import signings

pytestmark = pytest.mark.django_db

ROLES = ("public", "secretariat", "chair", "delegate", "other", "drafter", "partner", "stranger")
"""``delegate`` is of XAA, ``other`` of XBB, ``drafter`` of XAA without the mandate to table, ``stranger`` of a council
of its own, private, whose member has the code XAA too."""

MATRIX = """
name          address                       method  public secr chair XAA  XBB  drafter partner stranger  with
home          -                             GET     200    200  200   200  200  200     200     200
home          -                             POST    405    405  405   405  405  405     405     405
register      -                             GET     200    200  200   200  200  200     200     200
register      -                             POST    405    405  405   405  405  405     405     405
member        code=XBB                      GET     200    200  200   200  200  200     200     404
member        code=XZZ                      GET     404    404  404   404  404  404     404     200
member        code=XBB                      POST    405    405  405   405  405  405     405     405
organ         key=water                     GET     200    200  200   200  200  200     200     404
organ         key=nowhere                   GET     404    404  404   404  404  404     404     404
organ         key=water                     POST    405    405  405   405  405  405     405     405
people        -                             GET     200    200  200   200  200  200     200     200
people        -                             POST    405    405  405   405  405  405     405     405
person        person_id=official            GET     200    200  200   200  200  200     200     404
person        person_id=missing             GET     404    404  404   404  404  404     404     404
person        person_id=official            POST    405    405  405   405  405  405     405     405
partners      -                             GET     200    200  200   200  200  200     200     200
partners      -                             POST    405    405  405   405  405  405     405     405
partner       code=XPP                      GET     200    200  200   200  200  200     200     200
partner       code=XZZ                      GET     404    404  404   404  404  404     404     404
partner       code=XPP                      POST    405    405  405   405  405  405     405     405
register-enter what=agreement               GET     302    200  403   403  403  403     403     403
register-enter what=agreement               POST    302    422  403   403  403  403     403     403
register-enter what=agreement               POST    302    302  403   403  403  403     403     403       agreement
register-enter what=contact                 POST    302    302  403   403  403  403     403     403       contact
register-enter what=joint                   POST    302    302  403   403  403  403     403     403       joint
register-enter what=organ                   GET     302    200  403   403  403  403     403     403
register-enter what=clock                   POST    302    302  403   403  403  403     403     403       clock
register-enter what=nothing                 GET     302    404  404   404  404  404     404     404
register-enter what=person                  POST    302    422  403   403  403  403     403     403
register-enter what=person                  POST    302    302  403   403  403  403     403     403       person
end-post      post=posted                   GET     302    200  403   403  403  403     403     403
end-post      post=999999                   GET     302    404  403   403  403  403     403     403
end-post      post=posted                   POST    302    422  403   403  403  403     403     403
end-post      post=posted                   POST    302    302  403   403  403  403     403     403       ended
chairmanship  -                             GET     200    200  200   200  200  200     200     200
chairmanship  -                             POST    405    405  405   405  405  405     405     405
chairmanship-enter what=programme           GET     302    200  200   403  403  403     403     403
chairmanship-enter what=nothing             GET     302    404  404   404  404  404     404     404
chairmanship-enter what=programme           POST    302    422  422   403  403  403     403     403
activities    -                             GET     200    200  200   200  200  200     200     200
activities    -                             POST    405    405  405   405  405  405     405     405
series        series_key=field-day          GET     200    200  200   200  200  200     200     404
series        series_key=missing            GET     404    404  404   404  404  404     404     404
series        series_key=field-day          POST    405    405  405   405  405  405     405     405
activity      series_key=field-day,edition_key=2031 GET  200 200 200  200  200  200     200     404
activity      series_key=field-day,edition_key=1999 GET  404 404 404  404  404  404     404     404
activity      series_key=field-day,edition_key=2031 POST 405 405 405  405  405  405     405     405
activities-enter what=edition               GET     302    200  403   403  403  403     403     403
activities-enter what=nothing               GET     302    404  404   404  404  404     404     404
activities-enter what=series                POST    302    422  403   403  403  403     403     403
activities-enter what=series                POST    302    302  403   403  403  403     403     403       series
glance        -                             GET     200    200  200   200  200  200     200     200
glance        -                             POST    405    405  405   405  405  405     405     405
glance-file   kind=docx                     GET     200    200  200   200  200  200     200     200
glance-file   kind=odt                      GET     404    404  404   404  404  404     404     404
glance-file   kind=docx                     POST    405    405  405   405  405  405     405     405
operations    -                             GET     200    200  200   200  200  200     200     200
operations    -                             POST    405    405  405   405  405  405     405     405
operation     operation_key=spring          GET     200    200  200   200  200  200     200     404
operation     operation_key=missing         GET     404    404  404   404  404  404     404     404
operation     operation_key=spring          POST    405    405  405   405  405  405     405     405
operations-enter what=phase                 GET     302    200  403   403  403  403     403     403
operations-enter what=nothing               GET     302    404  404   404  404  404     404     404
operations-enter what=operation             POST    302    422  403   403  403  403     403     403
operations-enter what=operation             POST    302    302  403   403  403  403     403     403       operation
strike-entry  kind=phase,handle=second_phase GET  302    200  403   403  403  403     403     403
strike-entry  kind=phase,handle=999999    GET     302    404  403   403  403  403     403     403
strike-entry  kind=nothing,handle=second_phase GET 302   404  403   403  403  403     403     403
strike-entry  kind=phase,handle=second_phase POST 302    422  403   403  403  403     403     403
strike-entry  kind=phase,handle=second_phase POST 302    302  403   403  403  403     403     403       cancelled
proposals     -                             GET     200    200  200   200  200  200     200     200
proposals     -                             POST    405    405  405   405  405  405     405     405
proposal      voiced_id=voiced              GET     200    200  200   200  200  200     200     200
proposal      voiced_id=narrow_voiced       GET     404    200  200   200  200  200     404     404
proposal      voiced_id=missing             GET     404    404  404   404  404  404     404     404
proposal      voiced_id=voiced              POST    405    405  405   405  405  405     405     405
proposal-enter -                            GET     302    404  404   403  403  403     403     403
proposal-enter -                            POST    302    404  404   403  403  403     403     403
proposal-enter -                            POST    302    302  302   403  403  403     403     403       voicing
proposal-outcome voiced_id=voiced           GET     302    200  200   403  403  403     403     403
proposal-outcome voiced_id=voiced           POST    302    422  422   403  403  403     403     403
proposal-outcome voiced_id=voiced           POST    302    302  302   403  403  403     403     403       dropping
proposal-outcome voiced_id=narrow_voiced    POST    302    302  302   403  403  403     404     404       dropping
areas         -                             GET     200    200  200   200  200  200     200     200
areas         -                             POST    405    405  405   405  405  405     405     405
area          key=water                     GET     200    200  200   200  200  200     200     404
area          key=missing                   GET     404    404  404   404  404  404     404     404
area          key=water                     POST    405    405  405   405  405  405     405     405
areas-enter   what=area                     GET     302    200  403   403  403  403     403     403
areas-enter   what=belonging                GET     302    200  403   403  403  403     403     403
areas-enter   what=nothing                  GET     302    404  404   404  404  404     404     404
areas-enter   what=area                     POST    302    422  403   403  403  403     403     403
areas-enter   what=area                     POST    302    302  403   403  403  403     403     403       area
commitments   -                             GET     200    200  200   200  200  200     200     200
commitments   -                             POST    405    405  405   405  405  405     405     405
followed      followed_id=measure           GET     200    200  200   200  200  200     200     200
followed      followed_id=commitment        GET     404    200  200   200  200  200     404     404
followed      followed_id=open_commitment   GET     200    200  200   200  200  200     200     200
followed      followed_id=missing           GET     404    404  404   404  404  404     404     404
followed      followed_id=measure           POST    405    405  405   405  405  405     405     405
followed-report followed_id=measure         GET     302    200  200   200  403  403     403     403
followed-report followed_id=commitment      GET     302    200  200   403  200  403     404     404
followed-report followed_id=measure         POST    302    422  422   422  403  403     403     403
followed-report followed_id=measure         POST    302    302  302   302  403  403     403     403       progress
followed-report followed_id=missing         POST    302    404  404   404  404  404     404     404
correct-measure followed_id=measure         GET     302    200  200   403  403  403     403     403
correct-measure followed_id=commitment      GET     302    404  404   404  404  404     404     404
correct-measure followed_id=measure         POST    302    422  422   403  403  403     403     403
correct-measure followed_id=measure         POST    302    302  302   403  403  403     403     403       corrected
plan-measure  -                             GET     302    200  200   403  403  403     403     403
plan-measure  -                             POST    302    422  422   403  403  403     403     403
plan-measure  -                             POST    302    302  302   403  403  403     403     403       measure
mark-commitment -                           GET     302    404  404   403  403  403     403     403
mark-commitment -                           POST    302    422  422   403  403  403     403     403       marking
implementation -                            GET     200    200  200   200  200  200     200     200
implementation -                            POST    405    405  405   405  405  405     405     405
implementation-file kind=docx               GET     200    200  200   200  200  200     200     200
implementation-file kind=odt                GET     404    404  404   404  404  404     404     404
implementation-file kind=docx               POST    405    405  405   405  405  405     405     405
handover      -                             GET     302    200  200   200  200  200     200     200
handover      -                             POST    302    405  405   405  405  405     405     405
handover-give -                             GET     302    405  405   405  405  405     405     405
handover-give -                             POST    302    422  422   422  422  422     422     422
handover-give -                             POST    302    403  302   403  403  403     403     403       given
handover-take -                             GET     302    405  405   405  405  405     405     405
handover-take -                             POST    302    422  422   422  422  422     422     422
handover-take -                             POST    302    403  403   403  422  403     403     422       given
handover-file kind=docx                     GET     302    200  200   200  200  200     200     200
handover-file kind=odt                      GET     302    404  404   404  404  404     404     404
handover-file kind=docx                     POST    302    405  405   405  405  405     405     405
rules         -                             GET     200    200  200   200  200  200     200     200
rules         -                             POST    405    405  405   405  405  405     405     405
rule          key=quorum                    GET     200    200  200   200  200  200     200     404
rule          key=missing                   GET     404    404  404   404  404  404     404     404
rule          key=quorum                    POST    405    405  405   405  405  405     405     405
deciding-rule rule_id=consensus             GET     200    200  200   200  200  200     200     200
deciding-rule rule_id=missing               GET     404    404  404   404  404  404     404     404
deciding-rule rule_id=consensus             POST    405    405  405   405  405  405     405     405
meetings      -                             GET     200    200  200   200  200  200     200     200
meetings      -                             POST    405    405  405   405  405  405     405     405
meeting       meeting_id=meeting            GET     200    200  200   200  200  200     200     200
meeting       meeting_id=private            GET     404    404  404   404  404  404     404     200
meeting       meeting_id=missing            GET     404    404  404   404  404  404     404     404
meeting       meeting_id=meeting            POST    405    405  405   405  405  405     405     405
move-meeting  meeting_id=meeting            GET     302    200  200   403  403  403     403     403
move-meeting  meeting_id=private            GET     302    404  404   404  404  404     404     403
move-meeting  meeting_id=meeting            POST    302    422  422   403  403  403     403     403
move-meeting  meeting_id=meeting            POST    302    302  302   403  403  403     403     403       moved
propose-meeting -                           GET     302    403  403   200  200  403     403     200
propose-meeting -                           POST    302    403  403   422  422  403     403     422
propose-meeting -                           POST    302    403  403   302  302  403     403     302       meeting
meeting       meeting_id=proposed           GET     404    200  200   200  200  200     404     404
settle-meeting meeting_id=proposed,verb=convene GET 302    405  405   405  405  405     405     405
settle-meeting meeting_id=proposed,verb=convene POST 302   422  422   403  403  403     404     404
settle-meeting meeting_id=proposed,verb=convene POST 302   302  302   403  403  403     404     404       plain
settle-meeting meeting_id=proposed,verb=decline POST 302   422  422   403  403  403     404     404       plain
settle-meeting meeting_id=proposed,verb=decline POST 302   302  302   403  403  403     404     404       cancelled
settle-meeting meeting_id=meeting,verb=convene POST 302    403  403   403  403  403     403     403       plain
settle-meeting meeting_id=proposed,verb=nothing POST 302   404  404   404  404  404     404     404
cancel-meeting meeting_id=meeting           GET     302    405  405   405  405  405     405     405
cancel-meeting meeting_id=meeting           POST    302    422  422   403  403  403     403     403
cancel-meeting meeting_id=meeting           POST    302    302  302   403  403  403     403     403       cancelled
sitting       meeting_id=meeting,verb=add   GET     302    405  405   405  405  405     405     405
sitting       meeting_id=meeting,verb=add   POST    302    302  302   403  403  403     403     403       sitting
sitting       meeting_id=meeting,verb=no    POST    302    404  404   404  404  404     404     404
sitting       meeting_id=private,verb=add   POST    302    404  404   404  404  404     404     403
agenda        meeting_id=meeting            GET     200    200  200   200  200  200     200     200
agenda        meeting_id=private            GET     404    404  404   404  404  404     404     200
agenda        meeting_id=meeting            POST    405    405  405   405  405  405     405     405
agenda-act    meeting_id=meeting,verb=arrange GET   302    405  405   405  405  405     405     405
agenda-act    meeting_id=meeting,verb=arrange POST  302    302  403   403  403  403     403     403       item
agenda-act    meeting_id=meeting,verb=propose POST  302    302  302   302  302  403     403     403       item
agenda-act    meeting_id=meeting,verb=arrange POST  302    422  422   422  422  422     422     422
agenda-act    meeting_id=meeting,verb=nothing POST  302    404  404   404  404  404     404     404
agenda-act    meeting_id=private,verb=propose POST  302    404  404   404  404  404     404     302       item
speakers      meeting_id=meeting            GET     200    200  200   200  200  200     200     200
speakers      meeting_id=private            GET     404    404  404   404  404  404     404     200
speakers      meeting_id=meeting            POST    405    405  405   405  405  405     405     405
speakers-act  meeting_id=meeting,verb=open  GET     302    405  405   405  405  405     405     405
speakers-act  meeting_id=meeting,verb=open  POST    302    302  302   403  403  403     404     404       floor
speakers-act  meeting_id=meeting,verb=state POST    302    302  302   302  302  403     404     404       spoken
speakers-act  meeting_id=meeting,verb=nothing POST  302    404  404   404  404  404     404     404
minutes       meeting_id=meeting            GET     200    200  200   200  200  200     200     200
minutes       meeting_id=private            GET     404    404  404   404  404  404     404     200
minutes       meeting_id=meeting            POST    405    405  405   405  405  405     405     405
minutes-act   meeting_id=meeting,verb=draw  GET     302    405  405   405  405  405     405     405
minutes-act   meeting_id=held,verb=draw     POST    302    302  403   403  403  403     403     403       plain
minutes-act   meeting_id=meeting,verb=next  POST    302    302  302   403  403  403     403     403       following
minutes-act   meeting_id=meeting,verb=correct POST  302    404  404   404  404  404     404     404       correction
minutes-act   meeting_id=meeting,verb=nothing POST  302    404  404   404  404  404     404     404
meeting-print meeting_id=meeting,paper=order-of-the-day,kind=docx GET 200 200 200 200 200 200 200 200
meeting-print meeting_id=meeting,paper=participants,kind=docx GET 200 200 200 200 200 200 200 200
meeting-print meeting_id=private,paper=participants,kind=docx GET 404 404 404 404 404 404 404 200
meeting-print meeting_id=meeting,paper=record,kind=docx GET 404 404 404 404 404 404 404 404
meeting-print meeting_id=meeting,paper=nothing,kind=docx GET 404 404 404 404 404 404 404 404
meeting-print meeting_id=meeting,paper=participants,kind=exe GET 404 404 404 404 404 404 404 404
meeting-print meeting_id=meeting,paper=participants,kind=docx POST 405 405 405 405 405 405 405 405
lists         -                             GET     200    200  200   200  200  200     200     200
lists         -                             POST    405    405  405   405  405  405     405     405
list-file     what=members,kind=csv         GET     200    200  200   200  200  200     200     200
list-file     what=people,kind=xlsx         GET     200    200  200   200  200  200     200     200
list-file     what=nothing,kind=csv         GET     404    404  404   404  404  404     404     404
list-file     what=members,kind=doc         GET     404    404  404   404  404  404     404     404
list-file     what=members,kind=csv         POST    405    405  405   405  405  405     405     405
list-empty    what=members,kind=csv         GET     200    200  200   200  200  200     200     200
list-empty    what=nothing,kind=csv         GET     404    404  404   404  404  404     404     404
list-empty    what=members,kind=csv         POST    405    405  405   405  405  405     405     405
report-read   -                             GET     302    200  403   403  403  403     403     403
report-read   -                             POST    302    422  403   403  403  403     403     403
reports       -                             GET     302    200  403   403  403  403     403     403
reports       -                             POST    302    405  405   405  405  405     405     405
report-store  -                             GET     302    200  403   403  403  403     403     403
report-store  -                             POST    302    422  403   403  403  403     403     403
report-store  -                             POST    302    302  403   403  403  403     403     403       pressed
report        report_id=stored_report              GET     302    200  404   404  404  404     404     404
report        report_id=missing             GET     302    404  404   404  404  404     404     404
report        report_id=stored_report              POST    302    405  405   405  405  405     405     405
report-again  report_id=stored_report              GET     302    405  405   405  405  405     405     405
report-again  report_id=stored_report              POST    302    422  404   404  404  404     404     404
report-again  report_id=stored_report              POST    302    302  404   404  404  404     404     404       plain
report-item   report_id=stored_report,mark=report_item GET 302 200  404   404  404  404     404     404
report-item   report_id=stored_report,mark=report_absent GET 302 200 404  404  404  404     404     404
report-item   report_id=stored_report,mark=report_promise GET 302 200 404 404  404  404     404     404
report-item   report_id=stored_report,mark=999999 GET   302    404  404   404  404  404     404     404
report-item   report_id=stored_report,mark=report_item POST 302 405 405   405  405  405     405     405
report-decide report_id=stored_report,mark=report_item,verb=leave GET 302 405 405 405 405 405 405     405
report-decide report_id=stored_report,mark=report_item,verb=leave POST 302 422 404 404 404 404 404    404
report-decide report_id=stored_report,mark=report_item,verb=leave POST 302 302 404 404 404 404 404    404       plain
report-decide report_id=stored_report,mark=report_item,verb=take POST 302 422 404 404 404 404 404     404       plain
report-decide report_id=stored_report,mark=report_item,verb=settle POST 302 404 404 404 404 404 404   404       plain
report-decide report_id=stored_report,mark=report_absent,verb=seat POST 302 422 404 404 404 404 404   404       plain
report-decide report_id=stored_report,mark=report_absent,verb=unseat POST 302 422 404 404 404 404 404 404       plain
report-decide report_id=stored_report,mark=report_promise,verb=voice POST 302 422 404 404 404 404 404 404       plain
list-enter    what=members                  GET     302    200  403   403  403  403     403     403
list-enter    what=nothing                  GET     302    404  404   404  404  404     404     404
list-enter    what=members                  POST    302    422  403   403  403  403     403     403
list-enter    what=members                  POST    302    200  403   403  403  403     403     403       listed
calendar      -                             GET     200    200  200   200  200  200     200     200
calendar      -                             POST    405    405  405   405  405  405     405     405
calendar-public -                           GET     200    200  200   200  200  200     200     200
calendar-public -                           POST    405    405  405   405  405  405     405     405
working-days  -                             GET     302    200  200   200  200  200     200     200
working-days  -                             POST    302    422  422   422  422  422     422     422
working-days  -                             POST    302    302  403   403  403  403     403     403       own-day
working-day-drop day_id=missing             GET     302    405  405   405  405  405     405     405
working-day-drop day_id=missing             POST    302    404  403   403  403  403     403     403       plain
deadline      -                             GET     302    200  200   200  200  200     200     200
deadline      -                             POST    302    405  405   405  405  405     405     405
calendar-new  -                             GET     302    405  405   405  405  405     405     405
calendar-new  -                             POST    302    200  200   200  200  200     200     200
calendar-end  -                             GET     302    405  405   405  405  405     405     405
calendar-end  -                             POST    302    302  302   302  302  302     302     302
calendar-feed secret=missing                GET     404    404  404   404  404  404     404     404
calendar-feed secret=missing                POST    405    405  405   405  405  405     405     405
credentials   meeting_id=meeting            GET     302    200  200   200  200  200     404     404
credentials   meeting_id=private            GET     302    404  404   404  404  404     404     200
credentials   meeting_id=meeting            POST    302    405  405   405  405  405     405     405
credentials-act meeting_id=meeting,verb=receive GET 302    200  200   403  403  403     404     404
credentials-act meeting_id=meeting,verb=receive POST 302   422  422   403  403  403     404     404
credentials-act meeting_id=meeting,verb=receive POST 302   302  302   403  403  403     404     404       presented
credentials-act meeting_id=meeting,verb=need POST   302    302  302   403  403  403     404     404       needed
credentials-act meeting_id=meeting,verb=check POST  302    422  422   403  403  403     404     404
credentials-act meeting_id=meeting,verb=nothing POST 302   404  404   404  404  404     404     404
signing       -                             GET     200    200  200   200  200  200     200     200
signing       -                             POST    405    405  405   405  405  405     405     405
signing-enter -                             GET     302    200  200   403  403  403     403     403
signing-enter -                             POST    302    422  422   403  403  403     403     403
signing-enter -                             POST    302    302  302   403  403  403     403     403       decided
instrument    instrument_id=instrument      GET     404    200  200   200  200  200     404     404
instrument    instrument_id=public_instrument GET    200    200  200   200  200  200     200     200
instrument    instrument_id=sealed          GET     404    200  200   200  200  200     404     404
instrument    instrument_id=missing         GET     404    404  404   404  404  404     404     404
instrument    instrument_id=instrument      POST    405    405  405   405  405  405     405     405
signatures    instrument_id=instrument,kind=docx GET 404   200  200   200  200  200     404     404
signatures    instrument_id=public_instrument,kind=pdf GET 200 200 200 200  200  200     200     200
signatures    instrument_id=instrument,kind=exe GET 404    404  404   404  404  404     404     404
signatures    instrument_id=instrument,kind=docx POST 405  405  405   405  405  405     405     405
signing-act   instrument_id=instrument,verb=sign GET 302   200  200   403  403  403     404     404
signing-act   instrument_id=instrument,verb=sign POST 302  422  422   403  403  403     404     404
signing-act   instrument_id=instrument,verb=sign POST 302  302  302   403  403  403     404     404       signed
signing-act   instrument_id=sealed,verb=open POST   302    302  302   403  403  403     404     404       opened
signing-act   instrument_id=instrument,verb=stand POST 302 302  302   403  403  403     404     404       handed
signing-act   instrument_id=instrument,verb=original POST 302 302 302 403  403  403     404     404       original
signing-act   instrument_id=instrument,verb=copy POST 302  422  422   403  403  403     404     404       copied
signing-act   instrument_id=instrument,verb=answer GET 302 403  403   200  200  403     404     404
signing-act   instrument_id=instrument,verb=answer POST 302 403 403   302  302  403     404     404       joined
signing-act   instrument_id=instrument,verb=confirm POST 302 403 403  302  403  403     404     404       confirmed
signing-act   instrument_id=instrument,verb=confirm POST 302 404 404  404  404  404     404     404
signing-act   instrument_id=sealed,verb=known GET   302    403  200   403  403  403     404     404
signing-act   instrument_id=sealed,verb=known POST  302    403  302   403  403  403     404     404       plain
signing-act   instrument_id=instrument,verb=nothing POST 302 404 404  404  404  404     404     404
language      tag=ru                        GET     302    302  302   302  302  302     302     302
language      tag=xx                        GET     404    404  404   404  404  404     404     404
language      tag=ru                        POST    405    405  405   405  405  405     405     405
note          note_id=narrow_note           GET     404    200  200   200  200  200     404     404
note          note_id=extended_note         GET     404    200  200   200  200  200     404     404
note          note_id=missing               GET     404    404  404   404  404  404     404     404
note          note_id=narrow_note           POST    405    405  405   405  405  405     405     405
record        -                             GET     302    200  200   200  200  200     200     200
record        -                             POST    302    405  405   405  405  405     405     405
search        -                             GET     200    200  200   200  200  200     200     200
search        -                             POST    405    405  405   405  405  405     405     405
sign-in       -                             GET     200    302  302   302  302  302     302     302
sign-in       -                             POST    200    302  302   302  302  302     302     302
sign-in       -                             POST    302    302  302   302  302  302     302     302       password
sign-out      -                             GET     405    405  405   405  405  405     405     405
sign-out      -                             POST    302    302  302   302  302  302     302     302
begin         -                             GET     200    403  403   403  403  403     403     403
begin         -                             POST    422    403  403   403  403  403     403     403
convene       -                             GET     302    200  200   403  403  403     403     403
convene       -                             POST    302    422  422   403  403  403     403     403
convene       -                             POST    302    302  302   403  403  403     403     403       meeting
invitations   meeting_id=meeting            GET     302    200  200   200  200  200     404     404
invitations   meeting_id=guested            GET     302    200  200   200  200  200     200     404
invitations   meeting_id=missing            GET     302    404  404   404  404  404     404     404
invitations   meeting_id=meeting            POST    302    422  422   422  422  403     404     404
invitations   meeting_id=meeting            POST    302    302  302   302  302  403     404     404       inviting
invitation    invitation_id=invitation      GET     302    200  200   200  200  200     404     404
invitation    invitation_id=invited         GET     302    200  200   200  200  200     200     404
invitation    invitation_id=missing         GET     302    404  404   404  404  404     404     404
invitation    invitation_id=invitation      POST    302    405  405   405  405  405     405     405
invitation-act invitation_id=invitation,verb=say POST 302  403  403   302  302  403     404     404       consent
invitation-act invitation_id=invitation,verb=say POST 302  403  403   302  302  302     404     404       refusal
invitation-act invitation_id=invitation,verb=send POST 302 403  403   403  403  403     404     404       plain
invitation-act invitation_id=invited,verb=answer POST 302  302  403   403  403  403     302     404       accepting
invitation-act invitation_id=invited,verb=withdraw POST 302 302 302   403  403  403     403     404       cancelled
invitation-act invitation_id=invited,verb=withdraw POST 302 422 422   422  422  422     422     404
invitation-act invitation_id=invited,verb=nothing POST 302 404  404   404  404  404     404     404       plain
invitation-act invitation_id=invited,verb=send GET  302    405  405   405  405  405     405     405
participants  meeting_id=meeting            GET     302    200  200   200  200  200     404     404
participants  meeting_id=guested            GET     302    200  200   200  200  200     200     404
participants  meeting_id=meeting            POST    302    405  405   405  405  405     405     405
register-participant meeting_id=meeting     GET     302    405  405   405  405  405     405     405
register-participant meeting_id=meeting     POST    302    422  403   422  422  422     404     404
register-participant meeting_id=meeting     POST    302    302  403   302  422  302     404     404       participant
set-precedence meeting_id=meeting           GET     302    405  405   405  405  405     405     405
set-precedence meeting_id=meeting           POST    302    422  422   422  422  422     404     404
set-precedence meeting_id=meeting           POST    302    302  302   403  403  403     403     403       precedence
strike-participant participant_id=taking_part GET   302    405  405   405  405  405     405     405
strike-participant participant_id=taking_part POST  302    302  403   302  403  302     404     404       plain
strike-participant participant_id=missing   POST    302    404  404   404  404  404     404     404       plain
attendance    meeting_id=meeting,code=extended GET  302    200  403   403  403  403     403     403
attendance    meeting_id=meeting,code=nowhere GET   302    404  403   403  403  403     403     403
attendance    meeting_id=meeting,code=extended POST 302    422  403   403  403  403     403     403
attendance    meeting_id=held,code=extended   POST 302    302  403   403  403  403     403     403       sat
staff         meeting_id=meeting,code=narrow GET    302    200  403   403  403  403     403     403
staff         meeting_id=private,code=narrow GET    302    404  404   404  404  404     404     403
staff         meeting_id=meeting,code=narrow POST   302    302  403   403  403  403     403     403       plain
staff-sign-in -                             GET     302    200  403   403  403  403     403     403
sign-ins      -                             GET     302    200  403   403  403  403     403     403
sign-ins      -                             POST    302    422  403   403  403  403     403     403
sign-ins      -                             POST    302    200  403   403  403  403     403     403       given-one
sign-in-act   verb=close                    GET     302    405  405   405  405  405     405     405
sign-in-act   verb=close                    POST    302    302  403   403  403  403     403     403       its-sign-in
sign-in-act   verb=open                     POST    302    302  403   403  403  403     403     403       its-sign-in
sign-in-act   verb=renew                    POST    302    200  403   403  403  403     403     403       its-sign-in
sign-in-act   verb=close                    POST    302    404  403   403  403  403     403     403      foreign-sign-in
sign-in-act   verb=nothing                  POST    302    404  404   404  404  404     404     404
staff-sign-in -                             POST    302    422  403   403  403  403     403     403
staff-sign-in -                             POST    302    302  403   403  403  403     403     403       interpreter
begin-text    -                             GET     302    200  403   403  403  403     403     403
begin-text    -                             POST    302    422  403   403  403  403     403     403
import-text   -                             GET     302    200  403   403  403  403     403     403
import-text   -                             POST    302    422  403   403  403  403     403     403
texts         -                             GET     302    200  200   200  200  200     200     200
texts         -                             POST    302    405  405   405  405  405     405     405
text          text_id=text                  GET     302    200  200   200  200  200     404     404
text          text_id=narrow_text           GET     302    200  200   200  200  200     404     404
text          text_id=foreign_text          GET     302    404  404   404  404  404     404     200
text          text_id=missing               GET     302    404  404   404  404  404     404     404
text          text_id=text                  POST    302    405  405   405  405  405     405     405
text-number   text_id=text                  GET     302    200  200   200  200  200     404     404
text-number   text_id=foreign_text          GET     302    404  404   404  404  404     404     200
text-number   text_id=text                  POST    302    405  405   405  405  405     405     405
ahead         text_id=text,verb=propose     GET     302    405  405   405  405  405     405     405
ahead         text_id=text,verb=propose     POST    302    200  200   200  200  200     404     404       propose
ahead         text_id=foreign_text,verb=propose POST 302   404  404   404  404  404     404     200
ahead         text_id=text,verb=nothing     POST    302    404  404   404  404  404     404     404
act           text_id=text,verb=propose     GET     302    405  405   405  405  405     405     405
act           text_id=text,verb=propose     POST    302    403  403   302  302  403     404     404       propose
act           text_id=text,verb=propose     POST    302    403  403   302  302  302     404     404       draft
act           text_id=text,verb=propose     POST    302    422  422   422  422  422     404     404
act           text_id=text,verb=reserve     POST    302    403  403   302  302  403     404     404       remark
act           text_id=text,verb=agree       POST    302    403  302   403  403  403     404     404       agree
act           text_id=text,verb=revision    POST    302    302  403   403  403  403     404     404       revision
act           text_id=text,verb=nothing     POST    302    404  404   404  404  404     404     404
act           text_id=foreign_text,verb=propose POST 302   404  404   404  404  404     404     422
upload        text_id=text                  GET     302    403  403   200  200  403     404     404
upload        text_id=text                  POST    302    403  403   422  422  403     404     404
upload        text_id=foreign_text          GET     302    404  404   404  404  404     404     200
rolling-word  text_id=text                  GET     302    200  200   200  200  200     404     404
rolling-word  text_id=foreign_text          GET     302    404  404   404  404  404     404     200
rolling-word  text_id=text                  POST    302    405  405   405  405  405     405     405
rolling-in    text_id=text,kind=odt         GET     302    200  200   200  200  200     404     404
rolling-in    text_id=text,kind=pdf         GET     302    200  200   200  200  200     404     404
rolling-in    text_id=text,kind=exe         GET     302    404  404   404  404  404     404     404
rolling-in    text_id=foreign_text,kind=xml GET     302    404  404   404  404  404     404     200
rolling-in    text_id=text,kind=html        POST    302    405  405   405  405  405     405     405
clean-word    text_id=text                  GET     302    200  200   200  200  200     404     404
clean-word    text_id=foreign_text          GET     302    404  404   404  404  404     404     200
clean-word    text_id=text                  POST    302    405  405   405  405  405     405     405
tracked-word  text_id=text                  GET     302    404  404   200  200  200     404     404
tracked-word  text_id=foreign_text          GET     302    404  404   404  404  404     404     200
tracked-word  text_id=text                  POST    302    405  405   405  405  405     405     405
notation      text_id=text                  GET     302    200  200   200  200  200     404     404
notation      text_id=foreign_text          GET     302    404  404   404  404  404     404     200
notation      text_id=text                  POST    302    405  405   405  405  405     405     405
awaits        -                             GET     302    200  200   200  200  200     200     200
awaits        -                             POST    302    405  405   405  405  405     405     405
awaits-seen   -                             GET     302    405  405   405  405  405     405     405
awaits-seen   -                             POST    302    400  400   400  400  400     400     400
awaits-seen   -                             POST    302    302  302   302  302  302     302     302       moment
notices       -                             GET     302    200  200   200  200  200     200     200
notices       -                             POST    302    422  422   422  422  422     422     422
notices       -                             POST    302    403  403   403  403  403     403     403       wish
notices-again -                             GET     302    405  405   405  405  405     405     405
notices-again -                             POST    302    403  403   403  403  403     403     403
notices-withdraw -                          GET     302    405  405   405  405  405     405     405
notices-withdraw -                          POST    302    302  302   302  302  302     302     302
notices-confirm link=confirming             GET     200    200  200   200  200  200     200     200
notices-confirm link=missing                GET     404    404  404   404  404  404     404     404
notices-confirm link=stopping               GET     404    404  404   404  404  404     404     404
notices-confirm link=confirming             POST    200    200  200   200  200  200     200     200
notices-stop  link=stopping                 GET     200    200  200   200  200  200     200     200
notices-stop  link=missing                  GET     404    404  404   404  404  404     404     404
notices-stop  link=stopping                 POST    200    200  200   200  200  200     200     200
notices-stop  link=confirming               POST    404    404  404   404  404  404     404     404
since         text_id=text                  GET     302    200  200   200  200  200     404     404
since         text_id=foreign_text          GET     302    404  404   404  404  404     404     200
since         text_id=text                  POST    302    405  405   405  405  405     405     405
since-read    text_id=text                  GET     302    405  405   405  405  405     405     405
since-read    text_id=text                  POST    302    400  400   400  400  400     404     404
since-read    text_id=text                  POST    302    302  302   302  302  302     404     404       looked
since-read    text_id=foreign_text          POST    302    404  404   404  404  404     404     302       looked
compare       text_id=text                  GET     302    200  200   200  200  200     404     404
compare       text_id=foreign_text          GET     302    404  404   404  404  404     404     200
compare       text_id=text                  POST    302    405  405   405  405  405     405     405
languages     text_id=text                  GET     302    200  200   200  200  200     404     404
languages     text_id=foreign_text          GET     302    404  404   404  404  404     404     200
languages     text_id=text                  POST    302    405  405   405  405  405     405     405
language-act  text_id=text,verb=begin       GET     302    405  405   405  405  405     405     405
language-act  text_id=text,verb=begin       POST    302    422  422   422  422  422     404     404
language-act  text_id=text,verb=begin       POST    302    302  403   403  403  403     404     404       language
language-act  text_id=text,verb=translate   POST    302    302  403   302  302  302     404     404       translate
language-act  text_id=text,verb=nothing     POST    302    404  404   404  404  404     404     404
language-act  text_id=text,verb=change      POST    302    302  403   403  403  403     404     404       altered
language-act  text_id=text,verb=drop        POST    302    302  403   403  403  403     404     404       altered
language-file text_id=text,tag=ru           GET     302    200  403   200  200  200     404     404
language-file text_id=text,tag=ru           POST    302    422  403   422  422  422     404     404
language-file text_id=text,tag=xx           GET     302    404  404   404  404  404     404     404
language-act  text_id=foreign_text,verb=begin POST  302    404  404   404  404  404     404     403       language
alignment     text_id=text                  GET     302    200  200   200  200  200     404     404
alignment     text_id=foreign_text          GET     302    404  404   404  404  404     404     200
alignment     text_id=text                  POST    302    405  405   405  405  405     405     405
alignment-showing text_id=text              GET     302    405  405   405  405  405     405     405
alignment-showing text_id=text              POST    302    422  422   422  422  422     404     404
alignment-showing text_id=text              POST    302    302  403   403  403  403     403     403       showing
wishes        text_id=text                  GET     302    404  404   200  200  200     404     404
wishes        text_id=foreign_text          GET     302    404  404   404  404  404     404     200
wishes        text_id=text                  POST    302    404  404   422  422  422     404     404
wishes        text_id=text                  POST    302    403  403   302  302  403     404     404       seen
packages      text_id=text                  GET     302    403  200   403  403  403     404     404
packages      text_id=foreign_text          GET     302    404  404   404  404  404     404     403
packages      text_id=text                  POST    302    405  405   405  405  405     405     405
positions     -                             GET     200    200  200   200  200  200     200     200
positions     -                             POST    405    405  405   405  405  405     405     405
position-enter -                            GET     302    200  403   403  403  403     403     403
position-enter -                            POST    302    422  403   403  403  403     403     403
position-enter -                            POST    302    302  403   403  403  403     403     403       position-told
position      position_id=position          GET     200    200  200   200  200  200     200     404
position      position_id=missing           GET     404    404  404   404  404  404     404     404
position      position_id=position          POST    405    405  405   405  405  405     405     405
position-settle position_id=position        GET     302    405  405   405  405  405     405     405
position-settle position_id=position        POST    302    422  422   422  422  422     422     404
position-settle position_id=position        POST    302    302  403   403  403  403     403     403       settled
situation     situation_id=situation        GET     200    200  200   200  200  200     200     404
situation     situation_id=999999           GET     404    404  404   404  404  404     404     404
situation     situation_id=situation        POST    405    405  405   405  405  405     405     405
situations    -                             GET     302    200  200   200  200  200     404     200
situations    -                             POST    302    405  405   405  405  405     405     405
situation-act situation_id=situation,verb=point GET 302  405  405   405  405  405     405     405
situation-act situation_id=situation,verb=point POST 302 422  422   422  422  422     422     404
situation-act situation_id=situation,verb=point POST 302 302  302   403  403  403     403     403       asking
situation-act situation_id=situation,verb=assess POST 302 403 403   302  302  403     403     403       assessing
situation-act situation_id=situation,verb=take-back POST 302 403 403 422 422 403    403     403       taking-back
situation-act situation_id=999999,verb=assess POST  302    404  404   404  404  404     404     404
situation-act situation_id=situation,verb=nothing POST 302 404 404  404  404  404     404     404
together      situation_id=situation        GET     302    200  200   404  404  404     404     404
together      situation_id=situation        POST    302    405  405   405  405  405     405     405
together-file situation_id=situation,kind=docx GET    302    200  200   404  404  404     404     404
together-file situation_id=situation,kind=odt  GET    302    404  404   404  404  404     404     404
together-file situation_id=situation,kind=docx POST   302    405  405   405  405  405     405     405
draw-up       situation_id=situation        GET     302    405  405   405  405  405     405     405
draw-up       situation_id=situation        POST    302    422  422   404  404  404     404     404
draw-up       situation_id=situation        POST    302    302  403   403  403  403     403     403       drawing
convergence   text_id=text                  GET     302    200  200   200  200  200     404     404
convergence   text_id=foreign_text          GET     302    404  404   404  404  404     404     200
convergence   text_id=text                  POST    302    405  405   405  405  405     405     405
decision      text_id=text                  GET     302    200  200   200  200  200     404     404
decision      text_id=foreign_text          GET     302    404  404   404  404  404     404     200
decision      text_id=text                  POST    302    405  405   405  405  405     405     405
decision-confirm text_id=text               GET     302    302  302   302  302  302     404     404
decision-confirm text_id=text               POST    302    405  405   405  405  405     405     405
decide        text_id=text,verb=put         GET     302    405  405   405  405  405     405     405
decide        text_id=text,verb=put         POST    302    422  422   422  422  422     404     404
decide        text_id=text,verb=put         POST    302    403  302   403  403  403     404     404       seen
decide        text_id=text,verb=roll        POST    302    302  302   403  403  403     404     404       roll
decide        text_id=text,verb=nothing     POST    302    404  404   404  404  404     404     404
adopted       -                             GET     200    200  200   200  200  200     200     200
adopted       -                             POST    405    405  405   405  405  405     405     405
adopted-text  adoption_id=sealed            GET     404    200  200   200  200  200     404     404
adopted-text  adoption_id=released          GET     200    200  200   200  200  200     200     200
adopted-text  adoption_id=missing           GET     404    404  404   404  404  404     404     404
adopted-text  adoption_id=released          POST    405    405  405   405  405  405     405     405
adopted-json  adoption_id=sealed            GET     404    200  200   200  200  200     404     404
adopted-json  adoption_id=released          GET     200    200  200   200  200  200     200     200
adopted-json  adoption_id=released          POST    405    405  405   405  405  405     405     405
adopted-word  adoption_id=sealed            GET     404    200  200   200  200  200     404     404
adopted-word  adoption_id=released          GET     200    200  200   200  200  200     200     200
adopted-word  adoption_id=released          POST    405    405  405   405  405  405     405     405
adopted-plain adoption_id=sealed            GET     404    200  200   200  200  200     404     404
adopted-plain adoption_id=released          GET     200    200  200   200  200  200     200     200
adopted-plain adoption_id=released          POST    405    405  405   405  405  405     405     405
sealed-json   adoption_id=sealed            GET     302    200  200   200  200  200     404     404
sealed-json   adoption_id=released          GET     302    200  200   200  200  200     404     404
sealed-json   adoption_id=released          POST    302    405  405   405  405  405     405     405
prepare-release adoption_id=sealed          GET     302    200  403   403  403  403     404     404
prepare-release adoption_id=missing         GET     302    404  404   404  404  404     404     404
prepare-release adoption_id=sealed          POST    302    302  403   403  403  403     404     404       seal
prepare-release adoption_id=sealed          POST    302    422  403   403  403  403     404     404
release       adoption_id=prepared          GET     302    403  200   403  403  403     404     404
release       adoption_id=sealed            GET     302    404  404   404  404  404     404     404
release       adoption_id=prepared          POST    302    403  302   403  403  403     404     404       prepared
release       adoption_id=released          POST    302    403  403   403  403  403     404     404       released
known-decision ruling_id=ruled              GET     404    200  200   200  200  200     404     404
known-decision ruling_id=announced          GET     200    200  200   200  200  200     200     200
known-decision ruling_id=missing            GET     404    404  404   404  404  404     404     404
known-decision ruling_id=announced          POST    405    405  405   405  405  405     405     405
known-json    ruling_id=ruled               GET     404    404  404   404  404  404     404     404
known-json    ruling_id=announced           GET     200    200  200   200  200  200     200     200
known-json    ruling_id=announced           POST    405    405  405   405  405  405     405     405
prepare-known ruling_id=ruled               GET     302    405  405   405  405  405     405     405
prepare-known ruling_id=ruled               POST    302    302  403   403  403  403     404     404       ruling
prepare-known ruling_id=ruled               POST    302    422  403   403  403  403     404     404
prepare-known ruling_id=readied             POST    302    403  403   403  403  403     404     404       ruling
release-known ruling_id=readied             GET     302    405  405   405  405  405     405     405
release-known ruling_id=readied             POST    302    403  302   403  403  403     404     404       readied
release-known ruling_id=readied             POST    302    403  422   403  403  403     404     404
release-known ruling_id=ruled               POST    302    404  404   404  404  404     404     404       ruling
questions     -                             GET     302    200  200   200  200  200     200     200
questions     -                             POST    302    405  405   405  405  405     405     405
put-question  -                             GET     302    200  200   403  403  403     403     403
put-question  -                             POST    302    422  422   403  403  403     403     403
put-question  -                             POST    302    302  302   403  403  403     403     403       question
question      question_id=question          GET     302    200  200   200  200  200     404     404
question      question_id=missing           GET     302    404  404   404  404  404     404     404
question      question_id=question          POST    302    405  405   405  405  405     405     405
question-act  question_id=question,verb=say POST    302    403  403   302  302  403     404     404       position
question-act  question_id=question,verb=say POST    302    403  403   302  302  302     404     404       objection
question-act  question_id=question,verb=say POST    302    422  422   422  422  422     404     404
question-act  question_id=question,verb=record POST 302    302  302   403  403  403     404     404       aloud
question-act  question_id=question,verb=state POST  302    403  403   302  302  403     404     404       statement
question-act  question_id=question,verb=close POST  302    403  422   403  403  403     404     404       plain
question-act  question_id=question,verb=count POST  302    403  403   403  403  403     404     404       ballots
question-act  question_id=question,verb=nothing POST 302   404  404   404  404  404     404     404
question-act  question_id=question,verb=say GET     302    405  405   405  405  405     405     405
documents     -                             GET     200    200  200   200  200  200     200     200
documents     -                             POST    405    405  405   405  405  405     405     405
document      document_id=document          GET     404    200  200   200  200  200     404     404
document      document_id=open_document     GET     200    200  200   200  200  200     200     200
document      document_id=missing           GET     404    404  404   404  404  404     404     404
document      document_id=document          POST    405    405  405   405  405  405     405     405
begin-document -                            GET     302    200  200   200  200  403     403     200
begin-document -                            POST    302    422  422   422  422  403     403     422
begin-document -                            POST    302    302  302   302  302  403     403     422       document
documents-way -                             GET     302    200  403   403  403  403     403     403
documents-way -                             POST    302    422  403   403  403  403     403     403
documents-way -                             POST    302    302  403   403  403  403     403     403       way
document-act  document_id=document,verb=send GET    302    405  405   405  405  405     405     405
document-act  document_id=document,verb=send POST   302    422  422   422  422  422     404     404
document-act  document_id=document,verb=send POST   302    302  302   403  403  403     404     404       sending
document-act  document_id=document,verb=clear POST  302    403  403   302  302  403     404     404       clearance
document-act  document_id=document,verb=withdraw POST 302  302  302   403  403  403     404     404       sending
document-act  document_id=document,verb=report POST 302    302  403   403  403  403     404     404       reported
document-act  document_id=document,verb=symbol POST 302    302  302   403  403  403     404     404       symbol
document-act  document_id=document,verb=nothing POST 302   404  404   404  404  404     404     404
"""

FORMS: dict[str, Callable[[World], dict[str, Any]]] = {
    "password": lambda world: {"username": world.roles["delegate"].name, "password": factories.PASSWORD},
    "meeting": lambda world: {
        **act(), "title": "Second", "day": "2031-06-01", "zone": "UTC", "sittings": ["narrow", "extended"]
    },
    "propose": lambda world: {**on_block(world), "wording": "1. Agree to meet twice a year;", "stage": "tabled"},
    "draft": lambda world: {**on_block(world), "wording": "1. Agree to meet twice a year;", "stage": "private"},
    "remark": lambda world: {**on_block(world), "wording": "Until the capital has answered."},
    "agree": lambda world: {**on_block(world), "forum": "the working group"},
    "revision": lambda world: {**act(), "label": "Rev.1"},
    "seal": lambda world: document(world.sealed),
    "ruling": lambda world: told(world.ruled),
    "readied": lambda world: told(world.readied),
    "prepared": lambda world: document(world.prepared),
    "released": lambda world: document(world.released),
    "looked": lambda world: {"number": 1},
    "own-day": lambda world: {**act(), "day": "2031-05-09", "works": ""},
    "agreement": lambda world: {
        **act(), "partner": "XPP", "words": "Memorandum", "lasting": "open", "standing": "stated"
    },
    "contact": lambda world: {
        **act(), "partner": "XPP", "office": "Liaison office", "function": "meetings", "standing": "stated"
    },
    "joint": lambda world: {
        **act(), "partner": "XPP", "words": "First talks", "kind": "side", "role": "guest", "standing": "stated"
    },
    "clock": lambda world: {**act(), "zone": "Asia/Almaty"},
    "moment": lambda world: {"at": "2024-06-21T12:00:00+00:00"},
    "wish": lambda world: {"address": "ada@example.org", "way": "daily", "hour": "8", "zone": "UTC"},
    "moved": lambda world: {**act(), "day": "2031-07-01", "zone": "UTC", "step": "confirm"},
    "cancelled": lambda world: {**act(), "why": "No hall."},
    "sitting": lambda world: {**act(), "form": "extended"},
    "item": lambda world: {**act(), "what": "add", "title": "Rivers"},
    "floor": lambda world: {**act(), "sitting": "narrow"},
    "spoken": lambda world: {**act(), "sitting": "narrow", "name": "A. Person", "wording": "We agree."},
    "following": lambda world: {**act(), "when": "in the autumn"},
    "correction": lambda world: {**act(), "wording": "Add a comma."},
    "given": lambda world: {**act(), "begins": "2032-01-01", "day": "2031-12-31"},
    "ended": lambda world: {**act(), "until": "2031-07-01"},
    "person": lambda world: {**act(), "name": "Ada Example", "standing": "stated"},
    "listed": lambda world: {**act(), "rows": "code,name\nXZZ,Zeta Example\n"},
    "language": lambda world: {**act(), "tag": "kk"},
    "altered": lambda world: {**act(), "tag": "ru"},
    "translate": lambda world: {
        **act(), **factories.to_translate(world.text, "Agree to meet"), "wording": "1. Собираться;"
    },
    "seen": lambda world: {**act(), "seen": factories.seen(Text.objects.get(pk=world.text))},
    "question": lambda world: {**act(), "title": "Publish it?", "rule": "consensus", "way": "consensus"},
    "position": lambda world: {**act(), "position": "no_objection"},
    "position-told": lambda world: {
        **act(), "whose": "member XAA", "words": "Wells are ours.", "topic": "Wells", "standing": "stated"
    },
    "settled": lambda world: {**act(), "whose": "member XAA", "why": "It says so further down."},
    "asking": lambda world: {**act(), "wording": "Wells are counted."},
    "assessing": lambda world: {**act(), f"said-{world.put_question}": "supports", "shown": "own"},
    "taking-back": lambda world: {**act(), "point": world.put_question},
    "drawing": lambda world: {**act(), "title": "On rivers", "day": f"{clock.now():%Y-%m-%d}"},
    "objection": lambda world: {**act(), "position": "objection", "reason": "Too early."},
    "aloud": lambda world: {**act(), "of-XAA": "no_objection", "of-XBB": "absent"},
    "presented": lambda world: {**act(), "member": "XAA", "form": "letter", "received": "2024-03-01"},
    "needed": lambda world: {**act(), "needed": "yes"},
    "decided": lambda world: {
        **act(), "name": "On wells", "kind": "decision", "day": "2024-03-01", "standing": "stated"
    },
    "opened": lambda world: {
        **act(), "place": "Example City", "day": f"{clock.now():%Y-%m-%d}", "standing": "stated"
    },
    "signed": lambda world: {
        **act(), "member": "XBB", "person": "Bea Example", "day": "2024-03-01", "standing": "stated"
    },
    "handed": lambda world: {**act(), "member": "XDD", "kind": "waits", "day": "2024-03-01", "standing": "stated"},
    "original": lambda world: {
        **act(), "languages": "en, fr", "number": 1, "depositary": "The secretariat", "standing": "stated"
    },
    "copied": lambda world: {**act(), "to": "XAA", "day": "2024-03-01", "standing": "stated"},
    "joined": lambda world: {**act(), "kind": "joined", "day": "2024-03-01"},
    "confirmed": lambda world: {
        **act(), "signature": Signature.objects.get(instrument=world.instrument, member="XAA").pk
    },
    "statement": lambda world: {**act(), "kind": "explanation", "wording": "We joined."},
    "ballots": lambda world: {**act(), "in_favour": 1, "against": 1, "abstaining": 1, "invalid": 0},
    "showing": lambda world: {**act(), "circle": "office"},
    "inviting": lambda world: {**act(), "partner": "XPP", "way": "express", "standing": "stated"},
    "consent": lambda world: {**act(), "word": "consent"},
    "refusal": lambda world: {**act(), "word": "objection"},
    "accepting": lambda world: {**act(), "answer": "accept"},
    "participant": lambda world: {
        **act(), "side": "member-XAA", "name": "Bo Example", "rank": "expert", "standing": "stated"
    },
    "precedence": lambda world: {**act(), "precedence": "council"},
    "sat": lambda world: {
        **act(), "standing": "stated", **{f"presence-{code}": "present" for code, _name in factories.MEMBERS}
    },
    "given-one": lambda world: {**act(), "whom": "delegate XAA", "name": "xaa-second"},
    "its-sign-in": lambda world: {**act(), "name": world.roles["delegate"].name},
    "foreign-sign-in": lambda world: {**act(), "name": world.roles["stranger"].name},
    "interpreter": lambda world: {**act(), "name": "interpreter-fr", "password": factories.PASSWORD},
    "plain": lambda world: act(),
    "pressed": lambda world: {
        **act(), "publisher": "Example Agency", "title": "Ministers", "language": "en", "words": reports.OTHER
    },
    "document": lambda world: {**act(), "title": "Another", "kind": "other", "standing": "stated"},
    "way": lambda world: {**act(), "rows": 1, "label-0": "Assembly", "place-0": "1", "kind-0": "organ"},
    "sending": lambda world: {
        **act(), "day": "2031-05-04", "step": "clearance", "outcome": "forwarded", "words": "Time is short."
    },
    "clearance": lambda world: {**act(), "said": "cleared"},
    "reported": lambda world: {**act(), "day": "2031-05-04", "words": "Talks go on.", "standing": "stated"},
    "symbol": lambda world: {**act(), "day": "2031-05-04", "kind": "first"},
    "operation": lambda world: {**act(), "name": "Autumn", "purpose": "keep wells clean", "standing": "stated"},
    "series": lambda world: {**act(), "name": "Dawn", "standing": "stated"},
    "voicing": lambda world: {
        **act(), "meeting": world.past, "code": "XAA", "words": "Meet twice.", "standing": "stated"
    },
    "dropping": lambda world: {
        **act(), "day": "2024-03-01", "fate": "dropped", "words": "Withdrawn.", "standing": "stated"
    },
    "area": lambda world: {**act(), "name": "Clear ice", "standing": "stated"},
    "measure": lambda world: {**act(), "priority": world.priority, "words": "Count wells", "standing": "stated"},
    "corrected": lambda world: {**act(), "words": "Count all wells", "reason": "A slip.", "standing": "stated"},
    "marking": lambda world: {**act(), "adoption": world.sealed, "words": "not there", "standing": "stated"},
    "progress": lambda world: {
        **act(), "day": "2024-03-01", "state": "running", "fact": "Wells are counted.", "standing": "stated"
    },
    "roll": lambda world: {**act(), "present": ["XAA", "XBB"]},
}


def act() -> dict[str, Any]:
    """Return what every form carries."""
    return {"key": str(factories.key())}


def document(adoption: str) -> dict[str, Any]:
    """Return what a form about the release of an adopted text carries."""
    made = document_of_adoption(Adoption.objects.get(pk=adoption))
    return {**act(), "kind": "text", "seen": fingerprint_of(made)}


def told(ruling: str) -> dict[str, Any]:
    """Return what a form about making a decision known carries."""
    return {**act(), "seen": fingerprint_of(document_of_ruling(Ruling.objects.get(pk=ruling)))}


def on_block(world: World) -> dict[str, Any]:
    """Return what a form on the first operative paragraph of the text carries."""
    text = Text.objects.get(pk=world.text)
    return {**act(), "seen": factories.seen(text), "block": factories.block(text, "Agree to meet")}


@dataclass(frozen=True, slots=True)
class World:
    """What the addresses of the table point to."""

    roles: dict[str, Subject]
    meeting: str
    held: str
    private: str
    narrow_note: str
    extended_note: str
    text: str
    narrow_text: str
    foreign_text: str
    sealed: str
    prepared: str
    released: str
    question: str
    document: str
    open_document: str
    official: str
    guested: str
    invitation: str
    invited: str
    taking_part: str
    posted: str
    proposed: str
    ruled: str
    readied: str
    announced: str
    instrument: str
    public_instrument: str
    priority: str
    second_phase: str
    measure: str
    past: str
    voiced: str
    narrow_voiced: str
    commitment: str
    open_commitment: str
    confirming: str
    stopping: str
    position: str
    situation: str
    put_question: str
    stored_report: str
    report_item: str
    report_absent: str
    report_promise: str
    missing: str = "aaaaaaaaaaaaaaaa"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    address: dict[str, str]
    method: str
    answers: tuple[int, ...]
    form: str

    def path(self, world: World) -> str:
        """Return the address in this world."""
        return reverse(self.name, kwargs={key: getattr(world, value, value) for key, value in self.address.items()})

    def data(self, world: World) -> dict[str, Any]:
        """Return what a POST carries."""
        return FORMS[self.form](world) if self.form else {}


def rows() -> tuple[Row, ...]:
    """Read the table."""
    return tuple(map(row_of, MATRIX.strip().splitlines()[1:]))


def row_of(line: str) -> Row:
    """Read one line of the table."""
    name, address, method, *rest = line.split()
    pairs = dict(pair.split("=", 1) for pair in address.split(",")) if address != "-" else {}
    answers, form = rest[: len(ROLES)], rest[len(ROLES) :]
    return Row(name, pairs, method, tuple(map(int, answers)), form[0] if form else "")


def pages() -> list[Row]:
    """Return the rows that show something to somebody."""
    return [row for row in rows() if row.method == "GET" and 200 in row.answers]


def make_world() -> World:
    """Return two councils: one public, with a meeting of two sittings, and one private."""
    council = factories.council()
    foreign = factories.council(
        "Other Council", (("XAA", "Alpha"), ("XZZ", "Zeta")), public=False, prefix="other-"
    )
    meeting, guested = factories.meeting_of(council), factories.meeting_of(council, "Meeting with a guest")
    factories.rule_of(council, "quorum")
    running.operations_of(running.activities_of(council))
    factories.term_of(council, "XBB", date(2032, 1, 1))
    narrow = Sitting.objects.get(meeting=meeting, format="narrow").audience_id
    return World(
        roles={
            "public": council.public,
            "secretariat": council.secretariat,
            "chair": council.chair,
            "delegate": council.delegate("XAA"),
            "other": council.delegate("XBB"),
            "drafter": council.expert,
            "partner": council.partner,
            "stranger": foreign.delegate("XAA"),
        },
        meeting=meeting.pk,
        held=factories.meeting_of(council, "Held meeting", day=date(2024, 5, 4)).pk,
        private=factories.meeting_of(foreign).pk,
        narrow_note=note(meeting.pk, "narrow", council.delegate("XAA")),
        extended_note=note(meeting.pk, "extended", council.delegate("XBB")),
        text=factories.in_russian(factories.text_of(council, meeting=meeting.pk), council).pk,
        narrow_text=factories.text_of(council, title="Still water", meeting=meeting.pk, audience=narrow).pk,
        foreign_text=factories.text_of(foreign).pk,
        sealed=negotiating.plainly_adopted(council).pk,
        prepared=negotiating.prepared(council, negotiating.plainly_adopted(council)).adoption_id,
        released=negotiating.released(council, negotiating.plainly_adopted(council)).adoption_id,
        question=putting.put(council).pk,
        ruled=announcing.decided(council).pk,
        readied=announcing.prepared(council, announcing.decided(council)).ruling_id,
        announced=announcing.known(council, announcing.decided(council)).ruling_id,
        document=going.to_clearance(going.way_of(council)).pk,
        open_document=going.document_of(council, "Open", open=True).pk,
        instrument=signings.signed(council).pk,
        public_instrument=signings.entered(council, public=True).pk,
        priority=(measure := following.measure_of(council)).priority.handle,
        second_phase=council.organisation.operations.get().phases.get(name="Spring-2").handle,
        measure=measure.pk,
        past=(past := factories.meeting_of(council, "Past meeting", day=following.SPRING)).pk,
        voiced=following.voiced_in(council, past).pk,
        narrow_voiced=following.voiced_in(council, past, sitting="narrow").pk,
        commitment=following.commitment_of(council).pk,
        open_commitment=following.released_commitment(council).pk,
        official=(official := factories.in_office(council, "Clara Example", member="XAA", organ="water")).pk,
        posted=official.posts.get().handle,
        proposed=factories.proposed_by(council, "XAA").pk,
        guested=guested.pk,
        invitation=inviting.invite(council, factories.meeting_of(council, "Third meeting")).pk,
        invited=inviting.sent(council, guested).pk,
        taking_part=taking_part(meeting.pk, council.delegate("XAA")),
        position=reporting.position_of(council).pk,
        situation=(rivers := reporting.situation_of(council)).handle,
        put_question=reporting.question_of(council, rivers).pk,
        **links(council.expert),
        **report_of(council),
    )


def report_of(council: factories.Council) -> dict[str, str]:
    """Store a report; return it, its first item, one of who did not come, and one of what was proposed."""
    report = reports.stored(council, reports.TOLD)
    absent = next(each for each in reports.items(report, "people") if each.data["attendance"] == "absent")
    return {
        "stored_report": report.pk,
        "report_item": reports.items(report, "meetings")[0].mark,
        "report_absent": absent.mark,
        "report_promise": reports.items(report, "promises")[0].mark,
    }


def is_refused_item(row: Row) -> bool:
    """Whether a row decides an item of the world's report, and the secretariat gets the item's page back."""
    named = row.address.get("mark", "").startswith("report_")
    return row.name == "report-decide" and named and row.answers[ROLES.index("secretariat")] == 422


def links(by: Subject) -> dict[str, str]:
    """Return the links in the mails to somebody: to confirm an address, and to stop."""
    with override_settings(MAIL_IS_SENT=True):
        wish = set_wish("ada@example.org", "daily", 8, "UTC", by=by)
    return {"confirming": link_of("confirm", wish), "stopping": link_of("stop", wish)}


def taking_part(meeting: str, by: Subject) -> str:
    """Register somebody of XAA; return the id."""
    entry = ParticipantEntry("member-XAA", "Ada Example")
    meetings.register(meeting, [entry], by=by, key=factories.key())
    return Participant.objects.get(meeting=meeting).pk


def note(meeting: str, sitting: str, by: Subject) -> str:
    """Table a paper in a sitting; return its id."""
    made = meetings.table_note(
        meeting, sitting, title=f"A {sitting} note", wording="One.\n\nTwo.", sample=True, by=by, key=factories.key()
    )
    return made.pk


def visitor(subject: Subject) -> Client:
    """Return a browser in which this person is signed in."""
    client = Client()
    if subject.person_id is not None:
        client.force_login(User.objects.get(pk=subject.person_id))
    return client


def answer(row: Row, world: World, role: str) -> HttpResponse:
    """Return the answer to one cell of the table; what it did is undone."""
    client, path = visitor(world.roles[role]), row.path(world)
    before = transaction.savepoint()
    response = client.post(path, row.data(world)) if row.method == "POST" else client.generic(row.method, path)
    transaction.savepoint_rollback(before)
    return response


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.name} {row.address} {row.method} {row.form}")
def test_route_answers_each_role_as_the_table_says(row: Row, world: World) -> None:
    answers = tuple(answer(row, world, role).status_code for role in ROLES)

    assert dict(zip(ROLES, answers, strict=True)) == dict(zip(ROLES, row.answers, strict=True))


@pytest.mark.parametrize("row", list(filter(is_refused_item, rows())), ids=lambda row: f"{row.address} {row.form}")
def test_a_refused_decision_comes_back_on_the_page_of_its_item(row: Row, world: World) -> None:
    page = answer(row, world, "secretariat").content.decode()

    assert "What the report says" in page
    assert "This item is no longer read of the report" not in page


@pytest.mark.parametrize("row", pages(), ids=lambda row: f"{row.name} {row.address}")
def test_head_answers_as_get_does(row: Row, world: World) -> None:
    for role, expected in zip(ROLES, row.answers, strict=True):
        assert answer(replace(row, method="HEAD"), world, role).status_code == expected


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_no_route_knows_another_method(method: str, world: World) -> None:
    answers = {row.name: answer(replace(row, method=method), world, "secretariat").status_code for row in rows()}

    assert {name: status for name, status in answers.items() if status not in (302, 404, 405)} == {}


def test_every_route_has_its_rows() -> None:
    routes = {pattern.name for pattern in patterns(get_resolver("accord.project.urls").url_patterns)}
    listed = [(row.name, row.method) for row in rows()]

    assert routes - {name for name, _method in listed} == set()
    assert {(name, method) for name in routes for method in ("GET", "POST")} - set(listed) == set()
    assert {name for name, _method in listed} - routes == set()
