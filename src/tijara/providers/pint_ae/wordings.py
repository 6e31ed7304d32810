"""What the authority and its rules are called at the desks, in their three languages."""

from tijara.domains.invoicing.shapes import Wording

TITLE = Wording(
    "بيبول، الإمارات",
    "Peppol, United Arab Emirates",
    "Peppol, Émirats arabes unis",
)
RULES: dict[str, Wording] = {}
FAMILY = (
    "ibr-",
    Wording(
        "خالف قاعدة من معيار الإمارات للفواتير.",
        "A rule of the Emirates’ standard for invoices is broken.",
        "Une règle de la norme émirienne de facturation n’est pas respectée.",
    ),
)
"""How the rules begin that have no words of their own, and what is said of them."""
