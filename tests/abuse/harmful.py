"""What means harm, as words, cells and files, and how the house is asked what came of it."""

from django.db import connection

from tests.abuse.hostile import SHORT, WORDS
from tijara.platform.outbox.relay import Relay

LANGUAGES = ("ar", "en", "fr")


WORD = WORDS[2]


CELL, TAME, SMALL = ('"{}"'.format(word.replace('"', '""')) for word in (WORD, WORD[1:], SHORT))
"""As cells of a CSV; a file's words that begin as a formula does are refused."""


FILE = f"""رقم المنتج,الاسم,{CELL},الكمية,العلامة التجارية,بلد المنشأ,SKU,الأب,الخيار,الباركود
{TAME},{TAME},10,5,{TAME},{TAME},{TAME},,,
{TAME},{TAME},10,5,{TAME},{TAME},{TAME},{SMALL},{SMALL},
2,{CELL},10,5,{CELL},{CELL},{CELL},,,{CELL}
3,{TAME},عشرة,5,{TAME},{CELL},{TAME},,,
"""


FIELDS = ("key", "name", "price", "stock", "brand", "spec", "sku", "parent", "option_1")


COLUMNS = {f"c{place}": field for place, field in enumerate(FIELDS)}


PDF = b"%PDF-1.4\n%%EOF"


def rows(asked: str, *given: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(asked, given)
        return cursor.fetchall()


def facts_are_met() -> None:
    relay = Relay()
    while relay.deliver_pending():
        pass
