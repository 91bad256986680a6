"""Which form a file has, by its name or else by its content, and what it gives."""

import re

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.registry import RegistryFormat
from pacsdesk.engine.network.registry.formats import acrnema, as_csv, as_toml, dcmqrscp, orthanc
from pacsdesk.engine.network.registry.formats.given import Given, NotThisForm

MOST_ENTRIES = 5000
_READERS = {
    RegistryFormat.TOML: as_toml.read,
    RegistryFormat.CSV: as_csv.read,
    RegistryFormat.ORTHANC: orthanc.read,
    RegistryFormat.DCMQRSCP: dcmqrscp.read,
    RegistryFormat.ACRNEMA: acrnema.read,
}
_ENDINGS = {
    ".toml": RegistryFormat.TOML,
    ".csv": RegistryFormat.CSV,
    ".json": RegistryFormat.ORTHANC,
    ".cfg": RegistryFormat.DCMQRSCP,
    ".map": RegistryFormat.ACRNEMA,
}
_CONTENTS = (
    (re.compile(r"^\s*HostTable\s+BEGIN", re.MULTILINE | re.IGNORECASE), RegistryFormat.DCMQRSCP),
    (re.compile(r'"DicomModalities"'), RegistryFormat.ORTHANC),
    (re.compile(r"^\s*\[\[(?:peers|aes)\]\]", re.MULTILINE), RegistryFormat.TOML),
    (re.compile(r"\A\ufeff?[^\n]*\bae_title\b", re.IGNORECASE), RegistryFormat.CSV),
)


def form_of(file_name: str, text: str) -> RegistryFormat:
    """What form a file has. Raises InvalidInput when nothing tells."""
    by_name = next((form for ending, form in _ENDINGS.items() if file_name.lower().endswith(ending)), None)
    by_content = next((form for pattern, form in _CONTENTS if pattern.search(text)), None)
    if form := by_name or by_content:
        return form
    raise InvalidInput(
        f"{file_name[-80:]!r} is no file of entries that is known.",
        "Neither its name nor its content tells its form.",
        f"Say which of them it is: {', '.join(RegistryFormat)}.",
    )


def read_entries(file_name: str, text: str, form: RegistryFormat) -> tuple[Given, ...]:
    """All that a file gives. Raises InvalidInput."""
    try:
        given = tuple(_READERS[form](text))
    except NotThisForm as error:
        raise InvalidInput(f"{file_name[-80:]!r} cannot be read as {form}.", str(error)) from error
    if len(given) > MOST_ENTRIES:
        raise InvalidInput(f"{file_name[-80:]!r} has {len(given)} entries.", f"At most {MOST_ENTRIES} are taken in.")
    return given
