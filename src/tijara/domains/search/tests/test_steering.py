"""What is promised of what staff put before chance, and of what people call goods."""

from datetime import timedelta

import pytest

from tijara.domains.catalogue.queries import names_of
from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.actions import pause_offer
from tijara.domains.parties.queries import seller_terms
from tijara.domains.parties.testing import make_seller
from tijara.domains.search.actions import (
    NoSuchProposal,
    SteerInvalid,
    SynonymLeadsBack,
    decide_alias,
    drop_steer,
    index_products,
    note_heard,
    put_steer,
    write_synonym,
)
from tijara.domains.search.models import Document, Steer
from tijara.domains.search.queries import (
    aliases,
    asking,
    browse,
    lead_of,
    lexicon_proof,
    proposals,
    shelf,
    steers,
)
from tijara.domains.search.shapes import (
    Heard,
    HeardKind,
    SteerAim,
    SteerKind,
    SteerTerms,
    Wish,
)
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.queries import stores
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import STAFF_ROLES
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def store():
    return make_store()


@pytest.fixture
def market_id(store):
    return seller_terms([store.seller_id])[store.seller_id].market_id


@pytest.fixture
def put(store):
    def put(name_ar, name_en="", **told):
        product = make_product(name_ar=name_ar, name_en=name_en, **told)
        return make_shelved_offer(seller_id=store.seller_id, product=product)

    return put


@pytest.fixture
def found(market_id):
    def found(text, **told):
        return [card.name_ar for card in shelf(market_id, text=text, **told).items]

    return found


@pytest.fixture
def steer(market_id):
    def steer(kind, said, aim, target, market=market_id, **told):
        steer_id = new_id()
        terms = SteerTerms(kind, said, aim, target, **told)
        put_steer(actor=SYSTEM, market_id=market, steer_id=steer_id, terms=terms)
        return steer_id

    return steer


def slug_of(offer):
    return names_of([offer.product_id])[offer.product_id].slug


def pin(steer, said, offer, **told):
    return steer(SteerKind.PIN, said, SteerAim.PRODUCT, slug_of(offer), **told)


def test_a_pinned_product_is_first_for_these_words_though_it_holds_none(put, found, steer):
    put("دلة نحاس"), put("دلة فضة")
    cup = put("فنجان")
    pin(steer, "الدلة", cup)
    assert found("دله")[0] == "فنجان" and set(found("دلة")[1:]) == {"دلة نحاس", "دلة فضة"}
    assert "فنجان" not in found("دلة نحاس")


def test_pins_stand_in_their_order_and_go_by_their_days(put, found, steer, market_id):
    first, second = put("دلة نحاس"), put("دلة فضة")
    pin(steer, "دلة", second)
    last = pin(steer, "دلة", first)
    assert found("دلة") == ["دلة فضة", "دلة نحاس"]
    told = asking(market_id, "دلة").reasons
    assert [one.is_pinned for one in told] == [True, True]
    drop_steer(actor=SYSTEM, market_id=market_id, steer_id=last)
    drop_steer(actor=SYSTEM, market_id=market_id, steer_id=last)
    today = now().date()
    pin(steer, "فنجان", first, until_on=today - timedelta(days=2))
    pin(steer, "فنجان", first, from_on=today + timedelta(days=2))
    assert found("فنجان") == [] and len(steers(market_id, {})) == 2


def test_what_is_pinned_where_nothing_is_found_is_found(put, found, steer):
    put("دلة نحاس")
    pin(steer, "هدية", put("طقم ضيافة"))
    assert found("هدية") == ["طقم ضيافة"]


def test_a_pin_never_leaves_its_department_nor_its_filters(put, found, steer, market_id):
    put("دلة نحاس")
    pin(steer, "دلة", put("فنجان"))
    wish = Wish(market_id, "دلة", picked={"price": ("99999900-",)})
    assert browse(wish).page.items == []
    assert found("دلة", category_path="nowhere") == []


def test_what_is_lifted_counts_for_more_and_what_is_buried_for_less(
    put, found, steer, market_id, store
):
    short, long = put("دلة رسلان"), put("طقم ضيافة كامل مع دلة")
    assert found("دلة") == ["دلة رسلان", "طقم ضيافة كامل مع دلة"]
    lifted = steer(SteerKind.LIFT, "", SteerAim.PRODUCT, slug_of(long), percent=150)
    assert found("دلة")[0] == "طقم ضيافة كامل مع دلة"
    reasons = asking(market_id, "دلة").reasons
    assert [one.lifted_percent for one in reasons] == [150, 0]
    drop_steer(actor=SYSTEM, market_id=market_id, steer_id=lifted)
    steer(SteerKind.LIFT, "دلة", SteerAim.PRODUCT, slug_of(short), percent=-80)
    assert found("دلة")[0] == "طقم ضيافة كامل مع دلة"


