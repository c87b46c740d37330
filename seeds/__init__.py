"""Data shipped with Exchange Watch: starter feed lists, labelled sample reports, the demo's sample feeds."""
