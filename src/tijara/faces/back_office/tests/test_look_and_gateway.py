"""What an operator changes after the set-up: the look, the gateway; and what is left to do."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tijara.domains.markets.queries import market
from tijara.domains.markets.testing import make_market
from tijara.domains.payments.queries import forget_gateways, gateway_kept, payment_options
from tijara.domains.payments.testing import break_seals
from tijara.kit.money import Money
from tijara.kit.pictures import made_picture
from tijara.platform.pictures.tests.samples import picture

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_look_of_a_market_is_changed_shown_and_kept(staff, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    make_market()
    page = staff.post("/office/markets/sa/look", {"accent": "own", "own": "#ffee00", "look": "1"})
    assert page.status_code == 200 and "/ui/look/ffee00-" in page.content.decode()
    assert market("sa").accent == ""
    logo = SimpleUploadedFile("logo.png", picture("PNG", (300, 120)))
    told = staff.post("/office/markets/sa/look", {"accent": "#14606b", "logo": logo})
    assert told["Location"] == "/office/markets/sa/look"
    worn = market("sa")
    home = staff.get("/").content.decode()
    assert worn.accent == "#14606b" and made_picture(worn.logo).token in home
    sheet = re.search(r'href="(/ui/look/[^"]+)" data-look', home)[1]
    css = staff.get(sheet)
    assert css["Cache-Control"].endswith("immutable") and "--accent:light-dark(#14606b" in str(
        css.content
    )
    assert staff.post("/office/markets/sa/look", {"accent": "red"}).status_code == 422
    assert staff.get("/office/markets/xx/look").status_code == 404


@pytest.mark.parametrize("path", ["look/red.css", "look/14606.css", "mark/14606b-110000.svg"])
def test_what_is_no_look_is_not_there(client, path):
    assert client.get(f"/ui/{path}").status_code == 404


@pytest.mark.parametrize(("letter", "drawn"), [("639", "ع"), ("3c", "✦"), ("41", "A")])
def test_a_market_without_a_logo_wears_a_letter(client, letter, drawn):
    picture_of = client.get(f"/ui/mark/14606b-{letter}.svg")
    assert drawn in picture_of.content.decode() and "<script" not in picture_of.content.decode()


def test_first_steps_say_what_is_done(staff):
    assert staff.get("/office/start").status_code == 200
    make_market()
    page = staff.get("/en/office/start").content.decode()
    assert "/office/markets/sa/look" in page and "data:image/svg" in page


def test_the_keys_of_a_gateway_are_tried_kept_and_not_shown(staff, settings):
    make_market()
    assert 'name="secret_key"' not in staff.get("/office/payments/gateway").content.decode()
    settings.CARD_GATEWAY = ""
    forget_gateways()
    place = "/office/payments/gateway"
    assert staff.post(place, {"secret_key": ""}).status_code == 422
    tried = staff.post(place, {"secret_key": "sk_test_office", "try": "1"})
    assert tried.status_code == 200 and gateway_kept() is None
    assert staff.post(place, {"secret_key": "sk_test_office"}).status_code == 303
    page = staff.get(place).content.decode()
    assert "sk_test_office" not in page and gateway_kept().ours["notice_token"] in page
    assert "/hooks/payments/moyasar" in page
    forget_gateways()


def test_keys_that_nothing_opens_stop_cards_alone_and_are_entered_again(staff, settings):
    """The installation's secret was changed and the old one let go."""
    known = make_market(payment_methods=("cash_on_delivery", "card"))
    settings.CARD_GATEWAY = ""
    place = "/office/payments/gateway"
    assert staff.post(place, {"secret_key": "sk_test_office"}).status_code == 303
    break_seals()
    options = payment_options(known, Money(10000, "SAR"))
    assert [one.method for one in options] == ["cash_on_delivery"]
    assert staff.get("/office/start").status_code == 200
    assert staff.post("/hooks/payments/moyasar", b"{}", "application/json").status_code == 404
    told = "أدخلها من جديد"
    assert told in staff.get(place).content.decode()
    assert staff.post(place, {"secret_key": "sk_test_office"}).status_code == 303
    assert told not in staff.get(place).content.decode()
    assert gateway_kept().ours["notice_token"]
    forget_gateways()


def test_nobody_else_opens_them(person):
    for page in ("start", "markets/sa/look", "payments/gateway"):
        assert person.get(f"/office/{page}").status_code == 403
