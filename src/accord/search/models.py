"""The tables of search: what can be found, for whom; and which streams of the record were written since it was read."""

from __future__ import annotations

from django.db import models

from accord.access.models import Audience
from accord.members.models import Organisation
from accord.search.fields import WordsField


class Passage(models.Model):
    """
    A stretch of words that can be found, drawn from the rooms; it can be thrown away and made anew at any time.

    Rows are added and removed and never changed. On SQLite triggers keep ``search_words``, an FTS5 table, in step; on
    PostgreSQL the columns of words have an index each (migrations).

    Attributes:
        scope: what is read anew together ("text:<id>"). position: order in it.
        kind: under which head hits stand. place, key, anchor, extra: what shows it (see :class:`~pages.Hit`).
        thing: id of the row whose own door is asked before it is shown.
        audience, other, third: who sees it: whom any of them admits; None for what everybody sees who sees the
            organisation. beside: must admit as well.
        of: what the title is a name of in the register ("member KAZ"), None where it is no name.
        since, until: the first and the last day on which it is known, as pages show a day; None without a limit.
        digest: SHA-256 of all that is stored of it.
        exact, stem: the words to find, in their two forms. name: those of the title, where the title is what is found.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    scope = models.CharField(max_length=40)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    place = models.CharField(max_length=20)
    key = models.CharField(max_length=40, blank=True)
    anchor = models.CharField(max_length=40, blank=True)
    extra = models.CharField(max_length=60, blank=True)
    thing = models.CharField(max_length=40)
    label = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=400)
    of = models.CharField(max_length=60, null=True)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=35, blank=True)
    day = models.DateField(null=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    audience = models.ForeignKey(Audience, models.CASCADE, null=True, related_name="+")
    other = models.ForeignKey(Audience, models.CASCADE, null=True, related_name="+")
    third = models.ForeignKey(Audience, models.CASCADE, null=True, related_name="+")
    beside = models.ForeignKey(Audience, models.CASCADE, null=True, related_name="+")
    digest = models.CharField(max_length=64)
    exact = WordsField()
    stem = WordsField()
    name = WordsField()

    class Meta:
        indexes = [models.Index(fields=["organisation", "scope"], name="passages_of_a_scope")]


class Touched(models.Model):
    """
    A stream of the record that was written and not read yet. A trigger on the record adds these rows (migrations), so
    that the index can fall behind for a moment but never miss anything.
    """

    organisation_id = models.CharField(max_length=16)
    stream = models.CharField(max_length=80)
