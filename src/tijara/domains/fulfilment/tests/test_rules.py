"""However an order is parted, its parcels add up to it, and its state follows from them."""

from functools import partial

from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.fulfilment.rules.carriers import carrier_named, tracking_link
from tijara.domains.fulfilment.rules.shares import (
    carries_charges,
    credit_of,
    delivered_transfers,
    share_of,
    undone_transfers,
)
from tijara.domains.fulfilment.rules.steps import steps_after
from tijara.domains.fulfilment.shapes import Ending, ParcelKind, Share
from tijara.domains.ledger.shapes import Account
from tijara.domains.orders.shapes import (
    DeliveryAddress,
    LineKind,
    OrderLineView,
    OrderState,
    OrderView,
)
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money

amounts = some.integers(0, 10**9)
SUMS = ("items_minor", "delivery_minor", "fee_minor", "tax_minor")
SUMS += ("commission_minor", "commission_vat_minor")


def riyals(minor):
    return Money(minor, "SAR")


@some.composite
def lines(draw):
    quantity, unit = draw(some.integers(1, 9)), draw(some.integers(0, 10**6))
    return OrderLineView(
        id=new_id(),
        stock_id=new_id(),
        variant_id=new_id(),
        product_id=new_id(),
        kind=LineKind.PHYSICAL,
        name_ar="دلّة",
        name_en="",
        picture="",
        sku="",
        quantity=quantity,
        unit=riyals(unit),
        total=riyals(unit * quantity),
        tax_bp=1500,
        tax=riyals(draw(some.integers(0, 10**6))),
        commission=riyals(draw(some.integers(0, 10**6))),
        commission_vat=riyals(draw(some.integers(0, 10**5))),
    )


@some.composite
def orders(draw):
    bought = tuple(draw(some.lists(lines(), min_size=1, max_size=5)))
    delivery, fee = draw(amounts), draw(amounts)
    items = sum(line.total.minor for line in bought)
    tax = sum(line.tax.minor for line in bought) + draw(some.integers(0, 10**5))
    return OrderView(
        seller_id=new_id(),
        id=new_id(),
        number="",
        buyer_id=new_id(),
        checkout_id=new_id(),
        state=OrderState.CONFIRMED,
        placed_at=now(),
        moved_at=now(),
        items=riyals(items),
        delivery=riyals(delivery),
        fee=riyals(fee),
        tax=riyals(tax),
        total=riyals(items + delivery + fee),
        commission=riyals(sum(line.commission.minor for line in bought)),
        commission_vat=riyals(sum(line.commission_vat.minor for line in bought)),
        payment_method="cash_on_delivery",
        language="ar",
        address=DeliveryAddress("نورة", "+966551234567", "sa-riyadh"),
        lines=bought,
        steps=(),
    )


def parcels_of(order, data) -> list[Share]:
    """The order parted at random, some parcels given up."""
    left = {line.id: line.quantity for line in order.lines}
    taken: dict = {}
    shares, carried = [], False
    while left:
        line_ids = data.draw(some.lists(some.sampled_from(sorted(left)), min_size=1, unique=True))
        units = {one: data.draw(some.integers(1, left[one])) for one in line_ids}
        for one, many in units.items():
            left[one] -= many
        left = {one: many for one, many in left.items() if many}
        kind = data.draw(some.sampled_from([ParcelKind.CARRIED, ParcelKind.GIVEN_UP]))
        carries = carries_charges(
            kind, carried_before=carried, is_digital=False, stays_behind=bool(left)
        )
        carried |= carries
        shares.append(share_of(order, taken, units, has_charges=carries))
        for one, many in units.items():
            taken[one] = taken.get(one, 0) + many
    return shares


@given(orders(), some.data())
def test_parcels_add_up_to_their_order_exactly(order, data):
    shares = parcels_of(order, data)
    expected = {
        "items_minor": order.items.minor,
        "delivery_minor": order.delivery.minor,
        "fee_minor": order.fee.minor,
        "tax_minor": order.tax.minor,
        "commission_minor": order.commission.minor,
        "commission_vat_minor": order.commission_vat.minor,
    }
    assert {name: sum(getattr(one, name) for one in shares) for name in SUMS} == expected
    assert all(getattr(one, name) >= 0 for one in shares for name in SUMS)


@given(orders(), some.data(), some.floats(0, 1), some.booleans())
def test_parcels_empty_what_the_sale_put_aside_however_they_end(order, data, paid_part, is_held):
    credit = int(order.total.minor * paid_part)
    left = {Account.ORDERS_PENDING: -order.total.minor}
    left |= {Account.BUYER_RECEIVABLE: order.total.minor - credit}
    back = brought = 0
    shares = parcels_of(order, data)
    for place, share in enumerate(shares):
        is_taken = data.draw(some.booleans())
        paid = credit_of(credit, order.total.minor, shares[:place], share)
        ways = partial(delivered_transfers, is_held=is_held) if is_taken else undone_transfers
        back += 0 if is_taken else paid
        brought += share.total_minor - paid if is_taken else 0
        for transfer in ways(share, paid_minor=paid):
            assert transfer.amount_minor >= 0
            left[transfer.debit] = left.get(transfer.debit, 0) + transfer.amount_minor
            left[transfer.credit] = left.get(transfer.credit, 0) - transfer.amount_minor
    assert left[Account.ORDERS_PENDING] == left[Account.BUYER_RECEIVABLE] == 0
    assert left.get(Account.BUYER_REFUNDABLE, 0) == -back
    assert left.get(Account.CARRIER_RECEIVABLE, 0) == brought


S, E = OrderState, Ending


def test_the_order_goes_on_as_its_parcels_do():
    def steps(state, *endings, is_whole=True, is_digital=False):
        return steps_after(state, endings, is_whole=is_whole, is_digital=is_digital)

    assert steps(S.CONFIRMED, E.NONE, is_whole=False) == []
    assert steps(S.CONFIRMED, E.NONE) == steps(S.PACKED, E.NONE) == [S.SHIPPED]
    assert steps(S.SHIPPED, E.NONE, E.DELIVERED) == []
    assert steps(S.SHIPPED, E.REFUSED, E.DELIVERED) == [S.DELIVERED]
    assert steps(S.SHIPPED, E.REFUSED, E.REFUSED) == [S.REFUSED]
    assert steps(S.CONFIRMED, E.DELIVERED, E.GIVEN_UP) == [S.SHIPPED, S.DELIVERED]
    assert steps(S.CONFIRMED, E.GIVEN_UP, E.GIVEN_UP) == [S.CANCELLED]
    assert steps(S.PLACED, E.DELIVERED, is_digital=True) == [S.DELIVERED]
    assert steps(S.PLACED, E.DELIVERED, E.GIVEN_UP) == [S.CONFIRMED, S.SHIPPED, S.DELIVERED]
    assert steps(S.DELIVERED, E.DELIVERED) == []


def test_known_carriers_lead_to_their_parcels_and_others_nowhere():
    assert tracking_link("أرامكس", "44 10&x=<b>").endswith("ShipmentNumber=44%2010%26x%3D%3Cb%3E")
    assert tracking_link(" aramex ", "1").startswith("https://www.aramex.com/")
    assert tracking_link("ناقل", "1") == tracking_link("خالي أبو فهد", "1") == ""
    assert tracking_link("Aramex", "") == ""
    assert carrier_named("Bosta").name_ar == "بوسطة"
    assert carrier_named("Le livreur de la boutique") is carrier_named("مندوب المتجر")
