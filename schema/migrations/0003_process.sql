-- What the process engine keeps: running clocks, keys of retried calls, the journal of what was refused or attempted, and upon what
-- things were closed off.

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

-- Upon what something was closed off (销号): one row a round, whatever process it runs through. The table itself refuses what the guard
-- refuses; constraints are called like the reasons of the guard.
CREATE TABLE closing (
  noun              text        NOT NULL,
  subject_id        uuid        NOT NULL,
  round             integer     NOT NULL CHECK (round >= 1),
  serial            text        NOT NULL,
  result            text        NOT NULL,
  -- [{ fileId, sha256 } | { text, sha256 }]
  evidence          jsonb       NOT NULL,
  executor_id       uuid        NOT NULL,
  executor_unit_ids uuid[]      NOT NULL,
  checker_id        uuid        NOT NULL,
  -- Units in which the checker held a post when the result was checked.
  checker_unit_ids  uuid[]      NOT NULL,
  voice             text        NOT NULL CHECK (voice IN ('HEARD', 'WINDOW_PASSED', 'NOBODY_CONCERNED')),
  notice_given      boolean     NOT NULL,
  no_notice_reason  text,
  -- Null: by the clock.
  closed_by         uuid,
  at                timestamptz NOT NULL,
  PRIMARY KEY (subject_id, round),
  CONSTRAINT closing_no_result CHECK (btrim(result) <> ''),
  CONSTRAINT closing_no_evidence CHECK (jsonb_typeof(evidence) = 'array' AND evidence <> '[]'
    AND NOT jsonb_path_exists(evidence, '$[*] ? (!(@.sha256 like_regex "^[0-9a-f]{64}$"))')
    AND NOT jsonb_path_exists(evidence, '$[*] ? (!(exists (@.fileId) || exists (@.text)))')),
  CONSTRAINT closing_no_executor CHECK (executor_unit_ids <> '{}'),
  CONSTRAINT closing_checker_is_executor CHECK (checker_id <> executor_id),
  CONSTRAINT closing_checker_of_unit CHECK (NOT checker_unit_ids && executor_unit_ids),
  CONSTRAINT closing_no_notice CHECK (notice_given OR char_length(btrim(coalesce(no_notice_reason, ''))) >= 10),
  -- One number stands for one thing, and one thing has one number, however often it comes back.
  CONSTRAINT closing_serial_of_one EXCLUDE USING gist (serial WITH =, subject_id WITH <>),
  CONSTRAINT closing_one_serial EXCLUDE USING gist (subject_id WITH =, serial WITH <>)
);

GRANT SELECT, INSERT ON closing TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON process_clock TO gongzhi_app;
GRANT SELECT, INSERT, DELETE ON idempotency_key TO gongzhi_app;
GRANT SELECT, INSERT ON journal TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE ON serial_number TO gongzhi_app;
