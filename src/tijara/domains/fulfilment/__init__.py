"""Fulfilment: shipments, delivery, refusal."""
