"""Becoming a seller: ask, be let in or told why not, once."""

from dataclasses import replace

import pytest

from tijara.domains.accounts.testing import make_account
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.parties.queries import legal_identities, roles_of
from tijara.domains.parties.shapes import LegalIdentity, PartyKind, Role
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.domains.stores.actions import (
    ApplicationDecided,
    ApplicationInvalid,
    ApplicationWaits,
    ReasonMissing,
    SlugTaken,
    StoreInvalid,
    apply_to_sell,
    approve_application,
    change_store,
    reject_application,
)
from tijara.domains.stores.queries import application_of, applications, store_by_slug
from tijara.domains.stores.shapes import ApplicationDraft, ApplicationState, StoreDraft
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import SELLER_ROLES, STAFF_POWERS, VISITOR_POWERS
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db
STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)
DRAFT = ApplicationDraft(
    store_name="ركن البخور",
    city="sa-jeddah",
    identity=LegalIdentity(
        "مؤسسة ركن البخور", "310122393500003", "1010445566", "جدة", PartyKind.PERSON
    ),
    about="بخور وعود.",
)


def ask(draft: ApplicationDraft = DRAFT, person_id=None):
    person_id = person_id or make_account()
    actor = Actor(ActorKind.BUYER, person_id, powers=VISITOR_POWERS)
    return person_id, apply_to_sell(actor=actor, market_id=make_market().id, draft=draft)


def test_who_is_approved_has_a_store_and_owns_it():
    person, asked = ask()
    seller = approve_application(actor=STAFF, application_id=asked, slug="bukhoor")
    store = store_by_slug("bukhoor")
    assert (store.seller_id, store.name_ar, store.city) == (seller, "ركن البخور", "sa-jeddah")
    assert legal_identities([seller])[seller] == DRAFT.identity
    assert roles_of(person) == {seller: Role.OWNER}
    assert application_of(person).state is ApplicationState.APPROVED
    assert "ركن البخور" in recent_messages(1)[0].subject


def test_who_is_rejected_is_told_why_and_may_ask_again():
    person, asked = ask()
    with pytest.raises(ReasonMissing):
        reject_application(actor=STAFF, application_id=asked, reason=" ")
    reject_application(actor=STAFF, application_id=asked, reason="السجل منتهٍ")
    assert application_of(person).state is ApplicationState.REJECTED
    assert "السجل منتهٍ" in recent_messages(1)[0].text
    assert roles_of(person) == {}
    ask(person_id=person)
    assert application_of(person).state is ApplicationState.WAITING


def test_it_is_answered_once():
    _, asked = ask()
    approve_application(actor=STAFF, application_id=asked, slug="bukhoor")
    with pytest.raises(ApplicationDecided):
        approve_application(actor=STAFF, application_id=asked, slug="bukhoor-2")
    with pytest.raises(ApplicationDecided):
        reject_application(actor=STAFF, application_id=asked, reason="لا")


def test_a_taken_address_lets_nothing_half_done():
    make_store(slug="bukhoor")
    person, asked = ask()
    with pytest.raises(SlugTaken):
        approve_application(actor=STAFF, application_id=asked, slug="bukhoor")
    assert roles_of(person) == {}
    assert application_of(person).state is ApplicationState.WAITING
    approve_application(actor=STAFF, application_id=asked, slug="bukhoor-jeddah")


def test_a_person_has_one_that_waits():
    person, _ = ask()
    with pytest.raises(ApplicationWaits):
        ask(person_id=person)


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(ApplicationInvalid) as refused:
        ask(
            replace(
                DRAFT, store_name="", city="eg-cairo", identity=LegalIdentity("", "12", "<b>", "")
            )
        )
    assert set(refused.value.fields) == {
        "store_name",
        "city",
        "legal_name",
        "vat_number",
        "address",
        "registration_number",
    }


def test_those_that_wait_are_listed_first():
    _, first = ask()
    _, second = ask()
    reject_application(actor=STAFF, application_id=first, reason="لا")
    assert [one.id for one in applications().items] == [second, first]


def test_sellers_and_buyers_let_nobody_in():
    _, asked = ask()
    with pytest.raises(NotAllowed):
        approve_application(actor=seller_actor(make_seller()), application_id=asked, slug="bukhoor")


def test_a_store_changes_its_words_and_keeps_its_address():
    store = make_store(slug="khazaf")
    draft = StoreDraft(
        slug="moved", name_ar="دار الخزف", name_fr="Maison", returns_ar="نردّها بلا سؤال", hue=400
    )
    manager = Actor(ActorKind.SELLER, new_id(), store.seller_id, SELLER_ROLES["manager"])
    change_store(actor=manager, seller_id=store.seller_id, draft=draft)
    changed = store_by_slug("khazaf")
    assert (changed.name_fr, changed.returns_ar, changed.hue) == ("Maison", "نردّها بلا سؤال", 40)
    with pytest.raises(StoreInvalid) as refused:
        bad = replace(draft, name_ar=" ", about_en="x" * 2001)
        change_store(actor=manager, seller_id=store.seller_id, draft=bad)
    assert refused.value.fields == {"name_ar": "empty", "about_en": "too_long"}
    clerk = Actor(ActorKind.SELLER, new_id(), store.seller_id, SELLER_ROLES["clerk"])
    with pytest.raises(NotAllowed):
        change_store(actor=clerk, seller_id=store.seller_id, draft=draft)
