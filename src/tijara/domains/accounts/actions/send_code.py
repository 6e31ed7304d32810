"""Send a one-time code to a phone or an e-mail address, at a pace that nobody can abuse."""

import math
import secrets
from datetime import timedelta
from uuid import UUID

from django.template.loader import render_to_string
from django.utils import translation

from tijara.domains.accounts.models import OneTimeCode, SignInTries, User
from tijara.domains.accounts.rules import (
    CODE_DIGITS,
    CODE_LIFE,
    code_limits,
    resend_limit,
)
from tijara.domains.markets.queries import site_market, site_name
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.messaging.actions import send_message
from tijara.domains.messaging.shapes import PHONES, Draft
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action


class CodeTooSoon(Refusal):
    """One is on its way already. `seconds` says when another may be asked for."""

    code = "accounts.code_too_soon"
    kind = Kind.UNAVAILABLE


class TooManyCodes(Refusal):
    """`minutes` says how long to wait."""

    code = "accounts.too_many_codes"
    kind = Kind.UNAVAILABLE


@action(power=Power.SIGN_IN, atomic=False)
def send_code(
    actor: Actor,
    *,
    purpose: str,
    recipient: str,
    language: str,
    owner_id: UUID,
    network: str = "",
    market_id: UUID | None = None,
) -> None:
    """The code that was sent before for the same purpose, recipient and owner is good no more.

    `recipient` is an E.164 number or a tidy e-mail address, known to us or not: the answer and its
    time are the same. `owner_id` is the buyer, person or attempt that the code is for; a code that
    one asked for is of no use to another. `network` is the network address that asks, if known;
    `market_id` the market that sends it, in its own name, and to phones as it prefers unless their
    owner wishes otherwise.
    """
    _keep_pace(recipient, owner_id, network)
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    row = OneTimeCode(key=OneTimeCode.key_of(purpose, recipient, owner_id), sent_at=now())
    row.digest = row.digest_of(code)
    OneTimeCode.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["digest", "tries", "sent_at"],
    )
    send_message(
        actor=SYSTEM,
        owner_id=owner_id,
        key=f"accounts.code:{new_id()}",
        draft=_draft(purpose, recipient, language, code, site_market(market_id)),
    )


def _wish_of(recipient: str) -> str:
    """By which of a phone's means; who wishes e-mail wishes nothing of his phone."""
    wish = User.objects.reached_by(recipient).values_list("wish", flat=True).first()
    return wish if wish in PHONES else ""


def _keep_pace(recipient: str, owner_id: UUID, network: str) -> None:
    """The pause first: an impatient finger on "send again" doesn't use up the hour."""
    pause = SignInTries.objects.count_once([resend_limit(recipient)])
    if pause is not None:
        raise CodeTooSoon(seconds=math.ceil(pause / timedelta(seconds=1)))
    wait = SignInTries.objects.count_once(code_limits(recipient, owner_id, network))
    if wait is not None:
        raise TooManyCodes(minutes=math.ceil(wait / timedelta(minutes=1)))


def _draft(
    purpose: str, recipient: str, language: str, code: str, market: MarketPolicy | None
) -> Draft:
    """The code opens the text, where a phone's notice shows it; it is never in the subject."""
    with translation.override(language):
        facts = {
            "purpose": purpose,
            "code": code,
            "minutes": CODE_LIFE // timedelta(minutes=1),
            "site": site_name(market),
        }
        words = render_to_string("accounts/messages/code.txt", facts).strip()
    subject, _end, text = words.partition("\n")
    until = now() + CODE_LIFE
    means = _wish_of(recipient) or (market.phone_means if market else "")
    return Draft(
        "accounts.code",
        recipient,
        language,
        subject,
        text.strip(),
        means=means,
        secret_until=until,
    )
