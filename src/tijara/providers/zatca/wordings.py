"""What the authority and its rules are called at the desks, in their three languages."""

from tijara.domains.invoicing.shapes import Wording

TITLE = Wording(
    "هيئة الزكاة والضريبة والجمارك، السعودية",
    "ZATCA, Saudi Arabia",
    "ZATCA, Arabie saoudite",
)
RULES = {
    "BR-KSA-08": Wording(
        "رقم السجلّ التجاري ناقص أو غير صحيح.",
        "The number of the commercial register is missing or is no number.",
        "Le numéro du registre du commerce manque ou n’est pas valable.",
    ),
    "BR-KSA-09": Wording(
        "عنوان البائع ناقص: الشارع والمبنى والحيّ والمدينة والرمز البريدي.",
        "The seller’s address is not whole: street, building, district, city, postcode.",
        "L’adresse du vendeur est incomplète\xa0: rue, bâtiment, quartier, ville, code postal.",
    ),
    "BR-KSA-10": Wording(
        "عنوان المشتري ناقص: الشارع والمدينة والبلد.",
        "The buyer’s address is missing: street, city and country.",
        "L’adresse de l’acheteur manque\xa0: rue, ville et pays.",
    ),
    "BR-KSA-17": Wording(
        "يجب أن يذكر الإشعار الدائن سببه.",
        "A credit note must say why it is given.",
        "Un avoir doit dire son motif.",
    ),
    "BR-KSA-37": Wording(
        "رقم المبنى أربع خانات.",
        "The building number must have four digits.",
        "Le numéro du bâtiment a quatre chiffres.",
    ),
    "BR-KSA-39": Wording(
        "الرقم الضريبي للبائع ناقص.",
        "The seller’s VAT number is missing.",
        "Le numéro de TVA du vendeur manque.",
    ),
    "BR-KSA-40": Wording(
        "الرقم الضريبي للبائع 15 رقمًا، أوله 3 وآخره 3.",
        "The seller’s VAT number must have 15 digits and begin and end with 3.",
        "Le numéro de TVA du vendeur a 15 chiffres, commence et finit par 3.",
    ),
    "BR-KSA-44": Wording(
        "الرقم الضريبي للمشتري 15 رقمًا، أوله 3 وآخره 3.",
        "The buyer’s VAT number must have 15 digits and begin and end with 3.",
        "Le numéro de TVA de l’acheteur a 15 chiffres, commence et finit par 3.",
    ),
    "BR-KSA-63": Wording(
        "عنوان المشتري غير مكتمل.",
        "The buyer’s address is not whole.",
        "L’adresse de l’acheteur est incomplète.",
    ),
    "BR-KSA-66": Wording(
        "الرمز البريدي للبائع خمسة أرقام.",
        "The seller’s postcode must have five digits.",
        "Le code postal du vendeur a cinq chiffres.",
    ),
    "BR-KSA-67": Wording(
        "الرمز البريدي للمشتري خمسة أرقام.",
        "The buyer’s postcode must have five digits.",
        "Le code postal de l’acheteur a cinq chiffres.",
    ),
    "BR-KSA-81": Wording(
        "ينقص رقم المشتري الضريبي أو رقم آخر يعرّفه.",
        "The buyer’s VAT number or another number of his is missing.",
        "Le numéro de TVA de l’acheteur, ou un autre numéro à lui, manque.",
    ),
    "BR-KSA-83": Wording(
        "بيع شيء بلا ضريبة ولم يُذكر السبب.",
        "Something is sold without tax, and the reason is not said.",
        "Une vente est sans taxe, et le motif n’est pas dit.",
    ),
    "BR-KSA-98": Wording(
        "وصلت بعد أكثر من 24 ساعة من إصدارها.",
        "It arrived later than 24 hours after it was given out.",
        "Il est arrivé plus de 24 heures après son émission.",
    ),
    "BR-KSA-EN16931-02": Wording(
        "لا تقبل الهيئة إلا الريال السعودي.",
        "The authority takes Saudi riyals only.",
        "Le fisc n’accepte que le riyal saoudien.",
    ),
    "KSA-13": Wording(
        "لا يتبع المستند الذي قبله. أرسل مستندًا جديدًا.",
        "It does not follow the document before it. Send a new one.",
        "Il ne suit pas le document précédent. Envoyez-en un nouveau.",
    ),
    "KSA-16": Wording(
        "ترتيبه مأخوذ. أرسل مستندًا جديدًا.",
        "Its place in the row is taken. Send a new one.",
        "Son rang est pris. Envoyez-en un nouveau.",
    ),
    "invalid-invoice-hash": Wording(
        "تغيّر المستند في الطريق. أرسل مستندًا جديدًا.",
        "The document was changed on its way. Send a new one.",
        "Le document a changé en route. Envoyez-en un nouveau.",
    ),
}
FAMILY = (
    "BR-KSA-",
    Wording(
        "خالف قاعدة من قواعد الهيئة السعودية.",
        "A rule of the Saudi authority is broken.",
        "Une règle du fisc saoudien n’est pas respectée.",
    ),
)
"""How the rules begin that have no words of their own, and what is said of them."""
