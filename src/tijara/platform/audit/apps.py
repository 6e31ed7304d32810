from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "tijara.platform.audit"
    label = "audit"
