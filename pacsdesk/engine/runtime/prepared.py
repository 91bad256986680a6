"""Statements that run thousands of times a second: compiled once, then given to the driver's own cursor.

SQLAlchemy takes 50 microseconds to execute what SQLite does in two; an arriving object needs a dozen statements. The
text and the types' conversions are still SQLAlchemy's, so that they hold for every database it speaks to.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Select, Update
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DatabaseError
from sqlalchemy.types import TypeEngine

# values in the driver's own types, of which a statement says no more than this
Values = Mapping[str, Any]
Row = tuple[Any, ...]
_Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement as one kind of database takes it. names: its parameters in order, each as often as it stands."""

    text: str
    names: tuple[str, ...]
    is_positional: bool
    to_driver: tuple[tuple[str, _Convert], ...]
    from_driver: tuple[tuple[int, _Convert], ...]

    def parameters(self, values: Values) -> Any:
        """A sequence or a mapping, as the driver wants; the cursor's type has it as either."""
        if self.to_driver:
            values = {**values, **{name: convert(values[name]) for name, convert in self.to_driver}}
        if self.is_positional:
            return [values[name] for name in self.names]
        return {name: values[name] for name in self.names}


class Prepared:
    """One statement. Parameters are called like its bindparams; an insert's like its columns. Safe from any thread."""

    def __init__(self, statement: Select[Any] | Insert | Update, columns: Sequence[str] = ()) -> None:
        """columns: of an insert, those that get a value."""
        self._statement = statement
        self._columns = list(columns) or None
        self._forms: dict[str, _Form] = {}

    def run(self, connection: Connection, values: Values) -> None:
        """Execute. Raises sqlalchemy.exc.DatabaseError, like all below."""
        self._execute(connection, values).close()

    def run_many(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Execute once for each."""
        form = self._form(connection.dialect)
        parameters = [form.parameters(values) for values in rows]
        if parameters:
            _guarded(connection, lambda cursor: cursor.executemany(form.text, parameters)).close()

    def row(self, connection: Connection, values: Values) -> Row | None:
        """The first row, None when there is none."""
        cursor = self._execute(connection, values)
        row = cursor.fetchone()
        cursor.close()
        return None if row is None else self._converted(connection, row)

    def rows(self, connection: Connection, values: Values) -> list[Row]:
        """All rows."""
        cursor = self._execute(connection, values)
        rows = [self._converted(connection, row) for row in cursor.fetchall()]
        cursor.close()
        return rows

    def _execute(self, connection: Connection, values: Values) -> DBAPICursor:
        form = self._form(connection.dialect)
        parameters = form.parameters(values)
        return _guarded(connection, lambda cursor: cursor.execute(form.text, parameters))

    def _converted(self, connection: Connection, row: Row) -> Row:
        converters = self._form(connection.dialect).from_driver
        if not converters:
            return tuple(row)
        values = list(row)
        for place, convert in converters:
            values[place] = convert(values[place])
        return tuple(values)

    def _form(self, dialect: Dialect) -> _Form:
        form = self._forms.get(dialect.name)
        if form is None:
            form = self._forms[dialect.name] = self._compiled(dialect)
        return form

    def _compiled(self, dialect: Dialect) -> _Form:
        compiled = self._statement.compile(dialect=dialect, column_keys=self._columns)
        names = tuple(compiled.positiontup or compiled.binds)
        types = {name: parameter.type for name, parameter in compiled.binds.items()}
        to_driver = ((name, _kind(types[name], dialect).bind_processor(dialect)) for name in dict.fromkeys(names))
        answered = [column.type for column in self._statement.exported_columns]
        from_driver = (
            (place, _kind(kind, dialect).result_processor(dialect, None)) for place, kind in enumerate(answered)
        )
        return _Form(
            text=str(compiled),
            names=names,
            is_positional=bool(compiled.positional),
            to_driver=tuple((name, convert) for name, convert in to_driver if convert),
            from_driver=tuple((place, convert) for place, convert in from_driver if convert),
        )


def _kind(declared: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    """How a database has a type: that one knows the conversions."""
    return declared.dialect_impl(dialect)


def _guarded(connection: Connection, execute: Callable[[DBAPICursor], object]) -> DBAPICursor:
    """A cursor that has executed something; the driver's errors become SQLAlchemy's, as callers expect."""
    cursor = connection.connection.cursor()
    try:
        execute(cursor)
    except connection.dialect.loaded_dbapi.Error as error:
        cursor.close()
        raise DatabaseError(None, None, error, hide_parameters=True) from error
    return cursor
