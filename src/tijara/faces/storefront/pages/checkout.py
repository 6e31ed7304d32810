"""The checkout: one page, no account. A second press of the button finds the first one's orders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from tijara.domains.cash_terms.queries import cash_terms
from tijara.domains.checkout.actions import (
    AddressInvalid,
    BasketChanged,
    CashNotForThisPhone,
    CompanyInvalid,
    EmptyCart,
    PaymentNotPossible,
    PromotionGone,
    hold_basket,
    place_checkout,
)
from tijara.domains.checkout.queries import basket, checkout_result, last_result
from tijara.domains.checkout.shapes import Basket, CheckoutResult, Confirmation, WayToPay, Wishes
from tijara.domains.markets.shapes import CashCode, MarketPolicy
from tijara.domains.messaging.queries import reaches_phones
from tijara.domains.parties.shapes import SavedAddress
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.wallet.actions import CreditShort
from tijara.faces.storefront.address_fields import address_fields
from tijara.faces.storefront.address_form import AddressForm, has_turned, read_address
from tijara.faces.storefront.baskets import shown_sellers, taxes_of_basket
from tijara.faces.storefront.buyers import as_actor, known_buyer, known_buyers, known_person
from tijara.faces.storefront.checkout_ids import forget_started, keep_started, started_checkout
from tijara.faces.storefront.company_form import (
    CompanyForm,
    company_context,
    keep_company,
    known_company,
    read_company,
)
from tijara.faces.storefront.countries import keep_country
from tijara.faces.storefront.coupons import (
    Coupons,
    coupons_of,
    coupons_said,
    forget_coupons,
    keep_coupons,
)
from tijara.faces.storefront.frame import next_step, page, see_other
from tijara.faces.storefront.here import here, today
from tijara.faces.storefront.known_addresses import book_of, first_form, keep_address
from tijara.faces.storefront.pace import CONFIRMING, may_hold, pace
from tijara.faces.storefront.pay_words import NOT_NOW, REFUSED, WAYS
from tijara.faces.storefront.points import points_at_basket
from tijara.faces.storefront.typed import read_id
from tijara.faces.storefront.wallets import WalletOffer, wallet_at_checkout
from tijara.kit.clock import now
from tijara.kit.ids import made_at, new_id
from tijara.kit.money import Money
from tijara.kit.refusal import Refusal
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.typed import whole_number
from tijara.ui.visitors import is_signed_in, show_pieces
from tijara.ui.whys import whys_of_basket

CHANGED = _("The total has changed and nothing was ordered yet. Look at it, then confirm.")
NO_PAYMENT = _("This order can’t be paid that way. Nothing was ordered; choose another way.")
REFUSALS = (
    BasketChanged,
    CashNotForThisPhone,
    CreditShort,
    PaymentNotPossible,
    PromotionGone,
)
AGAIN: dict[type[Refusal], Promise] = {BasketChanged: CHANGED, PaymentNotPossible: NO_PAYMENT}
"""In the checkout's own words; others speak for themselves."""
IN_ANOTHER_TAB = _("You ordered this in another tab a moment ago. Nothing was ordered twice.")
A_DAY = timedelta(days=1)
DELIVERY = "delivery-"
"""A seller's way of delivery is told by this and his id."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One showing of the form. Its id is the key that makes the order happen once."""

    checkout_id: UUID
    form: AddressForm
    company: CompanyForm = field(default_factory=CompanyForm)
    payment: str = ""
    services: Mapping[UUID, str] = field(default_factory=dict)
    notice: str | Promise = ""
    is_held: bool = False
    status: int = 200
    coupons: Coupons = field(default_factory=Coupons)
    credit: str | None = None
    """What the form offered of his wallet; None, nothing was typed yet."""
    may_ask: bool = False
    """Cash is not offered to his phone, and he may ask for it."""


