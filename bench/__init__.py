"""One command per row of docs/performance.md. Run all with `make bench`, some with `python -m bench 4 15`."""
