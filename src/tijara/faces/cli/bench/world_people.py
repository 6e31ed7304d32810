"""The buyers of a bench's world: who they are follows from their number alone, so nobody has to
remember two million of them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from .world_sale import NOISE_BITS, Buyer, id_at

FIRST = (
    "نورة", "محمد", "سارة", "عبدالله", "فاطمة", "خالد", "ريم", "أحمد", "هند", "يوسف", "مريم", "فهد",
    "لطيفة", "سلطان", "العنود", "تركي", "منيرة", "عبدالعزيز", "أمل", "ماجد", "جواهر", "بندر",
    "شيخة", "ناصر", "دلال", "سعود", "غادة", "إبراهيم", "وفاء", "طارق", "لمى", "حسن", "زينب", "علي",
)  # fmt: skip
LAST = (
    "السبيعي", "القحطاني", "الحربي", "العتيبي", "الشهري", "الغامدي", "الدوسري", "المطيري",
    "الزهراني", "العنزي", "الشمري", "البلوي", "الجهني", "المالكي", "العسيري", "الخالدي", "اليامي",
    "السهلي", "الرشيدي", "العمري", "باوزير", "الحازمي", "الأنصاري", "الصاعدي", "بن محفوظ", "الفضلي",
)  # fmt: skip
CITIES = {
    "sa-riyadh": 34, "sa-jeddah": 22, "sa-makkah": 10, "sa-madinah": 8, "sa-dammam": 14,
}  # fmt: skip
FIRST_PHONE = 10_000_000
"""Below it are the demonstration's."""


class People:
    """`count` buyers who come one after the other between two moments. The early ones buy most."""

    def __init__(self, count: int, seed: int, begins: datetime, lasts: timedelta) -> None:
        self.count, self._seed = count, seed
        self._begins, self._lasts = begins, lasts
        self._cities, self._weights = list(CITIES), list(CITIES.values())

    def joined_at(self, number: int) -> datetime:
        return self._begins + self._lasts * (number / self.count)

    def one(self, number: int) -> Buyer:
        chance = Random(self._seed * 1_000_003 + number)
        buyer_id = id_at(self.joined_at(number), chance.getrandbits(NOISE_BITS))
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        phone = f"+9665{FIRST_PHONE + number:08d}"
        city = chance.choices(self._cities, self._weights)[0]
        return Buyer(buyer_id, name, phone, city)

    def who_buys(self, chance: Random, at: datetime) -> Buyer:
        """One of those who had come by then."""
        there = max(int(self.count * ((at - self._begins) / self._lasts)), 1)
        return self.one(min(int(there * chance.random() ** 1.5), self.count - 1))

    def rows(self, numbers: range) -> Iterator[tuple[dict, dict]]:
        """Each as an account and as the buyer that it is."""
        for number in numbers:
            buyer, at = self.one(number), self.joined_at(number)
            account = {
                "id": buyer.id,
                "password": "!",
                "last_login": None,
                "email": None,
                "phone": buyer.phone,
                "name": buyer.name,
                "language": "ar",
                "wish": "",
                "staff_role": "",
                "is_active": True,
                "joined_at": at,
            }
            yield (
                account,
                {"buyer_id": buyer.id, "person_id": buyer.id, "is_home": True, "since": at},
            )
