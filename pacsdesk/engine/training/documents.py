"""Instances without pixels: a structured report, a PDF and a 12-lead ECG, which a viewer must show as what they are."""

import numpy as np
from pydicom.dataset import Dataset
from pydicom.uid import BasicTextSRStorage, EncapsulatedPDFStorage, TwelveLeadECGWaveformStorage

from pacsdesk.engine.training.roster import Visit, identified

_LEADS = (
    ("2:1", "Lead I"),
    ("2:2", "Lead II"),
    ("2:61", "Lead III"),
    ("2:62", "aVR"),
    ("2:63", "aVL"),
    ("2:64", "aVF"),
    ("2:3", "V1"),
    ("2:4", "V2"),
    ("2:5", "V3"),
    ("2:6", "V4"),
    ("2:7", "V5"),
    ("2:8", "V6"),
)
_PDF_ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})
_HERTZ = 500
_SECONDS = 10


def text_report(visit: Visit, series_number: int, findings: tuple[str, ...]) -> Dataset:
    """A Basic Text SR with one section of findings (PS3.3 A.35.1)."""
    ds = identified(visit, series_number, 1, BasicTextSRStorage)
    ds.Modality = "SR"
    ds.SeriesDescription = "Report"
    ds.CompletionFlag, ds.VerificationFlag = "COMPLETE", "UNVERIFIED"
    ds.ValueType, ds.ContinuityOfContent = "CONTAINER", "SEPARATE"
    ds.ConceptNameCodeSequence = [_code("18748-4", "LN", "Diagnostic Imaging Report")]
    section = Dataset()
    section.RelationshipType, section.ValueType, section.ContinuityOfContent = "CONTAINS", "CONTAINER", "SEPARATE"
    section.ConceptNameCodeSequence = [_code("121070", "DCM", "Findings")]
    section.ContentSequence = [_text_item(finding) for finding in findings]
    ds.ContentSequence = [section]
    return ds


def pdf_report(visit: Visit, series_number: int, lines: tuple[str, ...]) -> Dataset:
    """An Encapsulated PDF of one page; lines: plain ASCII."""
    ds = identified(visit, series_number, 1, EncapsulatedPDFStorage)
    ds.Modality = "DOC"
    ds.SeriesDescription = ds.DocumentTitle = "Letter"
    ds.ConversionType = "WSD"
    ds.BurnedInAnnotation = "YES"
    ds.ConceptNameCodeSequence = [_code("18748-4", "LN", "Diagnostic Imaging Report")]
    ds.MIMETypeOfEncapsulatedDocument = "application/pdf"
    document = one_page_pdf(lines)
    ds.EncapsulatedDocumentLength = len(document)
    ds.EncapsulatedDocument = document + b"\0" * (len(document) % 2)
    return ds


def ecg(visit: Visit, series_number: int, beats_a_minute: int) -> Dataset:
    """Ten seconds of a 12-lead ECG, 500 samples a second, 1 microvolt a step (PS3.3 A.34.3)."""
    ds = identified(visit, series_number, 1, TwelveLeadECGWaveformStorage)
    ds.SeriesDescription = "Resting ECG"
    ds.AcquisitionDateTime = f"{ds.ContentDate}{ds.ContentTime}"
    group = Dataset()
    group.MultiplexGroupTimeOffset = "0"
    group.WaveformOriginality = "ORIGINAL"
    group.NumberOfWaveformChannels = len(_LEADS)
    group.NumberOfWaveformSamples = _HERTZ * _SECONDS
    group.SamplingFrequency = str(_HERTZ)
    group.ChannelDefinitionSequence = [_channel(code, meaning) for code, meaning in _LEADS]
    group.WaveformBitsAllocated, group.WaveformSampleInterpretation = 16, "SS"
    group.WaveformData = _heartbeats(beats_a_minute, np.random.default_rng(visit.number))
    ds.WaveformSequence = [group]
    return ds


def one_page_pdf(lines: tuple[str, ...]) -> bytes:
    """A PDF 1.4 of one A4 page in Helvetica, built by hand: no library, no time stamp, always the same bytes."""
    text = " ".join(f"({line.translate(_PDF_ESCAPES)}) '" for line in lines)
    page = f"BT /F1 12 Tf 16 TL 72 770 Td {text} ET".encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    content = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(content))
    )


def _heartbeats(beats_a_minute: int, random: np.random.Generator) -> bytes:
    """Samples by time, then lead, signed 16 bit little endian, in microvolts."""
    time = np.arange(_HERTZ * _SECONDS) / _HERTZ
    phase = (time * beats_a_minute / 60) % 1
    # P, Q, R, S and T as bumps: place in the beat, width, height in microvolts
    bumps = ((0.18, 0.025, 120), (0.27, 0.008, -110), (0.30, 0.010, 1100), (0.33, 0.009, -240), (0.55, 0.045, 290))
    beat = sum(height * np.exp(-(((phase - place) / width) ** 2)) for place, width, height in bumps)
    gains = np.array([0.7, 1.0, 0.4, -0.8, 0.3, 0.7, -0.5, 0.2, 0.8, 1.2, 1.1, 0.9])
    samples = np.outer(beat, gains) + random.normal(0, 8, (len(time), len(_LEADS)))
    return samples.astype("<i2").tobytes()


def _channel(code: str, meaning: str) -> Dataset:
    channel = Dataset()
    channel.ChannelSourceSequence = [_code(code, "MDC", meaning)]
    channel.ChannelSensitivity = "1"
    channel.ChannelSensitivityUnitsSequence = [_code("uV", "UCUM", "microvolt")]
    channel.ChannelSensitivityCorrectionFactor = "1"
    channel.ChannelBaseline = "0"
    channel.ChannelTimeSkew = "0"
    channel.WaveformBitsStored = 16
    return channel


def _text_item(text: str) -> Dataset:
    item = Dataset()
    item.RelationshipType, item.ValueType = "CONTAINS", "TEXT"
    item.ConceptNameCodeSequence = [_code("121071", "DCM", "Finding")]
    item.TextValue = text
    return item


def _code(value: str, scheme: str, meaning: str) -> Dataset:
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = value, scheme, meaning
    return code
