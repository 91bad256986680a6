"""The registry as a whole: history, differences, the way back, files that bring entries and take them away."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import datetime
from pathlib import Path

from pacsdesk.cli.arguments import count, one_of
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount, moment
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.registry import (
    EntryKind,
    FieldChange,
    ImportedEntry,
    ImportVerdict,
    RegistryFormat,
    RegistryImport,
    RegistryVersion,
)

_WRITTEN = {".toml": RegistryFormat.TOML, ".csv": RegistryFormat.CSV}
_LARGEST_FILE = 900_000  # the link takes a body of 1 MiB
_NO_CHANGE = "It is so already: nothing was changed."


def history(invocation: Invocation) -> int:
    """`pacsdesk peers history [NAME]`"""
    invocation.out.records(
        invocation.services.registry.history(invocation.args.name),
        (
            ("Version", lambda version: version.version_id),
            ("When", lambda version: moment(version.changed_at)),
            ("Who", lambda version: version.actor_name),
            ("What", _what),
            ("Fields", lambda version: _fields(version.fields)),
            ("Why", lambda version: version.reason),
        ),
        "Nothing was changed yet.",
    )
    return Exit.DONE


def diff(invocation: Invocation) -> int:
    """`pacsdesk peers diff FIRST SECOND`"""
    args = invocation.args
    invocation.out.records(
        invocation.services.registry.diff(args.first, args.second),
        (
            ("Field", lambda change: change.field),
            (f"Version {args.first}", lambda change: change.before),
            (f"Version {args.second}", lambda change: change.after),
        ),
        "There is no difference.",
    )
    return Exit.DONE


def rollback(invocation: Invocation) -> int:
    """`pacsdesk peers rollback VERSION [--before] | --all-to TIME`"""
    args = invocation.args
    if (args.version is None) == (args.all_to is None):
        raise InvalidInput("Say how far back.", "", "Give one version, or --all-to and a time.")
    if args.before and args.version is None:
        raise InvalidInput("--before goes with a version.", "", "For all entries give an earlier time.")
    registry = invocation.services.registry
    if args.before:
        done = registry.take_back((args.version,), args.reason)
    elif args.version is not None:
        done = registry.rollback(args.version, args.reason)
    else:
        done = registry.rollback_all(args.all_to, args.reason)
    invocation.out.records(
        done,
        (("Version", lambda version: version.version_id), ("What", _what), ("Fields", lambda one: _fields(one.fields))),
        _NO_CHANGE,
    )
    return Exit.DONE


def export(invocation: Invocation) -> int:
    """`pacsdesk peers export FILE`"""
    target: Path = invocation.args.file
    form = invocation.args.form or _WRITTEN.get(target.suffix.lower())
    if form is None:
        raise InvalidInput(f"{target} tells no form.", "", "Name it .toml or .csv, or give --format.")
    text = invocation.services.registry.export(form)
    try:
        target.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise InvalidInput(f"{target} cannot be written.", f"{error.strerror}.", "Choose another place.") from error
    invocation.out.record({"file": str(target), "form": form}, f"Written to {target}.")
    return Exit.DONE


def take_in(invocation: Invocation) -> int:
    """`pacsdesk peers import FILE [--preview]`: 1 when something was refused."""
    args = invocation.args
    text = _read(args.file)
    registry = invocation.services.registry
    if args.preview:
        result = registry.preview(args.file.name, text, args.form)
    else:
        result = registry.take_in(args.file.name, text, args.form, args.reason)
    invocation.out.record(result, _sum(result))
    if not invocation.out.is_json and result.entries:
        invocation.out.records(
            result.entries,
            (
                ("", lambda entry: entry.verdict),
                ("Name", lambda entry: entry.name),
                ("Where", lambda entry: entry.place),
                ("What", _why),
            ),
            "",
        )
    refused = any(entry.verdict is ImportVerdict.REFUSED for entry in result.entries)
    return Exit.FAILED if refused else Exit.DONE


def _read(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"{path} cannot be read.", f"{error.strerror}.", "Name a file that is there.") from error
    if len(content) > _LARGEST_FILE:
        raise InvalidInput(f"{path} is too large.", f"At most {_LARGEST_FILE:,} bytes are taken in.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")  # configuration files of old; every byte is a character there


def _what(version: RegistryVersion) -> str:
    kind = "peer" if version.kind is EntryKind.PEER else "title of ours"
    return f"{kind} {version.name} {version.change}"


def _fields(fields: tuple[FieldChange, ...]) -> str:
    return "; ".join(f"{one.field}: {one.before or '-'} -> {one.after or '-'}" for one in fields)


def _why(entry: ImportedEntry) -> str:
    return entry.reason or _fields(entry.fields)


def _sum(result: RegistryImport) -> str:
    """How many of each, and whether it was done."""
    counts = {verdict: sum(entry.verdict is verdict for entry in result.entries) for verdict in ImportVerdict}
    parts = ", ".join(f"{number} {verdict}" for verdict, number in counts.items() if number) or "nothing in it"
    done = "Taken in" if result.is_applied else "Would be taken in"
    return f"{done} from {amount(len(result.entries), 'entry', 'entries')} of {result.form}: {parts}."


def _time(word: str) -> datetime:
    """A time of this computer unless it has an offset."""
    try:
        return datetime.fromisoformat(word).astimezone()
    except (ValueError, OverflowError) as error:
        raise ArgumentTypeError(f"it takes a time such as 2026-11-24T14:05, not {word!r}") from error


def _reason(parser: ArgumentParser) -> None:
    parser.add_argument("--reason", default="", metavar="TEXT", help="why, for the history")


def _form(parser: ArgumentParser, *forms: RegistryFormat) -> None:
    parser.add_argument(
        "--format",
        dest="form",
        type=one_of(RegistryFormat),
        metavar="FORM",
        help=f"{', '.join(forms)}; else its name says",
    )


def _history_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", default="", metavar="NAME", help="of a peer or a title of ours; all without")


def _diff_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("first", type=count, metavar="FIRST", help="a version, as in `pacsdesk peers history`")
    parser.add_argument("second", type=count, metavar="SECOND", help="another one")


def _rollback_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "version", nargs="?", type=count, metavar="VERSION", help="the entry as it was after this change"
    )
    parser.add_argument("--before", action="store_true", help="the entry as it was before that change instead")
    parser.add_argument("--all-to", type=_time, metavar="TIME", help="all peers and titles as they were then")
    _reason(parser)


def _export_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=".toml: peers and titles of ours; .csv: peers")
    _form(parser, RegistryFormat.TOML, RegistryFormat.CSV)


def _import_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="ours, orthanc.json, dcmqrscp.cfg or acrnema.map")
    parser.add_argument("--preview", action="store_true", help="say what would be done, and do nothing")
    _form(parser, *RegistryFormat)
    _reason(parser)


HISTORY = Command(
    "peers history",
    "List changes of peers and of our own titles.",
    history,
    _history_arguments,
    example="peers history 'CT 1'",
)
DIFF = Command("peers diff", "Compare two versions of entries.", diff, _diff_arguments, example="peers diff 3 7")
ROLLBACK = Command(
    "peers rollback",
    "Bring one entry, or all of them, back to what they were.",
    rollback,
    _rollback_arguments,
    example="peers rollback 3 --reason 'it was right before'",
)
EXPORT = Command(
    "peers export", "Write all entries to a file.", export, _export_arguments, example="peers export peers.toml"
)
IMPORT = Command(
    "peers import",
    "Take in peers from a file, of Orthanc, DCMTK and Conquest too.",
    take_in,
    _import_arguments,
    example="peers import orthanc.json --preview",
)
