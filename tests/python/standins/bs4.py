"""Stands in for `bs4`, for programs that import it and do not use it."""


class BeautifulSoup:
    """Nothing is parsed."""
