from django.apps import AppConfig


class BackOfficeConfig(AppConfig):
    name = "tijara.faces.back_office"
    label = "back_office"
