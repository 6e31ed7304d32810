from django.apps import AppConfig


class LoyaltyConfig(AppConfig):
    name = "tijara.domains.loyalty"
    label = "loyalty"
