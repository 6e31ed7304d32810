from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id

from ..shapes import PictureState


class Picture(models.Model):
    """One of a product's pictures. Until it is made, only the file that was sent is there."""

    owned_by = "reference"

    id = models.UUIDField(primary_key=True, default=new_id)
    product = models.ForeignKey("catalogue.Product", models.CASCADE, related_name="+")
    variant = models.ForeignKey("catalogue.Variant", models.SET_NULL, null=True, related_name="+")
    """The variant that it shows; empty: it shows them all."""
    state = models.CharField(max_length=8, default=PictureState.WAITING)
    name = models.CharField(max_length=120)
    """Public and not to be guessed, fixed before it is made: making it twice does no harm."""
    file_owner_id = models.UUIDField(null=True)
    file_id = models.UUIDField(null=True)
    """What was sent, in platform.files; gone when the picture is made."""
    alt_ar = models.CharField(max_length=200, blank=True)
    alt_en = models.CharField(max_length=200, blank=True)
    position = models.SmallIntegerField(default=0)
    created_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "catalogue_picture"
        indexes = [
            models.Index(
                fields=["created_at"],
                name="catalogue_picture_waiting",
                condition=models.Q(state="waiting"),
            )
        ]
