from django.db import models

from tijara.kit.ids import new_id


class Banner(models.Model):
    """A campaign on a market's front page."""

    owned_by = "local"

    id = models.UUIDField(primary_key=True, default=new_id)
    market_id = models.UUIDField()
    heading_ar = models.CharField(max_length=80)
    heading_en = models.CharField(max_length=80, blank=True)
    heading_fr = models.CharField(max_length=80, blank=True)
    words_ar = models.CharField(max_length=240, blank=True)
    words_en = models.CharField(max_length=240, blank=True)
    words_fr = models.CharField(max_length=240, blank=True)
    button_ar = models.CharField(max_length=40, blank=True)
    button_en = models.CharField(max_length=40, blank=True)
    button_fr = models.CharField(max_length=40, blank=True)
    link = models.CharField(max_length=300)
    picture = models.CharField(max_length=60)
    """The name of a made picture, or of the house's artwork."""
    position = models.SmallIntegerField(default=1)
    is_on = models.BooleanField(default=True)
    shown_from = models.DateField(null=True)
    shown_until = models.DateField(null=True)

    class Meta:
        db_table = "content_banner"
        indexes = [models.Index(fields=["market_id", "position"], name="content_banner_of_market")]
