"""The commands of the command line, a family a module; each imports what it needs when it runs."""
