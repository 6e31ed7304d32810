"""Staff open markets and edit their policies, and are told at the field what can't stand."""

from datetime import date

import pytest

from tijara.domains.geography.actions import import_places
from tijara.domains.markets.queries import commission_vat_bp, market, markets
from tijara.domains.markets.testing import make_market
from tijara.domains.shipping.queries import market_delivery
from tijara.kit.actor import SYSTEM

pytestmark = pytest.mark.django_db(transaction=True)
EGYPT = "/office/markets/opening?country=EG"
TYPED = {
    "slug": "eg",
    "name_ar": "تجارة مصر",
    "name_en": "Tijara Egypt",
    "commission_bp": "٨٫٥",
    "commission_vat_bp": "14",
    "return_days": "14",
    "protection_days": "5",
    "hold_minutes": "10",
    "delivery_minor": "65",
    "free_delivery_from_minor": "",
    "delivery_from_days": "1",
    "delivery_to_days": "3",
    "delivery_limit_minor": "",
    "delivery_limit_days": "14",
    "cash_on_delivery_fee_minor": "15.50",
    "cash_on_delivery_limit_minor": "20,000",
    "pay_minutes": "60",
    "transfer_hours": "72",
    "bank_name": "",
    "bank_iban": "",
    "bank_holder": "",
    "invoice_prefix": "EG",
    "payment_methods": ["cash_on_delivery", "card"],
    "cash_code": "new_phones",
    "phone_means": "whatsapp",
    "languages": ["ar", "en"],
}


def test_without_a_market_a_country_is_chosen_first(staff):
    assert "اختر بلدًا" in staff.get("/office/markets").content.decode()
    form = staff.get(EGYPT).content.decode()
    assert "EGP" in form and "سعر البلد يوم كل عملية بيع" in form
    assert staff.get("/office/markets/opening?country=XX").status_code == 404


