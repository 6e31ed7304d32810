"""What is promised of the demonstration market."""

import os
from collections import Counter
from datetime import date

import pytest

from tijara.domains.accounts.queries import demonstration_accounts
from tijara.domains.catalogue.queries import (
    categories,
    edited_product,
    facet_values,
    find_products,
    forget_categories,
)
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.invoicing.queries import all_invoices
from tijara.domains.markets.queries import forget_markets, market
from tijara.domains.offers.queries import import_runs, own_offers, rejected_rows
from tijara.domains.orders.queries import all_orders
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.queries import buyers_of, markets_of
from tijara.domains.payments.queries import all_charges, attempts_of, charges_to_approve, refunds
from tijara.domains.payments.shapes import ReceiptState
from tijara.domains.search.queries import shelf
from tijara.domains.settlements.queries import all_payouts
from tijara.domains.shipping.queries import delivery_options
from tijara.domains.stores.queries import all_stores, forget_stores, stores
from tijara.faces.cli import gateway_simulator
from tijara.faces.cli.bench.market import free_port
from tijara.faces.cli.commands import demo
from tijara.faces.cli.demonstration import content
from tijara.kit.arabic import strip_controls
from tijara.platform.audits import run_proofs
from tijara.platform.files import FileKind, find
from tijara.platform.providers import connected

ART = content.CONTENT.parents[3] / "ui" / "static" / "ui" / "art"


IMPORTED = 2
"""Products of the import in the history."""


