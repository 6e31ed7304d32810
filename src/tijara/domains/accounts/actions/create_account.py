"""Open an account for a person who will sign in: staff, a seller's helper, a demonstration's."""

from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from tijara.domains.accounts.models import User
from tijara.domains.accounts.rules import email_problem, password_problem, tidy_email
from tijara.domains.accounts.shapes import StaffRole
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.phones import mobile_number
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action


class EmailTaken(Refusal):
    """The address or the phone is another account's."""

    code = "accounts.email_taken"


@action(power=Power.ACCOUNTS_MANAGE)
def create_account(
    actor: Actor,
    *,
    email: str = "",
    phone: str = "",
    name: str = "",
    password: str = "",
    language: str = "ar",
    staff_role: StaffRole | None = None,
) -> UUID:
    """The id of the new account. One address or phone has one account, however it is spelled.

    Without a password its person signs in by a code.
    """
    person = User(
        email=tidy_email(email) or None,
        phone=phone or None,
        name=strip_controls(name),
        language=language,
        staff_role=staff_role or "",
    )
    _must_be_sound(person, password)
    person.password = make_password(password or None)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        raise EmailTaken from error
    return person.id


def _must_be_sound(person: User, password: str) -> None:
    problems = {
        "email": email_problem(person.email or "") if person.email or not person.phone else "",
        "phone": "" if _is_phone(person.phone) else "phone_invalid",
        "name": "" if len(person.name) <= 120 else "name_invalid",
        "password": password and password_problem(password, own=person.own_words()),
    }
    wrong = {field: code for field, code in problems.items() if code}
    if wrong:
        raise Invalid(wrong)


def _is_phone(phone: str | None) -> bool:
    return phone is None or mobile_number(phone, "") == phone
