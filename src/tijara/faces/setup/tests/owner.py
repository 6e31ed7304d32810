"""An owner at his set-up, page by page."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.test import Client

ACCOUNT = {
    "name": "سالم الحربي",
    "login": "salem@example.com",
    "password": "قهوة الصباح في الرياض",
}
MARKET = {"name_ar": "عود الجزيرة", "country": "SA", "languages": ["ar", "en"]}
LOOK = {"accent": "#a3262e"}
STORE = {"selling": "own", "name_ar": "عود الجزيرة", "legal_name": "سالم الحربي"}
PAYMENT = {"methods": ["cash_on_delivery"], "cash_fee": "12", "cash_limit": "٣٬٠٠٠"}
DELIVERY = {
    "price": "25", "free_from": "300", "from_days": "1", "to_days": "3", "served": ["SA-01"],
}  # fmt: skip
PRODUCT = {"name": "دهن عود كمبودي", "price": "٣٤٩", "units": "10", "department": "perfume-oud"}
STEPS = {
    "owner": ACCOUNT,
    "market": MARKET,
    "look": LOOK,
    "store": STORE,
    "payment": PAYMENT,
    "delivery": DELIVERY,
    "product": PRODUCT,
}


@dataclass
class Owner:
    """`start` is "/en" for who reads English."""

    browser: Client
    start: str = ""

    def opens_link(self, key: str) -> HttpResponse:
        return self.browser.get(f"{self.start}/setup/?key={key}")

    def sees(self, step: str) -> HttpResponse:
        return self.browser.get(f"{self.start}/setup/{step}")

    def sends(self, step: str, **changes) -> HttpResponse:
        return self.browser.post(f"{self.start}/setup/{step}", STEPS[step] | changes)

    def later(self, step: str) -> HttpResponse:
        return self.browser.post(f"{self.start}/setup/later/{step}")

    def until(self, step: str) -> "Owner":
        """Everything before this step is done."""
        for done in STEPS:
            if done == step:
                break
            if done != "owner":
                answer = self.sends(done)
                assert answer.status_code == 303, answer.content.decode()
        return self
