"""Which column of a shop's file is what, by what people call them in Arabic and English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tijara.kit.arabic import fold

from .dialects import dialect_of

KNOWN_AS = {
    "name": "name|title|product|product name|item name|item|الاسم|اسم المنتج|المنتج|اسم الصنف|"
    "الصنف|اسم السلعة|العنوان",
    "name_ar": "name ar|arabic name|name arabic|title ar|product name ar|الاسم العربي|"
    "الاسم بالعربية|اسم المنتج بالعربي|الاسم عربي",
    "name_en": "name en|english name|name english|title en|product name en|الاسم الإنجليزي|"
    "الاسم بالإنجليزية|اسم المنتج بالإنجليزي|الاسم انجليزي",
    "name_fr": "name fr|french name|name french|title fr|product name fr|nom|nom du produit|"
    "الاسم الفرنسي|الاسم بالفرنسية|اسم المنتج بالفرنسية",
    "brand": "brand|brands|brand name|manufacturer|vendor|العلامة|العلامة التجارية|الماركة|"
    "البراند|الشركة",
    "brand_ar": "brand ar|arabic brand|الماركة بالعربي|العلامة بالعربية",
    "brand_en": "brand en|english brand|الماركة بالإنجليزي|العلامة بالإنجليزية",
    "category": "category|categories|department|section|product type|product category|"
    "google product category|القسم|التصنيف|الفئة|الأقسام|التصنيفات|تصنيف المنتج",
    "category_ar": "category ar|categories ar|categories name ar|القسم بالعربي|التصنيف بالعربية",
    "category_en": "category en|categories en|categories name en|القسم بالإنجليزي|"
    "التصنيف بالإنجليزية",
    "about": "description|short description|about|details|body|body html|الوصف|التفاصيل|وصف المنتج",
    "about_ar": "description ar|about ar|الوصف بالعربي|الوصف بالعربية",
    "about_en": "description en|about en|الوصف بالإنجليزي|الوصف بالإنجليزية",
    "about_fr": "description fr|about fr|description du produit|الوصف بالفرنسي|الوصف بالفرنسية",
    "price": "price|regular price|unit price|selling price|price sar|variant price|السعر|"
    "سعر المنتج|سعر البيع|الثمن|سعر الوحدة|السعر الأساسي",
    "sale_price": "sale price|discounted price|special price|offer price|السعر المخفض|"
    "سعر التخفيض|السعر بعد الخصم|سعر العرض",
    "was_price": "compare at price|variant compare at price|old price|was|list price|"
    "السعر قبل الخصم|السعر القديم|السعر السابق",
    "cost": "cost|cost price|unit cost|cost per item|variant cost|purchase price|cost of goods|"
    "سعر التكلفة|التكلفة|تكلفة القطعة|تكلفة المنتج|سعر الشراء|الكلفة",
    "currency": "currency|currency code|العملة",
    "stock": "stock|quantity|qty|units|inventory|stock quantity|variant inventory qty|الكمية|"
    "المخزون|العدد|الكمية المتوفرة|كمية المخزون",
    "gtin": "gtin|barcode|ean|upc|gtin 13|variant barcode|gtin upc ean or isbn|الباركود|باركود",
    "sku": "sku|variant sku|item code|product code|رمز المنتج|رمز المنتج sku|رمز التخزين|"
    "كود المنتج|رمز الصنف",
    "source": "source|supplier|المصدر|المورد",
    "row_kind": "row type|row kind|نوع الصف",
    "parent": "parent|parent sku|parent id|parent code|item group id|group id|المنتج الأب|"
    "رقم المنتج الأب|رمز المنتج الأب|كود المنتج الأب|رقم المجموعة|رمز المجموعة",
    "option_1": "option 1 value|attribute 1 value s|1 القيمة|قيمة الخيار 1",
    "option_2": "option 2 value|attribute 2 value s|2 القيمة|قيمة الخيار 2",
    "option_3": "option 3 value|attribute 3 value s|3 القيمة|قيمة الخيار 3",
    "option_name": "option 1 name|attribute 1 name|1 الاسم|اسم الخيار 1",
    "option_name_2": "option 2 name|attribute 2 name|2 الاسم|اسم الخيار 2",
    "option_name_3": "option 3 name|attribute 3 name|3 الاسم|اسم الخيار 3",
}
"""Names by field, parted by |; they are compared folded."""
KEYS = (
    "ext id", "external id", "product id", "item id", "id", "معرف المنتج", "معرف", "رقم المنتج",
    "رقم الصنف", "handle", "row id", "row", "م", "رقم",
)  # fmt: skip
"""What may hold a row's own key, the surest first."""
OPTIONS = ("option_1", "option_2", "option_3")
OPTION_NAMES = ("option_name", "option_name_2", "option_name_3")
OPTION_WORDS = frozenset(
    fold(name)
    for name in (
        "color", "colour", "size", "material", "capacity", "style", "flavour", "flavor", "pattern",
        "اللون", "لون", "المقاس", "مقاس", "الحجم", "السعة", "الخامة", "الطراز", "النكهة", "العبوة",
    )
)  # fmt: skip
"""What buyers choose by, where a column says which rows are one product."""
EXCESS = frozenset(
    f"{word} {number} {value}"
    for number in range(4, 10)
    for word, value in (("attribute", "value s"), ("option", "value"))
)
"""Options beyond those that a product can have."""
KEY, SPEC = "key", "spec"
FIELDS = (*KNOWN_AS, KEY, SPEC)
"""All that a column can be; `spec` is kept as it is, a line of the product's table."""
MANY = frozenset({KEY, SPEC})
"""What more than one column may be."""
MOST_SPECS = 30
STOCK_ENDINGS = (" كميات", " الكميات", " quantities")
"""Of a column that is named after a warehouse."""
_FIELDS = {fold(name): field for field, names in KNOWN_AS.items() for name in names.split("|")}
_KEYS = tuple(dict.fromkeys(map(fold, KEYS)))


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """`fields` gives each field's column; `keys` the columns of the key, to be tried in turn;
    `specs` those that are kept as they are; `excess` options beyond the third; `dialect` the shop
    whose export this looks like."""

    header: tuple[str, ...]
    fields: Mapping[str, int]
    keys: tuple[int, ...]
    specs: tuple[int, ...]
    ignored: tuple[str, ...]
    dialect: str = ""
    excess: tuple[int, ...] = ()

    @property
    def has_families(self) -> bool:
        """Whether rows may belong together."""
        return not {"row_kind", "parent", "option_1"}.isdisjoint(self.fields)

    @property
    def fault(self) -> str:
        has_name = {"name", "name_ar", "name_en"} & self.fields.keys()
        return "" if has_name else "no_name_column"

    def used(self) -> dict[str, str]:
        """Header by field, for the report."""
        found = {field: self.header[place] for field, place in self.fields.items()}
        return found | ({KEY: self.header[self.keys[0]]} if self.keys else {})

    def by_place(self) -> dict[int, str]:
        """The field of each column that is used."""
        found = {place: field for field, place in self.fields.items()}
        found |= dict.fromkeys(self.specs, SPEC)
        return dict.fromkeys(self.keys, KEY) | found


