"""No table names a person unless it is known what tells him of it, and what forgets it."""

import inspect
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from psycopg.sql import SQL, Identifier

from tijara.domains.awaiting.queries import mailbox_of
from tijara.domains.awaiting.testing import make_wait
from tijara.domains.cases.actions import report_product
from tijara.domains.cases.queries import cases
from tijara.domains.favourites.queries import favourites_of
from tijara.domains.flash_sales.shapes import Audience
from tijara.domains.flash_sales.testing import Shop, Visitor
from tijara.domains.markets.queries import market_by_id
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.shapes import LegalIdentity, PartyKind
from tijara.domains.privacy.actions import ask_closing, close_account, close_accounts
from tijara.domains.privacy.queries.parts import PARTS
from tijara.domains.privacy.testing import EMAIL, Person, as_person, days_are_over, make_shopper
from tijara.domains.returns.actions import withdraw_return
from tijara.domains.returns.testing import make_return
from tijara.domains.stores.actions import apply_to_sell, reject_application
from tijara.domains.stores.shapes import ApplicationDraft
from tijara.domains.wallet.shapes import GiftDraft
from tijara.domains.wallet.testing import make_sent_gift, make_staff
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.audits import run_proofs
from tijara.platform.ownership.checks import ownership_of

NAMES_SOMEBODY = re.compile(
    r"(.+_)?(person_id|buyer_id|reporter_id|redeemed_by|user|email|phone|recipient|legal_name)"
    r"|(to|from|shown)_name|person"
)

CLOSING = Path(inspect.getfile(inspect.unwrap(close_account))).read_text()


@dataclass(frozen=True)
class Fate:
    """`told` is a part of the copy, `by` what forgets it; where one is empty, `why`."""

    told: str = ""
    by: str = ""
    why: str = ""


BOOKS = "It is of the books, which the law makes keep: sums and ids, and nobody's name."
BY_STAFF = "The person is one of those who work here; his own name is not in it."
MOVES = "Sums and an id that leads to nobody once the account is empty."
FATES = {
    "account_user": Fate("profile", "forget_account"),
    "account_emailaddress": Fate(
        "profile", "forget_account", "Nothing is written there: an address is the account's own."
    ),
    "mfa_authenticator": Fate("ways_in", "forget_account"),
    "usersessions_usersession": Fate("ways_in", "forget_account"),
    "audit_entry": Fate(why="Who did what is kept for everybody's safety, by id alone."),
    "desks_view": Fate(why="Lists of who works at a desk; whoever works can't leave."),
    "desks_note": Fate(why="A shop's own notes; the id is that of who wrote them at its desk."),
    "messaging_message": Fate("messages", "forget_recipient"),
    "party_buyer": Fate(why="It joins ids, and leads to an account that is empty by then."),
    "party_customer": Fate("company", "forget_person"),
    "party_invitation": Fate(
        by="forget_person", why="The letter that asked him is among his messages."
    ),
    "party_kept_order": Fate("orders", "forget_person"),
    "party_membership": Fate("work", why="Whoever works for a shop can't leave."),
    "party_saved_address": Fate("addresses", "forget_person"),
    "party_seller": Fate(why="Who sells is a business, and its papers are public."),
    "store_application": Fate("applications", "forget_applicant"),
    "payments_attempt": Fate("payments", why=BOOKS),
    "payments_charge": Fate("payments", "forget_payer"),
    "payments_notice": Fate(why="What a gateway said goes after some days by itself."),
    "payments_receipt": Fate("payments", why="A voucher of the books; the closing page says so."),
    "payments_refund": Fate("refunds", why=BOOKS),
    "cash_terms_block": Fate(why="A phone's keyed hash; the person is who blocked it."),
    "cart_line": Fate("cart", "forget_carts"),
    "favourite": Fate("favourites", "forget_favourites"),
    "orders_order": Fate("orders", "forget_recipients"),
    "orders_move": Fate("orders", why=BOOKS),
    "fulfilment_attempt": Fate(why=BY_STAFF),
    "fulfilment_door": Fate("doors", "forget_doors"),
    "checkout": Fate("orders", "forget_buyer"),
    "checkout_confirmed_phone": Fate(
        by="forget_buyer", why="That a code was right; the number stands with its order."
    ),
    "search_saved": Fate("searches", "forget_searches"),
    "deals_move": Fate("complaints", why=BOOKS),
    "deals_dispute": Fate("complaints", why="What both sides wrote stays; the page says so."),
    "cash_move": Fate(why=BY_STAFF),
    "returns_goodwill": Fate(why=BY_STAFF),
    "returns_owed": Fate("refunds", why=BOOKS),
    "returns_move": Fate("returns", why=BOOKS),
    "returns_return": Fate("returns", "forget_pickups"),
    "invoicing_debit_claim": Fate("invoices", why=BOOKS),
    "invoicing_invoice": Fate("invoices", why="As it was written: the law makes shops keep it."),
    "settlements_payout": Fate(why=BY_STAFF),
    "settlements_repayment": Fate(why=BY_STAFF),
    "pricing_member": Fate(
        by="forget_list_member", why="A shop's own terms; his orders show them."
    ),
    "promotions_claim": Fate(why="A phone's keyed hash: an offer is used once by each."),
    "wallet": Fate("credit", why=MOVES),
    "wallet_move": Fate("credit", why=MOVES),
    "wallet_lot": Fate("credit", why=MOVES),
    "wallet_hold": Fate("credit", why=MOVES),
    "wallet_grant": Fate("credit", why=MOVES),
    "wallet_gift_card": Fate("gifts", "forget_giver"),
    "books_entry": Fate(why=BY_STAFF),
    "cases_report": Fate("reports", "forget_reporter"),
    "cases_step": Fate(why=BY_STAFF),
    "groups_member": Fate("groups", "forget_member"),
    "loyalty_account": Fate("points", why=MOVES),
    "loyalty_move": Fate("points", why=MOVES),
    "loyalty_lot": Fate("points", why=MOVES),
    "loyalty_earning": Fate("points", why=MOVES),
    "loyalty_grant": Fate("points", why=MOVES),
    "loyalty_tier_step": Fate("points", why=MOVES),
    "flash_place": Fate("places", "forget_places"),
    "reviews_authorship": Fate("reviews", why="That he reviewed a product: an id, once each."),
    "reviews_invitation": Fate(why="An order that he is asked about; it goes when he was."),
    "reviews_silence": Fate("consents", "forget_author"),
    "reviews_report": Fate("reports", "forget_author"),
    "reviews_vote": Fate("helpful", "forget_votes"),
    "reviews_review": Fate("reviews", "forget_author"),
    "privacy_closing": Fate(why="That an account was closed, and when."),
    "privacy_copy": Fate(by="files.remove_all", why="It is the copy itself."),
    "awaiting_wait": Fate("awaited", "forget_waiter"),
    "awaiting_silence": Fate("consents", "forget_waiter"),
}


