"""Problems in the content, each with the place that a person has to look at.

ContentError            the content cannot be served
└── its `problems`      one `Problem` a mistake: file, line, field, what is wrong
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One mistake in the content: `file` name, `line` (from 1), `field` path such as `topics[2].contact`, `message`."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        """Return `file:line: field: message`."""
        return f"{self.file}:{self.line}: {self.field}: {self.message}"


class ContentError(ValueError):
    """The content holds mistakes. `problems`: every one that was found, in the order of the files."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
