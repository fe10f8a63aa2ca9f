"""From the IR to what one writer of one function may know."""