def names_somebody(model) -> bool:
    fields = [field.name for field in model._meta.local_fields]
    return ownership_of(model) == "buyer_id" or any(map(NAMES_SOMEBODY.fullmatch, fields))


def test_every_table_that_names_a_person_has_its_fate():
    found = {model._meta.db_table for model in apps.get_models() if names_somebody(model)}
    assert sorted(found - set(FATES)) == [], "tell of it in a copy, and forget it at closing"
    assert sorted(set(FATES) - found) == [], "it names nobody any more"


@pytest.mark.parametrize("table", FATES)
def test_a_fate_is_carried_out_or_has_its_reason(table):
    fate = FATES[table]
    assert fate.told in {"", *PARTS}
    assert not fate.by or len(re.findall(rf"\b{fate.by}\b", CLOSING)) > 1 - ("." in fate.by)
    assert (fate.told and fate.by) or fate.why.endswith(".")


HIS = ("%noura@example.com%", "%551234567%", "%55100000%", "%نورة السبيعي%", "%نورة التاجرة%")
NAMING = SQL("SELECT 1 FROM {} t WHERE t::text LIKE ANY(%s) LIMIT 1")
KEPT = {
    "invoicing_invoice",
    "messaging_message",
}
"""Invoices as they were written; and the last letter, for ninety days."""


def tables_with_him() -> set[str]:
    """Whatever a table is called and whatever its columns are."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(NAMING.format(Identifier(table)), [[*HIS]])
            found |= {table} if cursor.fetchone() else set()
    return found


def busy_shopper() -> Person:
    """Who has left his name wherever one can."""
    one = make_shopper()
    buyer = Actor(ActorKind.BUYER, one.id, one.buyer_id, BUYER_POWERS)
    going_back = make_return(one.seen_order)
    withdraw_return(
        actor=buyer,
        buyer_id=one.buyer_id,
        seller_id=going_back.seller_id,
        return_id=going_back.id,
    )
    market = market_by_id(make_market(cash_code="never").id)
    report_product(
        actor=buyer,
        buyer_id=one.buyer_id,
        market_id=market.id,
        product_id=favourites_of(one.buyer_id)[0],
        reason="unsafe",
        words="",
    )
    who = LegalIdentity("نورة التاجرة", kind=PartyKind.PERSON)
    asked = apply_to_sell(
        actor=as_person(one.id),
        market_id=market.id,
        draft=ApplicationDraft("متجر نورة التاجرة", "sa-riyadh", who),
    )
    reject_application(actor=make_staff(), application_id=asked, reason="ناقص")
    worth = Money(5000, market.currency)
    got = GiftDraft(worth, "eid", EMAIL, "ar", "نورة السبيعي", "سلمى")
    make_sent_gift(new_id(), got)
    given = GiftDraft(worth, "eid", "salma@example.com", "ar", "سلمى", "نورة السبيعي")
    make_sent_gift(one.buyer_id, given)
    shop = Shop(market, audience=Audience.SIGNED_IN).opened()
    Visitor(shop, person_id=one.id).joins().prepares()
    make_wait(mailbox_of(EMAIL)[0], one.variant_id, EMAIL)
    return one


@pytest.mark.django_db
def test_no_table_names_who_has_left():
    one = busy_shopper()
    told = {"flash_place", "store_application", "wallet_gift_card", "awaiting_wait", "checkout"}
    assert told | {"orders_order", "party_saved_address", "account_user"} <= tables_with_him()
    ask_closing(actor=as_person(one.id))
    days_are_over(one.id)
    assert close_accounts(actor=SYSTEM) == 1
    assert tables_with_him() - KEPT == set()
    assert cases().items[0].reports == 1
    assert not [proof.name for proof in run_proofs() if proof.faults]
