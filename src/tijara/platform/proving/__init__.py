"""All proofs, run by the worker when somebody asks; what they have found is `audit.last_proofs`."""
