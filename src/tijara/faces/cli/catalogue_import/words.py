"""Reasons in words, English and Arabic, by the codes of offers.rules and kit.tables."""

REASONS = {
    "too_few_columns": ("fewer columns than the header", "أعمدته أقلّ من أعمدة العناوين"),
    "too_many_columns": ("more columns than the header", "أعمدته أكثر من أعمدة العناوين"),
    "broken_quotes": ("a quotation mark that never closes", "فيه علامة اقتباس لم تُغلق"),
    "broken_letters": ("letters that can’t be read", "فيه أحرف لا تُقرأ"),
    "too_long": ("a line of more than a million letters", "السطر أطول من مليون حرف"),
    "no_name": ("no name", "بلا اسم"),
    "name_too_long": ("a name of more than 300 letters", "الاسم أطول من 300 حرف"),
    "looks_like_formula": ("a name that a spreadsheet would run", "الاسم يبدأ كمعادلة"),
    "key_too_long": ("an id of more than 100 letters", "المعرّف أطول من 100 حرف"),
    "repeated_key": ("the same product as an earlier line", "يكرّر منتجًا في سطر سابق"),
    "price_unreadable": ("a price that can’t be read for sure", "السعر لا يُقرأ بيقين"),
    "price_zero": ("a price of zero", "السعر صفر"),
    "price_negative": ("a price below zero", "السعر أقلّ من صفر"),
    "price_too_dear": ("a price beyond all bounds", "السعر فوق كل حدّ"),
    "other_currency": ("another currency than the market’s", "عملته غير عملة السوق"),
    "units_unreadable": ("a stock that can’t be read", "الكمية لا تُقرأ"),
    "too_far_apart": (
        "more than 20,000 lines below its product’s first line",
        "بعيد عن أول سطر لمنتجه بأكثر من 20,000 سطر",
    ),
    "head_refused": ("an error in its product’s own line", "في سطر منتجه نفسه خطأ"),
    "head_missing": ("no line with its product’s name", "لا سطر في الملف يحمل اسم منتجه"),
    "names_differ": ("another name than its product’s", "اسمه غير اسم بقية أسطر المنتج"),
    "option_missing": ("an option missing", "ينقصه خيار تذكره بقية أسطر المنتج"),
    "option_too_long": ("an option of more than 60 letters", "الخيار أطول من 60 حرفًا"),
    "options_differ": (
        "another option than its product’s first line",
        "يسمّي الخيار بغير اسمه في أول سطر للمنتج",
    ),
    "repeated_variant": ("the same options as an earlier line", "يكرّر خيارات سطر سابق للمنتج"),
    "too_many_options": ("more than three options", "خياراته أكثر من ثلاثة"),
    "too_many_variants": ("a product of more than 200 variants", "يصير لمنتجه أكثر من 200 نوع"),
    "options_changed": (
        "other options than in the catalogue",
        "خيارات منتجه في السوق غير هذه",
    ),
    "variant_taken": (
        "the options of another variant of its product",
        "لمنتجه نوع آخر بهذه الخيارات",
    ),
    "variant_unknown": (
        "no such variant of another store’s product",
        "المنتج لمتجر آخر وليس فيه هذا النوع",
    ),
    "variant_unclear": (
        "a product of several variants: which one?",
        "صارت لمنتجه أنواع، فاذكر رمز أحدها",
    ),
    "name_missing": ("an option without a name", "خيار أو قيمة بلا اسم"),
    "same_value_twice": ("an option twice", "خيار مكرّر في المنتج نفسه"),
}
FILE_FAULTS = {
    "empty": "The file is empty.",
    "not_a_table": "This is no table: send CSV, TSV or XLSX, packed with gzip or not.",
    "broken_archive": "The packed file is damaged.",
    "too_large": "The file is larger than the importer takes (256 MB unpacked).",
    "too_wide": "The file has more than 300 columns.",
    "header_unreadable": "The first line, with the columns’ names, can’t be read.",
}
SEPARATORS = {
    ",": "by comma",
    ";": "by semicolon",
    "\t": "by tab",
    "|": "by bar",
    "^": "by caret",
    "~": "by tilde",
    "": "its first sheet",
}


def reason(fault: str) -> tuple[str, str]:
    return REASONS.get(fault, (fault, fault))
