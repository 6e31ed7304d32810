"""`python -m tests.market.odd`: lay odd goods out in the served market that TIJARA_DATA names, and
print their addresses."""

import importlib
import json
import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tijara.project.settings")
    django.setup()
    pages = importlib.import_module("tests.market.odd_goods").odd_pages()
    sys.stdout.write(json.dumps(pages))
