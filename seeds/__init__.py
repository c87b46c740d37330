"""Data that ships with the program: the demo's sample feeds."""
