"""What this version does on a DICOM network, for those who connect other systems to it. It needs no engine."""

from argparse import ArgumentParser
from pathlib import Path

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.contract.errors import InvalidInput

_HTML = (".html", ".htm")


def show(invocation: Invocation) -> int:
    """`pacsdesk conformance [--to FILE]`: Markdown, or HTML into a file that is named so."""
    from pacsdesk.engine.compose.site import conformance_statement  # noqa: PLC0415  # 0.9 s that others save
    from pacsdesk.engine.network.conformance.text import as_html  # noqa: PLC0415  # 0.9 s that others save
    from pacsdesk.engine.runtime.paths import DataFolder  # noqa: PLC0415  # 0.9 s that others save

    statement = conformance_statement(DataFolder(invocation.data_dir))
    target: Path | None = invocation.args.to
    if target is None:
        if invocation.out.is_json:
            invocation.out.document(statement)
        for line in statement.markdown.splitlines():
            invocation.out.line(line)
        return Exit.DONE
    text = as_html(statement) if target.suffix.lower() in _HTML else statement.markdown
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InvalidInput(f"{target} cannot be written.", f"{error.strerror}.", "Choose another place.") from error
    invocation.out.record(statement, f"Written to {target}.")
    return Exit.DONE


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help="where it is written; .html for a page (without: shown)"
    )


SHOW = Command(
    "conformance",
    "Show the DICOM conformance statement, as the site is set up.",
    show,
    _arguments,
    example="conformance --to conformance.html",
)
