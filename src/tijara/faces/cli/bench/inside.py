"""`python -m …inside NAME …`: run a module of this folder with Django standing.

The benches themselves stay outside Django: they may not open the market's database by accident
before they have moved into a market of their own.
"""

import importlib
import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tijara.project.settings")
    django.setup()
    importlib.import_module(f"tijara.faces.cli.bench.{sys.argv[1]}").run(*sys.argv[2:])
