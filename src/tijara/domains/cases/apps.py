from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "tijara.domains.cases"
    label = "cases"
