"""What the report of all benches says, in Arabic and in English."""

from dataclasses import dataclass

AR, EN = "ar", "en"
Said = tuple[str, str]
"""Arabic, English."""


@dataclass(frozen=True, slots=True)
class Chapter:
    title: Said
    says: Said
    results: tuple[str, ...]
    """What belongs to it: a result's name, or how its name begins where it ends with a star."""


TITLE: Said = ("قياس أداء تجارة على هذا الجهاز", "How fast Tijara is on this machine")
QUICK: Said = (
    "قياس سريع: عدد أقل من الجولات وسوق أصغر."
    " لنتيجة يُعتمد عليها شغّل القياس الكامل وحده على جهاز هادئ.",
    "A quick profile: fewer rounds and a smaller market. For figures to rely on,"
    " run the whole of it, alone on a quiet machine.",
)
HOW: Said = (
    "كل سوق قيس هنا مستقل بنفسه، بإعداداته المعتادة، والكتابة فيه مضمونة على القرص."
    " الزائر والسوق يتقاسمان معالجات الجهاز نفسها. «م‌ث معالج» هي ما تأخذه العملية الواحدة من"
    " زمن المعالج بأجزاء الألف من الثانية، وهي أثبت من زمن الساعة حين يكون الجهاز مشغولًا."
    " وما لم يبلغ هدفه مكتوب كما هو.",
    "Every market here is one of its own, with the usual settings and durable writes."
    " Visitors share the processor with it. CPU-ms is the processor time of one operation:"
    " it hardly moves when the machine is busy, the clock does. What missed its reach is"
    " written as missed.",
)
LIMITS: Said = ("السوق بجانب حدود الجهاز", "The market beside the machine’s own limits")
LIMITS_SAY: Said = (
    "عمليات في الثانية في التشغيل نفسه، على مقياس لوغاريتمي. الذهبي ما يقدر عليه الجهاز وحده،"
    " واللون الآخر ما تقدر عليه تجارة.",
    "Operations a second in the same run, by powers of ten. Gold is what the machine does by"
    " itself, the accent is what Tijara does.",
)
RATIOS: Said = ("النسب", "As ratios")
ALL: Said = ("كل الأرقام", "All figures")
HEADS: tuple[Said, ...] = (
    ("ما قيس", "what"),
    ("القيمة", "value"),
    ("الوحدة", "unit"),
    ("أدنى … أعلى", "least … most"),
    ("الهدف", "reach"),
    ("", ""),
)
MET: Said = ("تحقق", "met")
MISSED: Said = ("لم يتحقق", "missed")
REACH_SAYS: Said = (
    "طول الشريط نسبة القيمة إلى الهدف، والخط الذهبي هو الهدف، والأحمر لم يبلغه.",
    "A bar is the value against its reach, which is the gold line; red has missed it.",
)
LANGUAGES: Said = ("العربية", "English")
MACHINE: dict[str, Said] = {
    "processor": ("المعالج", "Processor"),
    "cores": ("الأنوية", "Cores"),
    "memory MB": ("الذاكرة، ميجابايت", "Memory, MB"),
    "postgresql": ("PostgreSQL", "PostgreSQL"),
    "load": ("حمل الجهاز أثناء القياس", "Load meanwhile"),
    "minutes": ("مدة القياس بالدقائق", "Minutes it took"),
}
CHAPTERS = (
    Chapter(
        ("البيع", "Selling"),
        (
            "طلبات محفوظة على القرص، ومخزونها محروس.",
            "Orders that are on the disk, their stock guarded.",
        ),
        ("flash*", "checkout*", "door*"),
    ),
    Chapter(
        ("الصفحات والبحث", "Pages and search"),
        ("ما يراه المشتري.", "What buyers see."),
        ("page*", "category*", "search*"),
    ),
    Chapter(
        ("اللوحات والاستيراد", "Desks and import"),
        ("ما يعمل عليه البائع والإدارة.", "What sellers and staff work with."),
        ("lists p95 ms", "statement p95 ms", "books*", "import*"),
    ),
    Chapter(
        ("التشغيل والذاكرة", "Starting and memory"),
        ("ما يحتاجه السوق حتى يعمل.", "What the market needs to stand."),
        ("start s", "cold start s", "memory MB"),
    ),
)
LABELS: dict[str, Said] = {
    "limit writes on disk/s": ("كتابات مضمونة على القرص", "Writes that are on disk"),
    "limit pgbench/s by 1": ("معاملات pgbench، اتصال واحد", "pgbench, one connection"),
    "limit pgbench/s by 8": ("معاملات pgbench، ثمانية", "pgbench, eight connections"),
    "limit django ping/s": ("صفحة Django فارغة", "An empty Django view"),
    "flash orders/s many": ("طلبات عرض خاطف، سلع كثيرة", "Flash orders, many goods"),
    "flash orders/s hot": ("طلبات عرض خاطف، سلعة واحدة", "Flash orders, one good"),
    "flash CPU-ms": ("طلب عرض خاطف، م‌ث معالج", "A flash order, CPU-ms"),
    "flash click p99 ms": ("ضغطة المشتري، م‌ث (99٪)", "A buyer’s click, p99 ms"),
    "checkout orders/s": ("إتمام شراء كامل", "Whole checkouts"),
    "checkout CPU-ms": ("إتمام الشراء، م‌ث معالج", "A checkout, CPU-ms"),
    "checkout 3x5 CPU-ms": ("من ثلاثة بائعين، م‌ث معالج", "Of three sellers, CPU-ms"),
    "door orders/s by 1": ("باب الطلبات، طلبًا طلبًا", "The order door, one by one"),
    "door orders/s by 8": ("باب الطلبات، ثمانية معًا", "The order door, eight at once"),
    "door orders/s by 32": ("باب الطلبات، 32 معًا", "The order door, 32 at once"),
    "page uncached CPU-ms": ("صفحة سلعة، م‌ث معالج", "A product page, CPU-ms"),
    "page cached CPU-ms": ("صفحة محفوظة، م‌ث معالج", "A kept page, CPU-ms"),
    "category CPU-ms": ("صفحة قسم، م‌ث معالج", "A category, CPU-ms"),
    "search query p95 ms": ("بحث، م‌ث (95٪)", "A search, p95 ms"),
    "search query CPU-ms": ("بحث، م‌ث معالج", "A search, CPU-ms"),
    "search suggestion p95 ms": ("اقتراح، م‌ث (95٪)", "A suggestion, p95 ms"),
    "search indexing": ("فهرسة السلع", "Indexing goods"),
    "lists p95 ms": ("أبطأ قائمة، م‌ث (95٪)", "The slowest list, p95 ms"),
    "statement p95 ms": ("كشف بائع كبير، م‌ث", "A big seller’s statement, ms"),
    "books report p95 ms": ("تقرير دفاتر، م‌ث", "A report of the books, ms"),
    "import s": ("استيراد ملف سلع، ثانية", "Importing a file, s"),
    "import rows lost": ("صفوف ضاعت في الاستيراد", "Rows lost importing"),
    "start s": ("بدء السوق، ثانية", "Starting, s"),
    "cold start s": ("بدء من الصفر، ثانية", "From nothing, s"),
    "memory MB": ("الذاكرة، ميجابايت", "Memory, MB"),
}
RATIO_OF: tuple[tuple[str, str, Said], ...] = (
    (
        "checkout orders/s",
        "limit django ping/s",
        ("شراء كامل لكل صفحة فارغة", "Whole checkouts to an empty view"),
    ),
    (
        "door orders/s by 32",
        "limit pgbench/s by 8",
        ("طلبات الباب (32 معًا) لكل معاملة pgbench", "Orders of the door, 32 at once, to pgbench"),
    ),
    (
        "door orders/s by 1",
        "limit pgbench/s by 1",
        ("طلب واحد لكل معاملة pgbench", "Orders one by one to pgbench by one"),
    ),
    (
        "flash orders/s many",
        "limit writes on disk/s",
        ("طلبات العرض الخاطف لكل كتابة على القرص", "Flash orders to writes on disk"),
    ),
    (
        "page uncached CPU-ms",
        "django ping CPU-ms",
        ("صفحة سلعة بعدد صفحات فارغة", "A product page in empty views"),
    ),
    (
        "page cached CPU-ms",
        "django ping CPU-ms",
        ("صفحة محفوظة بعدد صفحات فارغة", "A kept page in empty views"),
    ),
    (
        "checkout CPU-ms",
        "django ping CPU-ms",
        ("شراء كامل بعدد صفحات فارغة", "A checkout in empty views"),
    ),
)
"""(what, beside what, how it is called)."""
FIRSTS = (
    "flash orders/s many", "checkout orders/s", "page uncached CPU-ms", "search query p95 ms",
    "lists p95 ms", "start s",
)  # fmt: skip
"""What a reader looks for first."""


def label_of(what: str, language: str) -> str:
    said = LABELS.get(what)
    return said[language == EN] if said else what
