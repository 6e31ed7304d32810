from django.db import models

from tijara.platform.ownership.rows import SellerOwned


class AccountSum(SellerOwned):
    """What a seller's postings up to `SummedTo` left in one account, a debit positive. Its id
    follows from account and currency, so there is one of each. Only `sum_postings` writes it."""

    account = models.CharField(max_length=40)
    currency = models.CharField(max_length=3)
    minor = models.BigIntegerField()

    class Meta:
        db_table = "ledger_sum"


class MovedBucket(models.Model):
    """What the journals of a kind that happened in a quarter of an hour moved, over all sellers, of
    each currency by itself, as far as their postings are before `MovedTo`. Only `sum_postings`
    writes it."""

    owned_by = "local"

    pk = models.CompositePrimaryKey("kind", "currency", "begins_at")
    kind = models.CharField(max_length=40)
    currency = models.CharField(max_length=3)
    begins_at = models.DateTimeField()
    times = models.IntegerField()
    minor = models.BigIntegerField()

    class Meta:
        db_table = "ledger_moved_bucket"


class Mark(models.Model):
    """The id up to which all postings are in what is kept: one row, or none before the first
    time."""

    owned_by = "reference"

    id = models.SmallIntegerField(primary_key=True)
    posting_id = models.UUIDField()

    class Meta:
        abstract = True


class MovedTo(Mark):
    """Of the buckets. Not that of the sums, which a worker of before still carries on while a new
    one comes."""

    class Meta:
        db_table = "ledger_moved_to"


class SummedTo(Mark):
    """Of the sums."""

    class Meta:
        db_table = "ledger_summed_to"
