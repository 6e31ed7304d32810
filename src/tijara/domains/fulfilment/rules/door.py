"""At the door: the code that only the buyer knows, and the days on which he may wish a delivery."""

from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

DIGITS = 4
MOST_TRIES = 5
FIRST_DAY, LAST_DAY = 1, 7
"""How many days from today a delivery may be wished for."""
LONGEST_NOTE = 200
SALT = "tijara.fulfilment.door"


def delivery_code(seller_id: UUID, shipment_id: UUID, secret: str | None = None) -> str:
    """It follows from the parcel and the installation's secret, so that it is kept nowhere."""
    told = salted_hmac(SALT, f"{seller_id}:{shipment_id}", secret=secret, algorithm="sha256")
    return f"{int(told.hexdigest(), 16) % 10**DIGITS:0{DIGITS}}"


def is_code(typed: str, seller_id: UUID, shipment_id: UUID) -> bool:
    """Also one that was sent before the secret changed."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return typed in {delivery_code(seller_id, shipment_id, secret) for secret in secrets}


def may_wish(day: date, today: date) -> bool:
    return today + timedelta(days=FIRST_DAY) <= day <= today + timedelta(days=LAST_DAY)
