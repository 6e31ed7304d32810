from django.apps import AppConfig


class TaxesConfig(AppConfig):
    name = "tijara.domains.taxes"
    label = "taxes"
