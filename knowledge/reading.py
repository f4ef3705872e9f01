"""Reads one YAML file into a checked model, and knows on which line each field stands."""

from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from knowledge.errors import ContentError, Problem
from knowledge.schema import Record

Model = TypeVar("Model", bound=Record)
Location = tuple[str | int, ...]


class SourceFile:
    """A YAML file as written, with the line of every field.

    Read with libyaml first. Only when something is wrong is it read again by the parser that knows the lines (it takes many
    times as long); its YAML 1.2 also has the last word on what a plain `no` or `12:30` is.
    """

    def __init__(self, path: Path, root: Path) -> None:
        self.name = path.relative_to(root).as_posix()
        self._path = path
        try:
            self.data: Any = YAML(typ="safe", pure=False).load(path.read_text(encoding="utf-8"))
        except (YAMLError, ValueError):
            self.data = self._with_lines

    @cached_property
    def _with_lines(self) -> Any:
        try:
            return YAML(typ="rt").load(self._path.read_text(encoding="utf-8"))
        except (YAMLError, UnicodeDecodeError) as error:
            raise ContentError([Problem(self.name, _yaml_line(error), "file", _first_line(error))]) from error

    def has(self, field: str) -> bool:
        """Return whether the file is a mapping with the top-level `field`."""
        return isinstance(self.data, dict) and field in self.data

    def problem(self, location: Location, message: str) -> Problem:
        """Return a `Problem` that points at `location`, a path of keys and list positions."""
        return Problem(self.name, self._line(location), _field(location), message)

    def read_as(self, model: type[Model]) -> Model:
        """Return the file as `model`; raise ContentError with one problem for each field that does not fit."""
        try:
            return model.model_validate(self.data)
        except ValidationError:
            return self._read_with_lines(model)

    def _read_with_lines(self, model: type[Model]) -> Model:
        try:
            return model.model_validate(self._with_lines)
        except ValidationError as error:
            raise ContentError([self.problem(item["loc"], item["msg"]) for item in error.errors()]) from error

    def _line(self, location: Location) -> int:
        """Walk down `location` as far as it exists, and return the line of the last step found, from 1."""
        node: Any = self._with_lines
        line = 0
        for step in location:
            try:
                line = (node.lc.item if isinstance(step, int) else node.lc.key)(step)[0]
                node = node[step]
            except (KeyError, IndexError, AttributeError, TypeError):
                break
        return line + 1


def _field(location: Location) -> str:
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return text.lstrip(".") or "file"


def _yaml_line(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def _first_line(error: Exception) -> str:
    return getattr(error, "problem", None) or str(error).splitlines()[0]
