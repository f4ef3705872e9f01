"""Lets Rasa be imported without TensorFlow, which none of our components uses.

Rasa imports it at its modules' top whatever config.yml names: 6 of the 10 seconds of our start, and 300 MB (measured,
docs/decisions/0002-rasa-in-process.md). Call `stand_in` before the first import of Rasa. Nothing of TensorFlow can
then be *used* in this process; Rasa's own commands, which do not come through here, are not touched.
"""

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

ABSENT = ("tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras")


class _AnyName(type):
    """A class whose attributes are more such classes: enough for base classes, annotations and decorators."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = _AnyName(name, (), {})
        setattr(cls, name, made)
        return made

    def __call__(cls, *arguments: Any, **_: Any) -> Any:
        """Return the decorated function when used as a decorator; otherwise another stand-in."""
        return arguments[0] if arguments and callable(arguments[0]) else _AnyName(cls.__name__, (), {})


class _StandIn(ModuleType):
    """A module in which every name is a stand-in."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = _AnyName(name, (), {})
        setattr(self, name, made)
        return made


class _Finder(MetaPathFinder, Loader):
    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        return ModuleSpec(fullname, self, is_package=True) if fullname.split(".", maxsplit=1)[0] in ABSENT else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        return None


def stand_in() -> None:
    """Put the stand-in where TensorFlow would be found; does nothing when TensorFlow is loaded already."""
    if "tensorflow" not in sys.modules and not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())
