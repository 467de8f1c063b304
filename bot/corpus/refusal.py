"""Why a file cannot be an article."""


class ArticleError(Exception):
    """What is wrong with one file and what to do; caught where files are read one by one."""

    def __init__(self, text: str, *, line: int | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.line = line  # 1, 2, …; None when it is about the whole file


def line_at(text: str, offset: int) -> int:
    """The number, 1, 2, …, of the line that holds character `offset`."""
    return text.count("\n", 0, offset) + 1
