"""The commands of `pcc`, one module each, imported when called."""