@pytest.mark.parametrize("aim", [SteerAim.BRAND, SteerAim.STORE, SteerAim.DEPARTMENT])
def test_a_brand_a_shop_or_a_department_can_be_lifted(put, found, steer, market_id, aim):
    put("دلة رسلان")
    other = make_store()
    product = make_product(
        name_ar="طقم ضيافة كامل مع دلة",
        category_path_ar=("هدايا", "أطقم"),
        category_path_en=("gifts", "sets"),
    )
    make_shelved_offer(seller_id=other.seller_id, product=product)
    Document.objects.filter(product_id=product.product_id).update(brand="rare")
    target = {
        SteerAim.BRAND: "rare",
        SteerAim.STORE: stores([other.seller_id])[other.seller_id].slug,
        SteerAim.DEPARTMENT: "gifts",
    }[aim]
    steer(SteerKind.LIFT, "", aim, target, percent=200)
    assert found("دلة")[0] == "طقم ضيافة كامل مع دلة"


def test_words_lead_to_a_page_of_this_market_alone(steer, market_id):
    steer(SteerKind.LEAD, "الإرجاع", SteerAim.PAGE, "/returns")
    assert lead_of(market_id, "ارجاع") == "/returns" and lead_of(market_id, "دلة") == ""
    assert lead_of(make_market("eg", country="EG", currency="EGP").id, "ارجاع") == ""
    steer(SteerKind.LEAD, "الارجاع", SteerAim.PAGE, "/c/coffee")
    assert lead_of(market_id, "ارجاع") == "/c/coffee" and Steer.objects.count() == 1
    assert asking(market_id, "إرجاع").leads_to == "/c/coffee"


@pytest.mark.parametrize(
    "target",
    ["https://evil.example", "//evil.example", "/office/", "/account/", "javascript:1", "", "/\\x"],
)
def test_words_lead_nowhere_else(steer, target):
    with pytest.raises(SteerInvalid) as told:
        steer(SteerKind.LEAD, "دلة", SteerAim.PAGE, target)
    assert "target" in told.value.fields


@pytest.mark.parametrize(
    ("kind", "said", "aim", "target", "told", "wrong"),
    [
        (SteerKind.PIN, "", SteerAim.PRODUCT, "x", {}, "said"),
        (SteerKind.PIN, "؟!", SteerAim.PRODUCT, "x", {}, "said"),
        (SteerKind.PIN, "دلة", SteerAim.BRAND, "x", {}, "aim"),
        (SteerKind.PIN, "دلة", SteerAim.PRODUCT, "there-is-none", {}, "target"),
        (SteerKind.LIFT, "", SteerAim.BRAND, "there-is-none", {"percent": 50}, "target"),
        (SteerKind.LIFT, "", SteerAim.STORE, "there-is-none", {"percent": 50}, "target"),
        (SteerKind.LIFT, "", SteerAim.BRAND, "x", {"percent": 0}, "percent"),
        (SteerKind.LIFT, "", SteerAim.BRAND, "x", {"percent": 9999}, "percent"),
    ],
)
def test_what_is_wrong_is_said_by_field(steer, kind, said, aim, target, told, wrong):
    with pytest.raises(SteerInvalid) as refused:
        steer(kind, said, aim, target, **told)
    assert wrong in refused.value.fields


def test_another_markets_product_can_not_be_pinned(put, steer):
    other = make_market("eg", country="EG", currency="EGP")
    offer = put("دلة نحاس")
    with pytest.raises(SteerInvalid):
        pin(steer, "دلة", offer, market=other.id)
    seller_id = make_store(make_seller(other)).seller_id
    there = make_shelved_offer(seller_id=seller_id, product=make_product(name_ar="كنافة"))
    with pytest.raises(SteerInvalid):
        pin(steer, "دلة", there)


def test_only_who_may_puts_something_before_chance(market_id):
    clerk = Actor(ActorKind.STAFF, new_id(), powers=STAFF_ROLES["support"])
    terms = SteerTerms(SteerKind.LEAD, "دلة", SteerAim.PAGE, "/returns")
    with pytest.raises(NotAllowed):
        put_steer(actor=clerk, market_id=market_id, steer_id=new_id(), terms=terms)


