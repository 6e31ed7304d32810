from django.apps import AppConfig


class GeographyConfig(AppConfig):
    name = "tijara.domains.geography"
    label = "geography"
