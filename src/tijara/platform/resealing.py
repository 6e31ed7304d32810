"""Seal anew what an older secret of the installation has sealed, while everything goes on.

A row is changed only where it still holds what was opened: who writes meanwhile is not overwritten.
What was sealed anew is not looked at again, so that a run which was cut off is simply repeated.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import batched
from typing import Any

from django.db import models, transaction

from .secrets import SealBroken, open_sealed, seal, sealed_now

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Resealed:
    """`broken`: no secret that the installation knows opens them."""

    renewed: int = 0
    broken: int = 0

    def __add__(self, other: "Resealed") -> "Resealed":
        return Resealed(self.renewed + other.renewed, self.broken + other.broken)


def reseal_rows[Row: models.Model](
    rows: "models.QuerySet[Row]",
    field: str,
    about: Callable[[Row], str],
    *,
    beside: Callable[[Row, str], dict[str, Any]] | None = None,
) -> Resealed:
    """`beside` gives the columns that follow from what was sealed, for a row and its plain text."""
    old = rows.exclude(**{field: ""}).exclude(**{f"{field}__startswith": sealed_now()})
    keys = list(old.order_by().values_list("pk", flat=True))
    found = Resealed()
    for some in batched(keys, AT_ONCE):
        with transaction.atomic():
            for row in old.filter(pk__in=some):
                found += _resealed(rows, row, field, about(row), beside)
    return found


def _resealed(
    rows: models.QuerySet,
    row: Any,
    field: str,
    about: str,
    beside: Callable[[Any, str], dict[str, Any]] | None,
) -> Resealed:
    before = getattr(row, field)
    try:
        plain = open_sealed(before, about=about)
    except SealBroken:
        return Resealed(broken=1)
    told = {field: seal(plain, about=about)} | (beside(row, plain) if beside else {})
    return Resealed(renewed=rows.filter(pk=row.pk, **{field: before}).update(**told))
