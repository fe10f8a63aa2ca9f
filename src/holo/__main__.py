"""`python -m holo`: the same as `holo`."""

from holo.cli import main

if __name__ == "__main__":
    main()
