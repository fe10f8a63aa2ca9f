"""From the analysed tree to the IR: the last room that knows the tree."""
