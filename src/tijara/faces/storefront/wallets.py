"""What a buyer's wallet offers to pay of a basket."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from tijara.domains.checkout.shapes import Basket
from tijara.domains.wallet.queries import wallet_of
from tijara.faces.storefront.here import here
from tijara.kit.money import Money
from tijara.ui.visitors import is_signed_in


@dataclass(frozen=True, slots=True)
class WalletOffer:
    """`offered` is all that he may spend, minor units: what the form carries, so that what was
    shown is what is taken. `offer` is what of it this basket takes."""

    free: Money
    offer: Money
    is_whole: bool
    is_ticked: bool

    @property
    def offered(self) -> int:
        return self.free.minor


def wallet_at_checkout(
    request: HttpRequest, buyer_id: UUID, picked: Basket, typed: str | None
) -> WalletOffer | None:
    """None where there is nothing to spend: a guest is asked for nothing. It is ticked until its
    owner takes the tick away."""
    known = wallet_of(buyer_id, here().id) if is_signed_in(request) else None
    if known is None or known.free.minor <= 0:
        return None
    cheapest = min((way.total for way in picked.ways), default=picked.total)
    return WalletOffer(
        free=known.free,
        offer=min(known.free, cheapest),
        is_whole=known.free.minor >= picked.total.minor,
        is_ticked=typed is None or typed != "",
    )