def plan_columns(header: Sequence[str], chosen: Mapping[str, str] | None = None) -> ColumnPlan:
    """`chosen` maps a header to a field, or to "key" or "spec", or to "" to pass it over."""
    chosen = {fold(name): field for name, field in (chosen or {}).items()}
    dialect = dialect_of(header)
    told = [_told(fold(name), chosen, dialect.columns) for name in header]
    if "parent" in told and "row_kind" not in told:
        _suggest_options(header, told, chosen)
    fields: dict[str, int] = {}
    keys: list[tuple[int, int]] = []
    specs: list[int] = []
    ignored = []
    by_choice = sorted(range(len(header)), key=lambda place: fold(header[place]) not in chosen)
    for place in by_choice:
        name, field = fold(header[place]), told[place]
        if field == KEY:
            keys.append((_KEYS.index(name) if name in _KEYS else -1, place))
        elif field == SPEC and len(specs) < MOST_SPECS:
            specs.append(place)
        elif field in KNOWN_AS and field not in fields:
            fields[field] = place
        else:
            ignored.append(header[place])
    ordered = [place for _, place in sorted(keys)]
    if "sku" in fields:
        ordered.insert(_keys_before_sku(keys), fields["sku"])
    excess = [place for place, name in enumerate(header) if fold(name) in EXCESS]
    return ColumnPlan(
        tuple(header),
        fields,
        tuple(ordered),
        tuple(specs),
        tuple(ignored),
        dialect.name,
        tuple(place for place in excess if not told[place]),
    )


def _told(name: str, chosen: Mapping[str, str], dialect: Mapping[str, str]) -> str:
    return chosen[name] if name in chosen else _guess(name, dialect)


def _suggest_options(header: Sequence[str], told: list[str], chosen: Mapping[str, str]) -> None:
    """The columns that tell variants apart, where nobody said otherwise."""
    free = [option for option in OPTIONS if option not in told]
    for place, name in enumerate(map(fold, header)):
        if free and not told[place] and name in OPTION_WORDS and name not in chosen:
            told[place] = free.pop(0)


def unknown_choices(header: Sequence[str], chosen: Mapping[str, str]) -> list[str]:
    """Choices that name no column of the file, or no field that is known."""
    names = {fold(name) for name in header}
    fields = {*FIELDS, ""}
    return [
        f"{name}={field}"
        for name, field in chosen.items()
        if fold(name) not in names or field not in fields
    ]


def chosen_twice(chosen: Mapping[str, str]) -> list[str]:
    """Fields that a person gave to more than one column, though only one can be it."""
    given = [field for field in chosen.values() if field and field not in MANY]
    return sorted({field for field in given if given.count(field) > 1})


def _guess(name: str, dialect: Mapping[str, str]) -> str:
    if name in dialect:
        return dialect[name]
    if name in _FIELDS:
        return _FIELDS[name]
    if name in _KEYS:
        return KEY
    return "stock" if name.endswith(STOCK_ENDINGS) else ""


def _keys_before_sku(keys: list[tuple[int, int]]) -> int:
    """The stock code is a surer key than a bare row number, not than the shop's own id."""
    row_number = _KEYS.index("row id")
    return sum(rank < row_number for rank, _ in keys)
