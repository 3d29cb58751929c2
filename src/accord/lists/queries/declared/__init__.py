"""All lists, in the order in which a council is entered: what a row names has to be entered before it."""

from collections.abc import Mapping

from accord.lists.queries.declared.agendas import AGENDAS
from accord.lists.queries.declared.agreements import AGREEMENTS
from accord.lists.queries.declared.followed import COMMITMENTS, MEASURES
from accord.lists.queries.declared.founding_acts import ACTS
from accord.lists.queries.declared.meetings import MEETINGS
from accord.lists.queries.declared.members import MEMBERS
from accord.lists.queries.declared.operations import OPERATIONS, PHASES, RESULTS, TAKINGS
from accord.lists.queries.declared.organs import ORGANS
from accord.lists.queries.declared.participants import PARTICIPANTS
from accord.lists.queries.declared.partners import PARTNERS
from accord.lists.queries.declared.people import PEOPLE
from accord.lists.queries.declared.powers import POWERS
from accord.lists.queries.declared.programme import ACTIVITIES, AREAS, PRIORITIES
from accord.lists.queries.declared.series import PROGRAMMES, SERIES
from accord.lists.queries.declared.terms import TERMS
from accord.lists.queries.declared.voiced import VOICED
from accord.lists.values import DeclaredList

LISTS: Mapping[str, DeclaredList] = {
    each.key: each
    for each in (
        MEMBERS, ORGANS, PARTNERS, AGREEMENTS, PEOPLE, POWERS, TERMS, ACTS,
        MEETINGS, AGENDAS, PARTICIPANTS, VOICED, AREAS, PROGRAMMES, PRIORITIES, MEASURES, COMMITMENTS,
        SERIES, ACTIVITIES, OPERATIONS, TAKINGS, PHASES, RESULTS,
    )
}  # fmt: skip
"""Lists by their keys."""
