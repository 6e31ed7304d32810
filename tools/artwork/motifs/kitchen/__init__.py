"""Pots, boards, jars: what one cooks and serves with."""
