from django.apps import AppConfig


class DealsConfig(AppConfig):
    name = "tijara.domains.deals"
    label = "deals"
