from django.apps import AppConfig


class BooksConfig(AppConfig):
    name = "tijara.domains.books"
    label = "books"
