from django.db import models
from django.db.models import Q

from tijara.kit.clock import now
from tijara.platform.ownership.rows import SellerOwned


class StockCost(SellerOwned):
    """What the units of a stock cost. Its id is the stock's. It comes to be when its seller tells
    a cost for the first time; every change is a row in the log of costs."""

    units = models.IntegerField(default=0)
    """Those whose cost is known: on the shelf, or sold and not yet handed over."""
    value_minor = models.BigIntegerField(default=0)
    last_minor = models.BigIntegerField(default=0)
    since = models.DateTimeField(default=now)
    """What was sold before has no cost."""

    class Meta:
        db_table = "inventory_cost"
        constraints = [
            models.CheckConstraint(
                condition=Q(units__gte=0, value_minor__gte=0, last_minor__gte=0)
                & (Q(units__gt=0) | Q(value_minor=0)),
                name="inventory_cost_sound",
            )
        ]
