"""The buyers of a bench's world: who they are follows from their number alone, so nobody has to
remember two million of them. The early ones buy most."""

from .world_sale import Fill

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
CITY_LIST = [city for city, weight in CITIES.items() for _ in range(weight)]

FUNCTIONS = """
    CREATE FUNCTION pg_temp.joined_at(b bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS
        $$SELECT {begins}::timestamptz + {lasts}::interval * (b::float8 / {buyers})$$;
    CREATE FUNCTION pg_temp.buyer_id(b bigint) RETURNS uuid LANGUAGE sql STABLE AS
        $$SELECT pg_temp.id_at(pg_temp.joined_at(b), b, {seed} * 64 + 60)$$;
    CREATE FUNCTION pg_temp.buyer_name(b bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
        $$SELECT ({first}::text[])[1 + floor(pg_temp.chance(b, {seed} * 64 + 61) * {firsts})::int]
            || ' ' ||
            ({last}::text[])[1 + floor(pg_temp.chance(b, {seed} * 64 + 62) * {lasts_many})::int]$$;
    CREATE FUNCTION pg_temp.buyer_city(b bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
        $$SELECT ({cities}::text[])[1 +
            floor(pg_temp.chance(b, {seed} * 64 + 63) * {cities_many})::int]$$;
    CREATE FUNCTION pg_temp.buyer_phone(b bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
        $$SELECT '+9665' || ({first_phone} + b)$$
"""
"""Of the b-th of {buyers}, who come one after the other between two moments."""
WORDS = {
    "first": list(FIRST),
    "firsts": len(FIRST),
    "last": list(LAST),
    "lasts_many": len(LAST),
    "cities": CITY_LIST,
    "cities_many": len(CITY_LIST),
    "first_phone": FIRST_PHONE,
}

ACCOUNTS = Fill(
    "account_user",
    """id, password, last_login, email, phone, name, language, wish,
        staff_role, is_active, joined_at""",
    """
    SELECT pg_temp.buyer_id(b), '!', NULL, NULL, pg_temp.buyer_phone(b), pg_temp.buyer_name(b),
        'ar', '', '', true, pg_temp.joined_at(b)
    FROM generate_series({start}::bigint, {stop}::bigint - 1) AS b
""",
)
BUYERS = Fill(
    "party_buyer",
    """buyer_id, person_id, is_home, since""",
    """
    SELECT pg_temp.buyer_id(b), pg_temp.buyer_id(b), true, pg_temp.joined_at(b)
    FROM generate_series({start}::bigint, {stop}::bigint - 1) AS b
""",
)
KNOWN = "SELECT 1 FROM party_buyer WHERE buyer_id = pg_temp.buyer_id({stop}::bigint - 1)"
