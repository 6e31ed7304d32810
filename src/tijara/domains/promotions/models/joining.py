from django.db import models

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class Joining(SellerOwned):
    """A seller pays his part of a promotion of the market. Its id is the promotion's."""

    joined_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "promotions_joining"
