"""Something goes back: asked for on a phone without a script, decided at the desk, and paid."""

from urllib.parse import urlsplit

from tijara.platform.pictures.tests.samples import lying_photo

from .people import DESK, PHONE, Person

NOURA, SHOP = "noura@demo.tijara.example", "nahhas@demo.tijara.example"


def test_a_faulty_piece_goes_back_and_its_money_comes(arrives, audit):
    noura, shop = arrives("ar", PHONE, scripts=False, email=NOURA), arrives("ar", DESK, email=SHOP)
    told = asks(noura)
    desk = f"/hub/returns/{told.rpartition('/')[2]}"
    presses(shop, desk, "approval")
    noura.goes(told)
    noura.page.fill("#sending [name=carrier]", "سمسا")
    noura.page.locator("#sending .btn.primary").click()
    for act in ("receipt", "inspection", "refund"):
        presses(shop, desk, act)
    noura.goes(told)
    assert noura.page.locator("main .badge.good").first.is_visible()
    assert noura.complaints == [] and shop.complaints == []
    assert audit() == []


def asks(noura: Person) -> str:
    """Of the order of which she has sent something back before; the page of the new return."""
    page = noura.page
    noura.goes("/orders")
    links = {link.get_attribute("href") or "" for link in page.locator("main a").all()}
    for path in sorted(link for link in links if "/orders/" in link):
        noura.goes(path)
        if page.locator("aside a[href*='/returns/']:not([href$='/new'])").count():
            break
    page.locator("a[href$='/returns/new']").click()
    page.locator("main input[name^=units-]").first.fill("1")
    page.locator("[name=reason][value=faulty]").check()
    page.fill("[name=words]", "الفنجان مشروخ من أسفله")
    photo = {"name": "fault.jpg", "mimeType": "image/jpeg", "buffer": lying_photo()}
    page.set_input_files("[name=photos]", photo)
    page.locator("main form .btn.primary").click()
    page.wait_for_url(lambda address: "/returns/" in address and not address.endswith("/new"))
    assert page.locator("img.proof").count() == 1
    return urlsplit(page.url).path


def presses(shop: Person, desk: str, act: str) -> None:
    shop.goes(desk)
    shop.page.locator(f"form[action$='/{act}'] .btn").first.click()
    shop.page.wait_for_load_state()
