-- Imports of tables: how far each is, and the rows that were not imported. Forgotten after a day.

CREATE TABLE sheet_import (
  id          uuid        PRIMARY KEY,
  person_id   uuid        NOT NULL REFERENCES person,
  kind        text        NOT NULL,
  -- Of the bytes of the file.
  digest      bytea       NOT NULL,
  file_name   text        NOT NULL,
  -- The head of the table as it was written, and by column of the import where it stands in it.
  headers     jsonb       NOT NULL,
  places      jsonb       NOT NULL,
  rows        integer     NOT NULL CHECK (rows >= 1),
  done        integer     NOT NULL DEFAULT 0,
  -- Of those done: what an earlier upload had imported.
  repeated    integer     NOT NULL DEFAULT 0,
  failed      integer     NOT NULL DEFAULT 0,
  created_at  timestamptz NOT NULL,
  -- When something was heard of it last.
  touched_at  timestamptz NOT NULL,
  finished_at timestamptz,
  trouble     text        CHECK (trouble IN ('INTERRUPTED', 'PROHIBITED')),
  CHECK (done + failed <= rows AND repeated <= done)
);
-- One at a time for a person, on however many nodes.
CREATE UNIQUE INDEX sheet_import_running ON sheet_import (person_id) WHERE finished_at IS NULL;
CREATE INDEX sheet_import_recent ON sheet_import (person_id, created_at DESC);
CREATE INDEX sheet_import_created ON sheet_import (created_at);

-- Rows that were not imported. They hold phones and first passwords: sealed.
CREATE TABLE sheet_import_failure (
  import_id uuid    NOT NULL REFERENCES sheet_import ON DELETE CASCADE,
  line      integer NOT NULL,
  sealed    bytea   NOT NULL,
  PRIMARY KEY (import_id, line)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON sheet_import TO gongzhi_app;
GRANT SELECT, INSERT, DELETE ON sheet_import_failure TO gongzhi_app;
