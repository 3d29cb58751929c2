"""The work of the day: what awaits a person, what changed since it was here, and mails that say so."""
