"""A checkout that is not paid is taken apart: its goods lie in the cart again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from tijara.domains.carts.actions import merge_cart
from tijara.domains.checkout.actions import NothingToTakeApart, take_apart_checkout
from tijara.faces.storefront.buyers import as_actor, known_buyer
from tijara.faces.storefront.frame import see_other
from tijara.faces.storefront.pace import CANCELLING, pace
from tijara.faces.storefront.payments import payment_of
from tijara.ui.refusal_texts import sentence_of

BACK = _("It lies in your cart again. Nothing was ordered and nothing is owed.")


@require_POST
def withdrawal(request: HttpRequest, checkout_id: UUID) -> HttpResponse:
    """Only by the browser that ordered. Who has signed in since finds the goods in his own cart."""
    owner = payment_of(request, str(checkout_id)).charge.buyer_id
    pace(CANCELLING, owner)
    try:
        take_apart_checkout(actor=as_actor(owner), buyer_id=owner, checkout_id=checkout_id)
    except NothingToTakeApart as refusal:
        return see_other("pay", checkout_id, say=sentence_of(refusal), tone="warn")
    mine = known_buyer(request)
    if mine and mine != owner:
        merge_cart(actor=as_actor(mine), buyer_id=mine, guest_id=owner)
    return see_other("cart", say=BACK)
