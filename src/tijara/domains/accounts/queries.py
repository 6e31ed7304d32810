"""Accounts, as others see them."""

from collections.abc import Collection, Iterable
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import is_password_usable
from django.db.models import QuerySet

from tijara.platform.prepared import prepared

from .models import User
from .rules import read_recipient, tidy_email
from .shapes import DEMONSTRATION_DOMAIN, AccountCard, WayIn

CARD = (
    "id", "email", "phone", "name", "language", "staff_role", "is_active", "password", "wish",
)  # fmt: skip


def account(person_id: UUID) -> AccountCard | None:
    return accounts([person_id]).get(person_id)


def accounts(person_ids: Collection[UUID]) -> dict[UUID, AccountCard]:
    """Those there are, by id; asked about nobody, it asks nothing."""
    if not person_ids:
        return {}
    return {row[0]: _card(*row) for row in _people(list(person_ids))}


def account_by_email(email: str) -> AccountCard | None:
    return next(iter(_cards(User.objects.filter(email=tidy_email(email)))), None)


def accounts_by_emails(emails: Iterable[str]) -> dict[str, UUID]:
    """The ids of who is reached there, by the address; others are not among them."""
    tidy = {tidy_email(one): one for one in emails}
    rows = User.objects.filter(email__in=tidy).values_list("email", "id")
    return {tidy[email]: id for email, id in rows}


def account_by_recipient(recipient: str) -> AccountCard | None:
    """`recipient` is a tidy e-mail address or an E.164 number."""
    return next(iter(_cards(User.objects.reached_by(recipient))), None)


def recipient_of(typed: str, country: str) -> str | None:
    """The tidy e-mail address or E.164 number that was typed; None where it is neither. `country`
    is whose numbers are meant where none is said."""
    return read_recipient(typed, country)


def staff() -> list[AccountCard]:
    """The people of the market's operator."""
    return _cards(User.objects.exclude(staff_role="").filter(is_active=True).order_by("id"))


def demonstration_accounts() -> list[AccountCard]:
    """The people of the demonstration market, staff first."""
    rows = User.objects.filter(email__endswith=f"@{DEMONSTRATION_DOMAIN}", is_active=True)
    people = _cards(rows.order_by("id")[:20])
    return sorted(people, key=lambda person: not person.is_operator)


def ways_in(person_id: UUID) -> list[WayIn]:
    """The second factors and the devices of a person, without anything that is secret."""
    factors = Authenticator.objects.filter(user_id=person_id).order_by("created_at")
    devices = UserSession.objects.filter(user_id=person_id).order_by("-created_at")
    return [
        *(
            WayIn(one.type, one.data.get("name", ""), "", one.created_at, one.last_used_at)
            for one in factors
        ),
        *(
            WayIn("device", one.user_agent, str(one.ip), one.created_at, one.last_seen_at)
            for one in devices
        ),
    ]


def account_of(person: User) -> AccountCard:
    return _card(*(getattr(person, name) for name in CARD))


@prepared
def _people(person_ids: list[UUID]) -> QuerySet:
    return User.objects.filter(id__among=person_ids).values_list(*CARD)


def _cards(people: QuerySet) -> list[AccountCard]:
    return [_card(*row) for row in people.values_list(*CARD)]


def _card(*columns) -> AccountCard:
    id, email, phone, name, language, staff_role, is_active, password, wish = columns
    return AccountCard(
        id=id,
        email=email or "",
        phone=phone or "",
        name=name,
        language=language,
        staff_role=staff_role,
        is_active=is_active,
        has_password=is_password_usable(password),
        wish=wish,
    )
