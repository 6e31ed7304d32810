from django.apps import AppConfig


class CashTermsConfig(AppConfig):
    name = "tijara.domains.cash_terms"
    label = "cash_terms"
