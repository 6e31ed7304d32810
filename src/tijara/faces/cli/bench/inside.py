"""`python -m …inside NAME …`: run a module of this folder, or with a dot before it of the folder
around, with Django standing.

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
    importlib.import_module(f".{sys.argv[1]}", "tijara.faces.cli.bench").run(*sys.argv[2:])
