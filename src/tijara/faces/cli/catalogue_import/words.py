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