def test_several_words_mean_one_and_one_means_several(put, found, market_id):
    put("كريم مرطب للبشرة"), put("Moisturizer gel"), put("كريم حلاقة"), put("ماكينة حلاقة")
    write_synonym(actor=SYSTEM, market_id=market_id, typed="كريم مرطب", meant="moisturizer")
    assert found("كريم مرطب") == ["كريم مرطب للبشرة", "Moisturizer gel"]
    write_synonym(actor=SYSTEM, market_id=market_id, typed="لوشن", meant="كريم مرطب")
    assert found("لوشن") == ["كريم مرطب للبشرة"]
    assert asking(market_id, "كريم مرطب").reworded == ("moisturizer",)


def test_a_circle_of_phrases_is_refused(put, market_id):
    write_synonym(actor=SYSTEM, market_id=market_id, typed="كريم مرطب", meant="لوشن جسم")
    with pytest.raises(SynonymLeadsBack):
        write_synonym(actor=SYSTEM, market_id=market_id, typed="لوشن الجسم", meant="كريم مرطب")


@pytest.fixture
def chosen(market_id):
    def chosen(text, offer, people=6):
        heard = [
            Heard(HeardKind.CHOSEN, market_id, "ar", text, mark, slug_of(offer))
            for mark in range(people)
        ]
        note_heard(actor=SYSTEM, heard=heard)

    return chosen


def test_what_people_call_a_product_is_proposed_and_used_once_a_person_agrees(
    put, found, market_id, chosen
):
    mixer, cup = put("خلاط كهربائي"), put("فنجان")
    chosen("مولينكس", mixer)
    chosen("فنجان", cup)
    chosen("كباية", cup, people=2)
    assert found("مولينكس") == []
    (one,) = proposals(market_id)
    assert (one.said, one.people, one.card.product_id) == ("مولينكس", 6, mixer.product_id)
    which = {"market_id": market_id, "product_id": mixer.product_id, "text": one.text}
    decide_alias(actor=SYSTEM, **which, is_accepted=True)
    assert found("مولينكس") == ["خلاط كهربائي"] == found("المولينكس")
    assert proposals(market_id) == [] and aliases(market_id).items[0].is_accepted
    assert lexicon_proof().faults == []
    decide_alias(actor=SYSTEM, **which, is_accepted=False)
    assert found("مولينكس") == [] and proposals(market_id) == []
    assert lexicon_proof().faults == []


@pytest.fixture
def called(market_id, chosen):
    """A person agreed that the product is called so."""

    def called(text, offer):
        chosen(text, offer)
        decide_alias(
            actor=SYSTEM, market_id=market_id, product_id=offer.product_id, text=text,
            is_accepted=True,
        )  # fmt: skip

    return called


def test_what_a_product_is_called_speaks_for_it_also_in_words_that_are_near(put, found, called):
    goods = {name: put(name) for name in ("غسول فحم", "غسول لوز", "غسول عسل")}
    last = found("غسول اسود")[-1]
    called("اسود غسول عرض", goods[last])
    assert found("غسول اسود")[0] == last
    assert found("غسول عسل") == ["غسول عسل"]


def test_what_nothing_holds_is_guessed_from_what_goods_are_called(put, called, market_id):
    called("مولينكس قديم", put("خلاط كهربائي"))
    guessed = browse(Wish(market_id, "قديم مولينكس"))
    assert [card.name_ar for card in guessed.page.items] == ["خلاط كهربائي"]
    assert guessed.instead == "مولينكس قديم"
    assert browse(Wish(market_id, "زائد تماما")).page.items == []


def test_nothing_is_guessed_where_none_of_it_stands(put, called, market_id):
    mixer = put("خلاط كهربائي")
    called("مولينكس قديم", mixer)
    other, department = Wish(market_id, "قديم مولينكس", seller_id=make_store().seller_id), "nowhere"
    for wish in (other, Wish(market_id, "قديم مولينكس", category_path=department)):
        found = browse(wish)
        assert (found.page.items, found.instead) == ([], "")
    own = browse(Wish(market_id, "قديم مولينكس", seller_id=mixer.seller_id))
    assert own.page.items and own.instead == "مولينكس قديم"
    hidden = browse(Wish(market_id, "قديم مولينكس", picked={"price": ("99999900-",)}))
    assert (hidden.page.items, hidden.instead) == ([], "")
    pause_offer(actor=SYSTEM, seller_id=mixer.seller_id, offer_id=mixer.id)
    index_products(actor=SYSTEM, product_ids=[mixer.product_id])
    gone = browse(Wish(market_id, "قديم مولينكس"))
    assert (gone.page.items, gone.instead) == ([], "")


def test_nobody_decides_of_what_nobody_chose(put, market_id):
    offer = put("خلاط")
    with pytest.raises(NoSuchProposal):
        decide_alias(
            actor=SYSTEM, market_id=market_id, product_id=offer.product_id, text="x",
            is_accepted=True,
        )  # fmt: skip
