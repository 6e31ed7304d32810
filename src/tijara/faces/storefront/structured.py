"""What search engines read of a product, in the words of schema.org."""

from tijara.domains.catalogue.shapes import ProductPage
from tijara.domains.offers.shapes import OfferCard
from tijara.ui.pieces.words import named

MOST_OFFERS = 10


def product_data(shown: ProductPage, address: str, offers: list[OfferCard]) -> dict:
    data = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": named(shown),
        "description": named(shown, "about"),
        "url": address,
        "offers": [
            {
                "@type": "Offer",
                "price": one.price.to_decimal_string(),
                "priceCurrency": one.price.currency,
                "availability": f"https://schema.org/{_availability(one)}",
                "url": address,
            }
            for one in offers[:MOST_OFFERS]
        ],
    }
    if brand := named(shown, "brand"):
        data["brand"] = {"@type": "Brand", "name": brand}
    return data


def _availability(offer: OfferCard) -> str:
    return "InStock" if offer.can_be_bought else "OutOfStock"
