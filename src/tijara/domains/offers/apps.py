from django.apps import AppConfig


class OffersConfig(AppConfig):
    name = "tijara.domains.offers"
    label = "offers"
