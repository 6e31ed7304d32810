"""Open an account for a person who will sign in."""

from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from tijara.domains.accounts.models import User
from tijara.domains.accounts.rules import email_problem, password_problem, tidy_email
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action


class EmailTaken(Refusal):
    code = "accounts.email_taken"


@action(power=Power.ACCOUNTS_MANAGE)
def create_account(
    actor: Actor,
    *,
    email: str,
    name: str,
    password: str,
    language: str = "ar",
    is_operator: bool = False,
) -> UUID:
    """The id of the new account. One address has one account, however it is spelled."""
    email, name = tidy_email(email), strip_controls(name)
    _must_be_sound(email, name, password)
    person = User(
        email=email,
        name=name,
        password=make_password(password),
        language=language,
        is_operator=is_operator,
    )
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        raise EmailTaken(email=email) from error
    return person.id


def _must_be_sound(email: str, name: str, password: str) -> None:
    problems = {
        "email": email_problem(email),
        "name": "" if 1 < len(name) <= 120 else "name_invalid",
        "password": password_problem(password, email=email, name=name),
    }
    wrong = {field: code for field, code in problems.items() if code}
    if wrong:
        raise Invalid(wrong)
