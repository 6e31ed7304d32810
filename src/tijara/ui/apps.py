from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "tijara.ui"
    label = "ui"
