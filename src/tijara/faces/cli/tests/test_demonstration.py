"""What is promised of the demonstration market."""

import re
from collections import Counter
from datetime import date

import pytest

from tijara.domains.accounts.queries import demonstration_accounts
from tijara.domains.catalogue.queries import (
    categories,
    edited_product,
    facet_values,
    find_products,
)
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.content.queries import banners_shown
from tijara.domains.flash_sales.queries import audit_of, read_audit, sales_in
from tijara.domains.invoicing.queries import all_filings, all_invoices, units
from tijara.domains.markets.queries import market, markets
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.offers.queries import (
    import_runs,
    offers_of_product,
    own_offers,
    rejected_rows,
)
from tijara.domains.orders.queries import all_orders
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.queries import buyers_of, markets_of
from tijara.domains.payments.queries import all_charges, attempts_of, charges_to_approve, refunds
from tijara.domains.payments.shapes import ReceiptState
from tijara.domains.returns.queries import all_returns
from tijara.domains.reviews.queries import counts_for_staff, ratings_of
from tijara.domains.reviews.shapes import Rating
from tijara.domains.search.queries import shelf
from tijara.domains.settlements.queries import all_payouts, runs, transfers_of_run
from tijara.domains.settlements.shapes import RunState, TransferState
from tijara.domains.shipping.queries import delivery_options
from tijara.domains.stores.queries import (
    all_stores,
    applications_waiting,
    stores,
)
from tijara.faces.cli import gateway_simulator
from tijara.faces.cli.commands import demo
from tijara.faces.cli.demonstration import cards, content, history
from tijara.faces.cli.far_authorities import NOBODY, keep_far
from tijara.faces.cli.tests.demonstrated import (
    demonstration,
    forget_what_stands,
    played_gateway,
)
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.platform.audits import run_proofs
from tijara.platform.files import FileKind, find
from tools.artwork.__main__ import named_in_content
from tools.artwork.pictures import MOTIFS, drawing_of

ART = content.CONTENT.parents[3] / "ui" / "static" / "ui" / "art"


MOST_ALIKE = 3
"""Products that may share a picture."""
IMPORTED = 2
"""Products of the import in the history."""


@pytest.fixture(scope="module")
def once(django_db_setup, django_db_blocker, tmp_path_factory):
    """The whole market, and the gateway that it was loaded with. What it has said."""
    folder = tmp_path_factory.mktemp("demonstration")
    with django_db_blocker.unblock(), demonstration(folder) as said, played_gateway(folder):
        yield said


@pytest.fixture
def loaded(once, db):
    """Each test undoes what it does itself."""
    forget_what_stands()
    return once


def all_goods():
    return content.products() + [
        told for market in content.other_markets() for told in market["product"]
    ]


def pictures_of(told):
    yield told["picture"]
    yield from (f"{told['picture']}-{view}" for view in told.get("views", ()))


def test_every_product_has_three_languages_a_picture_that_is_there_and_a_price():
    for told in all_goods():
        words = [*told["name"], *told["about"]]
        assert len(words) == 6, told["key"]
        assert all(text and text == strip_controls(text) for text in words), told["key"]
        assert all((ART / f"{name}.avif").exists() for name in pictures_of(told)), told["key"]
        asked = content.price(told["price"]).minor
        assert 0 < asked < content.price(told.get("was", "999999")).minor, told["key"]


def test_names_are_distinct_in_every_language():
    for language in range(3):
        names = Counter(told["name"][language] for told in all_goods())
        assert max(names.values()) == 1, names.most_common(3)


def test_no_shelf_looks_like_copies_and_nothing_drawn_lies_idle():
    shown = Counter(told["picture"] for told in all_goods())
    assert max(shown.values()) <= MOST_ALIKE, shown.most_common(3)
    assert len(shown) >= 250 and {drawing_of(name) for name in shown} <= set(MOTIFS)
    assert len({drawing_of(name) for name in shown}) >= 80
    assert {file.stem for file in ART.glob("*.avif")} == named_in_content()


