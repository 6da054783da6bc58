"""What a pack may say: the questionnaire, the KVV modules, conditions, scales and the manifest; these models are the schema."""
