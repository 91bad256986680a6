"""Evidence packs: a ZIP about a peer for its maker, with patient data replaced."""

from argparse import ArgumentParser
from pathlib import Path

from pacsdesk.cli.arguments import count
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount, size
from pacsdesk.contract.records.evidence import DateTreatment, EvidenceOrder, UidTreatment


def pack(invocation: Invocation) -> int:
    """`pacsdesk evidence pack [NAME] [--association ID] --to FILE`"""
    args, services = invocation.args, invocation.services
    order = EvidenceOrder(
        peer=args.name,
        ladder=services.bench.ladder(args.name) if args.test and args.name else None,
        association_id=args.association,
        minutes=args.minutes,
        uids=UidTreatment.KEPT if args.keep_uids else UidTreatment.REPLACED,
        dates=DateTreatment.CUT if args.cut_dates else DateTreatment.SHIFTED,
        free_texts=args.free_texts,
    )
    preview = services.evidence.preview(order)
    if args.to is None:
        for file in preview.files:
            invocation.out.line(f"--- {file.name} ({size(file.size)})")
            for line in file.text.splitlines():
                invocation.out.line(line)
        if invocation.out.is_json:
            invocation.out.document(preview)
        return Exit.DONE
    invocation.client.download(services.evidence.pack(preview.pack_id, tuple(args.without)), args.to)
    left = [file.name for file in preview.files if file.name not in args.without]
    invocation.out.record(
        {"file": str(args.to), "files": left, "replaced": preview.replaced},
        f"{amount(len(left), 'file')} in {args.to}; {amount(preview.replaced, 'value')} replaced.",
    )
    return Exit.DONE


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", default="", help="of the peer, as in `pacsdesk peers list`")
    parser.add_argument("--association", default="", metavar="ID", help="an association that it is about")
    parser.add_argument("--test", action="store_true", help="test the peer first, and put that in")
    parser.add_argument("--to", type=Path, metavar="FILE", help="the ZIP (without: show what would be in it)")
    parser.add_argument(
        "--without", action="append", default=[], metavar="NAME", help="leave out a file of the preview"
    )
    parser.add_argument("--minutes", type=count, default=15, help="of the journal before and after (15)")
    parser.add_argument("--keep-uids", action="store_true", help="keep the UIDs of instances")
    parser.add_argument("--cut-dates", action="store_true", help="cut dates to the year instead of moving them")
    parser.add_argument("--free-texts", action="store_true", help="keep the other side's own words")


PACK = Command(
    "evidence pack",
    "Put together what was seen of a peer for its maker, with patient data replaced.",
    pack,
    _arguments,
    example="evidence pack 'CT 1' --test --to ct1.zip",
)
