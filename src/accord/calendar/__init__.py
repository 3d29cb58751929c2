"""The calendar of a council: what takes place when, as pages and as feeds that calendar programs follow."""
