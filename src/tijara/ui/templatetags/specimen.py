"""For the gallery only: its sample texts stand in both languages where they are used."""

from django import template
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def specimen(arabic: str, english: str) -> str:
    return english if (get_language() or "ar").startswith("en") else arabic
