"""Whether this is a demonstration, and what only a demonstration may assume or invent."""

import os
from collections.abc import Mapping

from tijara.platform.demonstration import is_demonstration


def operator_of(given: Mapping[str, str]) -> dict[str, str]:
    """Who runs this market: shown on every page, as the law asks. Only a demonstration invents
    numbers; a real market shows those that it was given."""
    invents = is_demonstration(given)
    return {
        "name_ar": given.get("TIJARA_OPERATOR_AR", "تجارة"),
        "name_en": given.get("TIJARA_OPERATOR_EN", "Tijara"),
        "commercial_register": given.get(
            "TIJARA_COMMERCIAL_REGISTER", "1010000000" if invents else ""
        ),
        "vat_number": given.get("TIJARA_VAT_NUMBER", "300000000000003" if invents else ""),
        "phone": given.get("TIJARA_OPERATOR_PHONE", ""),
        "email": given.get("TIJARA_OPERATOR_EMAIL", ""),
        "address_ar": given.get(
            "TIJARA_OPERATOR_ADDRESS_AR", "طريق الملك فهد، العليا، الرياض" if invents else ""
        ),
        "address_en": given.get(
            "TIJARA_OPERATOR_ADDRESS_EN", "King Fahd Road, Al Olaya, Riyadh" if invents else ""
        ),
    }


DEMONSTRATION = is_demonstration(os.environ)
"""A demonstration market shows its accounts and its message inbox to everyone."""

DEMONSTRATION_PASSWORD = os.environ.get("TIJARA_DEMONSTRATION_PASSWORD", "souq-okaz-2026")
"""Of every demonstration account; the sign-in page shows it."""

OPERATOR = operator_of(os.environ)
CHANNEL = "demonstration_inbox" if DEMONSTRATION else ""
"""What takes messages where no other channel was chosen: it shows them and sends nothing."""
