"""Ordinary departments, for a first product: a market begins without any."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Department:
    path: str
    name_ar: str
    name_en: str
    name_fr: str


ORDINARY = (
    Department("all-goods", "كل المنتجات", "All products", "Tous les produits"),
    Department("perfume-oud", "العطور والعود", "Perfume and oud", "Parfums et oud"),
    Department("fashion", "الأزياء", "Fashion", "Mode"),
    Department("beauty", "الجمال والعناية", "Beauty and care", "Beauté et soins"),
    Department("coffee", "القهوة والشاي", "Coffee and tea", "Café et thé"),
    Department("food", "الأطعمة والحلويات", "Food and sweets", "Alimentation"),
    Department("home", "البيت والمطبخ", "Home and kitchen", "Maison et cuisine"),
    Department("electronics", "الإلكترونيات", "Electronics", "Électronique"),
    Department("children", "الأطفال", "Children", "Enfants"),
    Department("gifts", "الهدايا", "Gifts", "Cadeaux"),
    Department("books", "الكتب والقرطاسية", "Books and stationery", "Livres et papeterie"),
    Department("jewellery", "المجوهرات والساعات", "Jewellery and watches", "Bijoux et montres"),
    Department("sports", "الرياضة", "Sports", "Sport"),
)
"""The first is taken where the owner chooses none."""
