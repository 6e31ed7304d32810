from django.apps import AppConfig


class InvoicingConfig(AppConfig):
    name = "tijara.domains.invoicing"
    label = "invoicing"
