from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from tijara.kit.clock import now
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class Place(SellerOwned):
    """Somebody's place in the queue of a sale, what he wants of it, and the order that is ready."""

    sale_id = models.UUIDField()
    item_id = models.UUIDField()
    quantity = models.SmallIntegerField()
    buyer_id = models.UUIDField()
    person_id = models.UUIDField(null=True)
    """His account, from when he has signed in: one place a person."""
    state = models.CharField(max_length=10)
    joined_at = models.DateTimeField(default=now)
    position = models.IntegerField(null=True)
    is_drawn = models.BooleanField(default=False)
    """He was there before the start: his position was drawn by lot."""
    turn_until = models.DateTimeField(null=True)
    called_at = models.DateTimeField(null=True)
    checkout_id = models.UUIDField()
    is_ready = models.BooleanField(default=False)
    order = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    """As the door takes it."""
    intent = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    """As his checkout keeps it."""
    patience = models.DurationField(null=True)
    """How long his order waits for its money or its code."""
    payment_method = models.CharField(max_length=30, blank=True)
    total_minor = models.BigIntegerField(default=0)
    city = models.CharField(max_length=40, blank=True)
    phone_key = models.CharField(max_length=34, blank=True)
    address_key = models.CharField(max_length=34, blank=True)
    """Keyed hashes that tell a household; no phone and no address is read from them."""
    missed = models.SmallIntegerField(default=0, db_default=0)
    """Turns that he has had, and did not buy in, or gave back."""
    order_id = models.UUIDField(null=True)
    number = models.CharField(max_length=12, blank=True)
    bought_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "flash_place"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "item_id"],
                to="flash_sales.Item",
                to_fields=["seller_id", "id"],
                name="flash_place_item_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "sale_id", "buyer_id"], name="flash_place_one_a_buyer"
            ),
            models.UniqueConstraint(
                fields=["seller_id", "sale_id", "person_id"],
                condition=Q(person_id__isnull=False) & ~Q(state="left"),
                name="flash_place_one_a_person",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "sale_id", "position"], name="flash_place_position"
            ),
            models.UniqueConstraint(
                fields=["seller_id", "checkout_id"], name="flash_place_checkout"
            ),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="flash_place_some"),
            models.CheckConstraint(
                condition=~Q(state="bought") | Q(order_id__isnull=False),
                name="flash_place_bought",
            ),
        ]
        indexes = [
            models.Index(
                fields=["seller_id", "sale_id", "position"],
                condition=Q(state="waiting"),
                name="flash_place_waiting",
            ),
            models.Index(
                fields=["seller_id", "sale_id", "item_id", "position"],
                condition=Q(state="waiting", is_ready=True),
                name="flash_place_ready",
            ),
            models.Index(
                fields=["seller_id", "sale_id", "phone_key"],
                condition=Q(state="turn"),
                name="flash_place_turn_phone",
            ),
            models.Index(
                fields=["seller_id", "sale_id", "address_key"],
                condition=Q(state="turn"),
                name="flash_place_turn_home",
            ),
            models.Index(
                fields=["seller_id", "sale_id", "turn_until"],
                condition=Q(state="turn"),
                name="flash_place_turns",
            ),
            models.Index(
                fields=["seller_id", "sale_id", "bought_at"],
                condition=Q(state="bought"),
                name="flash_place_bought_at",
            ),
            models.Index(fields=["buyer_id"], name="flash_place_buyer"),
        ]
