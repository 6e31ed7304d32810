"""What the desks of sellers and of staff share: lists of one's own, notes, webhooks.

A face says who sits there (`Seat`) and draws the page in its own frame; what the pages do is here.
"""
