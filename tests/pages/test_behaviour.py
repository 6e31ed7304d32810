"""What scripts add to a page, and that it works without them."""

import re

import pytest
from playwright.sync_api import expect

from .addresses import PHONE
from .look import SIDEWAYS, check_page

GALLERY = "/ui/"
PICTURES = re.compile(r"\.(avif|jpe?g|webp|png)")
FAST_LINE = "Object.defineProperty(navigator, 'connection', {value: {effectiveType: '4g'}})"


@pytest.fixture
def gallery(market, browser):
    """In a context under the real content policy, so that a barred script or style is heard."""
    context = browser.new_context(viewport={"width": PHONE, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    page.complaints = []
    page.on(
        "console", lambda said: page.complaints.append(said.text) if said.type == "error" else 0
    )
    page.goto(f"{market}{GALLERY}")
    yield page
    context.close()


def test_obeys_its_own_content_policy(gallery):
    assert gallery.complaints == []


def test_dialog_asks_and_goes_away(opened):
    page = opened(GALLERY, width=PHONE)
    page.click("[data-dialog=ask]")
    dialog = page.locator("#ask")
    assert dialog.is_visible()
    assert check_page(page) == []
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    page.click("[data-dialog=ask]")
    dialog.locator("footer [data-close]").click()
    assert not dialog.is_visible()


def test_stepper_counts_and_stops_at_one(gallery):
    stepper = gallery.locator(".stepper").first
    value = stepper.locator("input")
    stepper.get_by_role("button").last.click()
    assert value.input_value() == "3"
    for _ in range(4):
        stepper.get_by_role("button").first.click()
    assert value.input_value() == "1"


def test_what_was_chosen_to_be_sent_is_named_in_its_place(gallery):
    upload = gallery.locator(".upload", has=gallery.locator("[type=file]")).first
    chosen = {"name": "فاتورة.png", "mimeType": "image/png", "buffer": gallery.screenshot()}
    upload.locator("input").set_input_files(chosen)
    expect(upload.locator("b")).to_have_text("فاتورة.png")


def test_night_is_chosen_in_place_and_kept(gallery):
    with gallery.expect_response("**/ui/theme"):
        gallery.click("button[name=theme][value=dark]")
    assert gallery.get_attribute("html", "data-theme") == "dark"
    gallery.reload()
    assert gallery.get_attribute("html", "data-theme") == "dark"
    assert gallery.get_attribute("button[value=dark]", "aria-pressed") == "true"


def test_night_is_chosen_without_scripts_too(market, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{market}{GALLERY}?frame=shop")
    page.click("button[name=theme][value=dark]")
    assert page.url.endswith("?frame=shop")
    assert page.get_attribute("html", "data-theme") == "dark"
    context.close()


def test_the_other_languages_are_one_step_away(opened):
    page = opened("/there-is-nothing-here?a=1", width=PHONE)
    page.locator("footer a[hreflang=fr]").click()
    assert page.url.endswith("/fr/there-is-nothing-here?a=1")
    page.locator("footer a[hreflang=ar]").click()
    assert "/fr/" not in page.url
    assert page.get_attribute("html", "lang") == "ar"


def test_the_masthead_offers_the_other_languages(opened):
    page = opened("/cart", width=PHONE)
    page.locator("[popovertarget=languages]").click()
    page.locator("#languages a[hreflang=fr]").click()
    assert page.url.endswith("/fr/cart")


def test_goods_without_a_picture_keep_its_place(opened):
    """Imported goods have none: the ground stands where the picture would."""
    page = opened(GALLERY, width=PHONE)
    picture = page.locator(".line > picture").first
    place = picture.locator("img").bounding_box()
    picture.evaluate(
        "it => it.replaceWith(Object.assign(document.createElement('span'),"
        "{className: 'no-picture'}))"
    )
    assert page.locator(".line > .no-picture").first.bounding_box() == place


def test_goods_can_be_bought_without_scripts_fonts_and_colours(market, browser, readers):
    """Forced colours, blocked fonts and blocked scripts, on goods that are odd enough."""
    context = browser.new_context(
        base_url=market,
        viewport={"width": PHONE, "height": 844},
        java_script_enabled=False,
        forced_colors="active",
    )
    context.route("**/*.woff2", lambda route: route.abort())
    page = context.new_page()
    for path in (readers("odd").found["odd_shelf"], readers("odd").found["long"]):
        page.goto(path)
        assert page.evaluate(SIDEWAYS) == []
    page.click("aside.buy form .btn.primary")
    page.wait_for_url("**/cart")
    assert page.evaluate(SIDEWAYS) == []
    assert page.locator("main .line").count() == 1
    context.close()


def test_a_heart_is_filled_on_every_page_until_it_is_pressed_again(market, browser):
    """And the page that a pointer rests on is begun."""
    context = browser.new_context(viewport={"width": PHONE, "height": 844})
    context.add_init_script(FAST_LINE)
    page = context.new_page()
    page.goto(f"{market}/c/coffee-hosting")
    page.locator("main .goods a[href^='/p/']").first.hover()
    expect(page.locator("link[rel=prefetch]")).to_have_attribute("href", re.compile("/p/"))
    heart = page.locator("form[data-heart] > button").first
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "true")
    page.goto(f"{market}/p/{heart.get_attribute('value')}")
    kept = page.locator(".share .heart")
    expect(kept).to_have_attribute("aria-pressed", "true")
    kept.click()
    expect(kept).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(kept).to_have_attribute("aria-pressed", "false")
    context.close()


def test_a_front_page_whose_pictures_do_not_come_is_no_wider_than_the_phone(market, browser):
    context = browser.new_context(viewport={"width": PHONE, "height": 844}, service_workers="block")
    page = context.new_page()
    page.route(PICTURES, lambda route: route.abort())
    page.goto(f"{market}/")
    page.locator(".shops").scroll_into_view_if_needed()
    assert page.evaluate(SIDEWAYS) == []
    context.close()
