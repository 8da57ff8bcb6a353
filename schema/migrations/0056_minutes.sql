-- Minutes of joint meetings (会议纪要). Everything here is written once: the application may add rows and change none.

CREATE TABLE minutes_version (
  id         uuid        NOT NULL UNIQUE DEFAULT uuidv7(),
  meeting_id uuid        NOT NULL REFERENCES joint_meeting,
  n          integer     NOT NULL CHECK (n >= 1),
  -- What whoever wrote it had before them; null for the first draft.
  based_on   integer     CHECK (based_on < n),
  -- The branch whose text was taken up.
  merges     integer     CHECK (merges < n),
  -- Written over an older version than the head: kept beside, until somebody takes it up.
  branch     boolean     NOT NULL,
  -- [{ key, heading, text }]
  sections   jsonb       NOT NULL CHECK (jsonb_typeof(sections) = 'array'),
  -- Null for what the house wrote itself.
  person_id  uuid        REFERENCES person,
  at         timestamptz NOT NULL,
  PRIMARY KEY (meeting_id, n),
  FOREIGN KEY (meeting_id, based_on) REFERENCES minutes_version,
  FOREIGN KEY (meeting_id, merges) REFERENCES minutes_version,
  CHECK ((n = 1) = (based_on IS NULL)),
  CHECK (NOT branch OR merges IS NULL)
);
-- One line of heads: nobody writes over what somebody else has written over the same version.
CREATE UNIQUE INDEX minutes_version_line ON minutes_version (meeting_id, based_on) WHERE NOT branch;

-- A version that was sent for countersigning, and which parts of it will be public.
CREATE TABLE minutes_sending (
  meeting_id  uuid        NOT NULL,
  n           integer     NOT NULL,
  public_keys text[]      NOT NULL,
  person_id   uuid        NOT NULL REFERENCES person,
  at          timestamptz NOT NULL,
  PRIMARY KEY (meeting_id, n),
  FOREIGN KEY (meeting_id, n) REFERENCES minutes_version
);

CREATE TABLE minutes_signature (
  meeting_id uuid        NOT NULL,
  n          integer     NOT NULL,
  unit_id    uuid        NOT NULL REFERENCES unit,
  kind       text        NOT NULL CHECK (kind IN ('SIGNED', 'OBJECTED', 'SILENT')),
  person_id  uuid        REFERENCES person,
  wording    text        CHECK (char_length(wording) BETWEEN 1 AND 2000),
  at         timestamptz NOT NULL,
  PRIMARY KEY (meeting_id, n, unit_id),
  FOREIGN KEY (meeting_id, n) REFERENCES minutes_sending,
  CHECK ((kind = 'SILENT') = (person_id IS NULL)),
  CHECK ((kind = 'OBJECTED') = (wording IS NOT NULL))
);

-- How an objection was settled.
CREATE TABLE minutes_settlement (
  meeting_id uuid        NOT NULL,
  n          integer     NOT NULL,
  unit_id    uuid        NOT NULL,
  how        text        NOT NULL CHECK (char_length(how) BETWEEN 10 AND 2000),
  person_id  uuid        NOT NULL REFERENCES person,
  at         timestamptz NOT NULL,
  PRIMARY KEY (meeting_id, n, unit_id),
  FOREIGN KEY (meeting_id, n, unit_id) REFERENCES minutes_signature
);

CREATE TABLE issued_minutes (
  meeting_id    uuid        PRIMARY KEY REFERENCES joint_meeting,
  n             integer     NOT NULL,
  -- The division whose party organisation convenes.
  convener_code text        NOT NULL REFERENCES division,
  year          integer     NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  seq           integer     NOT NULL CHECK (seq >= 1),
  number        text        NOT NULL,
  -- The whole record in its one spelling, and the hash of these bytes, which also stands in the event of the issue.
  canonical     bytea       NOT NULL,
  digest        bytea       NOT NULL CHECK (digest = sha256(canonical)),
  recipients    text[]      NOT NULL,
  public_keys   text[]      NOT NULL,
  at            timestamptz NOT NULL,
  UNIQUE (convener_code, year, seq),
  CHECK (number = '〔' || year || '〕' || seq || '号'),
  FOREIGN KEY (meeting_id, n) REFERENCES minutes_sending
);

