"""Frozen values: classes of named parts that never change, which cost next to nothing to define.

`dataclass(frozen=True, slots=True)` writes and compiles six methods for each class when its module is loaded: with a
hundred classes that is a fifth of the time until a dossier is on screen. Here `__init__` is compiled when the first
value is made, and the other methods are not compiled at all. To `replace`, `fields`, `match` and the type checker the
classes are dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

Made = TypeVar("Made", bound=type)


@overload
def frozen(cls: Made) -> Made: ...
@overload
def frozen(*, eq: bool = True) -> Callable[[Made], Made]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type | None = None, *, eq: bool = True) -> Any:
    """Make a class of frozen values from its annotations. Without `eq` a value equals itself alone."""
    return _make(cls, eq) if cls is not None else lambda cls: _make(cls, eq)


def _make(cls: type, eq: bool) -> type:
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    parts = fields(made)

    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        made.__init__ = _compiled_init(made, parts)
        made.__init__(self, *args, **kwargs)

    made.__init__ = init
    made.__setattr__, made.__delattr__ = _refuse_set, _refuse_delete
    made.__getstate__, made.__setstate__ = _state, _set_state
    if "__repr__" not in cls.__dict__:
        made.__repr__ = _repr
    if eq and "__eq__" not in cls.__dict__:
        made.__eq__, made.__hash__ = _comparing(tuple(part.name for part in parts if part.compare))
    return made  # type: ignore[no-any-return]


def _compiled_init(made: Any, parts: tuple[Field[Any], ...]) -> Callable[..., None]:
    """`__init__` as dataclasses write it, putting each part straight into its slot."""
    names: dict[str, Any] = {"MISSING": MISSING}
    head, body = ["self"], []
    for part in sorted(parts, key=lambda each: bool(each.kw_only)):
        name = part.name
        value = name
        names[f"put_{name}"] = getattr(made, name).__set__
        if part.kw_only and "*" not in head:
            head.append("*")
        if part.default_factory is not MISSING:
            names[f"make_{name}"] = part.default_factory
            head.append(f"{name}=MISSING")
            value = f"make_{name}() if {name} is MISSING else {name}"
        elif part.default is not MISSING:
            names[f"default_{name}"] = part.default
            head.append(f"{name}=default_{name}")
        else:
            head.append(name)
        body.append(f"put_{name}(self, {value})")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    exec(f"def __init__({', '.join(head)}):\n " + "\n ".join(body or ["pass"]), names)
    init: Callable[..., None] = names["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


def _comparing(names: tuple[str, ...]) -> tuple[Callable[[Any, Any], bool], Callable[[Any], int]]:
    """`__eq__` and `__hash__` over these parts."""
    values: Callable[[Any], Any] = attrgetter(*names) if names else type

    def equal(self: Any, other: Any) -> bool:
        if self is other:
            return True
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return equal, hashed


def _refuse_set(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _repr(self: Any) -> str:
    parts = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({parts})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)