def test_a_picture_is_light_enough_for_a_slow_line():
    """What leads a front page stands there alone, and may weigh more."""
    sizes = {file.stem: file.stat().st_size for file in ART.glob("*.avif")}
    campaigns = {name for name in sizes if name.startswith("campaign-")}
    assert sum(sizes.values()) / len(sizes) <= 8_192
    assert max(size for name, size in sizes.items() if name not in campaigns) <= 24_576
    assert max(sizes[name] for name in campaigns) <= 32_768


def test_the_market_is_whole(loaded):
    policy = market("sa")
    cards = [card for page in (1, 2, 3) for card in shelf(policy.id, size=200, page=page).items]
    assert len(cards) == len(content.products()) + IMPORTED >= 300
    homes = markets_of(store.seller_id for store in all_stores())
    at_home = {seller for seller, home in homes.items() if home == policy.id}
    assert len(at_home) == 12
    assert all(store.logo and store.cover for store in all_stores())
    for known in markets():
        assert banners_shown(known.id, now().date()) and known.papers.commercial_register
    assert set(stores({card.seller_id for card in cards})) == at_home
    assert not all(card.in_stock for card in cards)
    assert len([node for node in categories() if not node.depth]) == 16
    for node in categories():
        assert node.picture and shelf(policy.id, category_path=node.path).total, node.path
        assert all((node.name_ar, node.name_en, node.name_fr)), node.path
    for store in all_stores():
        assert store.about_ar and store.about_en and store.about_fr and store.name_fr, store.slug
    people = demonstration_accounts()
    assert [shown.is_operator for shown in people] == [True] * 2 + [False] * (len(people) - 2)
    assert content.shown_password() in loaded


def test_a_second_market_stands_beside_it_in_its_own_money(loaded):
    policy = market("eg")
    cards = shelf(policy.id, size=200).items
    assert len(cards) >= 25 and {card.price.currency for card in cards} == {"EGP"}
    assert len({card.seller_id for card in cards}) == 4
    sinai = delivery_options(
        policy, cards[0].seller_id, cards[0].price, "eg-arish", 1, date(2026, 11, 19)
    )
    assert sinai == []


def test_goods_are_chosen_described_pictured_and_digital(loaded):
    goods = [row for page in (1, 2, 3) for row in find_products(size=200, page=page).items]
    rows = {row.name_en: row for row in goods}
    thermos = edited_product(rows["Diyafa thermos with a brass handle"].id)
    assert len(thermos.active) == 5 and len(thermos.variants) == 7
    assert {one.picture for one in thermos.active} == {"thermos-majlis", "thermos-blue"}
    assert len(own_offers(thermos.brought_by, thermos.id)) == 5
    assert sum(row.kind == "digital" for row in rows.values()) >= 5
    assert len(facet_values([row.id for row in rows.values()])) > 200
    towels = edited_product(rows["Cotton towels, set of 5"].id)
    assert len(offers_of_product(towels.id)) == 2


def test_an_import_stands_in_the_history_with_its_faults(loaded):
    seller_id = content.id_of("seller", "nahhas")
    (run,) = import_runs(seller_id)
    assert run.state == "done" and (run.created, run.rejected) == (IMPORTED, 3)
    faults = [row.fault for row in rejected_rows(seller_id, run.id)]
    assert faults == ["no_name", "price_unreadable", "repeated_key"]
    brought = find_products(text="بغدادية", brought_by=seller_id).items
    assert all(row.picture for row in brought) and brought


def orders():
    return [row for page in (1, 2, 3) for row in all_orders(size=100, page=page).items]


def test_orders_stand_in_every_state(loaded):
    states = Counter(row.state for row in orders())
    assert set(states) == {
        "pending", "placed", "confirmed", "packed", "shipped", "delivered", "refused", "cancelled",
        "refunded",
    }  # fmt: skip
    assert len({row.seller_id for row in orders()}) == len(all_stores()) == 16
    assert [fault for result in run_proofs() for fault in result.faults] == []


