"""What the hub calls the steps, the columns and the faults of an import."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.offers.shapes import ChangeFate, ImportState

FIELDS = {
    "": pgettext_lazy("column", "Pass it over"),
    "name": pgettext_lazy("column", "Name"),
    "name_ar": pgettext_lazy("column", "Arabic name"),
    "name_en": pgettext_lazy("column", "English name"),
    "name_fr": pgettext_lazy("column", "French name"),
    "price": pgettext_lazy("column", "Price"),
    "sale_price": pgettext_lazy("column", "Reduced price"),
    "was_price": pgettext_lazy("column", "Price before the reduction"),
    "stock": pgettext_lazy("column", "Units in stock"),
    "cost": pgettext_lazy("column", "Cost of a unit"),
    "key": pgettext_lazy("column", "The product’s number in your shop"),
    "sku": pgettext_lazy("column", "SKU"),
    "gtin": pgettext_lazy("column", "Barcode"),
    "brand": pgettext_lazy("column", "Brand"),
    "brand_ar": pgettext_lazy("column", "Arabic brand"),
    "brand_en": pgettext_lazy("column", "English brand"),
    "category": pgettext_lazy("column", "Department"),
    "category_ar": pgettext_lazy("column", "Arabic department"),
    "category_en": pgettext_lazy("column", "English department"),
    "about": pgettext_lazy("column", "Description"),
    "about_ar": pgettext_lazy("column", "Arabic description"),
    "about_en": pgettext_lazy("column", "English description"),
    "about_fr": pgettext_lazy("column", "French description"),
    "spec": pgettext_lazy("column", "A line of the product’s details"),
    "currency": pgettext_lazy("column", "Currency"),
    "source": pgettext_lazy("column", "Supplier"),
    "row_kind": pgettext_lazy("column", "Product or option"),
    "parent": pgettext_lazy("column", "The product that a variant belongs to"),
    "option_1": pgettext_lazy("column", "First option (colour, size …)"),
    "option_2": pgettext_lazy("column", "Second option"),
    "option_3": pgettext_lazy("column", "Third option"),
    "option_name": pgettext_lazy("column", "What the first option is"),
    "option_name_2": pgettext_lazy("column", "What the second option is"),
    "option_name_3": pgettext_lazy("column", "What the third option is"),
}
FAULTS = {
    "too_few_columns": _("It has fewer columns than the header"),
    "too_many_columns": _("It has more columns than the header"),
    "broken_quotes": _("A quotation mark never closes"),
    "broken_letters": _("Some letters can’t be read"),
    "too_long": _("The line is longer than a million letters"),
    "no_name": _("The name is missing"),
    "name_too_long": _("The name has more than 300 letters"),
    "looks_like_formula": _("The name begins like a formula"),
    "key_too_long": _("The number has more than 100 letters"),
    "repeated_key": _("An earlier line is the same product"),
    "price_unreadable": _("The price can’t be read for sure"),
    "price_zero": _("The price is zero"),
    "price_negative": _("The price is below zero"),
    "price_too_dear": _("The price is beyond all bounds"),
    "other_currency": _("The currency is not your market’s"),
    "units_unreadable": _("The units can’t be read"),
    "too_far_apart": _("It stands more than 20,000 lines below its product’s first line"),
    "head_refused": _("The line that says what its product is has an error"),
    "head_missing": _("No line of the file has its product’s name"),
    "names_differ": _("Its name is not that of its product’s other lines"),
    "option_missing": _(
        "It does not say what the product’s other lines say: its option is missing"
    ),
    "option_too_long": _("The option has more than 60 letters"),
    "options_differ": _("Its product’s first line calls this option something else"),
    "repeated_variant": _("An earlier line of the product has the same options"),
    "too_many_options": _("A product can be chosen by three options at most"),
    "too_many_variants": _("Its product would have more than 200 variants"),
    "options_changed": _("In the catalogue, its product is chosen by other options"),
    "variant_taken": _("Another variant of its product has these options already"),
    "variant_unknown": _("The product is another store’s, and has no such variant"),
    "variant_unclear": _("Its product has several variants by now: give it the SKU of one of them"),
    "name_missing": _("An option or a value has no name"),
    "same_value_twice": _("An option stands twice among its product’s options"),
}
PROBLEMS = {
    "empty": _("There is nothing in the file."),
    "not_a_table": _("This is no table. Send a CSV, TSV or XLSX file."),
    "broken_archive": _("The file is damaged. Save it again and send it once more."),
    "too_large": _("Unpacked, the file has more than 256 MB. Send it in parts."),
    "too_wide": _("The file has more than 300 columns. Send only those that you need."),
    "header_unreadable": _("The first line must hold the names of the columns. It can’t be read."),
    "file_gone": _("The file is no longer here. Send it once more."),
    "failed": _("Something on our side went wrong. What was taken in before is in; try again."),
    "broken_off": _("It broke off. What was read before is in."),
    "offers.columns_unclear": _("We can’t tell which column holds the names. Choose it."),
}
KEPT = {
    ChangeFate.SOLD: _("sold since: it stays on the shelf"),
    ChangeFate.CHANGED: _("its price was changed since"),
    ChangeFate.HELD: _("a buyer is paying for it right now"),
}
STATES = {
    ImportState.MAPPING: (_("To look at"), "info"),
    ImportState.CHECKING: (_("Being tried out"), "info"),
    ImportState.CHECKED: (_("Waits for your yes"), "warn"),
    ImportState.IMPORTING: (_("Being imported"), "info"),
    ImportState.DONE: (pgettext_lazy("import", "Imported"), "good"),
    ImportState.STOPPED: (pgettext_lazy("import", "Stopped"), "bad"),
    ImportState.UNDOING: (_("Being undone"), "info"),
    ImportState.UNDONE: (pgettext_lazy("import", "Undone"), ""),
}
"""(name, tone of the badge)."""
SEPARATORS = {
    ",": _("comma"),
    ";": _("semicolon"),
    "\t": _("tab"),
    "|": _("upright bar"),
    "^": _("caret"),
    "~": _("tilde"),
}
ENCODINGS = {
    "utf-8": "UTF-8",
    "windows-1256": _("Arabic Windows (1256)"),
    "utf-16": "UTF-16",
    "windows-1252": _("Western Windows (1252)"),
}
STEPS = (
    (pgettext_lazy("import", "File"), frozenset()),
    (pgettext_lazy("import", "Columns"), frozenset({ImportState.MAPPING})),
    (_("Try-out"), frozenset({ImportState.CHECKING, ImportState.CHECKED})),
    (pgettext_lazy("import", "Import"), frozenset({ImportState.IMPORTING, ImportState.STOPPED})),
)
"""(name, the states in which it is the step of now)."""
