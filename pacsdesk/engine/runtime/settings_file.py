"""The settings file: read as a whole or refused with the line, written with its comments kept."""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock

import tomlkit

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.events import SettingChanged
from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.engine import SettingInfo
from pacsdesk.contract.records.security import Actor
from pacsdesk.engine.runtime.platform import write_privately
from pacsdesk.engine.runtime.settings import (
    Declared,
    Settings,
    Value,
    all_declared,
    declared,
    section_types,
    value_of,
)

READ_ONLY = ("site.profile",)


def read_settings(path: Path, overrides: Mapping[str, str] | None = None) -> Settings:
    """Settings from a file, `section.key` overrides laid over it. Raises InvalidInput naming file, line and value.

    What was chosen when the site was made is the file's alone to say: a clinic that is served as a classroom for once
    would let itself be emptied.
    """
    values = _values_in(path, _text(path))
    for name, raw_text in (overrides or {}).items():
        _check_changeable(name)
        try:
            values[name] = declared(name).check(raw_text)
        except NotFound as error:
            raise InvalidInput(error.title, error.detail, error.hint) from error
    return _assembled(values)


def write_setting(path: Path, name: str, value: Value) -> SettingInfo:
    """Write one value to a file that no engine uses, comments kept; what is wrong in its line is mended thereby.

    Raises NotFound, InvalidInput: for a value that is wrong, and for a file in which something else is.
    """
    setting = declared(name)
    checked = setting.check(value)
    _check_changeable(name)
    text = _text(path)
    _tables_in(path, text)
    changed = with_value(text, name, checked)
    _values_in(path, changed, lines_of=text)
    write_privately(path, changed.encode())
    return setting.info(checked)


def _values_in(path: Path, text: str, lines_of: str = "") -> dict[str, Value]:
    """lines_of: the text by whose lines a fault is told, where it is not the same."""
    told = lines_of or text
    values: dict[str, Value] = {}
    for name, raw in _flat(_tables_in(path, text), path, told).items():
        try:
            values[name] = _checked(declared(name), raw)
        except (InvalidInput, NotFound) as error:
            raise _at_line(path, told, name, str(error)) from error
    return values


def _checked(setting: Declared, raw: object) -> Value:
    """A value as the file has it: unlike one of a command line, a number there is no text."""
    if isinstance(raw, str) and setting.type in (int, bool):
        kind = "a whole number" if setting.type is int else "true or false"
        raise InvalidInput(f"{setting.name} cannot be text.", f"It takes {kind}, without quotes.")
    return setting.check(raw)


