"""Enter by the code that came to one's phone or e-mail. Who has no account yet, has one then."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from tijara.domains.accounts.models import User
from tijara.domains.accounts.queries import account_of
from tijara.domains.accounts.rules import column_of, is_demonstration
from tijara.domains.accounts.shapes import AccountCard
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from .check_code import check_code

PURPOSE = "sign_in"


class AccountClosed(Refusal):
    """He proved that the phone or address is his, so that he may know."""

    code = "accounts.closed"
    kind = Kind.FORBIDDEN


@action(power=Power.SIGN_IN, atomic=False)
def sign_in_by_code(
    actor: Actor, *, recipient: str, code: str, attempt_id: UUID, language: str
) -> AccountCard:
    """`attempt_id` is what the code was sent for (`send_code`'s owner): the browser that asked.

    The demonstration's people enter a demonstration only: nobody can own their phones.
    """
    check_code(actor=actor, purpose=PURPOSE, recipient=recipient, code=code, owner_id=attempt_id)
    person = _found_or_opened(recipient, language)
    if not person.is_active or (
        is_demonstration(person.email or "") and not settings.DEMONSTRATION
    ):
        raise AccountClosed
    return account_of(person)


def _found_or_opened(recipient: str, language: str) -> User:
    """Two devices that enter at once with a new phone find one account."""
    found = User.objects.reached_by(recipient).first()
    if found is not None:
        return found
    fresh = User(
        **{column_of(recipient): recipient}, language=language, password=make_password(None)
    )
    try:
        with transaction.atomic():
            fresh.save(force_insert=True)
    except IntegrityError:
        return User.objects.reached_by(recipient).get()
    return fresh
