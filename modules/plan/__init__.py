"""The persoonlijk plan as a decider, and the document that is shown, signed and stored."""