def _tables_in(path: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput(
            f"The settings file {path} is not valid TOML.", str(error), "Mend the line or take the file from a backup."
        ) from error


def write_first_settings(path: Path, values: Mapping[str, Value]) -> None:
    """A new settings file: every setting with its title and help as a comment, those not in `values` commented out."""
    document = tomlkit.document()
    document.add(tomlkit.comment("PACSDesk. Lines that begin with # show the default; take the # away to change one."))
    section, table = "", tomlkit.table()
    for setting in all_declared():
        head, key = setting.name.split(".")
        if head != section:
            section, table = head, tomlkit.table()
            document.add(tomlkit.nl())
            document.add(section, table)
        table.add(tomlkit.comment(f"{setting.about.title}: {setting.about.help}"))
        if setting.name in values:
            table.add(key, _plain(setting.check(values[setting.name])))
        else:
            table.add(tomlkit.comment(f"{key} = {tomlkit.item(_plain(setting.default)).as_string()}"))
    write_privately(path, tomlkit.dumps(document).encode())


class SettingsStore:
    """The running engine's settings and the service over them."""

    def __init__(
        self, path: Path, publish: Callable[[object], None], overrides: Mapping[str, str] | None = None
    ) -> None:
        self._path = path
        self._publish = publish
        self._overrides = dict(overrides or {})
        self._lock = Lock()
        self._current = read_settings(path, self._overrides)

    @property
    def current(self) -> Settings:
        """The settings as they are now; features that follow changes ask again each time."""
        return self._current

    def list(self, actor: Actor) -> tuple[SettingInfo, ...]:
        """All settings in the order of the file."""
        return tuple(setting.info(value_of(self._current, setting.name)) for setting in all_declared())

    def get(self, actor: Actor, name: str) -> SettingInfo:
        """One setting."""
        return declared(name).info(value_of(self._current, name))

    def set(self, actor: Actor, name: str, value: Value) -> SettingInfo:
        """Write one value to the file, comments kept; what needs no restart holds at once."""
        setting = declared(name)
        checked = setting.check(value)
        _check_changeable(name)
        if name in self._overrides:
            raise InvalidInput(
                f"{name} is fixed by this engine's command line.", "It was started with --set.", "Restart without it."
            )
        with self._lock:
            text = with_value(_text(self._path), name, checked)
            write_privately(self._path, text.encode())
            self._current = read_settings(self._path, self._overrides)
        self._publish(SettingChanged(name, setting.about.needs_restart))
        return setting.info(checked)


def with_value(text: str, name: str, value: Value) -> str:
    """The file's text with one value set; a commented default right in the section is replaced in place."""
    section, key = name.split(".")
    document = tomlkit.parse(text)
    table = document.get(section)
    if table is not None and key in table:
        table[key] = _plain(value)
        return tomlkit.dumps(document)
    line = f"{key} = {tomlkit.item(_plain(value)).as_string()}"
    lines = text.splitlines()
    commented = _line_of(lines, section, re.compile(rf"#\s*{re.escape(key)}\s*="))
    if commented is not None:
        lines[commented] = line
    elif (header := _line_of(lines, section, re.compile(r"\["))) is not None:
        lines.insert(header + 1, line)
    else:
        lines += ["", f"[{section}]", line]
    return "\n".join(lines) + "\n"


def _check_changeable(name: str) -> None:
    if name in READ_ONLY:
        raise InvalidInput(
            f"{name} cannot be changed.",
            "It was chosen when the site was made.",
            "Make another site with `pacsdesk init`.",
        )


def _line_of(lines: list[str], section: str, pattern: re.Pattern[str]) -> int | None:
    is_inside = False
    for number, line in enumerate(lines):
        if (header := re.match(r"\s*\[\s*([\w.]+)\s*\]", line)) is not None:
            is_inside = header.group(1) == section
        if is_inside and pattern.match(line.strip()):
            return number
    return None


def _flat(tables: Mapping[str, object], path: Path, text: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for section, content in tables.items():
        if section not in section_types() or not isinstance(content, dict):
            raise _at_line(
                path,
                text,
                section,
                f"[{section}] is not a section of settings. {did_you_mean(section, section_types())}".strip(),
            )
        for key, value in content.items():
            found[f"{section}.{key}"] = value
    return found


def line_of(path: Path, name: str) -> int:
    """The line of a settings file where `section.key` stands, or should."""
    return _line_number(_text(path), name)


def _line_number(text: str, name: str) -> int:
    section, _, key = name.partition(".")
    lines = text.splitlines()
    pattern = re.compile(rf"{re.escape(key)}\s*=") if key else re.compile(r"\[")
    number = _line_of(lines, section, pattern)
    if number is None:
        number = next((at for at, line in enumerate(lines) if line.strip().startswith(section)), 0)
    return number + 1


def _at_line(path: Path, text: str, name: str, reason: str) -> InvalidInput:
    return InvalidInput(
        f"The settings file {path} is wrong in line {_line_number(text, name)}.",
        reason,
        "Mend the line; nothing was changed.",
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(
            f"The settings file {path} cannot be read.", str(error), "Check the file and its rights."
        ) from error


def _plain(value: Value) -> Value:
    return value if isinstance(value, bool | int) else str(value)


def _assembled(values: Mapping[str, Value]) -> Settings:
    sections: dict[str, dict[str, Value]] = {}
    for name, value in values.items():
        section, key = name.split(".")
        sections.setdefault(section, {})[key] = value
    # a section class takes exactly its declared keys, each checked above
    return Settings(**{name: cls(**sections.get(name, {})) for name, cls in section_types().items()})
