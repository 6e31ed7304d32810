from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "tijara.domains.search"
    label = "search"
