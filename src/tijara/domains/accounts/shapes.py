"""People who sign in."""

from dataclasses import dataclass
from uuid import UUID

DEMONSTRATION_DOMAIN = "demo.tijara.example"
"""E-mail addresses of the demonstration people end in it; nobody can own such an address."""


@dataclass(frozen=True, slots=True)
class AccountCard:
    """`is_operator` is staff of the market's operator."""

    id: UUID
    email: str
    name: str
    language: str
    is_operator: bool
    is_active: bool
