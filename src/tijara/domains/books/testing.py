"""Makers of books with something in them, for tests of the faces too."""

from datetime import date
from uuid import UUID

from tijara.domains.fulfilment.testing import ROAD, move
from tijara.domains.inventory.actions import set_unit_cost
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.parties.actions import declare_identity
from tijara.domains.parties.shapes import LegalIdentity
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.testing import pay
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

from .actions import book_events, write_entry
from .queries import book_of_seller, today_in
from .shapes import EntryDraft

VAT_NUMBER = "310122393500003"
COST = 6000
"""Of one piece, which is sold at 115.00 with tax."""


def make_registered_seller() -> UUID:
    """With a VAT number."""
    seller_id = make_seller()
    identity = LegalIdentity("مؤسسة بيت النحّاس", VAT_NUMBER, "1010123456", "الرياض")
    declare_identity(actor=SYSTEM, seller_id=seller_id, identity=identity)
    return seller_id


def make_costed_order(
    seller_id: UUID,
    state: OrderState = OrderState.DELIVERED,
    *,
    cost_minor: int | None = COST,
    method: PaymentMethod = PaymentMethod.CARD,
) -> OrderView:
    """Two pieces at 115.00 with delivery for 20.00, each of which cost 60.00."""
    offer = make_offer(price_minor=11500, units=10, seller_id=seller_id)
    if cost_minor is not None:
        set_unit_cost(
            actor=SYSTEM, seller_id=seller_id, stock_id=offer.stock_id, unit_minor=cost_minor
        )
    line = make_line(
        offer_id=offer.id,
        offer_version=offer.version,
        stock_id=offer.stock_id,
        variant_id=offer.variant_id,
        product_id=offer.product_id,
        unit_minor=offer.price.minor,
        quantity=2,
        tax_minor=3000,
        commission_minor=2300,
        commission_vat_minor=345,
    )
    amounts = {"delivery_minor": 2000, "tax_minor": 3261, "payment_method": method}
    placed = place_one(seller_id, make_order_to_place(line, **amounts))
    if method is PaymentMethod.CARD:
        pay(seller_id, placed.order_id, method)
    for step in ROAD[state]:
        move(step, seller_id, placed.order_id)
    found = order_view(seller_id, placed.order_id)
    assert found is not None
    return found


def book_all() -> None:
    while book_events(actor=SYSTEM, is_whole=True):
        pass


def write_input_tax(seller_id: UUID, minor: int, day: date) -> None:
    """VAT on a purchase that no paper of ours knows, by hand."""
    draft = EntryDraft(
        id=new_id(),
        booked_on=day,
        reason="ضريبة على مشتريات",
        lines=(("input_vat", minor), ("seller_bank", -minor)),
    )
    key, actor = book_of_seller(seller_id), seller_actor(seller_id, new_id())
    write_entry(actor=actor, owner_id=seller_id, key=key, draft=draft)


def write_rent(seller_id: UUID, minor: int = 50000, day: date | None = None, **given) -> UUID:
    """Rent, paid from the bank."""
    key = book_of_seller(seller_id)
    draft = EntryDraft(
        id=given.pop("id", None) or new_id(),
        booked_on=day or today_in(key),
        reason="إيجار المستودع",
        lines=(("rent", minor), ("seller_bank", -minor)),
    )
    return write_entry(
        actor=given.pop("actor", None) or seller_actor(seller_id, new_id()),
        owner_id=seller_id,
        key=key,
        draft=draft,
        **given,
    )
