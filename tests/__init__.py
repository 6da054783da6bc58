"""Everything that says what the product does, run by `make test`; the bench is run by `make bench`.

- `unit/` mirrors the rooms and touches no disk, net or screen; `property/` looks for a counterexample.
- `e2e/` touches a real window from outside; `fault/` breaks something on purpose; `house/` reads the project.
- A test's name is a sentence about the product.
- Not here: pictures of screens and layout geometry (`kiosk render`).
"""
