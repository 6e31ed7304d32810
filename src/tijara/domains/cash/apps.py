from django.apps import AppConfig


class CashConfig(AppConfig):
    name = "tijara.domains.cash"
    label = "cash"
