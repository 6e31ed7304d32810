from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "tijara.domains.returns"
    label = "returns"
