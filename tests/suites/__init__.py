"""One suite for each Protocol, run on every implementation of it; and what is made to run them on."""
