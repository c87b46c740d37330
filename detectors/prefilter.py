"""A cheap look over a text: could it be about an exchange at all?"""


def may_report(text: str) -> bool:
    """Whether the folded text is worth reading."""
    return True