-- Corrections stand beside what was issued.
CREATE TABLE minutes_erratum (
  meeting_id uuid        NOT NULL REFERENCES issued_minutes,
  k          integer     NOT NULL CHECK (k >= 1),
  text       text        NOT NULL CHECK (char_length(text) BETWEEN 2 AND 2000),
  person_id  uuid        NOT NULL REFERENCES person,
  at         timestamptz NOT NULL,
  PRIMARY KEY (meeting_id, k)
);

-- The parts of every version, in their order.
CREATE VIEW minutes_section AS
  SELECT v.meeting_id, v.n, s.place::integer AS place, s.part ->> 'key' AS key, s.part ->> 'heading' AS heading, s.part ->> 'text' AS text
  FROM minutes_version v CROSS JOIN LATERAL jsonb_array_elements(v.sections) WITH ORDINALITY AS s (part, place);

-- What a version changed of the one on which it was based.
CREATE VIEW minutes_change AS
  SELECT v.meeting_id, v.n, s.place::integer AS place, s.part ->> 'key' AS key, s.part ->> 'heading' AS heading,
    b.part ->> 'text' AS before, s.part ->> 'text' AS after
  FROM minutes_version v
  JOIN minutes_version base ON base.meeting_id = v.meeting_id AND base.n = v.based_on
  CROSS JOIN LATERAL jsonb_array_elements(v.sections) WITH ORDINALITY AS s (part, place)
  LEFT JOIN LATERAL (SELECT p.part FROM jsonb_array_elements(base.sections) AS p (part) WHERE p.part ->> 'key' = s.part ->> 'key') b ON true
  WHERE b.part ->> 'text' IS DISTINCT FROM s.part ->> 'text';

-- Branches that nobody has gone on with or taken up.
CREATE VIEW minutes_branch AS
  SELECT v.* FROM minutes_version v
  WHERE v.branch AND NOT EXISTS (SELECT FROM minutes_version o WHERE o.meeting_id = v.meeting_id
    AND (o.merges = v.n OR (o.branch AND o.based_on = v.n)));

-- Versions, and whether somebody still has to merge them.
CREATE VIEW minutes_version_known AS
  SELECT v.*, EXISTS (SELECT FROM minutes_branch b WHERE b.meeting_id = v.meeting_id AND b.n = v.n) AS open FROM minutes_version v;

-- What is shown of an issue beside its text.
CREATE VIEW issued_minutes_shown AS
  SELECT meeting_id, n, year, seq, number, encode(digest, 'hex') AS digest, at FROM issued_minutes;

-- The text that was issued, and which parts of it are public.
CREATE VIEW minutes_published AS
  SELECT i.meeting_id, s.place, s.key, s.heading, s.text, s.key = ANY (i.public_keys) AS public
  FROM issued_minutes i JOIN minutes_section s ON s.meeting_id = i.meeting_id AND s.n = i.n;

-- Signatures, and how an objection was settled.
CREATE VIEW minutes_countersigning AS
  SELECT s.meeting_id, s.n, s.unit_id, s.kind, s.person_id, s.wording, s.at, t.how AS settled_how, t.at AS settled_at, t.person_id AS settler_id
  FROM minutes_signature s LEFT JOIN minutes_settlement t USING (meeting_id, n, unit_id);

GRANT SELECT, INSERT ON minutes_version, minutes_sending, minutes_signature, minutes_settlement, issued_minutes, minutes_erratum TO gongzhi_app;
GRANT SELECT ON minutes_section, minutes_change, minutes_branch, minutes_version_known, minutes_countersigning, issued_minutes_shown,
  minutes_published TO gongzhi_app;
