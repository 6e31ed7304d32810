"""Pure rules of the checkout: a deliverable address, the sums of a basket, the orders to place."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from hashlib import blake2b
from uuid import UUID, uuid5

from tijara.domains.commissions.queries import commissions
from tijara.domains.commissions.shapes import Commission, SoldLine
from tijara.domains.markets.queries import tidy_address
from tijara.domains.markets.shapes import CashCode, MarketPolicy
from tijara.domains.orders.shapes import (
    ChargeTax,
    CompanyBuyer,
    DeliveryAddress,
    LineKind,
    LineToPlace,
    OrderState,
    OrderToPlace,
)
from tijara.domains.parties.queries import identity_faults, place_faults
from tijara.domains.parties.shapes import LegalIdentity, SellerTerms
from tijara.domains.payments.queries import time_to_pay
from tijara.domains.payments.shapes import PaymentMethod, PaymentOption
from tijara.domains.taxes.queries import taxed_document, treatments
from tijara.domains.taxes.shapes import Priced, TaxedDocument, TaxedPart, TaxTerms, Treatment
from tijara.kit.money import Money, allocate, round_half_up, total

from ..shapes import CHARGED, Basket, BasketLine, Confirmation, SellerBasket, Wishes
from .abroad import destination_of

BASIS = 10_000
CODE_PATIENCE = timedelta(hours=24)
"""How long a cash order waits for its buyer's phone to be confirmed."""
CASH_ORDER = "cash_order"
"""What the code is for."""
PHONE_TRUST = timedelta(days=180)
"""How long a confirmed phone needs no new code of the same buyer."""


PERSON = frozenset({"recipient", "phone", "email"})
"""What is asked of everybody, also where nothing is carried."""


def tidied_address(
    typed: DeliveryAddress, market: MarketPolicy, *, is_carried: bool = True
) -> tuple[DeliveryAddress, dict[str, str]]:
    """The address as it is kept, and what is wrong with it: a code by field; empty, all is well.

    What a country's addresses consist of is the market's knowledge (`markets.tidy_address`). Where
    nothing is carried the person is enough, and no place is kept.
    """
    told = asdict(typed)
    if is_carried:
        abroad, wrong = destination_of(typed.country, market)
        if wrong:
            return typed, wrong
        fields, wrong = tidy_address(told, abroad or market.country)
        fields |= {"country": abroad}
    else:
        told = {name: text if name in PERSON else "" for name, text in told.items()}
        fields, wrong = tidy_address(told, market.country)
        wrong = {name: code for name, code in wrong.items() if name in PERSON}
    return DeliveryAddress(**fields), wrong


def mobile_number(typed: str, country: str) -> str | None:
    """E.164, or None when no courier could ring it."""
    tidy, wrong = tidy_address({"phone": typed}, country)
    return None if "phone" in wrong else tidy["phone"]


def fee_shares(fee: Money, sellers: Sequence[SellerBasket]) -> list[Money]:
    """The one fee of a checkout, in equal parts: each order has its own courier at the door, and
    his sum should be one that a buyer can count out."""
    return [Money(share, fee.currency) for share in allocate(fee.minor, [1] * len(sellers))]


def basket_sums(sellers: Sequence[SellerBasket], currency: str) -> dict[str, Money]:
    """items and delivery of a whole basket, as they are asked."""
    return {
        "items": total([seller.items for seller in sellers], currency),
        "delivery": total([seller.delivery for seller in sellers], currency),
    }


def how_taxed(
    market: MarketPolicy,
    terms: SellerTerms,
    lines: Sequence[BasketLine],
    on: date,
    wishes: Wishes,
) -> tuple[Treatment, ...]:
    """Each line's treatment: by its goods, its seller, where it goes and who buys. What is not
    carried goes nowhere."""
    company = wishes.company
    told = TaxTerms(
        country=market.country,
        on=on,
        is_registered=bool(terms.vat_number),
        is_company=company is not None,
        resells=company is not None and company.resells,
    )
    at_home = treatments(told, [line.tax_class for line in lines])
    if not wishes.country:
        return tuple(at_home)
    abroad = treatments(
        replace(told, destination=wishes.country), [line.tax_class for line in lines]
    )
    return tuple(
        out if line.kind is LineKind.PHYSICAL else home
        for line, home, out in zip(lines, at_home, abroad, strict=True)
    )


