-- What reached whom: one row for each person and event, written from the feed by a consumer that runs on every node.

CREATE TABLE inbox_item (
  person_id  uuid        NOT NULL REFERENCES person,
  -- Place in the feed.
  seq        bigint      NOT NULL,
  event_id   uuid        NOT NULL,
  noun       text        NOT NULL CHECK (noun <> ''),
  subject_id uuid        NOT NULL,
  kind       text        NOT NULL CHECK (kind <> ''),
  action     text        NOT NULL CHECK (action <> ''),
  -- The duty of which a deadline speaks.
  duty       text        CHECK (duty <> ''),
  -- What the case was called when it happened; kept as it was.
  headline   text        NOT NULL CHECK (headline <> ''),
  at         timestamptz NOT NULL,
  read_at    timestamptz,
  -- Exactly once. The number first: a node asks whom an event reached.
  PRIMARY KEY (seq, person_id)
);
CREATE INDEX inbox_item_person ON inbox_item (person_id, seq);
CREATE INDEX inbox_item_unread ON inbox_item (person_id, seq) WHERE read_at IS NULL;

-- One row: up to where the feed was read. Moved in the transaction that writes the items, by whoever holds its lock.
-- It starts at the head: what happened before there were inboxes is told to nobody.
CREATE TABLE inbox_cursor (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint  NOT NULL CHECK (seq >= 0)
);
INSERT INTO inbox_cursor (seq) SELECT coalesce(max(seq), 0) FROM feed;

GRANT SELECT, INSERT ON inbox_item TO gongzhi_app;
-- Items are read, and nothing else of them ever changes.
GRANT UPDATE (read_at) ON inbox_item TO gongzhi_app;
GRANT SELECT, UPDATE ON inbox_cursor TO gongzhi_app;
