"""People who sign in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.domains.messaging.shapes import Addressee

DEMONSTRATION_DOMAIN = "demo.tijara.example"
"""E-mail addresses of the demonstration people end in it; nobody can own such an address."""


class StaffRole(StrEnum):
    """What a person does for the market's operator. Its powers: `tijara.kit.powers.STAFF_ROLES`."""

    ADMIN = "admin"
    SUPPORT = "support"
    FINANCE = "finance"


@dataclass(frozen=True, slots=True)
class AccountCard:
    """`email`, `phone` and `staff_role` are empty where there is none; one of the first two is
    always there, but of an account that was closed for good."""

    id: UUID
    email: str
    phone: str
    name: str
    language: str
    staff_role: str
    is_active: bool
    has_password: bool
    wish: str = ""
    """The means by which he prefers to be told, as messaging names them; empty: as it suits."""

    @property
    def is_operator(self) -> bool:
        """Staff of the market's operator."""
        return bool(self.staff_role)

    @property
    def reach(self) -> str:
        """What he is known by where he has no name: his e-mail, else his phone."""
        return self.email or self.phone

    @property
    def addressee(self) -> Addressee:
        return Addressee(self.email, self.phone, self.wish)


@dataclass(frozen=True, slots=True)
class WayIn:
    """A second factor, or a device on which somebody is signed in. `kind` is "device", or what
    django-allauth calls the factor."""

    kind: str
    name: str
    """Of a device, what its browser says that it is."""
    address: str
    """The network address that a device had."""
    since: datetime
    used_at: datetime | None
