from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "tijara.domains.ledger"
    label = "ledger"
