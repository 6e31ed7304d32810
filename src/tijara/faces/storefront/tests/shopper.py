"""A guest with a browser, as the tests of the storefront see him."""

import re
from uuid import UUID

from django.test import Client

TYPED = {
    "recipient": "نورة السبيعي",
    "phone": "055 123 4567",
    "city": "sa-riyadh",
    "short_code": "RRRD2929",
    "payment": "cash_on_delivery",
}


class Shopper:
    """Presses the buttons that a page shows; `prefix` is the language of his pages."""

    def __init__(self, prefix=""):
        self.client = Client(headers={"sec-fetch-site": "same-origin"})
        self.prefix = prefix

    def sees(self, path, status=200):
        response = self.client.get(f"{self.prefix}{path}")
        assert response.status_code == status, (path, response.status_code)
        return response.content.decode()

    def sends(self, path, **fields):
        return self.client.post(f"{self.prefix}{path}", fields)

    def buyer_id(self):
        """Who the browser is, as the signed cookie says."""
        return UUID(self.client.cookies["buyer"].value.split(":")[0])

    def picks(self, offer, quantity="1", **more):
        fields = {
            "seller_id": offer.seller_id,
            "offer_id": offer.id,
            "seen_minor": offer.price.minor,
            "quantity": quantity,
        }
        return self.sends("/cart", **(fields | more))

    def opens_checkout(self):
        """The hidden fields of the checkout's form."""
        html = self.sees("/checkout")
        return {name: hidden(html, name) for name in ("checkout", "total")}

    def confirms(self, **changed):
        form = self.opens_checkout()
        return self.sends("/checkout", **(form | TYPED | changed))


def hidden(html, name):
    return re.search(rf'name="{name}" value="([^"]*)"', html)[1]
