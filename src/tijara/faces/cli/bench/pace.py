"""How much a bench does when somebody wants to know quickly (`--quick`): two rounds of each, in one
small world that all of them share."""

import argparse

QUICK_PRODUCTS = 2_000
QUICK_ROUNDS = 2


def products_for(options: argparse.Namespace, whole: int = 0) -> int:
    return QUICK_PRODUCTS if options.quick else whole


def rounds_for(options: argparse.Namespace, whole: int) -> int:
    return min(QUICK_ROUNDS, whole) if options.quick else whole
