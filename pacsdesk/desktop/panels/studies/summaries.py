"""Says in a few words what a number of studies is together; the same words in every question and answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from pacsdesk.contract.records.archive import Series, Study
from pacsdesk.desktop.kit.formatting import (
    NOTHING,
    format_date,
    format_date_time,
    format_moment,
    format_person_name,
    format_size,
    plain,
)
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panels.studies.columns import describe_modalities, describe_series, describe_state

LONGEST_NAME = 40  # of a patient, within a sentence


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an inspector. is_code: set in a fixed-width face and breakable anywhere, as UIDs are."""

    label: str
    value: str
    is_code: bool = False


def amount_of(studies: Sequence[Study]) -> str:
    """How much that is: "3 studies, 412 images"."""
    images = sum(study.number_of_instances for study in studies)
    return f"{_number_of_studies(len(studies))}, {_number_of_images(images)}"


def patients_of(studies: Sequence[Study]) -> str:
    """Whose they are: "DOE, Jane (P10004)", and how many more patients."""
    first, *others = {(study.patient_name, study.patient_id): study for study in studies}.values()
    name = plain(format_person_name(first.patient_name), LONGEST_NAME)
    shown = f"{name} ({plain(first.patient_id, LONGEST_NAME)})" if first.patient_id else name
    if not others:
        return shown
    more = counted("Studies", "%Ln more patients", len(others))
    return translate("Studies", "{patient} and {more}").format(patient=shown, more=more)


def facts_of_study(study: Study) -> tuple[Fact, ...]:
    """Everything known of a study, in the order in which it is asked for."""
    patient_id = plain(study.patient_id) or NOTHING
    if study.issuer_of_patient_id:
        patient_id = f"{patient_id} ({plain(study.issuer_of_patient_id)})"
    return (
        Fact(translate("Studies", "Patient ID"), patient_id),
        Fact(translate("Studies", "Birth date"), format_date(study.patient_birth_date)),
        Fact(translate("Studies", "Sex"), plain(study.patient_sex) or NOTHING),
        Fact(translate("Studies", "Study date"), format_date_time(study.study_date, study.study_time)),
        Fact(translate("Studies", "Description"), plain(study.study_description) or NOTHING),
        Fact(translate("Studies", "Modality"), describe_modalities(study) or NOTHING),
        Fact(translate("Studies", "Accession"), plain(study.accession_number) or NOTHING),
        Fact(translate("Studies", "Study ID"), plain(study.study_id) or NOTHING),
        Fact(translate("Studies", "Referred by"), format_person_name(study.referring_physician_name)),
        Fact(translate("Studies", "Content"), f"{_number_of_series(study.number_of_series)}, {content_of(study)}"),
        Fact(
            translate("Studies", "State"), describe_state(study) or translate("Studies", "No conflicts, all readable")
        ),
        Fact(translate("Studies", "Received"), _received(study)),
        Fact(translate("Studies", "From"), plain(study.sending_ae_title) or NOTHING),
        Fact(translate("Studies", "Study UID"), study.study_instance_uid, is_code=True),
    )


def content_of(study: Study) -> str:
    """How many images in how many bytes."""
    return f"{_number_of_images(study.number_of_instances)}, {format_size(study.size_bytes)}"


def _number_of_studies(number: int) -> str:
    return counted("Studies", "%Ln studies", number)


def _number_of_series(number: int) -> str:
    return counted("Studies", "%Ln series", number)


def _number_of_images(number: int) -> str:
    return counted("Studies", "%Ln images", number)


def line_of_series(series: Series) -> str:
    """A series on one line."""
    words = (describe_series(series), plain(series.modality), plain(series.series_description or series.protocol_name))
    return " \u00b7 ".join(word for word in words if word)


def _received(study: Study) -> str:
    first, last = format_moment(study.first_received_at), format_moment(study.last_received_at)
    if first == last:
        return last
    day, _, hour = last.partition(" ")
    words = translate("Studies", "{first} to {last}", "moments")
    return words.format(first=first, last=hour if first.startswith(day) else last)