def documents_of(
    sellers: Sequence[SellerBasket], fee: Money, *, includes_tax: bool
) -> tuple[TaxedDocument, ...]:
    """The orders to be, taxed, each with its share of the fee."""
    shares = fee_shares(fee, sellers) if sellers else []
    return tuple(
        taxed_document(
            [
                Priced(line.asked.minor, treatment)
                for line, treatment in zip(seller.lines, seller.treatments, strict=True)
            ],
            seller.delivery.minor,
            share.minor,
            includes_tax=includes_tax,
        )
        for seller, share in zip(sellers, shares, strict=True)
    )


def checked_company(typed: CompanyBuyer, country: str) -> tuple[CompanyBuyer, dict[str, str]]:
    """As its invoice names it, and what is wrong: a code by field. Without a VAT number that is one
    there, no tax invoice can be written to it."""
    place, wrong = place_faults(typed.place, country)
    told = LegalIdentity(typed.name, typed.vat_number, typed.registration_number, str(place))
    tidy, of_identity = identity_faults(told, country)
    wrong |= {name: code for name, code in of_identity.items() if name != "address"}
    if not tidy.vat_number:
        wrong["vat_number"] = "required"
    company = replace(
        typed,
        name=tidy.legal_name,
        vat_number=tidy.vat_number,
        registration_number=tidy.registration_number,
        address=tidy.address,
        place=place,
    )
    return company, wrong


def mark_of(
    sellers: Sequence[SellerBasket],
    ways: Sequence[PaymentOption],
    taxed: Mapping[int, Sequence[TaxedDocument]],
) -> str:
    """Changes when anything does that a buyer sees of his basket, also where the sum stays:
    two prices that moved against each other are two prices that he did not agree to, and so is a
    rate of tax that has come into force since. `taxed` is the documents by the fee."""
    shown = [
        (
            seller.seller_id.hex,
            seller.service,
            seller.delivery.minor,
            [
                (
                    line.offer_id.hex,
                    line.quantity,
                    line.unit.minor,
                    line.discount.minor,
                    how.category.value,
                    how.rate_bp,
                )
                for line, how in zip(seller.lines, seller.treatments, strict=True)
            ],
        )
        for seller in sellers
    ]
    taxes = [
        (fee, [one.tax_minor for one in documents]) for fee, documents in sorted(taxed.items())
    ]
    told = repr(
        (shown, taxes, [(str(way.method), way.fee.minor, way.deposit_minor) for way in ways])
    )
    return blake2b(told.encode(), digest_size=12).hexdigest()


def opening_of(
    market: MarketPolicy, payment_method: str, moment: datetime, *, reaches_phones: bool
) -> tuple[OrderState, datetime | None]:
    """How its orders begin, and until when they wait. A cash order waits for its phone to be
    confirmed, unless it turns out to be known (`without_code`), or no code can be sent to any:
    then it would wait for nothing, and the office's health says so."""
    patience = time_to_pay(market, payment_method)
    if patience is not None:
        return OrderState.PENDING, moment + patience
    if market.cash_code != CashCode.NEVER and reaches_phones:
        return OrderState.PENDING, moment + CODE_PATIENCE
    return OrderState.PLACED, None


def without_code(orders: Mapping[UUID, OrderToPlace]) -> dict[UUID, OrderToPlace]:
    """Cash orders of a phone that was confirmed before wait for nothing."""
    return {
        seller_id: replace(order, state=OrderState.PLACED, due_at=None)
        if order.payment_method == PaymentMethod.CASH_ON_DELIVERY
        else order
        for seller_id, order in orders.items()
    }


def orders_to_place(
    cart: Basket,
    market: MarketPolicy,
    buyer_id: UUID,
    said: Confirmation,
    on: date,
    opening: tuple[OrderState, datetime | None] = (OrderState.PLACED, None),
) -> dict[UUID, OrderToPlace]:
    """One order a seller, taxed as the basket was shown."""
    state, due_at = opening
    return {
        seller.seller_id: OrderToPlace(
            idempotency_key=order_key(buyer_id, said.checkout_id),
            buyer_id=buyer_id,
            checkout_id=said.checkout_id,
            market_id=market.id,
            currency=market.currency,
            payment_method=said.payment_method,
            language=said.language,
            address=said.address,
            state=state,
            due_at=due_at,
            delivery_service=seller.service,
            promised_from=seller.earliest,
            promised_to=seller.latest,
            company=said.company,
            prices_include_tax=market.prices_include_tax,
            **_amounts(seller, document, market, on),
        )
        for seller, document in zip(cart.sellers, cart.documents, strict=True)
    }


