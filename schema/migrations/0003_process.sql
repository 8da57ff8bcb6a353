-- What the process engine keeps: running clocks, keys of retried calls, and the journal of what was refused or attempted.

-- Clocks that run now. An ended clock is frozen into the event of the step that ended it.
CREATE TABLE process_clock (
  subject_id  uuid        NOT NULL,
  action      text        NOT NULL,
  noun        text        NOT NULL,
  started_at  timestamptz NOT NULL,
  limit_text  text        NOT NULL CHECK (limit_text ~ '^[0-9]{1,4}(WD|D|H|M)$'),
  yellow_at   timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,
  paused_at   timestamptz,
  provisional boolean     NOT NULL,
  -- Stood still and went on: its end cannot be counted from the start again.
  resumed     boolean     NOT NULL DEFAULT false,
  -- The next moment at which something must happen, null when nothing more will; and how far it went.
  next_at     timestamptz,
  moment      text        NOT NULL CHECK (moment IN ('YELLOW', 'DUE', 'ESCALATE', 'OVER')),
  level       integer     NOT NULL DEFAULT 0,
  PRIMARY KEY (subject_id, action)
);
CREATE INDEX process_clock_next ON process_clock (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX process_clock_provisional ON process_clock (noun) WHERE provisional;

CREATE TABLE idempotency_key (
  person_id  uuid        NOT NULL,
  verb       text        NOT NULL,
  key        text        NOT NULL CHECK (char_length(key) BETWEEN 8 AND 200),
  digest     bytea       NOT NULL,
  subject_id uuid        NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (person_id, verb, key)
);
CREATE INDEX idempotency_key_at ON idempotency_key (at);

-- Attempts that changed nothing: refusals, logins that failed. What changed something is an event.
CREATE TABLE journal (
  id         uuid        PRIMARY KEY,
  at         timestamptz NOT NULL,
  kind       text        NOT NULL CHECK (kind IN ('REFUSED', 'LOGIN_FAILED')),
  verb       text        NOT NULL,
  code       text        NOT NULL,
  person_id  uuid,
  post_id    uuid,
  role       text,
  subject_id text,
  request_id text        NOT NULL,
  detail     jsonb       NOT NULL DEFAULT '{}'
);
CREATE INDEX journal_at ON journal (at, id);
CREATE INDEX journal_person ON journal (person_id, at);

-- Serial numbers without gaps inside a day or a year: one row a series, raised under its row lock.
CREATE TABLE serial_number (
  series text   PRIMARY KEY,
  last   bigint NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON process_clock TO gongzhi_app;
GRANT SELECT, INSERT, DELETE ON idempotency_key TO gongzhi_app;
GRANT SELECT, INSERT ON journal TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE ON serial_number TO gongzhi_app;