def test_they_were_placed_over_ninety_days_and_more_of_them_lately(loaded):
    days = [(now() - row.placed_at).days for row in orders()]
    assert len(days) >= 120 and 85 <= max(days) <= 91 and min(days) == 0
    assert len(set(days)) > 60
    assert 1.2 * sum(day >= 45 for day in days) < sum(day < 45 for day in days)


def test_history_is_drawn_the_same_way_each_time():
    keys = {told["key"]: None for told in all_goods()}
    once = history.orders_of("sa", keys)
    assert once == history.orders_of("sa", keys)
    assert len({order["key"] for order in once}) == len(once)
    assert len({order["guest"] for order in once}) > 40


def test_the_buyer_finds_orders_of_hers(loaded):
    buyer = next(one for one in demonstration_accounts() if one.email.startswith("noura@"))
    found = [order for one in buyers_of(buyer.id) for order in orders_of_buyer(one)]
    assert {OrderState.DELIVERED, OrderState.SHIPPED, OrderState.REFUNDED} <= {
        order.state for order in found
    }


def test_returns_stand_in_several_states(loaded):
    states = {row.state for row in all_returns().items}
    assert {
        "requested", "approved", "sent", "received", "rejected", "refunded", "exchanged",
    } <= states  # fmt: skip


def test_what_was_delivered_is_invoiced_and_sellers_are_paid(loaded):
    kinds = Counter(
        row.kind for page in (1, 2, 3) for row in all_invoices(size=100, page=page).items
    )
    states = Counter(row.state for row in orders())
    written = kinds["tax_invoice"] + kinds["full_invoice"] + kinds["receipt"]
    assert written == states["delivered"] + states["refunded"] and kinds["full_invoice"] == 2
    assert kinds["receipt"] and kinds["credit_note"] >= states["refunded"] >= 5
    paid = all_payouts(size=100).items
    assert len(paid) >= 12 and len({one.seller_id for one in paid}) >= 8
    assert "SA•• •••• 7519" in {one.masked for one in paid}
    assert len({one.paid_on for one in paid}) == 3
    states = [one.state for one in runs().items]
    assert states == [RunState.PREPARED] + [RunState.APPROVED] * 3
    told = transfers_of_run(runs().items[2].id).items
    refused = {one.seller_id for one in told if one.state is TransferState.FAILED}
    assert len(refused) == 1 and refused <= {one.seller_id for one in paid}


def test_documents_at_the_authority_stand_in_each_state(loaded):
    """Days of accepted ones, one that was rejected and went out anew by itself, one that waits."""
    filings = [one for page in (1, 2, 3) for one in all_filings(page=page).items]
    states = Counter(one.state for one in filings)
    assert set(states) == {"accepted", "corrected", "waiting"} and states["accepted"] >= 12
    assert states["corrected"] == states["waiting"] == 1
    (healed,) = [one for one in filings if one.is_healed]
    (rejected,) = [one for one in filings if one.state == "corrected"]
    assert healed.replaces == rejected.id and healed.state == "accepted"
    assert "BR-KSA-08" in {one.rule for one in rejected.errors}
    (waiting,) = [one for one in filings if one.state == "waiting"]
    assert waiting.attempts and waiting.last_error
    told = [one for one in filings if one.state == "accepted"]
    assert len({one.written_at.date() for one in told}) >= 5
    assert all(one.written_at <= one.answered_at for one in told)
    assert units() == [], "nothing that is ordered here is told to an authority"


def test_a_demonstration_asks_no_authority():
    given = {"TIJARA_DEMONSTRATION": "1", "TIJARA_ETA_ADDRESS": "https://sandbox.example"}
    keep_far(given)
    assert given["TIJARA_ZATCA_ADDRESS"] == NOBODY
    assert given["TIJARA_ETA_ADDRESS"] == "https://sandbox.example"
    earnest = {"TIJARA_DEMONSTRATION": "0"}
    keep_far(earnest)
    assert set(earnest) == {"TIJARA_DEMONSTRATION"}


