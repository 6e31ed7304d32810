"""What the authority and its rules are called at the desks, in their three languages."""

from tijara.domains.invoicing.shapes import Wording

TITLE = Wording(
    "بيبول، الإمارات",
    "Peppol, United Arab Emirates",
    "Peppol, Émirats arabes unis",
)
RULES = {
    "ibr-166-ae": Wording(
        "لا رمز لدى الهيئة لنوع هذه السلعة التي يؤدّي مشتريها الضريبة. راجع تصنيفها الضريبي.",
        "The authority has no code for this kind of goods under reverse charge. See how they are"
        " taxed.",
        "L’administration n’a pas de code pour ces biens en autoliquidation. Revoyez leur classe"
        " de taxe.",
    ),
    "ibr-174-ae": Wording(
        "سلعة يؤدّي مشتريها الضريبة بلا باركود. يكتبه البائع في صفحة المنتج، فتصدر الفاتورة.",
        "Goods under reverse charge have no barcode. The seller writes it on the product’s page,"
        " and the invoice goes out.",
        "Un bien en autoliquidation n’a pas de code-barres. Le vendeur le saisit sur la page du"
        " produit, et la facture part.",
    ),
}
FAMILY = (
    "ibr-",
    Wording(
        "خالف قاعدة من معيار الإمارات للفواتير.",
        "A rule of the Emirates’ standard for invoices is broken.",
        "Une règle de la norme émirienne de facturation n’est pas respectée.",
    ),
)
"""How the rules begin that have no words of their own, and what is said of them."""
