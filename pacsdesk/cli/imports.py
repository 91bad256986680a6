"""`pacsdesk import`: files, folders, a DICOMDIR, ZIPs into the archive; each file refused or passed over with why."""

from argparse import ArgumentParser
from pathlib import Path

from pacsdesk.cli.command import Command, Invocation
from pacsdesk.cli.waiting import answer_with, wait_for_job
from pacsdesk.link.sending import send_files


def import_paths(invocation: Invocation) -> int:
    """`pacsdesk import PATH ...`"""
    paths: list[Path] = invocation.args.paths
    title = f"Import {paths[0].name}" if len(paths) == 1 else f"Import {len(paths)} items"

    def report(done: int, total: int, note: str = "") -> None:
        invocation.out.progress(f"Uploading {done}/{total} {note}")

    try:
        job_id = send_files(invocation.client, title, paths, report)
    except KeyboardInterrupt:
        invocation.out.end_progress()
        invocation.out.line("Stopped while the files were uploaded. Nothing was imported.")
        raise
    return answer_with(invocation, wait_for_job(invocation, job_id))


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, folder, DICOMDIR or ZIP")


IMPORT = Command(
    "import", "Take files into the archive.", import_paths, _arguments, example="import /media/cdrom/DICOMDIR"
)
