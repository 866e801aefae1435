"""What reading and writing a register have in common: a connection and questions in SQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

from foedera.store.opening import FORMAT, connect, our_errors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import pyarrow as pa


# The version of each source that counts: the last one filed, of those published by the day asked about.
_VISIBLE = """
CREATE OR REPLACE TEMP VIEW visible AS
SELECT * FROM main.document {where}
QUALIFY row_number() OVER (PARTITION BY source ORDER BY version DESC) = 1;
CREATE OR REPLACE TEMP VIEW identity AS
SELECT d.kind, d.doc, d.record, t.id AS thing FROM described d JOIN thing t ON d.profile = t.profile;
"""


class Connected:
    """A register that is open. Close it, or use it in a `with` statement."""

    def __init__(
        self, path: str | Path, *, writing: bool, by: date | None = None, formats: tuple[int, ...] = (FORMAT,)
    ) -> None:
        self.path = Path(path)
        self._connection = connect(self.path, writing=writing, formats=formats)
        where = f"WHERE published_by <= DATE '{by.isoformat()}'" if by else ""
        with our_errors(self.path):
            self._connection.execute(_VISIBLE.format(where=where))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def table(self, sql: str, parameters: Sequence[Any] = ()) -> pa.Table:
        """The answer to a question in SQL, as an Arrow table."""
        with our_errors(self.path):
            answer = self._connection.sql(sql, params=list(parameters))
            return cast("pa.Table", answer.to_arrow_table())

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The answer to a question in SQL, row by row."""
        with our_errors(self.path):
            return self._connection.execute(sql, list(parameters)).fetchall()
