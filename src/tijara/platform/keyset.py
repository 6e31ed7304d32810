"""A queryset that is read by keyset: the newest first, beside a row that is known."""

from django.db.models import Model, Q, QuerySet

from tijara.kit.page import Cursor, start_of


def newest_first[M: Model](
    rows: QuerySet[M], moment: str, beside: Cursor | None, number: int, size: int
) -> QuerySet[M]:
    """The rows of `kit.page.keyset_page`, one more than fit: from the row on, or before it and then
    the other way round; without one, of the page with that number."""
    if beside is None:
        start = start_of(number, size, None)
        return rows.order_by(f"-{moment}", "-id")[start : start + size + 1]
    side, order = ("gt", (moment, "id")) if beside.is_end else ("lt", (f"-{moment}", "-id"))
    within = Q(**{f"{moment}__{side}e": beside.at})
    is_beyond = Q(**{f"{moment}__{side}": beside.at})
    is_beside = Q(**{moment: beside.at, f"id__{side}": beside.id})
    return rows.filter(within, is_beyond | is_beside).order_by(*order)[: size + 1]
