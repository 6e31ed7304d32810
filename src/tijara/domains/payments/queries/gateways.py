"""The gateway that takes cards: of the environment, or of the keys that the operator entered."""

import json
import logging
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields

from django.conf import settings

from tijara.kit.recent import Recent
from tijara.platform.providers import connected, connected_with, load, names
from tijara.platform.secrets import SealBroken, open_sealed

from ..models import Attempt, GatewayKeys, Refund
from ..ports import PaymentGateway
from ..rules import about_gateway
from ..shapes import AttemptState, GatewayField, GatewayKept, GatewayWithdrawn, RefundState

PORT = "payment_gateways"
STILL_OPEN = (AttemptState.ASKED, AttemptState.OPEN)
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Kept:
    """`unreadable`: of these nobody can open any more what was entered. `withdrawn`: these take no
    new payment."""

    keys: dict[str, dict[str, str]] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    withdrawn: set[str] = field(default_factory=set)

    def taking(self) -> list[str]:
        return [name for name in self.keys if name not in self.withdrawn]


def card_gateway_name() -> str:
    """The one that new card payments go through: as the environment says, else whose keys were
    entered; "" where no cards are taken."""
    return settings.CARD_GATEWAY or next(iter(_kept_keys.get().taking()), "")


def card_gateway() -> PaymentGateway:
    return gateway_called(card_gateway_name())


def gateway_called(name: str) -> PaymentGateway:
    """Also one that is used no more: payments that it has begun are asked of it to their end."""
    kept = _kept_keys.get().keys.get(name)
    if name == settings.CARD_GATEWAY or kept is None:
        return connected(PORT, name)
    return gateway_with(name, kept)


def gateway_with(name: str, keys: Mapping[str, str]) -> PaymentGateway:
    """Ready to be asked with keys that were just typed; those that we make up are not needed."""
    missing = {one.name: "" for one in gateway_fields(name)}
    return connected_with(PORT, name, tuple(sorted((missing | dict(keys)).items())))


def known_gateways() -> list[str]:
    return list(names(PORT))


def gateway_fields(name: str) -> list[GatewayField]:
    """What it can't do without."""
    asked = fields(load(PORT, name).Settings)
    return [
        GatewayField(one.name, bool(one.metadata.get("is_ours")))
        for one in asked
        if one.default is MISSING
    ]


def gateway_kept() -> GatewayKept | None:
    """The one whose keys were entered, with the secrets that we made up for it: they are told to
    the gateway."""
    kept = _kept_keys.get()
    for name in kept.taking():
        ours = {one.name for one in gateway_fields(name) if one.is_ours}
        keys = kept.keys[name].items()
        return GatewayKept(name, {key: value for key, value in keys if key in ours})
    return None


def gateway_withdrawn() -> GatewayWithdrawn | None:
    rows = GatewayKeys.objects.filter(withdrawn_at__isnull=False)
    for name, moment in rows.values_list("gateway", "withdrawn_at"):
        return GatewayWithdrawn(name, moment, open_payments_at(name))
    return None


def open_payments_at(name: str) -> int:
    """What is still to be heard from a gateway: payments that were begun, refunds that are due."""
    begun = Attempt.objects.filter(gateway=name, state__in=STILL_OPEN)
    due = Refund.objects.filter(state=RefundState.DUE, attempt_id__isnull=False)
    taken_from = list(due.values_list("attempt_id", flat=True))
    return begun.count() + Attempt.objects.filter(gateway=name, id__in=taken_from).count()


def seal_of(name: str) -> Mapping[str, str]:
    """What was entered for a gateway."""
    return _kept_keys.get().keys.get(name, {})


def unreadable_gateways() -> list[str]:
    """Those whose keys must be entered again: nothing opens the seal that lies on them."""
    return _kept_keys.get().unreadable


def forget_gateways() -> None:
    _kept_keys.forget()


def _load_keys() -> _Kept:
    """One that can't be opened takes no cards; everything else goes on without it."""
    found = _Kept()
    rows = GatewayKeys.objects.order_by("-kept_at")
    for name, sealed, withdrawn_at in rows.values_list("gateway", "sealed", "withdrawn_at"):
        if withdrawn_at is not None:
            found.withdrawn.add(name)
        try:
            found.keys[name] = json.loads(open_sealed(sealed, about=about_gateway(name)))
        except SealBroken:
            log.error("the keys of gateway %s can't be opened: enter them again", name)
            found.unreadable.append(name)
    return found


_kept_keys = Recent(_load_keys, seconds=30)
