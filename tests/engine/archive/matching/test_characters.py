"""Text is written in the sets that the caller declared, so that others read it back; what does not fit is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom.charset import convert_encodings
from pydicom.valuerep import PersonName

from pacsdesk.engine.archive.dataset.text import CharacterSet
from pacsdesk.engine.archive.matching.characters import UTF_8, CharacterEncoder

SAMPLES = [
    (b"ISO_IR 100", "Müller^Åse"),
    (b"ISO 2022 IR 100", "Müller^Åse"),
    (b"ISO_IR 101", "Wałęsa"),
    (b"ISO_IR 109", "Ĥoraĉo"),
    (b"ISO_IR 110", "Bērziņš"),
    (b"ISO_IR 126", "Διονυσιος"),
    (b"ISO_IR 127", "قباني^لنزار"),
    (b"ISO_IR 138", "שרון^דבורה"),
    (b"ISO_IR 144", "Люкceмбypг"),
    (b"ISO_IR 148", "Çavuşoğlu"),
    (b"ISO_IR 166", "สมชาย"),
    (b"ISO_IR 203", "Œuvre^€"),
    (b"ISO_IR 13", "ﾔﾏﾀﾞ^ﾀﾛｳ"),
    (b"ISO_IR 192", "山田^太郎 é ß 김"),
    (b"GB18030", "王^小东"),
    (b"GBK", "王^小东"),
    (b"\\ISO 2022 IR 87", "Yamada^Tarou=山田^太郎=やまだ^たろう"),
    (b"ISO 2022 IR 13\\ISO 2022 IR 87", "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"),
    (b"\\ISO 2022 IR 87\\ISO 2022 IR 159", "Yamada=山田^鷗"),
    (b"\\ISO 2022 IR 149", "Hong^Gildong=洪^吉洞=홍^길동"),
    (b"\\ISO 2022 IR 58", "Zhang^XiaoDong=张^小东"),
    (b"\\ISO 2022 IR 100\\ISO 2022 IR 144", "Müller^Люкс=é"),
    (b"ISO 2022 IR 100\\ISO 2022 IR 126", "Müllerα^β\\Äγ"),
]


@pytest.mark.parametrize(("declared", "text"), SAMPLES, ids=repr)
def test_our_own_decoder_reads_it_back(declared: bytes, text: str) -> None:
    assert CharacterSet(declared).decode(CharacterEncoder(declared).encode(text)) == (text, True)


# pydicom 3 does not know IR 203, and leaves the escape sequence of IR 58 in the text
@pytest.mark.parametrize(
    ("declared", "text"), [one for one in SAMPLES if one[0][-3:] not in (b"203", b" 58")], ids=repr
)
def test_pydicom_reads_it_back(declared: bytes, text: str) -> None:
    encodings = convert_encodings(declared.decode("ascii").split("\\"))
    names = CharacterEncoder(declared).encode(text).split(b"\\")
    assert "\\".join(str(PersonName(name, encodings).decode()) for name in names) == text


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        (b"", "é"),
        (b"ISO_IR 6", "é"),
        (b"ISO_IR 100", "山"),
        (b"ISO_IR 100", "\x85"),
        (b"ISO_IR 144", "é"),
        (b"ISO_IR 13", "山"),
        (b"\\ISO 2022 IR 87", "é"),
        (b"\\ISO 2022 IR 87", "鷗"),
        (b"\\ISO 2022 IR 149", "山é"),
        (b"GBK", "\U0001f600"),
        (b"rot13", "é"),
    ],
)
def test_what_a_set_does_not_have_is_not_written(declared: bytes, text: str) -> None:
    with pytest.raises(UnicodeEncodeError):
        CharacterEncoder(declared).encode(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20), st.sampled_from([one for one, _ in SAMPLES]))
def test_any_text_is_written_so_that_it_is_read_back_or_not_at_all(text: str, declared: bytes) -> None:
    try:
        raw = CharacterEncoder(declared).encode(text)
    except UnicodeEncodeError:
        return
    if "\x1b" not in text:  # an escape of the sender's own is no text
        assert CharacterSet(declared).decode(raw) == (text, True)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20))
def test_unicode_carries_everything(text: str) -> None:
    assert CharacterEncoder(UTF_8).encode(text) == text.encode()
