"""From nothing to the first product on sale; bad input at each step; half-done steps."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tijara.domains.catalogue.queries import edited_product
from tijara.domains.installation.queries import setup_state
from tijara.domains.markets.queries import forget_markets, market, markets
from tijara.domains.offers.queries import own_offers
from tijara.domains.parties.queries import legal_identities, roles_of, seller_terms
from tijara.domains.payments.queries import card_gateway_name, gateway_kept
from tijara.domains.search.queries import shelf
from tijara.domains.shipping.queries import market_delivery
from tijara.domains.stores.queries import stores
from tijara.domains.stores.testing import make_store
from tijara.faces.setup.tests.owner import MARKET
from tijara.kit.pictures import made_picture
from tijara.platform.outbox.relay import Relay
from tijara.platform.pictures.shelf import file_at
from tijara.platform.pictures.tests.samples import bomb, picture

pytestmark = pytest.mark.django_db


def settle() -> None:
    while Relay().deliver_pending():
        pass


def upload(content: bytes, name: str = "logo.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_from_nothing_to_a_product_on_sale_in_english(newcomer):
    newcomer.start = "/en"
    assert newcomer.sends("owner")["Location"] == "/en/setup/market"
    newcomer.until("product")
    assert newcomer.sends("product")["Location"] == "/en/office/start"
    state, opened = setup_state(), market("sa")
    assert state.is_finished
    assert (opened.currency, opened.commission_vat_bp, opened.return_days) == ("SAR", None, 14)
    assert (opened.accent, opened.delivery_minor, opened.free_delivery_from_minor) == (
        "#a3262e", 2500, 30000,
    )  # fmt: skip
    assert (opened.cash_on_delivery_fee_minor, opened.cash_on_delivery_limit_minor) == (
        1200,
        300000,
    )
    assert seller_terms([state.seller_id])[state.seller_id].commission_bp == 0
    assert roles_of(state.owner_id) == {state.seller_id: "owner"}
    product = edited_product(state.product_id)
    (offer,) = own_offers(state.seller_id, product.id)
    assert product.is_published
    assert (offer.price.minor, offer.on_hand) == (34900, 10)
    settle()
    assert [card.product_id for card in shelf(market_id=opened.id).items] == [product.id]
    page = newcomer.browser.get("/en/office/start").content.decode()
    assert f"/p/{product.slug}" in page and "You are on sale" in page


def test_every_page_is_drawn_in_both_languages(owner):
    for step in ("market", "look", "store", "payment", "delivery", "product"):
        owner.until(step) if step == "market" else None
        for start in ("", "/en"):
            owner.start = start
            assert owner.sees(step).status_code == 200
        owner.start = ""
        owner.sends(step)


BAD = [
    ("market", {"name_ar": ""}, "name_ar"),
    ("market", {"languages": []}, ""),
    ("look", {"accent": "own", "own": "red"}, ""),
    ("look", {"accent": "javascript"}, ""),
    ("store", {"selling": "nobody"}, ""),
    ("store", {"name_ar": ""}, "name_ar"),
    ("store", {"legal_name": ""}, "legal_name"),
    ("store", {"vat_number": "12"}, "vat_number"),
    ("store", {"city": "mars"}, "city"),
    ("store", {"selling": "both", "commission": "101"}, "commission"),
    ("store", {"selling": "many", "commission": "much"}, "commission"),
    ("payment", {"methods": []}, ""),
    ("payment", {"methods": ["cash_on_delivery"], "cash_fee": "12,5,1"}, "cash_fee"),
    ("payment", {"methods": ["bank_transfer"], "bank_iban": "SA00"}, "bank_iban"),
    ("payment", {"methods": ["bank_transfer"], "bank_iban": "GB82WEST12345698765432"}, "bank_iban"),
    ("delivery", {"price": "twenty"}, "price"),
    ("delivery", {"from_days": "5", "to_days": "2"}, "to_days"),
    ("delivery", {"served": []}, ""),
    ("product", {"name": ""}, "name"),
    ("product", {"price": "0"}, "price"),
    ("product", {"price": ""}, "price"),
    ("product", {"price": "9" * 14}, "price"),
    ("product", {"units": "many"}, "units"),
    ("product", {"units": "9999999999"}, "units"),
]


@pytest.mark.parametrize(("step", "typed", "field"), BAD)
def test_bad_input_is_refused_at_its_field_and_the_step_stays(owner, step, typed, field):
    answer = owner.until(step).sends(step, **typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'class="error"' in page
    if field:
        assert f'id="f-{field}-error"' in page
    assert setup_state().next_step == step
    assert owner.sends(step).status_code == 303


def test_the_country_may_be_another_until_something_has_its_price(owner):
    looked = owner.sends("market", country="EG", look="1")
    assert looked.status_code == 200 and "EGP" in looked.content.decode()
    assert "عود الجزيرة" in looked.content.decode()
    assert markets() == []
    owner.sends("market")
    owner.sends("market", country="KW")
    (opened,) = markets()
    assert (opened.slug, opened.country, opened.currency) == ("kw", "KW", "KWD")
    owner.later("look")
    owner.sends("store")
    owner.sends("market", country="EG", name_en="Oud")
    (opened,) = markets()
    assert (opened.country, opened.name_en) == ("KW", "Oud")


def test_a_country_that_nobody_looked_up_says_so(owner):
    page = owner.sends("market", country="KW", look="1").content.decode()
    assert "لم نتحقّق" in page


def test_without_an_english_name_the_arabic_one_stands_there(owner):
    owner.sends("market")
    assert market("sa").name_en == MARKET["name_ar"]
    assert 'name="name_en" dir="ltr"' in owner.sees("market").content.decode()


def test_a_logo_is_made_and_worn(owner):
    owner.until("look").sends("look", logo=upload(picture("PNG", (200, 120))))
    name = market("sa").logo
    assert file_at(made_picture(name).address(160, "webp"))
    assert made_picture(name).token in owner.browser.get("/").content.decode()
    owner.sends("look", drop_logo="on")
    assert market("sa").logo == ""
    assert file_at(made_picture(name).address(160, "webp")) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        b"<svg/>",
        bomb(60000, 60000),
        picture("PNG", (20, 20)),
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_logo_is_refused_and_leaves_nothing(owner, content, settings):
    answer = owner.until("look").sends("look", logo=upload(content))
    if content:
        assert answer.status_code == 422 and 'id="logo-error"' in answer.content.decode()
    assert market("sa").logo == ""
    kept = [one for one in settings.MEDIA_ROOT.rglob("*") if one.is_file()]
    assert kept == []


def test_a_colour_is_looked_at_before_it_is_kept(owner):
    page = owner.until("look").sends("look", accent="own", own="#ffee00", look="1")
    assert "/ui/look/ffee00-" in page.content.decode()
    assert market("sa").accent == "#1d44a7"
    assert setup_state().next_step == "look"


def test_everything_that_can_wait_is_put_off_and_the_market_stands(owner):
    owner.sends("market")
    assert owner.later("look")["Location"] == "/setup/store"
    owner.sends("store")
    for step in ("payment", "delivery"):
        owner.later(step)
    assert owner.later("product")["Location"] == "/office/start"
    opened = market("sa")
    assert opened.payment_methods == ("cash_on_delivery",) and opened.delivery_minor == 0
    assert owner.browser.get("/").status_code == 200
    page = owner.browser.get("/office/start").content.decode()
    assert "/hub/products/new" in page and "/office/markets/sa/look" in page


def test_who_runs_a_market_of_others_brings_no_product(owner):
    owner.until("store").sends("store", selling="many", commission="7.5")
    owner.sends("payment")
    assert owner.sends("delivery")["Location"] == "/office/start"
    assert (market("sa").commission_bp, market("sa").protection_days) == (750, 3)
    assert stores([setup_state().seller_id]) == {}


def test_back_shows_what_was_entered(owner):
    owner.until("product")
    assert "عود الجزيرة" in owner.sees("market").content.decode()
    page = owner.sees("delivery").content.decode()
    assert 'value="25.00"' in page and 'value="300.00"' in page
    assert 'value="12.00"' in owner.sees("payment").content.decode()
    owner.sends("delivery", price="30", served=["SA-01", "SA-02"])
    assert market("sa").delivery_minor == 3000
    assert setup_state().next_step == "product"


def test_where_the_market_does_not_go(owner):
    owner.until("delivery").sends("delivery", served=["SA-01"])
    left_out = {zone.place for zone in market_delivery(market("sa").id).zones}
    assert "SA-02" in left_out and "SA-01" not in left_out
    owner.sends("delivery", served=["SA-01", "SA-02"])
    assert "SA-02" not in {zone.place for zone in market_delivery(market("sa").id).zones}


def test_a_form_that_is_sent_twice_makes_one_of_each(owner):
    for step in ("market", "look", "store", "payment", "delivery"):
        owner.sends(step)
        owner.sends(step)
    state = setup_state()
    owner.sends("store", name_ar="عود نجد", legal_name="مؤسسة عود نجد")
    assert len(markets()) == 1
    assert stores([state.seller_id])[state.seller_id].name_ar == "عود نجد"
    assert legal_identities([state.seller_id])[state.seller_id].legal_name == "مؤسسة عود نجد"
    assert markets()[0].papers.name_ar == "مؤسسة عود نجد"


def test_a_product_that_was_half_brought_is_finished_and_is_one(owner):
    owner.until("product")
    broken = owner.sends("product", picture=upload(b"no picture"))
    assert broken.status_code == 422
    page = owner.sees("product").content.decode()
    assert "دهن عود كمبودي" in page and 'value="349.00"' in page
    done = owner.sends(
        "product", price="399", units="7", picture=upload(picture("JPEG", (800, 800)))
    )
    assert done["Location"] == "/office/start"
    state = setup_state()
    (offer,) = own_offers(state.seller_id, state.product_id)
    assert (offer.price.minor, offer.on_hand) == (39900, 7)
    assert len(edited_product(state.product_id).pictures) == 1


def test_a_crash_after_the_market_was_opened_shows_it_again(owner, monkeypatch):
    """What was done before the step could be written down is done once."""

    def dies(**told):
        raise SystemExit

    monkeypatch.setattr("tijara.faces.setup.seat.settle_step", dies)
    with pytest.raises(SystemExit):
        owner.sends("market")
    monkeypatch.undo()
    forget_markets()
    assert setup_state().next_step == "market"
    assert "عود الجزيرة" in owner.sees("market").content.decode()
    assert owner.sends("market")["Location"] == "/setup/look"
    assert len(markets()) == 1


def test_where_a_store_stands_the_country_stays(owner):
    """Let in by staff before the owner had come to his own store."""
    owner.until("look")
    make_store()
    assert owner.sends("market", country="EG").status_code == 303
    assert [one.country for one in markets()] == ["SA"]


@pytest.fixture
def without_gateway(settings):
    settings.CARD_GATEWAY = ""


CARD = {"methods": ["card"], "secret_key": "sk_test_of_the_owner"}


def test_a_gateway_that_is_silent_is_kept_and_tried_again_later(owner, without_gateway):
    """Nobody listens where the tests' gateway should be."""
    owner.until("payment")
    tried = owner.sends("payment", **CARD, **{"try": "1"})
    assert tried.status_code == 200 and "لا تجيب البوّابة" in tried.content.decode()
    assert gateway_kept() is None
    assert owner.sends("payment", **CARD).status_code == 303
    assert card_gateway_name() == "moyasar" and gateway_kept().ours["notice_token"]
    assert "sk_test_of_the_owner" not in owner.sees("payment").content.decode()


def test_keys_that_were_entered_are_withdrawn_and_what_was_typed_stays(owner, without_gateway):
    owner.until("payment").sends("payment", **CARD)
    assert 'name="withdraw"' in owner.sees("payment").content.decode()
    for _time in range(2):
        answer = owner.sends("payment", methods=["bank_transfer"], bank_name="إنماء", withdraw="1")
        page = answer.content.decode()
        assert answer.status_code == 200 and 'name="withdraw"' not in page and "إنماء" in page
    assert card_gateway_name() == "" and gateway_kept() is None


@pytest.mark.parametrize("typed", ["", "مفتاح", "a b c d e f"])
def test_what_is_no_key_is_refused(owner, without_gateway, typed):
    answer = owner.until("payment").sends("payment", methods=["card"], secret_key=typed)
    assert answer.status_code == 422 and 'id="f-secret_key-error"' in answer.content.decode()
    assert gateway_kept() is None


def test_where_the_machine_has_a_gateway_no_key_is_asked_for(owner):
    page = owner.until("payment").sees("payment").content.decode()
    assert 'name="secret_key"' not in page
    assert owner.sends("payment", methods=["card"]).status_code == 303
    assert market("sa").payment_methods == ("card",)
