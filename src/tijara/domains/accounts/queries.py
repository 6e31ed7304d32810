"""Accounts, as others see them."""

from collections.abc import Collection
from uuid import UUID

from .models import User
from .rules import tidy_email
from .shapes import DEMONSTRATION_DOMAIN, AccountCard

COLUMNS = ("id", "email", "name", "language", "is_operator", "is_active")


def account(person_id: UUID) -> AccountCard | None:
    return accounts([person_id]).get(person_id)


def accounts(person_ids: Collection[UUID]) -> dict[UUID, AccountCard]:
    rows = User.objects.filter(id__in=person_ids).values_list(*COLUMNS)
    return {row[0]: AccountCard(*row) for row in rows}


def account_by_email(email: str) -> AccountCard | None:
    row = User.objects.filter(email=tidy_email(email)).values_list(*COLUMNS).first()
    return AccountCard(*row) if row else None


def staff() -> list[AccountCard]:
    """The people of the market's operator."""
    rows = User.objects.filter(is_operator=True, is_active=True).order_by("id")
    return [AccountCard(*row) for row in rows.values_list(*COLUMNS)]


def demonstration_accounts() -> list[AccountCard]:
    """The people of the demonstration market, staff first."""
    rows = User.objects.filter(email__endswith=f"@{DEMONSTRATION_DOMAIN}", is_active=True)
    return [
        AccountCard(*row) for row in rows.order_by("-is_operator", "id").values_list(*COLUMNS)[:20]
    ]
