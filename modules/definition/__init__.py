"""What a pack may say: the questionnaire, the KVV modules, scales and the manifest; these models are the schema."""
