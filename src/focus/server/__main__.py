"""`python -m focus.server` is the same as `focus`."""

from focus.server.cli import main

if __name__ == "__main__":
    main()
