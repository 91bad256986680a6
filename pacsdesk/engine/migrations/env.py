"""Alembic's entry: runs the revisions on the connection that upgrade.py hands over. Knows all features' tables."""

from alembic import context

import pacsdesk.engine.archive.tables
import pacsdesk.engine.network.tables
import pacsdesk.engine.runtime.jobs.tables
import pacsdesk.engine.security.tables  # noqa: F401  each import adds its tables to METADATA
from pacsdesk.engine.runtime.database import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite alters a table by making it anew
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
