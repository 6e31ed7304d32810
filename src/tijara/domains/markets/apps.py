from django.apps import AppConfig


class MarketsConfig(AppConfig):
    name = "tijara.domains.markets"
    label = "markets"
