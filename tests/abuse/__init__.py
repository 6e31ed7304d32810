"""What a person with bad intent tries: other owners' ids, hostile words, addresses elsewhere."""
