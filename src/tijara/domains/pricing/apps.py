from django.apps import AppConfig


class PricingConfig(AppConfig):
    name = "tijara.domains.pricing"
    label = "pricing"
