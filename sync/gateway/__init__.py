"""The D&R gateway: takes in what terminals send, keeps it, and shows each mentor the people who are his.

- `exchange` is its one counter, by HTTPS or a carried medium: a batch in, a receipt out; a position in, a feed out.
- `register` is the truth; `drplan`, `review` and `exports` are folds of it.
- The part that faces the wire opens no person's body; only `drplan` does, for a page that somebody opened.
"""
