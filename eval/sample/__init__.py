"""A fictional county's library, shipped so that everything can be tried without anyone's files."""
