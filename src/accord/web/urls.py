"""Every address with its policy: see :mod:`accord.web.routes`. Deeper rules live in queries and actions."""

from __future__ import annotations

from accord.web.routes import Policy, route
from accord.web.views import (
    activities,
    acts,
    adopted,
    alignment,
    announcing,
    areas,
    begin,
    calendar,
    chairmanship,
    commitments,
    compare,
    convergence,
    course,
    credentials,
    decision,
    decisions,
    documents,
    files,
    glance,
    handover,
    importing,
    languages,
    lists,
    meetings,
    notices,
    operations,
    packages,
    partners,
    positions,
    printing,
    proposing,
    public,
    record,
    register,
    reports,
    rules,
    search,
    session,
    sign_ins,
    signing,
    since,
    situations,
    striking,
    taking_part,
    texts,
    voiced,
    working,
)

SIGNED_IN = Policy.SIGNED_IN

COUNCIL = [
    route("", public.home, name="home", policy=Policy.PUBLIC),
    route("register/", register.register, name="register", policy=Policy.PUBLIC),
    route("register/members/<slug:code>/", register.member, name="member", policy=Policy.PUBLIC),
    route("register/organs/<slug:key>/", register.organ, name="organ", policy=Policy.PUBLIC),
    route("register/partners/", partners.partners, name="partners", policy=Policy.PUBLIC),
    route("register/partners/<slug:code>/", partners.partner, name="partner", policy=Policy.PUBLIC),
    route("register/people/", register.people, name="people", policy=Policy.PUBLIC),
    route("register/people/<slug:person_id>/", register.person, name="person", policy=Policy.PUBLIC),
    route("register/enter/<slug:what>/", register.enter, name="register-enter", policy=Policy.SIGNED_IN),
    route("register/posts/<slug:post>/end/", register.end_post, name="end-post", policy=Policy.SIGNED_IN),
    route("chairmanship/", chairmanship.chairmanship, name="chairmanship", policy=Policy.PUBLIC),
    route("chairmanship/enter/<slug:what>/", chairmanship.enter, name="chairmanship-enter", policy=Policy.SIGNED_IN),
    route("chairmanship/handover/", handover.handover, name="handover", policy=Policy.SIGNED_IN),
    route("chairmanship/handover/give/", handover.give, name="handover-give", policy=Policy.SIGNED_IN),
    route("chairmanship/handover/take/", handover.take, name="handover-take", policy=Policy.SIGNED_IN),
    route("chairmanship/handover/note.<slug:kind>", handover.printed, name="handover-file", policy=Policy.SIGNED_IN),
    route("rules/", rules.rule_list, name="rules", policy=Policy.PUBLIC),
    route("rules/<slug:key>/", rules.rule, name="rule", policy=Policy.PUBLIC),
    route("rules/deciding/<slug:rule_id>/", rules.deciding, name="deciding-rule", policy=Policy.PUBLIC),
    route("meetings/", meetings.meeting_list, name="meetings", policy=Policy.PUBLIC),
    route("meetings/<slug:meeting_id>/", meetings.meeting, name="meeting", policy=Policy.PUBLIC),
    route("meetings/<slug:meeting_id>/move/", meetings.move, name="move-meeting", policy=Policy.SIGNED_IN),
    route(
        "meetings/<slug:meeting_id>/settle/<slug:verb>/",
        proposing.settle,
        name="settle-meeting",
        policy=Policy.SIGNED_IN,
    ),
    route("meetings/<slug:meeting_id>/cancel/", meetings.cancel, name="cancel-meeting", policy=Policy.SIGNED_IN),
    route("meetings/<slug:meeting_id>/sittings/<slug:verb>/", meetings.sitting, name="sitting", policy=SIGNED_IN),
    route("notes/<slug:note_id>/", meetings.note, name="note", policy=Policy.PUBLIC),
    route("record/", record.record, name="record", policy=Policy.SIGNED_IN),
    route("search/", search.search, name="search", policy=Policy.PUBLIC),
]
PROGRAMME = [
    route("activities/", activities.overview, name="activities", policy=Policy.PUBLIC),
    route("activities/enter/<slug:what>/", activities.enter, name="activities-enter", policy=SIGNED_IN),
    route("glance/", glance.page, name="glance", policy=Policy.PUBLIC),
    route("glance/glance.<slug:kind>", glance.printed, name="glance-file", policy=Policy.PUBLIC),
    route("operations/", operations.overview, name="operations", policy=Policy.PUBLIC),
    route("operations/enter/<slug:what>/", operations.enter, name="operations-enter", policy=SIGNED_IN),
    route("operations/<slug:operation_key>/", operations.operation, name="operation", policy=Policy.PUBLIC),
    route("programme/strike/<slug:kind>/<slug:handle>/", striking.strike, name="strike-entry", policy=SIGNED_IN),
    route("activities/<slug:series_key>/", activities.series, name="series", policy=Policy.PUBLIC),
    route(
        "activities/<slug:series_key>/<slug:edition_key>/", activities.activity, name="activity", policy=Policy.PUBLIC
    ),
]
COMMITMENTS = [
    route("areas/", areas.tree, name="areas", policy=Policy.PUBLIC),
    route("areas/enter/<slug:what>/", areas.enter, name="areas-enter", policy=SIGNED_IN),
    route("areas/<slug:key>/", areas.area, name="area", policy=Policy.PUBLIC),
    route("commitments/", commitments.followed_list, name="commitments", policy=Policy.PUBLIC),
    route("commitments/implementation/", commitments.implementation, name="implementation", policy=Policy.PUBLIC),
    route(
        "commitments/implementation.<slug:kind>",
        commitments.printed,
        name="implementation-file",
        policy=Policy.PUBLIC,
    ),
    route("commitments/plan/", commitments.plan, name="plan-measure", policy=SIGNED_IN),
    route("commitments/mark/", commitments.mark, name="mark-commitment", policy=SIGNED_IN),
    route("commitments/<slug:followed_id>/", commitments.followed, name="followed", policy=Policy.PUBLIC),
    route(
        "commitments/<slug:followed_id>/correct/", commitments.correct, name="correct-measure", policy=SIGNED_IN
    ),
    route("commitments/<slug:followed_id>/report/", commitments.report, name="followed-report", policy=SIGNED_IN),
    route("proposals/", voiced.proposals, name="proposals", policy=Policy.PUBLIC),
    route("proposals/enter/", voiced.enter, name="proposal-enter", policy=SIGNED_IN),
    route("proposals/<slug:voiced_id>/", voiced.proposal, name="proposal", policy=Policy.PUBLIC),
    route("proposals/<slug:voiced_id>/outcome/", voiced.outcome, name="proposal-outcome", policy=SIGNED_IN),
]
BEGIN = [
    route("begin/", begin.council, name="begin", policy=Policy.PUBLIC),
    route("meetings/propose/", proposing.propose, name="propose-meeting", policy=Policy.SIGNED_IN),
    route("meetings/begin/", meetings.convene, name="convene", policy=Policy.SIGNED_IN),
    route("texts/begin/", begin.text, name="begin-text", policy=Policy.SIGNED_IN),
    route("texts/import/", importing.import_text, name="import-text", policy=Policy.SIGNED_IN),
]
DOCUMENTS = [
    route("documents/", documents.document_list, name="documents", policy=Policy.PUBLIC),
    route("documents/begin/", documents.begin, name="begin-document", policy=Policy.SIGNED_IN),
    route("documents/way/", documents.way, name="documents-way", policy=Policy.SIGNED_IN),
    route("documents/<slug:document_id>/", documents.document, name="document", policy=Policy.PUBLIC),
    route("documents/<slug:document_id>/<slug:verb>/", documents.act, name="document-act", policy=Policy.SIGNED_IN),
]
COURSE = [
    route("meetings/<slug:meeting_id>/agenda/", course.agenda, name="agenda", policy=Policy.PUBLIC),
    route("meetings/<slug:meeting_id>/agenda/<slug:verb>/", course.agenda_act, name="agenda-act", policy=SIGNED_IN),
    route("meetings/<slug:meeting_id>/speakers/", course.speakers, name="speakers", policy=Policy.PUBLIC),
    route(
        "meetings/<slug:meeting_id>/speakers/<slug:verb>/", course.speakers_act, name="speakers-act", policy=SIGNED_IN
    ),
    route("meetings/<slug:meeting_id>/record/", course.minutes, name="minutes", policy=Policy.PUBLIC),
    route("meetings/<slug:meeting_id>/record/<slug:verb>/", course.minutes_act, name="minutes-act", policy=SIGNED_IN),
    route(
        "meetings/<slug:meeting_id>/print/<slug:paper>.<slug:kind>",
        printing.meeting_print,
        name="meeting-print",
        policy=Policy.PUBLIC,
    ),
]
FILES = [
    route("texts/<slug:text_id>/rolling.docx", files.rolling_word, name="rolling-word", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/rolling/<slug:kind>/", files.rolling_in, name="rolling-in", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/clean.docx", files.clean_word, name="clean-word", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/tracked.docx", files.tracked_word, name="tracked-word", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/notation.txt", files.notation, name="notation", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/upload/", files.upload, name="upload", policy=Policy.SIGNED_IN),
]
ROOM = [
    route("texts/", texts.text_list, name="texts", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/", texts.text, name="text", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/number/", texts.number, name="text-number", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/ahead/<slug:verb>/", texts.ahead, name="ahead", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/acts/<slug:verb>/", acts.act, name="act", policy=Policy.SIGNED_IN),
]
AROUND = [
    route("awaits/", since.awaits, name="awaits", policy=Policy.SIGNED_IN),
    route("awaits/seen/", since.seen, name="awaits-seen", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/since/", since.since, name="since", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/since/read/", since.read, name="since-read", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/compare/", compare.compare, name="compare", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/languages/", languages.languages, name="languages", policy=Policy.SIGNED_IN),
    route(
        "texts/<slug:text_id>/languages/<slug:verb>/",
        languages.language_act,
        name="language-act",
        policy=Policy.SIGNED_IN,
    ),
    route(
        "texts/<slug:text_id>/languages/<slug:tag>/file/",
        languages.language_file,
        name="language-file",
        policy=Policy.SIGNED_IN,
    ),
    route("texts/<slug:text_id>/decision/", decision.decision, name="decision", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/decision/confirm/", decision.confirm, name="decision-confirm", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/decision/<slug:verb>/", decision.decide, name="decide", policy=Policy.SIGNED_IN),
]
POSITIONS = [
    route("positions/", positions.positions, name="positions", policy=Policy.PUBLIC),
    route("positions/enter/", positions.enter, name="position-enter", policy=SIGNED_IN),
    route("positions/<slug:position_id>/", positions.position, name="position", policy=Policy.PUBLIC),
    route("positions/<slug:position_id>/settle/", positions.settle, name="position-settle", policy=SIGNED_IN),
    route("situations/", situations.situations, name="situations", policy=Policy.SIGNED_IN),
    route("situations/<slug:situation_id>/", situations.situation, name="situation", policy=Policy.PUBLIC),
    route("situations/<slug:situation_id>/together/", situations.together, name="together", policy=SIGNED_IN),
    route(
        "situations/<slug:situation_id>/together/paper.<slug:kind>",
        situations.printed,
        name="together-file",
        policy=SIGNED_IN,
    ),
    route("situations/<slug:situation_id>/together/text/", situations.draw_up, name="draw-up", policy=SIGNED_IN),
    route("situations/<slug:situation_id>/<slug:verb>/", situations.act, name="situation-act", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/alignment/", alignment.alignment, name="alignment", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/showing/", alignment.showing, name="alignment-showing", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/wishes/", packages.wishes, name="wishes", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/packages/", packages.packages, name="packages", policy=Policy.SIGNED_IN),
    route("texts/<slug:text_id>/convergence/", convergence.convergence, name="convergence", policy=Policy.SIGNED_IN),
]
ADOPTED = [
    route("adopted/", adopted.adopted_list, name="adopted", policy=Policy.PUBLIC),
    route("adopted/<slug:adoption_id>/", adopted.adopted_text, name="adopted-text", policy=Policy.PUBLIC),
    route("adopted/<slug:adoption_id>/prepare/", adopted.prepare, name="prepare-release", policy=Policy.SIGNED_IN),
    route("adopted/<slug:adoption_id>/release/", adopted.release, name="release", policy=Policy.SIGNED_IN),
    route("adopted/<slug:adoption_id>/text.json", adopted.released_json, name="adopted-json", policy=Policy.PUBLIC),
    route("adopted/<slug:adoption_id>/sealed.json", adopted.sealed_json, name="sealed-json", policy=Policy.SIGNED_IN),
    route("adopted/<slug:adoption_id>/text.docx", adopted.word, name="adopted-word", policy=Policy.PUBLIC),
    route("adopted/<slug:adoption_id>/text.txt", adopted.plain, name="adopted-plain", policy=Policy.PUBLIC),
    route("decided/<slug:ruling_id>/", announcing.decision, name="known-decision", policy=Policy.PUBLIC),
    route("decided/<slug:ruling_id>/prepare/", announcing.prepare, name="prepare-known", policy=SIGNED_IN),
    route("decided/<slug:ruling_id>/release/", announcing.release, name="release-known", policy=SIGNED_IN),
    route("decided/<slug:ruling_id>/decision.json", announcing.decision_json, name="known-json", policy=Policy.PUBLIC),
]
DECISIONS = [
    route("decisions/", decisions.question_list, name="questions", policy=Policy.SIGNED_IN),
    route("decisions/put/", decisions.put, name="put-question", policy=Policy.SIGNED_IN),
    route("decisions/<slug:question_id>/", decisions.question, name="question", policy=Policy.SIGNED_IN),
    route("decisions/<slug:question_id>/<slug:verb>/", decisions.act, name="question-act", policy=Policy.SIGNED_IN),
]
CALENDAR = [
    route("calendar/", calendar.calendar, name="calendar", policy=Policy.PUBLIC),
    route("calendar/calendar.ics", calendar.public_feed, name="calendar-public", policy=Policy.PUBLIC),
    route("calendar/working-days/", working.days, name="working-days", policy=Policy.SIGNED_IN),
    route("calendar/working-days/<slug:day_id>/", working.drop_day, name="working-day-drop", policy=Policy.SIGNED_IN),
    route("calendar/deadline/", working.deadline, name="deadline", policy=Policy.SIGNED_IN),
    route("calendar/new/", calendar.new_address, name="calendar-new", policy=Policy.SIGNED_IN),
    route("calendar/end/", calendar.end_address, name="calendar-end", policy=Policy.SIGNED_IN),
    route("calendar/<slug:secret>.ics", calendar.feed, name="calendar-feed", policy=Policy.PUBLIC),
]
NOTICES = [
    route("notices/", notices.notices, name="notices", policy=Policy.SIGNED_IN),
    route("notices/again/", notices.again, name="notices-again", policy=Policy.SIGNED_IN),
    route("notices/withdraw/", notices.withdraw, name="notices-withdraw", policy=Policy.SIGNED_IN),
    route("notices/confirm/<slug:link>/", notices.confirm, name="notices-confirm", policy=Policy.PUBLIC),
    route("notices/stop/<slug:link>/", notices.stop, name="notices-stop", policy=Policy.PUBLIC),
]
SIGNING = [
    route("meetings/<slug:meeting_id>/credentials/", credentials.credentials, name="credentials", policy=SIGNED_IN),
    route(
        "meetings/<slug:meeting_id>/credentials/<slug:verb>/", credentials.act, name="credentials-act", policy=SIGNED_IN
    ),
    route("signing/", signing.signing_list, name="signing", policy=Policy.PUBLIC),
    route("signing/enter/", signing.enter, name="signing-enter", policy=Policy.SIGNED_IN),
    route("signing/<slug:instrument_id>/", signing.instrument, name="instrument", policy=Policy.PUBLIC),
    route(
        "signing/<slug:instrument_id>/signatures.<slug:kind>", signing.printed, name="signatures", policy=Policy.PUBLIC
    ),
    route("signing/<slug:instrument_id>/<slug:verb>/", signing.act, name="signing-act", policy=Policy.SIGNED_IN),
]
LISTS = [
    route("reports/read/", reports.read, name="report-read", policy=SIGNED_IN),
    route("reports/", reports.report_list, name="reports", policy=SIGNED_IN),
    route("reports/store/", reports.store, name="report-store", policy=SIGNED_IN),
    route("reports/<slug:report_id>/", reports.report, name="report", policy=SIGNED_IN),
    route("reports/<slug:report_id>/again/", reports.again, name="report-again", policy=SIGNED_IN),
    route("reports/<slug:report_id>/<slug:mark>/", reports.item, name="report-item", policy=SIGNED_IN),
    route(
        "reports/<slug:report_id>/<slug:mark>/<slug:verb>/", reports.decide, name="report-decide", policy=SIGNED_IN
    ),
    route("lists/", lists.lists, name="lists", policy=Policy.PUBLIC),
    route("lists/<slug:what>.<slug:kind>", lists.written, name="list-file", policy=Policy.PUBLIC),
    route("lists/<slug:what>/empty.<slug:kind>", lists.empty, name="list-empty", policy=Policy.PUBLIC),
    route("lists/<slug:what>/enter/", lists.enter, name="list-enter", policy=Policy.SIGNED_IN),
]
TAKING_PART = [
    route("meetings/<slug:meeting_id>/invitations/", taking_part.invitations, name="invitations", policy=SIGNED_IN),
    route("invitations/<slug:invitation_id>/", taking_part.invitation, name="invitation", policy=SIGNED_IN),
    route(
        "invitations/<slug:invitation_id>/<slug:verb>/",
        taking_part.invitation_act,
        name="invitation-act",
        policy=SIGNED_IN,
    ),
    route("meetings/<slug:meeting_id>/participants/", taking_part.participants, name="participants", policy=SIGNED_IN),
    route(
        "meetings/<slug:meeting_id>/participants/register/",
        taking_part.register,
        name="register-participant",
        policy=SIGNED_IN,
    ),
    route(
        "meetings/<slug:meeting_id>/participants/order/",
        taking_part.precedence,
        name="set-precedence",
        policy=SIGNED_IN,
    ),
    route(
        "participants/<slug:participant_id>/strike/",
        taking_part.strike,
        name="strike-participant",
        policy=SIGNED_IN,
    ),
    route(
        "meetings/<slug:meeting_id>/attendance/<slug:code>/",
        taking_part.attendance,
        name="attendance",
        policy=SIGNED_IN,
    ),
    route("meetings/<slug:meeting_id>/staff/<slug:code>/", taking_part.staff, name="staff", policy=SIGNED_IN),
    route("register/sign-ins/", sign_ins.sign_ins, name="sign-ins", policy=SIGNED_IN),
    route("register/sign-ins/<slug:verb>/", sign_ins.act, name="sign-in-act", policy=SIGNED_IN),
    route("register/staff/", taking_part.staff_sign_in, name="staff-sign-in", policy=SIGNED_IN),
]
SESSION = [
    route("language/<slug:tag>/", session.language, name="language", policy=Policy.PUBLIC),
    route("sign-in/", session.sign_in, name="sign-in", policy=Policy.PUBLIC),
    route("sign-out/", session.sign_out, name="sign-out", policy=Policy.PUBLIC),
]

urlpatterns = [
    *ADOPTED, *AROUND, *BEGIN, *CALENDAR, *COMMITMENTS, *COUNCIL,
    *COURSE, *DECISIONS, *DOCUMENTS,
    *FILES, *LISTS, *NOTICES, *POSITIONS, *PROGRAMME, *ROOM, *SESSION,
    *TAKING_PART, *SIGNING,
]  # fmt: skip
