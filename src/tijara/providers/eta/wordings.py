"""What the authority and its rules are called at the desks, in their three languages."""

from tijara.domains.invoicing.shapes import Wording

TITLE = Wording(
    "مصلحة الضرائب المصرية",
    "Tax Authority, Egypt",
    "Autorité fiscale, Égypte",
)
RULES = {
    "ETA-receiver.address": Wording(
        "عنوان المشتري ناقص: المحافظة والمدينة والشارع والمبنى.",
        "The buyer’s address is not whole: governorate, city, street, building.",
        "L’adresse de l’acheteur n’est pas complète\xa0: gouvernorat, ville, rue, immeuble.",
    ),
    "ETA-receiver.id": Wording(
        "رقم المشتري ليس رقم تسجيل ضريبي مصريًّا.",
        "The buyer’s number is no Egyptian registration number.",
        "Le numéro de l’acheteur n’est pas un numéro d’immatriculation égyptien.",
    ),
    "ETA-references": Wording(
        "لم تُجب الهيئة بعد عن الفاتورة التي يخصّها الإشعار. انتظر جوابها.",
        "The invoice that the note is about has no answer of the authority yet. Wait for it.",
        "La facture dont parle la note n’a pas encore de réponse de l’administration. Attendez-la.",
    ),
}
FAMILY = (
    "ETA-",
    Wording(
        "خالف قاعدة من قواعد المصلحة المصرية.",
        "A rule of the Egyptian authority is broken.",
        "Une règle du fisc égyptien n’est pas respectée.",
    ),
)
"""How the rules begin that have no words of their own, and what is said of them."""
