"""The cart at today's terms."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from tijara.domains.carts.queries import picked_lines
from tijara.domains.carts.shapes import PickedLine
from tijara.domains.cash_terms.queries import asks_who_buys, cash_basket, offered
from tijara.domains.catalogue.queries import variant_names
from tijara.domains.catalogue.shapes import VariantNames
from tijara.domains.groups.queries import groups_of_buyer, rules_of
from tijara.domains.groups.shapes import GroupRule
from tijara.domains.inventory.queries import units_held
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferCard, OfferKey
from tijara.domains.orders.shapes import (
    CompanyBuyer,
    LineKind,
)
from tijara.domains.parties.queries import markets_of, recent_terms
from tijara.domains.parties.shapes import SellerTerms
from tijara.domains.payments.queries import payment_options
from tijara.domains.payments.shapes import PaymentOption
from tijara.domains.pricing.queries import groups_named as groups_of_lists
from tijara.domains.pricing.queries import prices_for
from tijara.domains.pricing.shapes import Buyer, PriceAsked
from tijara.domains.promotions.queries import codes_known, discounts, has_first_order
from tijara.domains.promotions.queries import groups_named as groups_of_promotions
from tijara.domains.promotions.shapes import Discounts
from tijara.domains.shipping.queries import delivery_options
from tijara.domains.shipping.shapes import DeliveryOption
from tijara.domains.stores.queries import stores
from tijara.domains.stores.shapes import StoreCard
from tijara.domains.taxes.queries import tax_groups
from tijara.domains.taxes.shapes import TaxedDocument, TaxGroup, Treatment
from tijara.kit.money import Money, total

from ..rules import (
    basket_for_promotions,
    basket_sums,
    by_price_list,
    checked_company,
    documents_of,
    how_taxed,
    mark_of,
    with_discounts,
    with_way_to_put_down,
    without_cash,
    without_home_tax,
)
from ..shapes import (
    Basket,
    BasketLine,
    Record,
    SellerBasket,
    WayToPay,
    Wishes,
)
from .people import Who

NOTHING_CHOSEN = Wishes()


PickedLines = dict[UUID, list[tuple[BasketLine, int]]]
"""By seller, each with the days until it is handed over."""


BLOCKING = frozenset({"unavailable", "sold_out", "few_left", "paused"})
"""Problems of a line that the buyer settles before he can order."""


def basket(
    *,
    buyer_id: UUID,
    market: MarketPolicy,
    payment_method: str | None,
    on: date,
    checkout_id: UUID | None = None,
    wishes: Wishes = NOTHING_CHOSEN,
) -> Basket:
    """The cart, priced for `on` (a local day). Units that `checkout_id` holds count as free.

    Without `payment_method` no fee is added yet.
    """
    picked = picked_in(buyer_id, market)
    cards = offers([OfferKey(line.seller_id, line.offer_id) for line in picked])
    names = variant_names(card.variant_id for card in cards.values())
    held = units_held(checkout_id, {line.seller_id for line in picked}) if checkout_id else {}
    known = stores({line.seller_id for line in picked})
    terms = recent_terms({line.seller_id for line in picked})
    lines: PickedLines = {}
    for line in picked:
        card = cards.get(OfferKey(line.seller_id, line.offer_id))
        if card and card.variant_id in names and card.price.currency == market.currency:
            store = known.get(line.seller_id)
            shown = _line(line, card, names[card.variant_id], held.get(card.stock_id, 0))
            if store and store.is_paused:
                shown = replace(shown, problem="paused")
            lines.setdefault(line.seller_id, []).append((shown, card.handling_days))
    who = Who(buyer_id, market, wishes)
    groups = _buyers_groups(who, lines, on)
    priced = priced_lines(buyer_id, lines, on, wishes, groups)
    whole = tuple(
        _seller_basket(market, known[seller_id], terms[seller_id], mine, on, wishes)
        for seller_id, mine in priced.items()
        if seller_id in known and known[seller_id].is_open and seller_id in terms
    )
    sellers, taken = promoted_sellers(who, whole, groups)
    plain = _taxed(market, sellers, Money(0, market.currency))
    options = _options(sellers, _gross(plain, market), who)
    chosen = next((one for one in options if one.method == payment_method), None)
    fee = chosen.fee if chosen and sellers else Money(0, market.currency)
    is_short = len(picked) > _count(sellers)
    return replace(
        _whole(market, sellers, options, fee, plain, is_short=is_short),
        discounts=taken,
        turn=who.turn,
        is_known_by_phone=who.has_lost,
    )


def priced_lines(
    buyer_id: UUID,
    lines: PickedLines,
    on: date,
    wishes: Wishes,
    groups: frozenset[UUID] = frozenset(),
) -> PickedLines:
    """At the prices of this buyer: by the lists of his sellers that are for him."""
    asked = [
        PriceAsked(line.seller_id, line.offer_id, line.quantity, line.unit)
        for mine in lines.values()
        for line, _ in mine
    ]
    company = wishes.company
    buyer = Buyer(buyer_id, company.vat_number if company else "", groups)
    found = prices_for(buyer, asked, on)
    return {
        seller_id: [(by_price_list(line, found.get(line.offer_id)), days) for line, days in mine]
        for seller_id, mine in lines.items()
    }


def promoted_sellers(
    who: Who, sellers: tuple[SellerBasket, ...], groups: frozenset[UUID] = frozenset()
) -> tuple[tuple[SellerBasket, ...], Discounts]:
    """With what promotions take off goods and deliveries, and what that is."""
    market, wishes = who.market, who.wishes
    codes = codes_known(wishes.codes)
    is_first = has_first_order(market.id, codes) and who.is_new()
    asked = basket_for_promotions(market, sellers, codes, is_first_order=is_first, groups=groups)
    asked = replace(asked, without=wishes.without)
    taken = discounts(asked)
    if who.is_asked and who.record.is_by_phone:
        as_new = discounts(replace(asked, is_first_order=True))
        who.has_lost = who.has_lost or as_new.minor > taken.minor
    return with_discounts(sellers, taken), taken


def picked_in(buyer_id: UUID, market: MarketPolicy) -> list[PickedLine]:
    """What the buyer has picked from sellers of this market: each market has a cart of its own."""
    picked = picked_lines(buyer_id)
    homes = markets_of(line.seller_id for line in picked)
    return [line for line in picked if homes.get(line.seller_id) == market.id]


def company_faults(typed: CompanyBuyer, country: str) -> dict[str, str]:
    """Why no tax invoice can be written to this company: a code by field; empty, one can."""
    return checked_company(typed, country)[1]


def _buyers_groups(who: Who, lines: PickedLines, on: date) -> frozenset[UUID]:
    """Those of his groups that any price list or promotion here is for: most baskets ask nothing of
    the database."""
    named = groups_of_lists(lines, on) | groups_of_promotions(who.market.id)
    if not named:
        return named
    is_newcomer = GroupRule.NEWCOMERS in rules_of(named) and who.is_new()
    who.has_lost = who.is_asked and who.record.is_by_phone
    is_company = bool(who.wishes.company and who.wishes.company.vat_number)
    return groups_of_buyer(who.buyer_id, named, is_company=is_company, is_newcomer=is_newcomer)


def _count(sellers: Sequence[SellerBasket]) -> int:
    return sum(len(seller.lines) for seller in sellers)


def _line(picked: PickedLine, card: OfferCard, names: VariantNames, held: int) -> BasketLine:
    free = card.free + held
    seen = Money(picked.seen_minor, card.price.currency)
    if not card.is_active:
        problem = "unavailable"
    elif free <= 0:
        problem = "sold_out"
    elif free < picked.quantity:
        problem = "few_left"
    else:
        problem = "price_changed" if seen != card.price else ""
    return BasketLine(
        seller_id=picked.seller_id,
        offer_id=picked.offer_id,
        offer_version=card.version,
        stock_id=card.stock_id,
        variant_id=card.variant_id,
        product_id=card.product_id,
        slug=names.slug,
        name_ar=names.name_ar,
        name_en=names.name_en,
        label_ar=names.label_ar,
        label_en=names.label_en,
        picture=names.picture,
        sku=names.sku,
        quantity=picked.quantity,
        unit=card.price,
        seen=seen,
        free=free,
        problem=problem,
        kind=LineKind(names.kind),
        name_fr=names.name_fr,
        label_fr=names.label_fr,
        tax_class=names.tax_class,
        category_path=names.category_path,
        brand_id=names.brand_id,
    )


def _seller_basket(
    market: MarketPolicy,
    store: StoreCard,
    terms: SellerTerms,
    lines: list[tuple[BasketLine, int]],
    on: date,
    wishes: Wishes,
) -> SellerBasket:
    lines, treatments = _taxed_lines(market, terms, lines, on, wishes)
    options = _delivery(market, store.seller_id, lines, on, wishes)
    wanted = wishes.services.get(store.seller_id)
    chosen = next((one for one in options if one.code == wanted), options[0] if options else None)
    return SellerBasket(
        seller_id=store.seller_id,
        store_slug=store.slug,
        store_name_ar=store.name_ar,
        store_name_en=store.name_en,
        store_name_fr=store.name_fr,
        store_hue=store.hue,
        lines=tuple(line for line, _ in lines),
        items=total([line.total for line, _ in lines], market.currency),
        delivery=chosen.price if chosen else Money(0, market.currency),
        free_from=chosen.free_from if chosen else None,
        earliest=chosen.earliest if chosen else None,
        latest=chosen.latest if chosen else None,
        options=tuple(options),
        service=chosen.code if chosen else "",
        terms=terms,
        treatments=treatments,
    )


def _taxed_lines(
    market: MarketPolicy,
    terms: SellerTerms,
    lines: list[tuple[BasketLine, int]],
    on: date,
    wishes: Wishes,
) -> tuple[list[tuple[BasketLine, int]], tuple[Treatment, ...]]:
    """How each is taxed; what leaves the country is asked for without the tax of its price."""
    goods, days = [line for line, _ in lines], [days for _, days in lines]
    taxed = how_taxed(market, terms, goods, on, wishes)
    if wishes.country:
        at_home = how_taxed(market, terms, goods, on, replace(wishes, country=""))
        goods = without_home_tax(goods, at_home, taxed, market)
    return list(zip(goods, days, strict=True)), taxed


def _delivery(
    market: MarketPolicy,
    seller_id: UUID,
    lines: list[tuple[BasketLine, int]],
    on: date,
    wishes: Wishes,
) -> list[DeliveryOption]:
    """Of what is carried; digital goods need no way."""
    carried = [(line, days) for line, days in lines if line.kind is LineKind.PHYSICAL]
    if not carried:
        return []
    items = total([line.total for line, _ in carried], market.currency)
    slowest = max(days for _, days in carried)
    return delivery_options(
        market, seller_id, items, wishes.city, slowest, on, country=wishes.country
    )


def _options(sellers: tuple[SellerBasket, ...], without: Money, who: Who) -> list[PaymentOption]:
    """The ways to pay on the market's terms. What the buyer has ordered before is asked only where
    the terms of cash ask about it."""
    market = who.market
    lines = [line for seller in sellers for line in seller.lines]
    is_digital = any(line.kind is LineKind.DIGITAL for line in lines)
    record = who.record if sellers and asks_who_buys(market.id) else Record()
    asked = cash_basket(
        who.wishes.city,
        tuple(seller.service for seller in sellers if seller.service),
        without,
        record.open_in_cash,
        is_newcomer=not record.has_taken,
        refusals=record.refusals,
    )
    options = payment_options(market, without, is_digital=is_digital)
    ways = [offered(market.id, option, asked) for option in options]
    if who.wishes.country:
        ways = [without_cash(way) for way in ways]
    return [with_way_to_put_down(way, ways) for way in ways]


def _whole(
    market: MarketPolicy,
    sellers: tuple[SellerBasket, ...],
    options: list[PaymentOption],
    fee: Money,
    plain: tuple[TaxedDocument, ...],
    *,
    is_short: bool,
) -> Basket:
    """`plain` is the basket taxed without any fee."""
    lines = [line for seller in sellers for line in seller.lines]
    taxed = {0: plain} | {
        minor: _taxed(market, sellers, Money(minor, market.currency))
        for minor in {option.fee.minor for option in options} - {0}
    }
    documents, sums = taxed[fee.minor], basket_sums(sellers, market.currency)
    return Basket(
        currency=market.currency,
        sellers=sellers,
        fee=fee,
        tax=_tax(documents, market),
        total=_gross(documents, market),
        pieces=sum(line.quantity for line in lines),
        has_problems=is_short or any(line.problem in BLOCKING for line in lines),
        ways=tuple(_way(option, taxed[option.fee.minor], market) for option in options),
        seen=mark_of(sellers, options, taxed),
        taxes=_groups(documents),
        includes_tax=market.prices_include_tax,
        documents=documents,
        items=sums["items"],
        delivery=sums["delivery"],
    )


def _way(
    option: PaymentOption, documents: tuple[TaxedDocument, ...], market: MarketPolicy
) -> WayToPay:
    return WayToPay(
        method=option.method,
        fee=option.fee,
        total=_gross(documents, market),
        tax=_tax(documents, market),
        refused_because=option.refused_because,
        taxes=_groups(documents),
        deposit=Money(option.deposit_minor, market.currency) if option.deposit_minor else None,
    )


def _taxed(
    market: MarketPolicy, sellers: tuple[SellerBasket, ...], fee: Money
) -> tuple[TaxedDocument, ...]:
    return documents_of(sellers, fee, includes_tax=market.prices_include_tax)


def _gross(documents: tuple[TaxedDocument, ...], market: MarketPolicy) -> Money:
    return Money(sum(one.gross_minor for one in documents), market.currency)


def _tax(documents: tuple[TaxedDocument, ...], market: MarketPolicy) -> Money:
    return Money(sum(one.tax_minor for one in documents), market.currency)


def _groups(documents: tuple[TaxedDocument, ...]) -> tuple[TaxGroup, ...]:
    return tax_groups(part for one in documents for part in one.parts)
