"""What the gallery shows: things that look like the shop's, made up here, no database."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import get_language

from tijara.domains.catalogue.shapes import CategoryNode
from tijara.domains.search.shapes import ProductCard
from tijara.kit import clock
from tijara.kit.money import Money
from tijara.kit.page import Page

NOBODY = UUID(int=0)
GOODS = (
    ("headphones-ivory", "سماعة سَكَن لايت، عاجي", "Sakan Lite headphones, ivory", 32900, None),
    ("armchair-majlis", "كرسي مجلس مخمل أزرق", "Majlis armchair, blue velvet", 115000, 139000),
    ("vase-tall", "مزهرية طويلة، خزف أزرق", "Tall vase, blue ceramic", 22550, None),
    ("dates-gift", "علبة تمر هدية، عجوة المدينة، 1 كغ", "Gift box of Madinah dates", 14500, None),
    ("speaker-sada", "مكبّر صدى المنزلي", "Sada home speaker", 38900, None),
)
DEPARTMENTS = (
    ("coffee", "القهوة والضيافة", "Coffee & hosting"),
    ("perfume", "العطور والبخور", "Perfume & oud"),
    ("home", "البيت", "Home"),
    ("electronics", "الإلكترونيات", "Electronics"),
    ("fashion", "الأزياء والجلود", "Fashion & leather"),
)


def cards() -> list[ProductCard]:
    """Five products: plain, reduced, plain, sold out, and one without a picture."""
    return [
        ProductCard(
            product_id=NOBODY,
            slug=picture,
            name_ar=name_ar,
            name_en=name_en,
            brand_ar="دار الخزف",
            brand_en="Dar Al-Khazaf",
            picture="" if picture == "speaker-sada" else picture,
            seller_id=NOBODY,
            offer_id=NOBODY,
            price=Money(price, "SAR"),
            was=Money(was, "SAR") if was else None,
            in_stock=picture != "dates-gift",
            offers=1,
        )
        for picture, name_ar, name_en, price, was in GOODS
    ]


def departments() -> list[CategoryNode]:
    return [
        CategoryNode(id=NOBODY, path=path, name_ar=ar, name_en=en, picture="", position=place)
        for place, (path, ar, en) in enumerate(DEPARTMENTS)
    ]


def samples() -> dict[str, object]:
    """The context of the gallery's templates."""
    now = clock.now()
    return {
        "cards": cards(),
        "departments": (),
        "money": {
            "whole": Money(34900, "SAR"),
            "was": Money(42000, "SAR"),
            "big": Money(124950, "SAR"),
            "less": Money(-7100, "SAR"),
            "dinar": Money(12500, "KWD"),
            "total": Money(49700, "SAR"),
        },
        "times": {
            "now": now,
            "minutes": now - timedelta(minutes=12),
            "hours": now - timedelta(hours=5),
            "days": now - timedelta(days=2),
            "tomorrow": (now + timedelta(days=1)).date(),
        },
        "cities": _two(("riyadh", "الرياض", "Riyadh"), ("jeddah", "جدة", "Jeddah")),
        "shop_steps": _steps(),
        "page": Page(items=[], number=4, size=24, has_next=True, total=1872),
        "who": {"name": "بيت النحّاس", "note": "", "hue": 55},
        "sections": [
            {
                "title": "",
                "links": [
                    {"text": name, "href": f"#{path}", "icon": icon, "current": icon == "home"}
                    for (path, name), icon in zip(
                        _two(*DEPARTMENTS), ("home", "box", "tag", "grid", "chat"), strict=True
                    )
                ],
            }
        ],
        "spark": [3, 4, 3, 5, 6, 5, 7, 8, 7, 9],
        "crumbs": [(name, f"#{path}") for path, name in _two(*DEPARTMENTS[:3])],
        "tabs": [
            {"text": name, "href": f"#{path}", "count": count, "current": count == 23}
            for (path, name), count in zip(_two(*DEPARTMENTS[:3]), (23, 8, 1840), strict=True)
        ],
    }


def _two(*rows: tuple[str, str, str]) -> list[tuple[str, str]]:
    """(key, text) in the active language."""
    return [(key, english if _is_english() else arabic) for key, arabic, english in rows]


def _is_english() -> bool:
    return (get_language() or "ar").startswith("en")


def _steps() -> list[dict[str, str]]:
    rows = (
        (
            "done",
            "استلمنا وثائقك",
            "We have your papers",
            "السبت 21 نوفمبر",
            "Saturday 21 November",
        ),
        ("now", "نراجعها", "We are checking them", "نرد مساء الثلاثاء", "Answer by Tuesday"),
        ("", "تبدأ البيع", "You start selling", "", ""),
    )
    place = 2 if _is_english() else 1
    return [{"state": row[0], "text": row[place], "note": row[place + 2]} for row in rows]
