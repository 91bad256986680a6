"""Studies, series and instances: list, delete, export."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from pacsdesk.cli.arguments import count, saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount, date, size, to_type
from pacsdesk.cli.waiting import answer_with, wait_for_job
from pacsdesk.contract.records.archive import Packing, Study, StudyQuery, StudySort
from pacsdesk.contract.records.jobs import JobState
from pacsdesk.contract.records.paging import MAX_PAGE, Page, PageRequest
from pacsdesk.contract.types import SeriesInstanceUID, SOPInstanceUID, StudyInstanceUID
from pacsdesk.link.unpacking import unpack

T = TypeVar("T")
_STUDY_HELP = "its Study Instance UID, as in `pacsdesk studies list`"


def all_pages(read: Callable[[PageRequest], Page[T]], limit: int = 0) -> Iterator[T]:
    """Every row of a paged list, at most `limit` of them (0: all)."""
    key, given = "", 0
    while True:
        page = read(PageRequest(after_key=key, limit=min(MAX_PAGE, limit - given) if limit else MAX_PAGE))
        yield from page.items
        given += len(page.items)
        key = page.next_key
        if not key or (limit and given >= limit):
            return


def _list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", help="name, ID, accession number, modality, date (2026-03-11, 2026-03)")
    parser.add_argument("--limit", type=count, default=0, help="at most so many (0: all)")
    parser.add_argument(
        "--sort",
        choices=[str(sort) for sort in StudySort],
        default=str(StudySort.RECEIVED),
        help=f"by which column (without: {StudySort.RECEIVED})",
    )
    parser.add_argument("--ascending", action="store_true", help="smallest or oldest first")


def list_studies(invocation: Invocation) -> int:
    """`pacsdesk studies list`"""
    args = invocation.args

    def read(page: PageRequest) -> Page[Study]:
        query = StudyQuery(" ".join(args.words), StudySort(args.sort), not args.ascending, page)
        return invocation.services.studies.search(query)

    invocation.out.records(
        all_pages(read, args.limit),
        (
            ("Patient", lambda study: study.patient_name),
            ("ID", lambda study: study.patient_id),
            ("Date", lambda study: date(study.study_date)),
            ("Modality", lambda study: ",".join(study.modalities_in_study)),
            ("Description", lambda study: study.study_description),
            ("Images", lambda study: study.number_of_instances),
            ("Study Instance UID", lambda study: study.study_instance_uid),
        ),
        "No studies match." if args.words else "The archive is empty.",
    )
    return Exit.DONE


def list_series(invocation: Invocation) -> int:
    """`pacsdesk series list STUDY`"""
    invocation.out.records(
        invocation.services.studies.series(invocation.args.study),
        (
            ("No", lambda series: "" if series.series_number is None else series.series_number),
            ("Modality", lambda series: series.modality),
            ("Description", lambda series: series.series_description),
            ("Images", lambda series: series.number_of_instances),
            ("Series Instance UID", lambda series: series.series_instance_uid),
        ),
        "The study has no series.",
    )
    return Exit.DONE


def list_instances(invocation: Invocation) -> int:
    """`pacsdesk instances list SERIES`"""
    series: SeriesInstanceUID = invocation.args.series
    invocation.out.records(
        all_pages(lambda page: invocation.services.studies.instances(series, page)),
        (
            ("No", lambda instance: "" if instance.instance_number is None else instance.instance_number),
            ("Frames", lambda instance: instance.number_of_frames),
            ("Size", lambda instance: size(instance.size_bytes)),
            ("Transfer syntax", lambda instance: instance.transfer_syntax_uid),
            ("SOP Instance UID", lambda instance: instance.sop_instance_uid),
        ),
        "The series has no instances.",
    )
    return Exit.DONE


def export_instance(invocation: Invocation) -> int:
    """`pacsdesk instances export UID --to FILE`"""
    instance = invocation.services.studies.instance(invocation.args.instance)
    target: Path = invocation.args.to
    invocation.client.download(f"instance/{instance.sop_instance_uid}", target, None)
    invocation.out.record(instance, f"Written to {target}.")
    return Exit.DONE


def delete(invocation: Invocation) -> int:
    """`pacsdesk studies delete STUDY ... --reason TEXT`"""
    entries = invocation.services.trash.delete(tuple(invocation.args.studies), invocation.args.reason)
    images = sum(entry.number_of_instances for entry in entries)
    if invocation.out.is_json:
        invocation.out.records(entries, (), "")
    else:
        studies = amount(len(entries), "study", "studies")
        invocation.out.line(f"Moved {studies}, {amount(images, 'image')}, to the trash.")
        for entry in entries:
            invocation.out.line(f"  Take it back with {to_type('trash', 'take-back', entry.trash_id)}.")
    return Exit.DONE


def export(invocation: Invocation) -> int:
    """`pacsdesk studies export STUDY ... --to PATH`: a .zip file, else a folder."""
    target: Path = invocation.args.to
    packing = Packing.ZIP if target.suffix.lower() == ".zip" else Packing.FOLDER
    job = wait_for_job(invocation, invocation.services.transfer.start_export(tuple(invocation.args.studies), packing))
    if job.state is JobState.DONE and job.result is not None:
        archive = target if packing is Packing.ZIP else target.with_name(f".{target.name}.zip")
        invocation.client.download(job.result.artifact, archive, None)
        if packing is Packing.FOLDER:
            unpack(archive, target)
            archive.unlink()
    return answer_with(invocation, job)


def _studies_and(option: str, metavar: str, help_text: str, kind: type) -> Callable[[ArgumentParser], None]:
    def arguments(parser: ArgumentParser) -> None:
        parser.add_argument("studies", nargs="+", type=saying_why(StudyInstanceUID), metavar="STUDY", help=_STUDY_HELP)
        parser.add_argument(option, required=True, type=kind, metavar=metavar, help=help_text)

    return arguments


def _study_argument(parser: ArgumentParser) -> None:
    parser.add_argument("study", type=saying_why(StudyInstanceUID), metavar="STUDY", help=_STUDY_HELP)


def _series_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        "series",
        type=saying_why(SeriesInstanceUID),
        metavar="SERIES",
        help="its Series Instance UID, as in `pacsdesk series list STUDY`",
    )


def _instance_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "instance",
        type=saying_why(SOPInstanceUID),
        metavar="UID",
        help="its SOP Instance UID, as in `pacsdesk instances list SERIES`",
    )
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="where it is written")


LIST = Command(
    "studies list",
    "List studies that match all words.",
    list_studies,
    _list_arguments,
    example="studies list smith ct 2026-03",
)
DELETE = Command(
    "studies delete",
    "Move studies to the trash.",
    delete,
    _studies_and("--reason", "TEXT", "why, for the audit", str),
    example="studies delete 1.2.3 --reason 'wrong patient'",
)
EXPORT = Command(
    "studies export",
    "Export studies with a DICOMDIR.",
    export,
    _studies_and("--to", "PATH", "a file ending in .zip, else a new folder", Path),
    example="studies export 1.2.3 1.2.4 --to studies.zip",
)
SERIES_LIST = Command(
    "series list", "List the series of a study.", list_series, _study_argument, example="series list 1.2.3"
)
INSTANCES_LIST = Command(
    "instances list",
    "List the instances of a series.",
    list_instances,
    _series_argument,
    example="instances list 1.2.3.4",
)
INSTANCES_EXPORT = Command(
    "instances export",
    "Write one instance as it is stored.",
    export_instance,
    _instance_arguments,
    example="instances export 1.2.3.4.5 --to image.dcm",
)