@pytest.fixture
def loaded(db, capsys, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for forget in (forget_categories, forget_markets, forget_stores):
        forget()
    demo.run(None)
    return capsys


def test_every_product_has_names_words_and_a_picture_that_is_there():
    for told in content.products():
        words = [*told["name"], *told["about"]]
        assert all(text and text == strip_controls(text) for text in words), told["key"]
        assert (ART / f"{told['picture']}.avif").exists(), told["key"]
        assert (
            "was" not in told
            or content.price(told["was"]).minor > content.price(told["price"]).minor
        )


def test_names_are_distinct_in_both_languages():
    for language in (0, 1):
        names = Counter(told["name"][language] for told in content.products())
        assert max(names.values()) == 1


def test_the_market_is_whole(loaded):
    policy = market("sa")
    page = shelf(policy.id, size=200)
    assert page.total == len(content.products()) + IMPORTED >= 100
    homes = markets_of(store.seller_id for store in all_stores())
    at_home = {seller for seller, home in homes.items() if home == policy.id}
    assert len(at_home) == 4
    assert set(stores({card.seller_id for card in page.items})) == at_home
    assert not all(card.in_stock for card in page.items)
    departments = [node for node in categories() if not node.depth]
    assert len(departments) == 9
    for node in categories():
        assert node.picture and shelf(policy.id, category_path=node.path).total, node.path
    assert [shown.is_operator for shown in demonstration_accounts()] == [True] + [False] * 7
    assert content.shown_password() in loaded.readouterr().out


def test_a_second_market_stands_beside_it_in_its_own_money(loaded):
    policy = market("eg")
    cards = shelf(policy.id, size=200).items
    assert len(cards) >= 12 and {card.price.currency for card in cards} == {"EGP"}
    assert len({card.seller_id for card in cards}) == 2
    sinai = delivery_options(
        policy, cards[0].seller_id, cards[0].price, "eg-arish", 1, date(2026, 11, 19)
    )
    assert sinai == []


def test_goods_are_chosen_described_pictured_and_digital(loaded):
    rows = {row.name_en: row for row in find_products(size=200).items}
    thermos = edited_product(rows["Diyafa thermos with a brass handle"].id)
    assert len(thermos.active) == 5 and len(thermos.variants) == 7
    assert {one.picture for one in thermos.active} == {"thermos-majlis", "thermos-blue"}
    assert len(own_offers(thermos.brought_by, thermos.id)) == 5
    assert sum(row.kind == "digital" for row in rows.values()) >= 5
    assert len(facet_values([row.id for row in rows.values()])) > 15
    assert all(node.name_fr for node in categories())


def test_an_import_stands_in_the_history_with_its_faults(loaded):
    seller_id = content.id_of("seller", "nahhas")
    (run,) = import_runs(seller_id)
    assert run.state == "done" and (run.created, run.rejected) == (IMPORTED, 3)
    faults = [row.fault for row in rejected_rows(seller_id, run.id)]
    assert faults == ["no_name", "price_unreadable", "repeated_key"]


def test_orders_stand_in_every_state(loaded):
    states = Counter(row.state for row in all_orders(size=100).items)
    assert set(states) == {
        "pending", "placed", "confirmed", "packed", "shipped", "delivered", "refused", "cancelled",
        "refunded",
    }  # fmt: skip
    assert len({row.seller_id for row in all_orders(size=100).items}) == 6
    assert [fault for result in run_proofs() for fault in result.faults] == []


def test_the_buyer_finds_orders_of_hers(loaded):
    buyer = next(one for one in demonstration_accounts() if one.email.startswith("noura@"))
    found = [order for one in buyers_of(buyer.id) for order in orders_of_buyer(one)]
    assert {OrderState.DELIVERED, OrderState.SHIPPED, OrderState.REFUNDED} <= {
        order.state for order in found
    }


def test_what_was_delivered_is_invoiced_and_one_seller_is_paid(loaded):
    kinds = Counter(row.kind for row in all_invoices(size=100).items)
    states = Counter(row.state for row in all_orders(size=100).items)
    assert kinds["tax_invoice"] == states["delivered"] + states["refunded"]
    assert kinds["credit_note"] == states["refunded"] == 2
    (paid,) = all_payouts().items
    assert paid.masked == "SA•• •••• 7519"


def test_transfers_stand_in_every_state_without_a_gateway(loaded):
    charged = all_charges(size=100).items
    assert {one.method for one in charged} == {"bank_transfer"}
    assert {one.state for one in charged} == {"open", "paid", "cancelled"}
    (waiting,) = charges_to_approve().items
    receipt = waiting.receipts[0]
    assert find(waiting.buyer_id, receipt.file_id).kind is FileKind.PNG
    assert {one.receipts[0].state for one in charged if one.receipts} == set(ReceiptState)
    by_hand = [one for one in refunds(size=100).items if one.method == "bank_transfer"]
    assert {one.state for one in by_hand} == {"due", "paid"}


@pytest.fixture
def simulated(monkeypatch, tmp_path):
    """The surroundings in which a family loads its market."""
    for name in gateway_simulator.SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TIJARA_DATA", str(tmp_path))
    monkeypatch.setenv("PORT", str(free_port()))
    monkeypatch.setenv("TIJARA_DEMONSTRATION", "1")
    given = dict(os.environ)
    assert gateway_simulator.take_over(given)
    for name in gateway_simulator.SETTINGS:
        if name in given:
            monkeypatch.setenv(name, given[name])
    connected.cache_clear()
    yield
    connected.cache_clear()


def test_cards_are_paid_refused_and_given_back_where_the_gateway_is_played(simulated, loaded):
    cards = [one for one in all_charges(size=100).items if one.method == "card"]
    assert Counter(one.state for one in cards) == {"paid": 3, "open": 1}
    (tried,) = [one for one in cards if one.state == "open"]
    assert [one.reason for one in attempts_of(tried.buyer_id, tried.id)] == ["funds"]
    (returned,) = [one for one in refunds(size=100).items if one.method == "card"]
    assert returned.state == "paid"
    digital = {row.id for row in all_orders(size=100).items if row.state == "delivered"}
    paid = {part.order_id for one in cards if one.state == "paid" for part in one.parts}
    assert len(paid & digital) == 2
    assert [fault for result in run_proofs() for fault in result.faults] == []


def test_loading_it_again_changes_nothing(loaded):
    before = all_orders(size=100).items
    goods = shelf(market("sa").id, size=200).items
    demo.run(None)
    assert all_orders(size=100).items == before
    assert shelf(market("sa").id, size=200).items == goods
