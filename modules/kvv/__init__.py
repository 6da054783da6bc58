"""Any KVV module as a decider: what a person started, did, skipped and finished of the programme."""
