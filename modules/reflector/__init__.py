"""The Reflector as a decider: what a person answered, skipped and finished of the questionnaire."""
