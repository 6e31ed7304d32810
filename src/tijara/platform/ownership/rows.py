"""Abstract models for rows that belong to a seller, a buyer or any owner."""

from django.db import models

from tijara.kit.ids import new_id


class SellerOwned(models.Model):
    owned_by = "seller_id"

    seller_id = models.UUIDField()
    id = models.UUIDField(default=new_id)
    pk = models.CompositePrimaryKey("seller_id", "id")

    class Meta:
        abstract = True


class BuyerOwned(models.Model):
    owned_by = "buyer_id"

    buyer_id = models.UUIDField()
    id = models.UUIDField(default=new_id)
    pk = models.CompositePrimaryKey("buyer_id", "id")

    class Meta:
        abstract = True


class OwnerOwned(models.Model):
    """Rows whose owner may be a seller, a buyer or the operator (`tijara.kit.ids.OPERATOR_ID`)."""

    owned_by = "owner_id"

    owner_id = models.UUIDField()
    id = models.UUIDField(default=new_id)
    pk = models.CompositePrimaryKey("owner_id", "id")

    class Meta:
        abstract = True
