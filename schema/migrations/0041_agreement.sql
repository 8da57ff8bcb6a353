-- Agreements (共驻共建协议) by which units join an alliance, and the memberships that follow from them.

CREATE TABLE agreement (
  id                  uuid        PRIMARY KEY,
  state               text        NOT NULL CHECK (state IN ('DRAFT','NEGOTIATING','TO_SIGN','ONE_SIGNED','SIGNED','ACTIVE','EXPIRING','TERMINATING',
                                    'EXPIRED','TERMINATED','WITHDRAWN')),
  held_state          text,
  version             integer     NOT NULL DEFAULT 1,
  entered_at          timestamptz NOT NULL,
  yellow_at           timestamptz,
  due_at              timestamptz,

  alliance_id         uuid        NOT NULL REFERENCES alliance,
  unit_id             uuid        NOT NULL REFERENCES unit,
  -- Of the alliance: the community is null for a street's.
  district_code       text        NOT NULL REFERENCES division,
  street_code         text        NOT NULL REFERENCES division,
  community_code      text        REFERENCES division,

  title               text        NOT NULL CHECK (char_length(title) BETWEEN 2 AND 60),
  template            text,
  -- The last day belongs to it: it runs until 24:00 in Asia/Shanghai.
  starts_on           date        NOT NULL,
  ends_on             date        NOT NULL,
  -- As the text stands: on the table, or in force. [{"title", "text"}]
  clauses             jsonb       NOT NULL CHECK (jsonb_typeof(clauses) = 'array'),
  drafter_id          uuid        REFERENCES person,
  alliance_liaison_id uuid        REFERENCES person,
  unit_liaison_id     uuid        REFERENCES person,

  -- The last version that one side put before the other. 0: not sent yet.
  version_no          integer     NOT NULL DEFAULT 0 CHECK (version_no >= 0),
  -- Whose answer is awaited at the table.
  turn_side           text        CHECK (turn_side IN ('ALLIANCE','UNIT')),
  -- Papers that were laid out to be signed; of the last one, which side has signed while the other has not.
  revision            integer     NOT NULL DEFAULT 0 CHECK (revision >= 0),
  signed_side         text        CHECK (signed_side IN ('ALLIANCE','UNIT')),
  -- The version to which both have set their names.
  in_force_no         integer,
  amendment_no        integer,
  amendment_side      text        CHECK (amendment_side IN ('ALLIANCE','UNIT')),
  renewal_ends_on     date,
  renewal_side        text        CHECK (renewal_side IN ('ALLIANCE','UNIT')),
  review_count        integer     NOT NULL DEFAULT 0,
  reviewed_at         timestamptz,
  warned_at           timestamptz,
  notice_side         text        CHECK (notice_side IN ('ALLIANCE','UNIT')),
  notice_ends_at      timestamptz,
  created_at          timestamptz NOT NULL,
  active_at           timestamptz,
  ended_at            timestamptz,

  -- For the foreign key of memberships.
  UNIQUE (id, alliance_id, unit_id),
  CHECK (ends_on > starts_on),
  CHECK (community_code IS NULL OR community_code LIKE left(street_code, 9) || '%'),
  CHECK ((amendment_no IS NULL) = (amendment_side IS NULL)),
  CHECK ((renewal_ends_on IS NULL) = (renewal_side IS NULL)),
  CHECK (renewal_ends_on > ends_on)
);
-- A unit has one agreement with an alliance at a time: who is first has it.
CREATE UNIQUE INDEX agreement_live ON agreement (alliance_id, unit_id) WHERE state NOT IN ('EXPIRED','TERMINATED','WITHDRAWN');
CREATE INDEX agreement_alliance  ON agreement (alliance_id, id DESC);
CREATE INDEX agreement_unit      ON agreement (unit_id, id DESC);
CREATE INDEX agreement_street    ON agreement (street_code, id DESC);
CREATE INDEX agreement_community ON agreement (community_code, id DESC) WHERE community_code IS NOT NULL;
CREATE INDEX agreement_district  ON agreement (district_code, id DESC);
CREATE INDEX agreement_ends      ON agreement (ends_on, id);