def test_a_market_is_opened_and_edited(staff):
    assert staff.post(EGYPT, TYPED)["Location"] == "/office/markets/eg"
    opened = market("eg")
    assert (opened.commission_bp, opened.cash_on_delivery_fee_minor) == (850, 1550)
    assert opened.cash_on_delivery_limit_minor == 2_000_000
    assert opened.free_delivery_from_minor is None
    assert opened.protection_days == 5
    assert opened.payment_methods == ("cash_on_delivery", "card")
    assert "تجارة مصر" in staff.get("/office/markets").content.decode()
    shown = staff.get("/office/markets/eg").content.decode()
    assert 'value="8.5"' in shown and "/en/feed.xml" in shown
    assert (opened.commission_vat_bp, commission_vat_bp(opened, date(2026, 1, 1))) == (1400, 1400)
    staff.post("/office/markets/eg", TYPED | {"delivery_minor": "70", "commission_vat_bp": ""})
    assert market("eg").commission_vat_bp is None
    shown = staff.get("/office/markets/eg").content.decode()
    assert 'value="14" class="input" id="f-commission_vat_bp"' not in shown
    assert market("eg").delivery_minor == 7000 and len(markets()) == 1


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"commission_bp": "كثير"}, "commission_bp"),
        ({"delivery_minor": "65.505"}, "delivery_minor"),
        ({"return_days": "7"}, "return_days"),
        ({"bank_iban": "EG38 0019 0005 0000 0000 2631 8000 3"}, "bank_iban"),
        ({"payment_methods": ["bank_transfer"]}, "bank_iban"),
        ({"slug": "English"}, "slug"),
        ({"name_ar": ""}, "name_ar"),
        ({"invoice_prefix": "فاتورة"}, "invoice_prefix"),
    ],
)
def test_what_can_not_stand_is_told_at_its_field_and_nothing_is_lost(staff, typed, field):
    answer = staff.post(EGYPT, TYPED | typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"f-{field}-error" in page
    assert "Tijara Egypt" in page
    assert not markets()


@pytest.mark.parametrize("policy", ["always", "new_phones"])
def test_a_code_that_nothing_could_send_is_refused_beside_its_field(staff, settings, policy):
    settings.SMS_CHANNEL = settings.WHATSAPP_CHANNEL = ""
    answer = staff.post(EGYPT, TYPED | {"cash_code": policy})
    assert answer.status_code == 422
    assert "لا قناة" in answer.content.decode()
    settings.SMS_CHANNEL = "demonstration_inbox"
    assert staff.post(EGYPT, TYPED | {"cash_code": policy}).status_code == 303


def test_health_says_where_codes_can_not_be_sent(staff, settings):
    make_market(cash_code="always")
    assert "لا قناة" not in staff.get("/office/health").content.decode()
    settings.SMS_CHANNEL = settings.WHATSAPP_CHANNEL = ""
    assert "لا قناة" in staff.get("/office/health").content.decode()


def test_an_address_is_one_markets_only(staff):
    make_market("eg", country="EG", currency="EGP")
    answer = staff.post(EGYPT, TYPED)
    assert answer.status_code == 422 and "لسوق آخر" in answer.content.decode()


def test_ways_and_places_of_delivery_are_set(staff):
    made = make_market()
    where = "/office/markets/sa/delivery"
    assert staff.get(where).status_code == 200
    express = {"is_offered": "1", "price": "35", "from_days": "0", "to_days": "1"}
    assert staff.post(f"{where}/ways/express", express).status_code == 303
    assert staff.post(f"{where}/ways/express", express | {"price": "x"}).status_code == 422
    assert staff.post(f"{where}/ways/standard", express).status_code == 404
    place = {"zone": "SA-10", "is_served": "yes", "extra": "15", "extra_days": "2"}
    assert staff.post(f"{where}/zones", place).status_code == 303
    assert staff.post(f"{where}/zones", place | {"zone": ""}).status_code == 422
    told = market_delivery(made.id)
    assert [one.price_minor for one in told.services] == [3500]
    assert [(one.place, one.extra_minor) for one in told.zones] == [("SA-10", 1500)]
    assert "نجران" in staff.get(where).content.decode()
    staff.post(f"{where}/zones/removal", {"zone": "SA-10"})
    assert not market_delivery(made.id).zones


def test_each_page_of_a_market_stands_under_its_parts(staff):
    make_market("sa")
    parts = staff.get("/office/markets/sa").context["market_parts"]
    assert [part["current"] for part in parts] == [True] + [False] * (len(parts) - 1)
    for part in parts:
        shown = staff.get(part["href"])
        assert shown.status_code == 200, part
        current = [one["href"] for one in shown.context["market_parts"] if one["current"]]
        assert current == [part["href"]]
        assert f'href="{part["href"]}" aria-current="page"' in shown.content.decode()
    within = staff.get("/office/markets/sa/search/asked").context["market_parts"]
    assert [one["href"] for one in within if one["current"]] == ["/office/markets/sa/search"]


def test_a_market_that_is_not_there_is_unknown(staff):
    for path in ("/office/markets/zz", "/office/markets/zz/delivery"):
        assert staff.get(path).status_code == 404


def test_the_languages_of_its_pages_are_chosen(staff):
    staff.post(EGYPT, TYPED | {"languages": ["ar"]})
    assert market("eg").languages == ("ar",)
    refused = staff.post("/office/markets/eg", TYPED | {"languages": []})
    assert refused.status_code == 422 and market("eg").languages == ("ar",)


def test_the_lists_of_places_that_stand_are_shown(staff, tmp_path):
    file = tmp_path / "towns.csv"
    file.write_text("city_id,region,name_ar\n1,الرياض,رماح الجديدة\n2,الرياض,رماح البعيدة\n")
    import_places(actor=SYSTEM, country="SA", file=file)
    html = staff.get("/office/markets").content.decode()
    assert "أماكن العناوين" in html and "tijara import geography" in html
    row = html[html.index("السعودية") :]
    assert "131" in row and " + " in row[: row.index("</tr>")]
