"""Is this who he says he is? The one door for passwords, and it opens slowly."""

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db.models import F

from tijara.domains.accounts.models import SignInTries, User
from tijara.domains.accounts.queries import account_of
from tijara.domains.accounts.rules import (
    LONGEST,
    TryLimit,
    is_demonstration,
    tidy_email,
    try_limits,
)
from tijara.domains.accounts.shapes import AccountCard
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action


class WrongPassword(Refusal):
    """The address is unknown, the password wrong or the account closed: nobody is told which."""

    code = "accounts.wrong_password"
    kind = Kind.INVALID


class TooManyTries(Refusal):
    """`minutes` says how long to wait."""

    code = "accounts.too_many_tries"
    kind = Kind.UNAVAILABLE


@action(power=Power.SIGN_IN, atomic=False)
def check_sign_in(actor: Actor, *, login: str, password: str, address: str) -> AccountCard:
    """The account, if the password is its own. `login` is a tidy e-mail address or an E.164 number,
    `address` the network address that asks.

    A try is counted before the password is looked at, so that parallel tries are no way around.
    An unknown login takes the time that a known one takes. The demonstration's people, whose
    password everybody knows, enter a demonstration only.
    """
    login = tidy_email(login)[:254]
    limits = try_limits(login, address)
    _count_try(limits)
    person = User.objects.reached_by(login).first()
    fits = _is_right(person, password[: LONGEST + 1])
    if person is None or not fits or not person.is_active:
        raise WrongPassword
    if is_demonstration(person.email or "") and not settings.DEMONSTRATION:
        raise WrongPassword
    _forgive(limits)
    return account_of(person)


def _count_try(limits: list[TryLimit]) -> None:
    wait = SignInTries.objects.count_once(limits)
    if wait is not None:
        raise TooManyTries(minutes=max(1, -(-int(wait.total_seconds()) // 60)))


def _is_right(person: User | None, password: str) -> bool:
    if person is None:
        make_password(password)
        return False
    return person.check_password(password)


def _forgive(limits: list[TryLimit]) -> None:
    """Who is let in starts anew; his address gets back the one try that it lent him."""
    account, address, both = limits
    SignInTries.objects.filter(key__in=[account.key, both.key]).delete()
    SignInTries.objects.filter(key=address.key, tries__gt=0).update(tries=F("tries") - 1)
