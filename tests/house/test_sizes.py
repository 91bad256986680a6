"""Nothing grows past the point where a reader loses the thread: split by subject before these fail."""

from tests.house.sizes import CLASS_LIMIT, FILE_LIMIT, FUNCTION_LIMIT, class_sizes, file_sizes, function_sizes


def test_no_file_is_over_its_limit() -> None:
    assert [size for size in file_sizes() if size.lines > FILE_LIMIT] == []


def test_no_class_is_over_its_limit() -> None:
    assert [size for size in class_sizes() if size.lines > CLASS_LIMIT] == []


def test_no_function_is_over_its_limit() -> None:
    assert [size for size in function_sizes() if size.lines > FUNCTION_LIMIT] == []
