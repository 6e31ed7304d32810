from django.db import models

from tijara.kit.clock import now


class Buyer(models.Model):
    """Which person a buyer's id is: his own (home), or one that he used as a guest. What lies
    under an id stays there; a person simply has several."""

    owned_by = "local"

    buyer_id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    is_home = models.BooleanField(default=False)
    since = models.DateTimeField(default=now)

    class Meta:
        db_table = "party_buyer"
        constraints = [
            models.UniqueConstraint(
                fields=["person_id"],
                condition=models.Q(is_home=True),
                name="party_buyer_one_home",
            )
        ]
        indexes = [models.Index(fields=["person_id"], name="party_buyer_person")]
