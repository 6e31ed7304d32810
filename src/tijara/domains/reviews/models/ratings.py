from django.contrib.postgres.fields import ArrayField
from django.db import models


class Counts(models.Model):
    """How many shown reviews have given so many stars."""

    ones = models.IntegerField(default=0)
    twos = models.IntegerField(default=0)
    threes = models.IntegerField(default=0)
    fours = models.IntegerField(default=0)
    fives = models.IntegerField(default=0)

    class Meta:
        abstract = True


NONE_BELOW_ZERO = models.Q(ones__gte=0, twos__gte=0, threes__gte=0, fours__gte=0, fives__gte=0)


class ProductRating(Counts):
    """A product's totals in one market, over all who sell it there."""

    owned_by = "reference"

    product_id = models.UUIDField()
    market_id = models.UUIDField()
    pk = models.CompositePrimaryKey("product_id", "market_id")
    sellers = ArrayField(models.UUIDField(), default=list)
    """Whose sales it was ever reviewed for: where its reviews lie."""

    class Meta:
        db_table = "reviews_product_rating"
        constraints = [
            models.CheckConstraint(condition=NONE_BELOW_ZERO, name="reviews_product_rating_sound")
        ]


class SellerRating(Counts):
    """A seller's totals, over all that he has sold."""

    owned_by = "seller_id"

    seller_id = models.UUIDField(primary_key=True)

    class Meta:
        db_table = "reviews_seller_rating"
        constraints = [
            models.CheckConstraint(condition=NONE_BELOW_ZERO, name="reviews_seller_rating_sound")
        ]
