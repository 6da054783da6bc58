"""What a pack may say: the questionnaire, the KVV modules and the manifest; these models are the schema."""
