"""Rot that nobody looks for is found: the engine compares in the background, and the command line tells."""

from pacsdesk.contract.types import SOPInstanceUID
from tests.support.datasets import ct_bytes
from tests.support.engine import Site, running_engine

ALL_THE_TIME = ("archive.check_rate=1000", "archive.check_every_hours=0")


def test_given_a_flipped_bit_and_a_lost_file_when_the_engine_runs_then_both_are_reported(clinic: Site) -> None:
    uids = [SOPInstanceUID(f"1.2.3.{number}") for number in range(3)]
    with running_engine(clinic, "archive.check_rate=0") as engine:
        for uid in uids:
            path = clinic.data_dir.parent / f"{uid}.dcm"
            path.write_bytes(ct_bytes(uid))
            engine.cli("import", path)
        assert engine.cli("status")["comparison"]["ended_at"] is None
    damaged, lost, _ = sorted((clinic.data_dir / "objects").rglob("*.dcm"))
    content = bytearray(damaged.read_bytes())
    content[-1] ^= 1
    damaged.write_bytes(content)
    lost.unlink()
    with running_engine(clinic, *ALL_THE_TIME) as engine, engine.link() as link:
        while not (standing := link.services.engine.status().comparison) or standing.ended_at is None:
            pass
        report = link.services.integrity.last_report()
        marked = [one for uid in uids if (one := link.services.studies.instance(uid)).unreadable]
    assert standing.number_of_findings == 2
    assert (report.changed_files, report.missing_files) == (
        (f"objects/{damaged.parent.name}/{damaged.name}",),
        (f"objects/{lost.parent.name}/{lost.name}",),
    )
    assert len(marked) == 2
