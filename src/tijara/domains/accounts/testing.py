"""Makers of people."""

from uuid import UUID

from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

from .actions import create_account

PASSWORD = "a-quiet-caravan-7"


def make_account(*, email: str = "", name: str = "سالم النحّاس", is_operator: bool = False) -> UUID:
    """A person whose password is PASSWORD."""
    return create_account(
        actor=SYSTEM,
        email=email or f"{new_id().hex}@example.com",
        name=name,
        password=PASSWORD,
        is_operator=is_operator,
    )
