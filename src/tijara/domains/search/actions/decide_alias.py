"""Let a product be found by what people call it, or leave it at its names."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Alias, Choice
from .index_products import index_products

MOST_ALIASES = 40
"""Of a product in a market: each is one more name that is read at every search of it."""


class NoSuchProposal(Refusal):
    """Nobody has opened this product after these words."""

    code = "search.no_such_proposal"
    kind = Kind.MISSING


class TooManyAliases(Refusal):
    """The product has as many as there may be: `most`."""

    code = "search.too_many_aliases"


@action(power=Power.MARKETS_MANAGE)
def decide_alias(
    *, actor: Actor, market_id: UUID, product_id: UUID, text: str, is_accepted: bool
) -> None:
    """Decided again, the last counts: an alias is taken back by refusing it. The product is laid
    into the index anew, and found by it a moment later."""
    which = {"market_id": market_id, "product_id": product_id, "text": text}
    chosen = Choice.objects.filter(**which).values_list("said", flat=True).first()
    known = Alias.objects.filter(**which).values_list("said", flat=True).first()
    if chosen is None and known is None:
        raise NoSuchProposal
    others = Alias.objects.filter(market_id=market_id, product_id=product_id, is_accepted=True)
    if is_accepted and others.exclude(text=text).count() >= MOST_ALIASES:
        raise TooManyAliases(most=MOST_ALIASES)
    Alias.objects.update_or_create(
        **which, defaults={"said": chosen or known, "is_accepted": is_accepted}
    )
    index_products(actor=SYSTEM, product_ids=[product_id])
