"""What people keep at a desk: lists that they named for themselves, and notes for each other.

A desk is the operator's or a seller's: its rows belong to that owner, and everything here takes the
owner from the actor, so that nobody can name another's. What a list or a thing is, the faces know.
"""
