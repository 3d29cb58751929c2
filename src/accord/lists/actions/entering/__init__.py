"""How the rows of each list are entered, within the act that enters the list."""

from collections.abc import Callable, Mapping, Sequence

from accord.lists.actions.entering import (
    agendas,
    agreements,
    followed,
    founding_acts,
    meetings,
    members,
    operations,
    organs,
    participants,
    partners,
    people,
    powers,
    programme,
    terms,
)
from accord.lists.values import Planned, Scope
from accord.record.acts import Act

ENTERING: Mapping[str, Callable[[Scope, Sequence[Planned], Act], None]] = {
    "members": members.enter,
    "organs": organs.enter,
    "partners": partners.enter,
    "agreements": agreements.enter,
    "people": people.enter,
    "powers": powers.enter,
    "terms": terms.enter,
    "acts": founding_acts.enter,
    "meetings": meetings.enter,
    "agendas": agendas.enter,
    "participants": participants.enter,
    "voiced": followed.enter_voiced,
    "areas": programme.enter_areas,
    "programmes": programme.enter_programmes,
    "priorities": programme.enter_priorities,
    "measures": followed.enter_measures,
    "commitments": followed.enter_commitments,
    "series": operations.enter_series,
    "activities": programme.enter_activities,
    "operations": operations.enter_operations,
    "takings": operations.enter_takings,
    "phases": operations.enter_phases,
    "results": operations.enter_results,
}
"""By the keys of the lists."""