-- What one side put before the other, and clause by clause what was different from the version before:
-- [{"kind", "title", "before", "after", "words": [{"kind", "text"}]}]
CREATE TABLE agreement_version (
  agreement_id uuid        NOT NULL REFERENCES agreement,
  n            integer     NOT NULL CHECK (n >= 1),
  starts_on    date        NOT NULL,
  ends_on      date        NOT NULL,
  clauses      jsonb       NOT NULL CHECK (jsonb_typeof(clauses) = 'array'),
  changes      jsonb       NOT NULL CHECK (jsonb_typeof(changes) = 'array'),
  by_side      text        NOT NULL CHECK (by_side IN ('ALLIANCE','UNIT')),
  -- Null where the agreement was taken over from paper.
  person_id    uuid        REFERENCES person,
  note         text,
  at           timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, n)
);

-- One signature a paper and side, and nobody signs for both.
CREATE TABLE agreement_signature (
  agreement_id uuid        NOT NULL REFERENCES agreement,
  revision     integer     NOT NULL,
  side         text        NOT NULL CHECK (side IN ('ALLIANCE','UNIT')),
  -- What was signed: the agreement, a change of its text, a longer term.
  paper        text        NOT NULL CHECK (paper IN ('AGREEMENT','AMENDMENT','RENEWAL')),
  version_n    integer     NOT NULL,
  starts_on    date        NOT NULL,
  ends_on      date        NOT NULL,
  person_id    uuid        NOT NULL REFERENCES person,
  post_label   text        NOT NULL CHECK (post_label <> ''),
  at           timestamptz NOT NULL,
  -- The scanned page.
  file_id      uuid        REFERENCES file,
  PRIMARY KEY (agreement_id, revision, side),
  UNIQUE (agreement_id, revision, person_id),
  FOREIGN KEY (agreement_id, version_n) REFERENCES agreement_version (agreement_id, n)
);

-- 履约自述: what a side promised and did since the last review. [{"promised", "done"}]
CREATE TABLE agreement_statement (
  agreement_id uuid        NOT NULL REFERENCES agreement,
  round        integer     NOT NULL CHECK (round >= 1),
  side         text        NOT NULL CHECK (side IN ('ALLIANCE','UNIT')),
  items        jsonb       NOT NULL CHECK (jsonb_typeof(items) = 'array'),
  remark       text,
  person_id    uuid        NOT NULL REFERENCES person,
  at           timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, round, side)
);

CREATE TABLE agreement_review (
  agreement_id uuid        NOT NULL REFERENCES agreement,
  round        integer     NOT NULL CHECK (round >= 1),
  verdict      text        NOT NULL CHECK (verdict IN ('FULFILLED','WARNED')),
  remark       text,
  person_id    uuid        NOT NULL REFERENCES person,
  at           timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, round)
);

-- A unit belongs to an alliance exactly while an agreement of the two runs.
CREATE TABLE alliance_member (
  alliance_id  uuid NOT NULL REFERENCES alliance,
  unit_id      uuid NOT NULL REFERENCES unit,
  -- From the moment at which the agreement takes effect (included) to its end (excluded).
  term         tstzrange NOT NULL CHECK (NOT lower_inf(term) AND lower_inc(term) AND NOT upper_inc(term)),
  agreement_id uuid NOT NULL UNIQUE,
  PRIMARY KEY (alliance_id, unit_id, term WITHOUT OVERLAPS),
  FOREIGN KEY (agreement_id, alliance_id, unit_id) REFERENCES agreement (id, alliance_id, unit_id)
);
CREATE INDEX alliance_member_unit ON alliance_member (unit_id);
CREATE INDEX alliance_member_alliance ON alliance_member (alliance_id);

-- Members as they are listed: in the order of their names.
CREATE VIEW alliance_membership AS
  SELECT m.alliance_id, m.unit_id, m.agreement_id, u.name AS unit_name, m.term, lower(m.term) AS since, upper(m.term) AS until
  FROM alliance_member m JOIN unit u ON u.id = m.unit_id;

GRANT SELECT, INSERT, UPDATE ON agreement TO gongzhi_app;
GRANT SELECT, INSERT ON agreement_version, agreement_signature, agreement_statement, agreement_review TO gongzhi_app;
GRANT SELECT ON alliance_membership TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE (term) ON alliance_member TO gongzhi_app;