@require_http_methods(["GET", "HEAD", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    buyer_id = known_buyer(request)
    if buyer_id is None:
        return see_other("cart")
    if request.method == "POST":
        return _posted(request, buyer_id)
    countries = {here().country, *here().abroad}
    book = book_of(request, buyer_id, countries)
    form = first_form(request, book, countries)
    company, wanted = known_company(request, buyer_id), request.GET.get("payment", "")
    coupons = coupons_of(request)
    attempt = Attempt(_begun(request, buyer_id), form, company, wanted, coupons=coupons)
    return _show(request, buyer_id, attempt, book)


def _begun(request: HttpRequest, buyer_id: UUID) -> UUID:
    """The checkout that was begun before, unless something came of it; else a new one."""
    begun = started_checkout(request)
    if begun is None or checkout_result(buyer_id, begun) is not None:
        return new_id()
    return begun


def _posted(request: HttpRequest, buyer_id: UUID) -> HttpResponse:
    pace(CONFIRMING, buyer_id)
    said = request.POST
    checkout_id = read_id(said.get("checkout", "")) or new_id()
    form = read_address(said)
    company = read_company(said)
    coupons = coupons_said(request)
    tried = Attempt(
        checkout_id,
        form,
        company,
        said.get("payment", ""),
        _services(said),
        coupons=coupons,
        credit=said.get("wallet", ""),
    )
    if coupons.refusal:
        return _show(request, buyer_id, replace(tried, notice=coupons.refusal, status=422))
    is_new_code = set(coupons.codes) - set(coupons_of(request).codes)
    if said.get("act") or said.get("drop") or is_new_code or has_turned(said, form):
        return _show(request, buyer_id, tried)
    return _place(request, buyer_id, tried)


def _services(said: QueryDict) -> dict[UUID, str]:
    chosen = {read_id(name.removeprefix(DELIVERY)): name for name in said if DELIVERY in name}
    return {seller_id: said[name] for seller_id, name in chosen.items() if seller_id}


def _place(request: HttpRequest, buyer_id: UUID, tried: Attempt) -> HttpResponse:
    try:
        result = place_checkout(
            actor=as_actor(buyer_id),
            buyer_id=buyer_id,
            market=here(),
            on=today(),
            confirmation=Confirmation(
                checkout_id=tried.checkout_id,
                address=tried.form.address(),
                payment_method=tried.payment,
                language=get_language(),
                seen=request.POST.get("total", ""),
                services=tried.services,
                company=tried.company.company(),
                codes=tried.coupons.codes,
                without=tried.coupons.without,
                credit_minor=whole_number(tried.credit or "0") or 0,
                person_id=known_person(request),
            ),
        )
    except EmptyCart:
        return _ordered_before(request, tried.checkout_id)
    except (AddressInvalid, CompanyInvalid) as refused:
        form = tried.form if isinstance(refused, AddressInvalid) else tried.company
        form.refuse(refused.fields)
        return _again(request, buyer_id, tried, status=422)
    except REFUSALS as refused:
        again = _after(refused, tried)
        return _again(request, buyer_id, again, AGAIN.get(type(refused)) or sentence_of(refused))
    keep_address(request, buyer_id, tried.form)
    keep_company(request, buyer_id, tried.company)
    return _onward(request, result)


def _after(refused: Refusal, tried: Attempt) -> Attempt:
    """What the form shows besides what was typed."""
    if isinstance(refused, PromotionGone):
        coupons = tried.coupons.after_refusal(refused.facts["promotions"])
        return replace(tried, coupons=coupons)
    return replace(tried, may_ask=isinstance(refused, CashNotForThisPhone))


def _ordered_before(request: HttpRequest, checkout_id: UUID) -> HttpResponse:
    """Nothing is left to order: as a guest, before he signed in, this very form was sent already;
    or another tab has ordered what this one shows; or the cart is just empty."""
    mine = known_buyers(request)
    tried = (checkout_result(buyer_id, checkout_id) for buyer_id in mine)
    if result := next(filter(None, tried), None):
        return _onward(request, result)
    ordered = last_result(mine, made_at(checkout_id, at_least=now() - A_DAY))
    if ordered and ordered.placed:
        return _onward(request, ordered, say=IN_ANOTHER_TAB)
    return see_other("cart")


def _onward(request: HttpRequest, result: CheckoutResult, say: object = "") -> HttpResponse:
    """To pay, or to what became of it."""
    owes = result.is_to_be_paid and charge_of_checkout(result.buyer_id, result.checkout_id)
    name = "pay" if owes else "placed"
    response = see_other(name, result.checkout_id, say=say, tone="info")
    show_pieces(request, response, 0)
    forget_started(request, response)
    forget_coupons(request, response)
    return next_step(request, response)


def _again(
    request: HttpRequest,
    buyer_id: UUID,
    tried: Attempt,
    notice: str | Promise = "",
    status: int = 409,
) -> HttpResponse:
    """Everything as it was typed, and the goods kept for the buyer while he looks at it."""
    market = here()
    is_held = may_hold(request) and hold_basket(
        actor=as_actor(buyer_id),
        buyer_id=buyer_id,
        checkout_id=tried.checkout_id,
        market=market,
        on=today(),
    )
    attempt = replace(tried, notice=notice, is_held=is_held, status=status)
    response = _show(request, buyer_id, attempt)
    if is_held:
        keep_started(response, tried.checkout_id, market.hold_minutes)
    return response


def _show(
    request: HttpRequest, buyer_id: UUID, attempt: Attempt, book: Sequence[SavedAddress] = ()
) -> HttpResponse:
    """`book`: addresses to choose from, until something was typed."""
    market = here()
    picked = basket(
        buyer_id=buyer_id,
        market=market,
        payment_method=None,
        on=today(),
        checkout_id=attempt.checkout_id if attempt.is_held else started_checkout(request),
        wishes=Wishes(
            attempt.form.values["city"],
            attempt.services,
            attempt.company.priced_for(),
            attempt.coupons.codes,
            attempt.coupons.without,
            known_person(request),
            attempt.form.values.get("phone", ""),
            attempt.form.abroad,
        ),
    )
    if not picked.sellers and request.method == "POST":
        return _ordered_before(request, attempt.checkout_id)
    if not picked.sellers or picked.has_problems:
        return see_other("cart")
    wallet = wallet_at_checkout(request, buyer_id, picked, attempt.credit)
    ways = _ways(picked, attempt.payment, wallet)
    response = page(
        request,
        "checkout",
        {
            "wallet": wallet,
            "attempt": attempt,
            "form": attempt.form,
            "basket": picked,
            "today": today(),
            "sellers": shown_sellers(picked),
            "has_choice": any(len(seller.options) > 1 for seller in picked.sellers),
            "ways": ways,
            "ways_key": _ways_key(ways, market),
            "cash_limit": None if attempt.form.abroad else _cash_limit(market, picked),
            "to_country": attempt.form.abroad,
            "is_unpayable": all(way.refused_because for way in picked.ways),
            "asks_code": market.cash_code != CashCode.NEVER and reaches_phones(),
            "book": book,
            "may_keep_address": is_signed_in(request),
            "address_fields": address_fields(attempt.form, is_carried=not picked.is_digital),
            "faults": len(attempt.form.errors) + len(attempt.company.errors),
            "whys": whys_of_basket(picked),
            "points_here": points_at_basket(request, buyer_id, picked),
            **company_context(attempt.company, picked, market),
        },
        status=attempt.status,
        is_private=True,
    )
    keep_coupons(request, response, attempt.coupons)
    keep_country(request, response, attempt.form.country)
    return response


def _ways(picked: Basket, wanted: str, wallet: WalletOffer | None) -> list[dict]:
    """The one that was chosen is marked, else the first that is open."""
    is_open = [way.method for way in picked.ways if not way.refused_because]
    chosen = wanted if wanted in is_open else next(iter(is_open), "")
    market = here()
    credit = wallet.offer if wallet else Money(0, market.currency)
    return [
        _way(way, market, is_chosen=way.method == chosen) | {"rest": way.total - credit}
        for way in picked.ways
    ]


def _ways_key(ways: list[dict], market: MarketPolicy) -> tuple:
    """All that the choice of a way to pay shows: what a way comes to stands in the summary."""
    shown = ("code", "fee", "deposit", "lost_percent", "is_chosen")
    told = [(*(way[name] for name in shown), str(way["refused"])) for way in ways]
    return (*told, market.pay_minutes, market.transfer_hours, market.cash_code)


def _way(way: WayToPay, market: MarketPolicy, *, is_chosen: bool) -> dict:
    refused = REFUSED.get(way.refused_because, NOT_NOW) if way.refused_because else ""
    return {
        "code": way.method.value,
        "name": WAYS[way.method],
        "fee": way.fee,
        "total": way.total,
        "deposit": way.deposit,
        "later": way.total - way.deposit if way.deposit else None,
        "lost_percent": cash_terms(market.id).forfeit_bp / 100 if way.deposit else 0,
        "taxes": taxes_of_basket(way.taxes, market),
        "row": f"of-{way.method.value}",
        "refused": refused,
        "is_chosen": is_chosen,
    }


def _cash_limit(market: MarketPolicy, picked: Basket) -> Money | None:
    """What cash is taken for at most, where this basket is above it and cash is the only way."""
    limit = market.cash_on_delivery_limit_minor
    is_open = any(not way.refused_because for way in picked.ways)
    has_cash = any(way.method is PaymentMethod.CASH_ON_DELIVERY for way in picked.ways)
    return None if is_open or limit is None or not has_cash else Money(limit, market.currency)
