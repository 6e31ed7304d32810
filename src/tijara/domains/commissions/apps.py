from django.apps import AppConfig


class CommissionsConfig(AppConfig):
    name = "tijara.domains.commissions"
    label = "commissions"
