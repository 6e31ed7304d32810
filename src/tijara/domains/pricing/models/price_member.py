from django.db import models

from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import SellerOwned


class PriceMember(SellerOwned):
    """A customer or a company that a price list is for."""

    list_id = models.UUIDField()
    buyer_id = models.UUIDField(null=True)
    vat_number = models.CharField(max_length=20, blank=True)
    label = models.CharField(max_length=120)
    """How the seller knows him: an order's number, a company's name."""

    class Meta:
        db_table = "pricing_member"
        constraints = [
            OwnedForeignKey(
                fields=["seller_id", "list_id"],
                to="pricing.PriceList",
                to_fields=["seller_id", "id"],
                name="pricing_member_list_fk",
            ),
            models.UniqueConstraint(
                fields=["seller_id", "list_id", "buyer_id", "vat_number"],
                name="pricing_member_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=models.Q(buyer_id__isnull=False) | ~models.Q(vat_number=""),
                name="pricing_member_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "buyer_id"], name="pricing_member_buyer"),
            models.Index(fields=["seller_id", "vat_number"], name="pricing_member_company"),
        ]
