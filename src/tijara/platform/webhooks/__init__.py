"""Outgoing webhooks: the outbox's facts, told to addresses outside, as Standard Webhooks has it.

A domain says in its `events.py` which of a fact's fields may leave (`@published("order_id", …)`);
what says nothing stays inside. The relay hands every fact over (`reactions`), a pump sends what
waits (`sending`), and every try is kept for a while.
"""
