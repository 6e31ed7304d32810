"""Ask to send something of an order back: what, how many, why, and what is wished for."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import home_of_buyer
from tijara.domains.returns.actions import (
    AskedAlready,
    ReturnInvalid,
    TooManyReturns,
    request_return,
)
from tijara.domains.returns.queries import (
    carriages,
    returnable_lines,
    swaps_of,
    ways_to_pay_more,
)
from tijara.domains.returns.shapes import Payer, ReturnableLine, ReturnDraft, Wish
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.order_words import spoken
from tijara.faces.storefront.pace import RETURNING, pace
from tijara.faces.storefront.pages.order import found_order
from tijara.faces.storefront.return_words import REASONS, WISHES
from tijara.faces.storefront.typed import read_id
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.refusal import Invalid
from tijara.platform.pictures.keeping import PicturesInvalid
from tijara.ui.carriage_words import FOR_BUYER, what_it_means
from tijara.ui.pieces.money import price
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.trade_words import PAYMENT_METHODS
from tijara.ui.typed import whole_number
from tijara.ui.withdrawal_words import GOODS

UNITS = "units-"
TOO_MANY = 10**6
"""What is no number counts as more than there can be: it is refused, not taken for nothing."""


@require_http_methods(["GET", "HEAD", "POST"])
def return_form(request: HttpRequest, token: str) -> HttpResponse:
    found = found_order(token)
    if request.method != "POST":
        return _form(request, token, found)
    pace(RETURNING, found.buyer_id)
    draft = _draft(request.POST, found)
    try:
        request_return(
            actor=as_actor(found.buyer_id),
            buyer_id=found.buyer_id,
            seller_id=found.seller_id,
            order_id=found.id,
            draft=draft,
            photos=[one for one in request.FILES.getlist("photos") if one],
        )
    except AskedAlready:
        return see_other("order_return", token, draft.id)
    except (ReturnInvalid, PicturesInvalid) as refusal:
        return _form(request, token, found, refusal, request.POST)
    except TooManyReturns as refusal:
        return see_other("order", token, say=sentence_of(refusal), tone="warn")
    said = _("The shop has your return. We write to you as soon as it answers.")
    return see_other("order_return", token, draft.id, say=said)


def _draft(form: QueryDict, found: OrderView) -> ReturnDraft:
    units = {line.id: _units(form.get(f"{UNITS}{line.id}", "")) for line in found.lines}
    return ReturnDraft(
        id=read_id(form.get("id", "")) or new_id(),
        units=units,
        reason=form.get("reason", ""),
        wish=form.get("wish", "") or Wish.REFUND,
        words=form.get("words", ""),
        variant_id=read_id(form.get("variant", "")),
        to_wallet="to_wallet" in form,
        pay_with=form.get("pay_with", ""),
    )


def _units(typed: str) -> int:
    number = whole_number(typed or "0")
    return TOO_MANY if number is None else number


def _form(
    request: HttpRequest,
    token: str,
    found: OrderView,
    refusal: Invalid | None = None,
    typed: Mapping[str, str] | None = None,
) -> HttpResponse:
    """After a refusal all that was written is still there; pictures are to be chosen again."""
    (found,) = spoken([found])
    lines = returnable_lines(found)
    open_lines = [each for each in lines if each.units]
    given = typed or {}
    swaps = [(each.line, swap) for each in open_lines for swap in swaps_of(found, each.line)]
    dearest = max((swap.more_minor for _, swap in swaps), default=0)
    ways = ways_to_pay_more(found, dearest) if dearest > 0 else []
    context = {
        "order": found,
        "token": token,
        "store": stores([found.seller_id]).get(found.seller_id),
        "lines": [(each, _typed_units(given, each, open_lines), _excepted(each)) for each in lines],
        "is_possible": bool(open_lines),
        "reasons": [(one, text) for one, text in REASONS.items() if _is_said(one, open_lines)],
        "wishes": [
            (one, *words) for one, words in WISHES.items() if one is not Wish.EXCHANGE or swaps
        ],
        "swaps": [
            (
                swap.variant_id,
                ": ".join(filter(None, (named(line), named(swap, "label")))),
                _more(Money(swap.more_minor, found.total.currency)),
                given.get("variant", str(swaps[0][1].variant_id)) == str(swap.variant_id),
            )
            for line, swap in swaps
        ],
        "ways": [(one.value, PAYMENT_METHODS[one]) for one in ways],
        "may_have_it_in_wallet": home_of_buyer(found.buyer_id) is not None,
        "typed": given,
        "chosen_wish": given.get("wish", Wish.REFUND),
        "form_id": read_id(given.get("id", "")) or new_id(),
        "wrong": field_sentences(refusal.fields) if refusal else {},
        "carriages": _carriages(found, open_lines),
        "is_warm": any("warranty" in each.reasons for each in open_lines),
    }
    status = 422 if refusal else 200
    return page(request, "return_form", context, status=status, is_private=True)


def _carriages(found: OrderView, lines: list[ReturnableLine]) -> list[tuple]:
    """(who pays the way back, for which reasons, what that means): of all that may go back. Empty
    where the market settles nothing."""
    units = {each.line.id: each.units for each in lines}
    reasons = tuple(one for one in REASONS if _is_said(one, lines))
    told = carriages(found, units, reasons)
    return [
        (
            FOR_BUYER[payer],
            [REASONS[one] for one in reasons if told[one].payer is payer],
            what_it_means(payer, next(told[one].amount for one in reasons)),
        )
        for payer in Payer
        if told and any(one.payer is payer for one in told.values())
    ]


def _is_said(reason: Any, lines: list[ReturnableLine]) -> bool:
    return any(reason in each.reasons for each in lines)


def _excepted(each: ReturnableLine) -> Promise | str:
    """Which goods they are, where that is why the law gives less."""
    return GOODS.get(each.terms.excepted, "") if each.terms else ""


def _typed_units(
    given: Mapping[str, str], each: ReturnableLine, open_lines: list[ReturnableLine]
) -> object:
    """The only thing that can go back is chosen already."""
    first = each.units if len(open_lines) == 1 and each.units == 1 else 0
    return given.get(f"{UNITS}{each.line.id}", first)


def _more(more: Money) -> str | Promise:
    """What one of it costs beside the piece that comes back."""
    if not more:
        return _("For the same price")
    if more.minor > 0:
        return format_html(_("{} more for a piece"), price(more))
    return format_html(_("{} less for a piece"), price(-more))
