"""What the products of a world are called."""

DEPARTMENTS = {
    ("المطبخ", "Kitchen"): [
        ("الدلال والترامس", "Coffee pots"), ("القدور", "Pots"), ("الصحون", "Plates"),
        ("السكاكين", "Knives"), ("الأكواب", "Cups"),
    ],
    ("البيت", "Home"): [
        ("السجاد", "Carpets"), ("المفارش", "Bedding"), ("الإضاءة", "Lighting"),
        ("المباخر", "Incense burners"), ("الستائر", "Curtains"),
    ],
    ("الجمال", "Beauty"): [
        ("العطور", "Perfume"), ("العود", "Oud"), ("العناية بالبشرة", "Skin care"),
        ("العناية بالشعر", "Hair care"), ("المكياج", "Make-up"),
    ],
    ("الأطفال", "Children"): [
        ("ملابس الأطفال", "Children’s clothes"), ("الألعاب", "Toys"), ("عربات الأطفال", "Prams"),
        ("الحفاضات", "Nappies"), ("كتب الأطفال", "Children’s books"),
    ],
    ("الإلكترونيات", "Electronics"): [
        ("الجوالات", "Phones"), ("السماعات", "Headphones"), ("الشواحن", "Chargers"),
        ("الساعات", "Watches"), ("الحواسيب", "Computers"),
    ],
    ("الرياضة", "Sport"): [
        ("الأحذية الرياضية", "Trainers"), ("الدراجات", "Bicycles"), ("التخييم", "Camping"),
        ("اللياقة", "Fitness"), ("السباحة", "Swimming"),
    ],
}  # fmt: skip
KINDS = [
    ("فاخر", "fine"), ("عملي", "practical"), ("تقليدي", "traditional"), ("حديث", "modern"),
    ("خفيف", "light"), ("متين", "sturdy"), ("صغير", "small"), ("كبير", "large"),
    ("يدوي الصنع", "handmade"), ("اقتصادي", "value"), ("للهدايا", "for gifts"),
]  # fmt: skip
COLOURS = [
    ("أبيض", "white"), ("أسود", "black"), ("ذهبي", "gold"), ("نحاسي", "copper"),
    ("أزرق", "blue"), ("أخضر", "green"), ("رملي", "sand"),
]  # fmt: skip
BRANDS = [
    ("نجد", "Najd"), ("الحجاز", "Hijaz"), ("بيت الطيب", "Bayt Al Teeb"), ("واحة", "Waha"),
    ("سدير", "Sudair"), ("دار العود", "Dar Al Oud"), ("رمال", "Rimal"), ("نخلة", "Nakhla"),
    ("الريف", "Al Reef"), ("صحارى", "Sahara"), ("ديرة", "Deera"), ("مرسى", "Marsa"),
]  # fmt: skip
STORES = [
    ("متجر السوق", "souq"), ("بيت الضيافة", "hospitality"), ("ركن العود", "oud"),
    ("دكان الحي", "corner"), ("مستودع الشرق", "east"), ("واجهة البحر", "sea"),
    ("خزانة البيت", "home"), ("متجر الواحة", "oasis"),
]  # fmt: skip
ABOUT_AR = (
    "{name} من {brand}، صُنع ليبقى معك سنوات. خامته منتقاة بعناية، وحجمه يناسب البيت والرحلة، "
    "وتنظيفه سهل. يصلك مغلّفًا جيدًا، ومعه ضمان البائع. إن لم يناسبك فأعده كما هو خلال مدة الإرجاع، "
    "ونحن نتكفل بالباقي."
)
ABOUT_EN = (
    "{name} by {brand}, made to stay with you for years: carefully chosen material, a size for "
    "home and travel, easy to clean. It comes well packed, with the seller’s guarantee."
)
SPECS = [
    ("المنشأ", "Origin", "السعودية", "Saudi Arabia"),
    ("الضمان", "Guarantee", "سنتان", "Two years"),
    ("الخامة", "Material", "طبيعية", "Natural"),
    ("العناية", "Care", "يمسح بقطعة مبللة", "Wipe with a damp cloth"),
]
