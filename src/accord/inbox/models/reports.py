"""A report as it was handed in, and the items that were read of it. Nothing here is in the register."""

from __future__ import annotations

from django.db import models

from accord.access import new_id
from accord.inbox.choices import Decision
from accord.members.models import Organisation


class StoredReport(models.Model):
    """
    A report with its source.

    Attributes:
        text: its words as read; every place of an item is in it, in code points.
        sha256: of the text in UTF-8. file_sha256: of the file that was handed in, "" where the words were pasted.
        day: of the report as the secretariat gave it; None for the one that the words say. read_day: that one.
        sample: its wording is made up for practice: no agency published it.
        language: tag. about: "council" | "other", as read. read_at: when it was read last.
    """

    id = models.CharField(primary_key=True, max_length=16, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="reports")
    publisher = models.CharField(max_length=120)
    title = models.CharField(max_length=300)
    url = models.URLField(max_length=500, blank=True)
    day = models.DateField(null=True)
    language = models.CharField(max_length=35)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    file_sha256 = models.CharField(max_length=64, blank=True)
    about = models.CharField(max_length=8)
    read_day = models.DateField(null=True)
    stored_at = models.DateTimeField()
    stored_by = models.CharField(max_length=150)
    read_at = models.DateTimeField()
    sample = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "sha256"], name="one_report_per_text")]
        ordering = ["-day", "-stored_at", "id"]


class Item(models.Model):
    """
    One draft record of a report, or (kind "discrepancies") one thing in it that does not fit.

    Attributes:
        mark: by which it is the same item when the report is read again.
        data: as read, in the form of docs/reference/reading.md.
        gone: it was decided, and is no longer read of the report.
        decision: "" while nobody has decided. note: why, or what it is corrected to.
        row: what it became or is, as "<kind> <key>", such as "person 3f9a"; "" for none. label: how that is called.
    """

    report = models.ForeignKey(StoredReport, models.CASCADE, related_name="items")
    kind = models.CharField(max_length=16)
    order = models.PositiveSmallIntegerField()
    mark = models.CharField(max_length=64)
    data = models.JSONField()
    gone = models.BooleanField(default=False)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    row = models.CharField(max_length=120, blank=True)
    label = models.CharField(max_length=400, blank=True)
    note = models.CharField(max_length=500, blank=True)
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "mark"], name="one_item_per_mark")]
        ordering = ["order", "id"]
        indexes = [models.Index(fields=["row"], name="items_by_row")]
