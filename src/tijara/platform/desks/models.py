"""Named lists and notes. Each row belongs to the owner of the desk at which it was written."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import OwnerOwned

LONGEST_NAME, LONGEST_QUERY, LONGEST_NOTE = 40, 1000, 1000


class View(OwnerOwned):
    """One person's, at one desk: another person there sees it only where it is shared."""

    person_id = models.UUIDField()
    of_list = models.CharField(max_length=30)
    """By the word that the face calls it."""
    name = models.CharField(max_length=LONGEST_NAME)
    query = models.CharField(max_length=LONGEST_QUERY, blank=True)
    columns = ArrayField(models.CharField(max_length=30), null=True)
    is_shared = models.BooleanField(default=False)
    place = models.SmallIntegerField(default=0)
    created_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "desks_view"
        constraints = [
            models.UniqueConstraint(
                fields=["owner_id", "person_id", "of_list", "name"], name="desks_view_name"
            )
        ]


class Note(OwnerOwned):
    """Everybody at the desk reads it; nobody elsewhere."""

    about_id = models.UUIDField()
    person_id = models.UUIDField()
    text = models.CharField(max_length=LONGEST_NOTE, blank=True)
    written_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "desks_note"
        indexes = [models.Index(fields=["owner_id", "about_id", "id"], name="desks_note_about")]


class Text(OwnerOwned):
    """Words that people at a desk use again. Everybody there may use and drop them."""

    of_act = models.CharField(max_length=30)
    """By the word that the face calls the act by."""
    text = models.CharField(max_length=LONGEST_NOTE)
    kept_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "desks_text"
        constraints = [
            models.UniqueConstraint(fields=["owner_id", "of_act", "text"], name="desks_text_once")
        ]
