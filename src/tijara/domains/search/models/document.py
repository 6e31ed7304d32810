from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from tijara.kit.clock import now

WORDS = models.Func(
    models.Func(models.F("text"), models.Value(" "), function="string_to_array"),
    models.Value("|"),
    function="array_remove",
    output_field=ArrayField(models.TextField()),
)
"""The terms of a text; the bars between its fields are none."""


class Document(models.Model):
    """Everything that a product card shows and a search reads, for one product in one market.

    Written from events only; it can be dropped and made anew at any time, but for `popularity`.
    """

    owned_by = "reference"

    product_id = models.UUIDField()
    market_id = models.UUIDField()
    pk = models.CompositePrimaryKey("product_id", "market_id")
    slug = models.CharField(max_length=160)
    name_ar = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    name_fr = models.CharField(max_length=300, blank=True, db_default="")
    brand_ar = models.CharField(max_length=120, blank=True)
    brand_en = models.CharField(max_length=120, blank=True)
    brand = models.CharField(max_length=80, blank=True, default="")
    """The brand's part of addresses."""
    facets = ArrayField(models.TextField(), default=list)
    """"condition:new", "attr.colour:red": what it can be narrowed by, beside its columns."""
    picture = models.CharField(max_length=120, blank=True)
    category_path = models.CharField(max_length=255)
    seller_id = models.UUIDField()
    """The seller of the best offer."""
    offer_id = models.UUIDField()
    price_minor = models.BigIntegerField()
    was_minor = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3)
    in_stock = models.BooleanField()
    offers = models.SmallIntegerField(default=1)
    sellers = ArrayField(models.UUIDField())
    """All who offer it."""
    popularity = models.IntegerField(default=0)
    """The logarithm of orders that had it, each worth more than those before it
    (`rules.popularity`). 0: none."""
    text = models.TextField()
    """The terms of names, brand and category, between bars (`rules.index_text`): what is
    searched."""
    text_version = models.SmallIntegerField(default=0, db_default=0)
    """By which cutting: `rules.TEXT_VERSION`."""
    indexed_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "search_document"
        indexes = [
            GinIndex(WORDS, fastupdate=False, name="search_document_words"),
            models.Index(fields=["text_version"], name="search_document_version"),
            GinIndex(fields=["sellers"], fastupdate=False, name="search_document_sellers"),
            models.Index(
                fields=["market_id", "brand"],
                condition=~models.Q(brand=""),
                name="search_document_brand",
            ),
            models.Index(
                fields=["market_id", "category_path", "-in_stock", "-popularity", "-product_id"],
                name="search_document_category",
            ),
            models.Index(
                fields=["market_id", "-in_stock", "-popularity", "-product_id"],
                name="search_document_popular",
            ),
            models.Index(
                fields=["market_id", "-in_stock", "price_minor", "-product_id"],
                name="search_document_cheap",
            ),
            models.Index(
                fields=["market_id", "-in_stock", "-price_minor", "-product_id"],
                name="search_document_dear",
            ),
        ]
