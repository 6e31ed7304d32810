"""Which column of a shop's file is what, by what people call them in Arabic and English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tijara.kit.arabic import fold

KNOWN_AS = {
    "name": "name|title|product|product name|item name|item|الاسم|اسم المنتج|المنتج|اسم الصنف|"
    "الصنف|اسم السلعة|العنوان",
    "name_ar": "name ar|arabic name|name arabic|title ar|product name ar|الاسم العربي|"
    "الاسم بالعربية|اسم المنتج بالعربي|الاسم عربي",
    "name_en": "name en|english name|name english|title en|product name en|الاسم الإنجليزي|"
    "الاسم بالإنجليزية|اسم المنتج بالإنجليزي|الاسم انجليزي",
    "brand": "brand|brand name|manufacturer|vendor|العلامة|العلامة التجارية|الماركة|البراند|الشركة",
    "brand_ar": "brand ar|arabic brand|الماركة بالعربي|العلامة بالعربية",
    "brand_en": "brand en|english brand|الماركة بالإنجليزي|العلامة بالإنجليزية",
    "category": "category|categories|department|section|product type|google product category|"
    "القسم|التصنيف|الفئة|الأقسام|التصنيفات",
    "category_ar": "category ar|categories ar|القسم بالعربي|التصنيف بالعربية",
    "category_en": "category en|categories en|القسم بالإنجليزي|التصنيف بالإنجليزية",
    "about": "description|about|details|body|الوصف|التفاصيل|وصف المنتج",
    "about_ar": "description ar|about ar|الوصف بالعربي|الوصف بالعربية",
    "about_en": "description en|about en|الوصف بالإنجليزي|الوصف بالإنجليزية",
    "price": "price|regular price|unit price|selling price|price sar|السعر|سعر المنتج|سعر البيع|"
    "الثمن|سعر الوحدة",
    "sale_price": "sale price|discounted price|special price|offer price|السعر المخفض|"
    "سعر التخفيض|السعر بعد الخصم|سعر العرض",
    "currency": "currency|currency code|العملة",
    "stock": "stock|quantity|qty|units|inventory|stock quantity|الكمية|المخزون|العدد|"
    "الكمية المتوفرة",
    "gtin": "gtin|barcode|ean|upc|gtin13|الباركود|باركود",
    "sku": "sku|item code|product code|رمز المنتج|رمز التخزين|كود المنتج|رمز الصنف",
    "source": "source|supplier|المصدر|المورد",
}
"""Names by field, parted by |; they are compared folded."""
KEYS = (
    "ext id", "external id", "product id", "item id", "id", "معرف المنتج", "معرف", "رقم المنتج",
    "رقم الصنف", "handle", "row id", "row", "م", "رقم",
)  # fmt: skip
"""What may hold a row's own key, the surest first."""
_FIELDS = {fold(name): field for field, names in KNOWN_AS.items() for name in names.split("|")}
_KEYS = tuple(dict.fromkeys(map(fold, KEYS)))


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """`fields` gives each field's column; `keys` the columns of the key, to be tried in turn."""

    header: tuple[str, ...]
    fields: Mapping[str, int]
    keys: tuple[int, ...]
    ignored: tuple[str, ...]

    @property
    def fault(self) -> str:
        has_name = {"name", "name_ar", "name_en"} & self.fields.keys()
        return "" if has_name else "no_name_column"

    def used(self) -> dict[str, str]:
        """Header by field, for the report."""
        found = {field: self.header[place] for field, place in self.fields.items()}
        return found | ({"key": self.header[self.keys[0]]} if self.keys else {})


def plan_columns(header: Sequence[str], chosen: Mapping[str, str] | None = None) -> ColumnPlan:
    """`chosen` maps a header to a field, or to "key", or to "" to pass the column over."""
    chosen = {fold(name): field for name, field in (chosen or {}).items()}
    fields: dict[str, int] = {}
    keys: list[tuple[int, int]] = []
    ignored = []
    by_choice = sorted(range(len(header)), key=lambda place: fold(header[place]) not in chosen)
    for place in by_choice:
        name = fold(header[place])
        field = chosen.get(name, _FIELDS.get(name, "key" if name in _KEYS else ""))
        if field == "key":
            keys.append((-1 if name in chosen else _KEYS.index(name), place))
        elif field in KNOWN_AS and field not in fields:
            fields[field] = place
        else:
            ignored.append(header[place])
    ordered = [place for _, place in sorted(keys)]
    if "sku" in fields:
        ordered.insert(_keys_before_sku(keys), fields["sku"])
    return ColumnPlan(tuple(header), fields, tuple(ordered), tuple(ignored))


def unknown_choices(header: Sequence[str], chosen: Mapping[str, str]) -> list[str]:
    """Choices that name no column of the file, or no field that is known."""
    names = {fold(name) for name in header}
    fields = {*KNOWN_AS, "key", ""}
    return [
        f"{name}={field}"
        for name, field in chosen.items()
        if fold(name) not in names or field not in fields
    ]


def _keys_before_sku(keys: list[tuple[int, int]]) -> int:
    """The stock code is a surer key than a bare row number, not than the shop's own id."""
    row_number = _KEYS.index("row id")
    return sum(rank < row_number for rank, _ in keys)
