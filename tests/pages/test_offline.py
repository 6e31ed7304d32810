"""Without a network: what was visited can be read and says how old it is, nothing is sent into
nowhere, and nothing private was kept."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .addresses import PHONE

READY = """async (path) => {
  await navigator.serviceWorker.ready;
  for (let tries = 0; tries < 200; tries += 1) {
    if (await caches.match(path)) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}"""
KEPT = """async () => {
  const cache = await caches.open('pages-1');
  return (await cache.keys()).map((each) => new URL(each.url).pathname);
}"""


@pytest.fixture
def context(browser, market) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=market, viewport={"width": PHONE, "height": 844})
    yield made
    made.close()


@pytest.fixture
def page(context) -> Page:
    """A page of a visitor whose device is prepared: it was on the front page for a moment."""
    page = context.new_page()
    page.goto("/")
    assert page.evaluate(READY, "/offline") and page.evaluate(READY, "/")
    return page


def test_what_was_visited_can_be_read_without_a_network(page, context):
    page.goto("/c/coffee-hosting")
    page.locator(".goods .card a").first.click()
    page.wait_for_url("**/p/**")
    product = page.url
    name = page.locator("h1").inner_text()
    assert page.evaluate(READY, product)
    page.goto("/cart")
    context.set_offline(True)
    page.goto(product)
    expect(page.locator("h1")).to_have_text(name)
    bar = page.locator("[data-said=saved]")
    expect(bar).to_contain_text("نسخة حفظها جهازك")
    assert re.search(r"\d", bar.locator("time").inner_text())
    page.locator(".buy button.primary").click()
    expect(page.locator("[data-said=cut]")).to_contain_text("لم يُرسل شيء")
    assert page.url == product
    context.set_offline(False)
    page.reload()
    expect(page.locator("[data-said=saved]")).to_have_count(0)


def test_what_was_not_visited_is_told_in_the_readers_language_with_what_is_there(page, context):
    page.goto("/en/")
    assert page.evaluate(READY, "/en/offline")
    context.set_offline(True)
    page.goto("/en/c/perfumes")
    expect(page.locator("h1")).to_have_text("There is no network just now")
    expect(page.locator("[data-saved-pages] a")).to_have_count(2)
    page.goto("/orders")
    expect(page.locator("h1")).to_have_text("لا شبكة الآن")
    context.set_offline(False)
    page.goto("/orders")
    expect(page.locator("h1")).not_to_have_text("لا شبكة الآن")


def test_nothing_private_is_kept_and_nothing_after_signing_in_or_out(page):
    for path in ("/cart", "/orders", "/account/sign-in", "/about"):
        page.goto(path)
    assert page.evaluate(READY, "/about")
    assert set(page.evaluate(KEPT)) == {"/", "/about"}
    page.goto("/account/sign-in/password")
    page.fill("[name=login]", "noura@demo.tijara.example")
    page.fill("[name=password]", "souq-okaz-2026")
    page.click("main form .btn.primary")
    page.wait_for_url(lambda address: "sign-in" not in address)
    assert page.evaluate(KEPT) == []


def test_going_back_to_a_refused_form_brings_the_form_and_no_word_of_a_network(page):
    """No browser asks by itself for the answer to what was sent."""
    page.goto("/cash-on-delivery")
    page.click("main form .btn.primary")
    page.wait_for_selector("main .error")
    page.goto("/about")
    page.go_back()
    expect(page.locator("main form")).to_be_visible()
    expect(page.locator("main .error")).to_have_count(0)
