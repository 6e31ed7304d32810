"""For tests of the faces."""

from django.db.models import QuerySet

from .models import Wait


def waits() -> QuerySet:
    """All that anybody waits for."""
    return Wait.objects.all()
