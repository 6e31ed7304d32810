"""A buyer's wallet in this market: what is in it, what moved it, and a gift card to put in."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.loyalty.queries import account_of, programme_of
from tijara.domains.messaging.queries import said_amount
from tijara.domains.orders.queries import order_link_token
from tijara.domains.wallet.actions import (
    CodeNotGood,
    GiftOver,
    call_off_gift_card,
    redeem_gift_card,
)
from tijara.domains.wallet.queries import expiring_credit, gift_cards_of, moves_of, wallet_of
from tijara.domains.wallet.shapes import CreditKind, GiftView, WalletView
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.here import here
from tijara.faces.storefront.pace import GUESSING, REDEEMING, pace, pace_of_network
from tijara.faces.storefront.pages.addresses import with_buyer
from tijara.faces.storefront.wallet_words import GIFTS, MOVES, WAITING
from tijara.kit.balances import Expiring, Moved
from tijara.kit.money import Money
from tijara.ui.directions import page_number
from tijara.ui.refusal_texts import field_sentence, sentence_of


@require_http_methods(["GET", "HEAD", "POST"])
@with_buyer
def wallet(request: HttpRequest, buyer_id: UUID) -> HttpResponse:
    if request.method != "POST":
        return _show(request, buyer_id)
    pace(REDEEMING, buyer_id)
    pace_of_network(GUESSING, request)
    typed = request.POST.get("code", "")[:60]
    if not typed.strip():
        return _show(request, buyer_id, wrong=field_sentence("required"))
    try:
        worth = redeem_gift_card(
            actor=as_actor(buyer_id), buyer_id=buyer_id, market_id=here().id, code=typed
        )
    except CodeNotGood as refusal:
        return _show(request, buyer_id, typed, sentence_of(refusal))
    told = said_amount(worth)
    return see_other(
        "wallet",
        say=_("The card’s %(amount)s is in your wallet. A card counts once.") % {"amount": told},
    )


@require_POST
@with_buyer
def gift_removal(request: HttpRequest, buyer_id: UUID, card_id: UUID) -> HttpResponse:
    which = {"buyer_id": buyer_id, "market_id": here().id, "card_id": card_id}
    try:
        call_off_gift_card(actor=as_actor(buyer_id), **which)
    except GiftOver as refusal:
        return see_other("wallet", say=sentence_of(refusal), tone="warn")
    return see_other("wallet", say=_("Called off. Its price goes back to your card."))


def _show(request: HttpRequest, buyer_id: UUID, typed: str = "", wrong: str = "") -> HttpResponse:
    market = here()
    moves = moves_of(buyer_id, market.id, page=page_number(request))
    known = wallet_of(buyer_id, market.id)
    account = account_of(buyer_id, market.id)
    nothing, expiring = Money(0, market.currency), expiring_credit(buyer_id, market.id)
    context = {
        "free": known.free if known else nothing,
        "held": known.held if known else nothing,
        "expiring": expiring,
        "lasting": _lasting(known, expiring),
        "page": moves,
        "moves": [_row(one) for one in moves.items],
        "has_points": programme_of(market.id) is not None,
        "points": account.free if account else 0,
        "gifts": [(one, *_standing(one)) for one in gift_cards_of(buyer_id, market.id)],
        "typed": typed,
        "wrong": wrong,
    }
    return page(request, "wallet", context, status=422 if wrong else 200, is_private=True)


def _lasting(known: WalletView | None, expiring: Sequence[Expiring[Money]]) -> Money | None:
    """What of it has no last day, where some has one; not told while an order holds a part."""
    if known is None or not expiring or known.held.minor:
        return None
    rest = known.free.minor - sum(one.amount.minor for one in expiring)
    return Money(rest, known.free.currency) if rest > 0 else None


def _row(move: Moved[CreditKind, Money]) -> tuple:
    token = order_link_token(move.order.seller_id, move.order.order_id) if move.order else ""
    return move, MOVES[move.kind], token


def _standing(card: GiftView) -> tuple:
    return WAITING if card.may_be_called_off else GIFTS[card.state]
