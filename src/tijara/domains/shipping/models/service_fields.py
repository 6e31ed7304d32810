"""What is said of a way of delivery, and of a special place, by a market and by a seller alike."""

from django.db import models


class ServiceFields(models.Model):
    code = models.CharField(max_length=12)
    price_minor = models.BigIntegerField()
    free_from_minor = models.BigIntegerField(null=True)
    from_days = models.SmallIntegerField()
    to_days = models.SmallIntegerField()
    place = models.CharField(max_length=160, blank=True)
    """Where goods are picked up."""
    is_offered = models.BooleanField(default=True)

    class Meta:
        abstract = True


class ZoneFields(models.Model):
    place = models.CharField(max_length=40)
    """A region's or a city's code of geography."""
    is_served = models.BooleanField(default=True)
    extra_minor = models.BigIntegerField(default=0)
    extra_days = models.SmallIntegerField(default=0)

    class Meta:
        abstract = True
