"""Ownership: every row belongs to one owner, whose id leads every key.

One schema for one PostgreSQL and for a Citus cluster: `owned_by` on a model says which column is
the owner ("seller_id", "buyer_id", "owner_id", "id"), or that the table is "reference" (copied
everywhere) or "local" (stays on the coordinator). A system check states the rules.
"""
