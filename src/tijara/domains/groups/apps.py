from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "tijara.domains.groups"
    label = "groups"