def test_somebody_waits_for_an_answer(loaded):
    assert applications_waiting() == 3
    draft = edited_product(content.id_of("draft", "draft-tray-hammered"))
    assert draft is not None and not draft.is_published


def test_nobody_pays_by_card_where_no_gateway_is_played(monkeypatch):
    monkeypatch.delenv(gateway_simulator.IS_SIMULATED, raising=False)
    with cards.gateway() as takes_cards:
        assert not takes_cards


def charges():
    return [one for page in (1, 2) for one in all_charges(size=100, page=page).items]


def test_transfers_stand_in_every_state(loaded):
    charged = [one for one in charges() if one.method == "bank_transfer"]
    assert {one.state for one in charged} == {"open", "paid", "cancelled"}
    (waiting,) = charges_to_approve().items
    receipt = waiting.receipts[0]
    assert find(waiting.buyer_id, receipt.file_id).kind is FileKind.PNG
    assert {one.receipts[0].state for one in charged if one.receipts} == set(ReceiptState)
    by_hand = [one for one in refunds(size=100).items if one.method == "bank_transfer"]
    assert {one.state for one in by_hand} == {"due", "paid"}


def test_cards_are_paid_refused_and_given_back_where_the_gateway_is_played(loaded):
    by_card = [one for one in charges() if one.method == "card"]
    states = Counter(one.state for one in by_card)
    assert set(states) == {"paid", "open"} and states["open"] == 4 and states["paid"] > 20
    tried = [attempts_of(one.buyer_id, one.id) for one in by_card if one.state == "open"]
    reasons = [[one.reason for one in attempts] for attempts in tried]
    untried = "the difference of an exchange, and two debit notes, are not tried yet"
    assert sorted(reasons) == [[], [], [], ["funds"]], untried
    returned = [one for one in refunds(size=100).items if one.method == "card"]
    assert returned and {one.state for one in returned} == {"paid"}


def test_what_was_bought_in_a_flash_sale_stands_and_its_sealed_file_says_so(loaded):
    """One that is over, one that runs and one that is to come."""
    here = market(content.read("market")["market"]["slug"])
    over, runs, comes = sorted(sales_in(here.id), key=lambda one: one.starts_at)
    assert [over.sold, runs.sold, comes.sold] == [5, 3, 0]
    assert read_audit(audit_of(over.seller_id, over.id))["items"][0]["sold"] == 5


def test_loading_it_again_changes_nothing(loaded):
    before = orders()
    goods = shelf(market("sa").id, size=200).items
    demo.run(None)
    assert orders() == before
    assert shelf(market("sa").id, size=200).items == goods


def test_goods_are_liked_as_goods_are(loaded):
    """Most of them well, some not, of some nobody says anything; staff have something to read."""
    policy = market("sa")
    goods = [one.product_id for one in shelf(policy.id, size=200).items]
    ratings = ratings_of(policy.id, goods)
    assert 40 <= len(ratings) < len(goods)
    stars = [sum(one.by_stars[place] for one in ratings.values()) for place in range(5)]
    assert 3.6 <= Rating(tuple(stars)).average <= 4.9 and all(stars)
    assert counts_for_staff() == {"waiting": 1, "reported": 1}


ENGLISH = re.compile(
    r"\b(?:the|and|your|you|was|were|have|has|with|from|will|is|of|to|for|it|this|that)\b", re.I
)
APART = re.compile("\u2068[^\u2069]*\u2069|https?://\\S+")
"""What somebody is called, or has written, in whatever language; and addresses."""


def test_no_letter_in_arabic_or_french_has_a_word_of_english(loaded):
    letters = [one for one in recent_messages(5000) if one.language in ("ar", "fr")]
    assert letters
    found = {
        (one.kind, one.language, met[0])
        for one in letters
        for told in (one.subject, one.text)
        if (met := ENGLISH.search(APART.sub("", told)))
    }
    assert found == set()
