"""Measures and forms of goods: every way of writing one leads to one term.

Data to be read and corrected: a line is `term: ways of writing it`, folded. The term itself need
not be among them.
"""

_MEASURES = """
mg: مجم مج ملجم مللجم ملغ ملغم ملج ملجرام مليجرام ملليجرام ميليجرام مليغرام ملليغرام مغ ملغرام
mcg: مكجم مكج مكغ ميكجم ميكروجرام ميكروغرام ug µg
g: جم جرام غرام غم جرامات غرامات gm gr gram grams gramme grammes gms
kg: كجم كج كغ كغم كيلو كيلوجرام كيلوغرام كيلوجرامات kgs kilo kilos kilogram kilograms
ml: مل ملي مللي ملل مليلتر ملليلتر ميلي ميليلتر mls millilitre milliliter millilitres milliliters
l: لتر ليتر لترات ليترات ltr liter litre liters litres
cm: سم سنتي سنتيمتر سنتمتر cms
mm: ملم ممم ميليمتر مليمتر ملليمتر
m: متر امتار meter metre meters metres
inch: بوصه انش انشات بوصات inches
gb: جيجا جيجابايت غيغا غيغابايت قيقا gigabyte gigabytes جيقا
tb: تيرا تيرابايت terabyte
mah: امبيرساعه مللي_امبير
w: واط وات watt watts
v: فولت volt volts
iu: وحده_دوليه
"""
_FORMS = """
tablet: قرص اقراص قراص قرصا tab tabs tablets comprime comprimes
capsule: كبسوله كبسول كبسولات كبسولا cap caps capsules gelule gelules
piece: حبه حبات حبايه قطعه قطع pc pcs pieces count piece
ampoule: امبول امبولات امبوله امبولا حقن حقنه amp amps ampoules ampul ampule injection
vial: فيال فايل vials
syrup: شراب شرب sirop
suspension: معلق suspensions
drops: قطره نقط قطرات نقطه drop gouttes
cream: كريم كريمات creme crem creams
ointment: مرهم مراهم oint ointments pommade
gel: جل جيل gels
lotion: لوشن لوسيون lotions
spray: بخاخ بخاخه سبراي اسبراي sprays
suppository: لبوس لبوسه اقماع تحاميل تحميله supp suppositories
sachet: كيس اكياس ظرف اظرف sachets bag bags
strip: شريط شرائط شرايط strips اشرطه
effervescent: فوار eff effervescents
shampoo: شامبو شامبوه شمبو shampoos shampooing
soap: صابون صابونه soaps savon
box: علبه علب صندوق كرتون كرتونه boxes
pack: عبوه عبوات باكيت باكت باك packs packet
bottle: زجاجه قاروره قوارير bottles
set: طقم اطقم sets kit
pair: زوج جوز pairs
"""
_AFTER_A_NUMBER = """
tablet: ق
capsule: ك
strip: ش
mg: م
g: ج غ جر
inch: in
"""


def _read(table: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for line in table.strip().splitlines():
        term, _, ways = line.partition(":")
        told |= {way: term for way in ways.split()} | {term: term}
    return told


_measured, _formed = _read(_MEASURES), _read(_FORMS)
ALWAYS = _measured | _formed
AFTER_A_NUMBER = {
    way: term for way, term in _read(_AFTER_A_NUMBER).items() if way not in (*ALWAYS, term)
}
"""Too short to be believed anywhere else: "14 ق"."""
MEASURES = frozenset(_measured.values())
FORMS = frozenset(_formed.values())
