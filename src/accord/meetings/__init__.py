"""Meetings of organs: sittings, agenda, attendance, papers on their way."""
