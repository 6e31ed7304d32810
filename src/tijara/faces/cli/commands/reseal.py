"""Seal anew what an older secret key has sealed, so that the old one can go.

Change the key: put the new one into TIJARA_SECRET_KEY and the old one into TIJARA_OLD_SECRET_KEYS,
start anew, run this, and take the old one out. It may be run beside everything else, be cut off and
repeated. Links in letters are signed, not sealed: those that were sent before the change lead
nowhere without the old key.
"""

from collections.abc import Callable

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.db import transaction

from tijara.domains.cash_terms.actions import reseal_answers
from tijara.domains.inventory.actions import reseal_codes
from tijara.domains.invoicing.actions import reseal_units
from tijara.domains.messaging.actions import reseal_letters
from tijara.domains.payments.actions import reseal_gateways
from tijara.domains.settlements.actions import reseal_ibans
from tijara.domains.wallet.actions import reseal_gift_cards
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.platform.resealing import Resealed
from tijara.platform.secrets import SealBroken, sealed_now
from tijara.platform.webhooks.actions import reseal_secrets

SEALED_FACTORS = ("secret", "seed")
"""What allauth keeps sealed of a second factor: an app's key, the seed of recovery codes."""


def run(options) -> int:
    kinds: dict[str, Callable[[], Resealed]] = {
        "bank accounts": lambda: reseal_ibans(actor=SYSTEM),
        "licence codes": lambda: reseal_codes(actor=SYSTEM),
        "letters with codes": lambda: reseal_letters(actor=SYSTEM),
        "gift cards to be sent": lambda: reseal_gift_cards(actor=SYSTEM),
        "answers about cash": lambda: reseal_answers(actor=SYSTEM),
        "keys of gateways": lambda: reseal_gateways(actor=SYSTEM),
        "keys of invoice units": lambda: reseal_units(actor=SYSTEM),
        "secrets of webhooks": lambda: reseal_secrets(actor=SYSTEM),
        "second factors": reseal_factors,
    }
    whole = Resealed()
    for kind, reseal in kinds.items():
        found = reseal()
        whole += found
        broken = f", {found.broken} that nothing opens" if found.broken else ""
        say(f"{kind}: {found.renewed} sealed anew{broken}")
    if whole.broken:
        say("What nothing opens must be entered again, or the key that sealed it be named.")
        return 1
    say("Nothing is sealed by an older key: TIJARA_OLD_SECRET_KEYS may go.")
    return 0


def reseal_factors() -> Resealed:
    found = Resealed()
    for factor_id in list(Authenticator.objects.values_list("pk", flat=True)):
        with transaction.atomic():
            factor = Authenticator.objects.select_for_update().filter(pk=factor_id).first()
            if factor is not None:
                found += _resealed(factor)
    return found


def _resealed(factor: Authenticator) -> Resealed:
    """Where it is opened and closed again, allauth's own adapter does it."""
    now, adapter, found = sealed_now(), get_adapter(), Resealed()
    for name in SEALED_FACTORS:
        sealed = factor.data.get(name)
        if not isinstance(sealed, str) or sealed.startswith(now):
            continue
        try:
            factor.data[name] = adapter.encrypt(adapter.decrypt(sealed))
        except SealBroken:
            found += Resealed(broken=1)
            continue
        found += Resealed(renewed=1)
    if found.renewed:
        factor.save(update_fields=["data"])
    return found
