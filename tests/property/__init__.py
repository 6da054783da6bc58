"""Rules tried on made-up cases by the hundred: journals carried and torn, deciders, canonical forms."""