def without_payment(orders: Mapping[UUID, OrderToPlace]) -> dict[UUID, OrderToPlace]:
    """What costs nothing waits for no money."""
    return {
        seller_id: replace(order, state=OrderState.PLACED, due_at=None)
        if not order.total_minor and order.payment_method in CHARGED
        else order
        for seller_id, order in orders.items()
    }


def order_key(buyer_id: UUID, checkout_id: UUID) -> UUID:
    """What makes a checkout's order happen once. It is the buyer's own: a checkout's id stands in
    addresses, so somebody else may bring it, and must not be answered with this buyer's order."""
    return uuid5(buyer_id, checkout_id.hex)


def _amounts(seller: SellerBasket, document: TaxedDocument, market: MarketPolicy, on: date) -> dict:
    own_bp = seller.terms.commission_bp if seller.terms else None
    pairs = list(zip(seller.lines, document.goods, strict=True))
    sold = [
        _sold(line, part.gross_minor + _support(line.market_minor, part, market)[0])
        for line, part in pairs
    ]
    taken = commissions(market, own_bp, sold, on)
    return {
        "delivery_minor": document.delivery.gross_minor,
        "delivery_discount_minor": seller.delivery_discount.minor,
        "delivery_support_minor": _support(
            sum(one.market_minor for one in seller.delivery_reasons), document.delivery, market
        )[0],
        "delivery_reasons": seller.delivery_reasons,
        "delivery_tax": _charge_tax(document.delivery),
        "fee_minor": document.fee.gross_minor,
        "fee_tax": _charge_tax(document.fee),
        "lines": tuple(
            _line(line, part, commission, market)
            for (line, part), commission in zip(pairs, taken, strict=True)
        ),
    }


def _charge_tax(part: TaxedPart) -> ChargeTax:
    return ChargeTax(part.treatment.category, part.treatment.rate_bp, part.tax_minor)


def _sold(line: BasketLine, base_minor: int) -> SoldLine:
    """`base_minor` is what its seller gets for the goods."""
    return SoldLine(
        seller_id=line.seller_id,
        product_id=line.product_id,
        category_path=line.category_path,
        brand_id=line.brand_id,
        unit_minor=line.unit.minor,
        quantity=line.quantity,
        base_minor=base_minor,
    )


def _line(
    line: BasketLine, taxed: TaxedPart, commission: Commission, market: MarketPolicy
) -> LineToPlace:
    support, support_tax = _support(line.market_minor, taxed, market)
    return LineToPlace(
        offer_id=line.offer_id,
        offer_version=line.offer_version,
        stock_id=line.stock_id,
        variant_id=line.variant_id,
        product_id=line.product_id,
        name_ar="، ".join(filter(None, (line.name_ar, line.label_ar))),
        name_en=", ".join(filter(None, (line.name_en, line.label_en))),
        picture=line.picture,
        sku=line.sku,
        quantity=line.quantity,
        unit_minor=line.unit.minor,
        tax_category=taxed.treatment.category,
        tax_class=taxed.treatment.tax_class,
        tax_bp=taxed.treatment.rate_bp,
        tax_minor=taxed.tax_minor,
        adds_tax=not market.prices_include_tax,
        commission_minor=commission.minor,
        commission_vat_minor=commission.vat_minor,
        kind=line.kind,
        commission_rule=commission.rule_id,
        list_minor=(line.listed or line.unit).minor,
        discount_minor=line.discount.minor,
        support_minor=support,
        support_tax_minor=support_tax,
        reasons=line.reasons,
    )


def _support(asked_minor: int, taxed: TaxedPart, market: MarketPolicy) -> tuple[int, int]:
    """What the market pays the seller of a discount, with the tax in it, and that tax: as if it had
    been paid for the goods."""
    rate = taxed.treatment.rate_bp
    if market.prices_include_tax:
        return asked_minor, round_half_up(asked_minor * rate, BASIS + rate)
    tax = round_half_up(asked_minor * rate, BASIS)
    return asked_minor + tax, tax
