"""How the rows of each list are entered, within the act that enters the list."""

from collections.abc import Callable, Mapping, Sequence

from accord.lists.actions.entering import (
    agendas,
    founding_acts,
    meetings,
    members,
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
    "people": people.enter,
    "powers": powers.enter,
    "terms": terms.enter,
    "acts": founding_acts.enter,
    "meetings": meetings.enter,
    "agendas": agendas.enter,
    "participants": participants.enter,
    "areas": programme.enter_areas,
    "priorities": programme.enter_priorities,
    "activities": programme.enter_activities,
}
"""By the keys of the lists."""
