-- Joint meetings (联席会议) of an alliance: the case, its agenda, who was entitled, who came, how units voted.

CREATE TABLE joint_meeting (
  id               uuid        PRIMARY KEY,
  state            text        NOT NULL CHECK (state IN ('TOPICS_OPEN','NOTICED','IN_SESSION','MINUTES_DRAFT','COUNTERSIGN','ISSUED','CANCELLED')),
  version          integer     NOT NULL DEFAULT 1,
  entered_at       timestamptz NOT NULL,
  yellow_at        timestamptz,
  due_at           timestamptz,
  created_at       timestamptz NOT NULL,

  alliance_id      uuid        NOT NULL REFERENCES alliance,
  -- The division whose party organisation convenes: that of the alliance.
  convener_code    text        NOT NULL REFERENCES division,
  district_code    text        NOT NULL REFERENCES division,
  street_code      text        NOT NULL REFERENCES division,
  -- Null for the alliance of a street.
  community_code   text        REFERENCES division,

  kind             text        NOT NULL CHECK (kind IN ('REGULAR','SPECIAL')),
  -- 第N次 of its year.
  year             integer     NOT NULL,
  ordinal          integer     NOT NULL CHECK (ordinal >= 1),
  title            text        NOT NULL CHECK (char_length(title) BETWEEN 2 AND 60),
  place            text        NOT NULL CHECK (place <> ''),
  starts_at        timestamptz NOT NULL,
  ends_at          timestamptz NOT NULL,
  quorum_percent   integer     NOT NULL CHECK (quorum_percent BETWEEN 1 AND 100),
  planner_id       uuid        NOT NULL REFERENCES person,
  recorder_id      uuid        REFERENCES person,
  -- Until when topics are taken, the notice must be out, and units answer: worked out of `starts_at` by the working calendar.
  topics_until     timestamptz NOT NULL,
  notice_by        timestamptz NOT NULL,
  reply_by         timestamptz NOT NULL,

  notice_text      text,
  locked_at        timestamptz,
  replies_closed_at timestamptz,
  -- Units of the snapshot: they hear what becomes of it.
  entitled_unit_ids uuid[]     NOT NULL DEFAULT '{}',
  postponed_count  integer     NOT NULL DEFAULT 0,
  chair_id         uuid        REFERENCES person,
  opened_at        timestamptz,
  adjourned_at     timestamptz,
  quorum_reached   boolean,
  -- 列席人员 who are no unit's, in the words of the record.
  observers        text,

  -- What the codes are worked out of by which people sign in.
  check_in_secret  bytea       NOT NULL DEFAULT sha256(gen_random_uuid()::text::bytea),

  -- Minutes.
  head_n           integer     NOT NULL DEFAULT 0 CHECK (head_n >= 0),
  objections_open  integer     NOT NULL DEFAULT 0 CHECK (objections_open >= 0),
  silenced_at      timestamptz,
  minutes_number   text,
  issued_at        timestamptz,

  UNIQUE (alliance_id, year, ordinal),
  CHECK (ends_at > starts_at),
  CHECK (state IN ('TOPICS_OPEN','CANCELLED') OR locked_at IS NOT NULL),
  CHECK (state IN ('TOPICS_OPEN','NOTICED','CANCELLED') OR opened_at IS NOT NULL),
  CHECK (state IN ('TOPICS_OPEN','NOTICED','IN_SESSION','CANCELLED') OR (adjourned_at IS NOT NULL AND quorum_reached IS NOT NULL)),
  CHECK (state <> 'ISSUED' OR (minutes_number IS NOT NULL AND issued_at IS NOT NULL))
);
CREATE INDEX joint_meeting_alliance  ON joint_meeting (alliance_id, starts_at DESC, id DESC);
CREATE INDEX joint_meeting_street    ON joint_meeting (street_code, starts_at DESC, id DESC);
CREATE INDEX joint_meeting_community ON joint_meeting (community_code, starts_at DESC, id DESC) WHERE community_code IS NOT NULL;
CREATE INDEX joint_meeting_district  ON joint_meeting (district_code, starts_at DESC, id DESC);
CREATE INDEX joint_meeting_title     ON joint_meeting USING gin (title gin_trgm_ops);

-- The agenda, and what became of each item.
CREATE TABLE meeting_topic (
  id               uuid        PRIMARY KEY,
  meeting_id       uuid        NOT NULL REFERENCES joint_meeting,
  position         integer     NOT NULL CHECK (position BETWEEN 1 AND 100),
  title            text        NOT NULL CHECK (title <> ''),
  about            text        NOT NULL,
  minutes          integer     NOT NULL CHECK (minutes BETWEEN 1 AND 240),
  source           text        NOT NULL CHECK (source IN ('PROPOSED','CARRIED_RESOLUTION','CARRIED_ORDER','CARRIED_NEED','CARRIED_TOPIC')),
  proposer_id      uuid        REFERENCES person,
  proposer_unit_id uuid        REFERENCES unit,
  order_id         uuid        REFERENCES orders,
  resolution_id    uuid,
  need_id          uuid        REFERENCES need,
  -- An item that an earlier meeting deferred.
  deferred_id      uuid        REFERENCES meeting_topic,
  on_agenda        boolean     NOT NULL DEFAULT true,
  -- Why the convener left it out.
  set_aside        text,
  withdrawn_at     timestamptz,
  created_at       timestamptz NOT NULL,

  outcome          text        CHECK (outcome IN ('INFORM','DISCUSS','RESOLVE','DEFER','REJECT')),
  outcome_text     text,
  votes_for        integer     CHECK (votes_for >= 0),
  votes_against    integer     CHECK (votes_against >= 0),
  votes_abstained  integer     CHECK (votes_abstained >= 0),
  dissent          text,
  recorded_at      timestamptz,
  recorded_by      uuid        REFERENCES person,

  -- Whatever hangs on an item hangs on its meeting too.
  UNIQUE (meeting_id, id),
  -- Nothing is carried over twice.
  UNIQUE (meeting_id, order_id),
  UNIQUE (meeting_id, resolution_id),
  UNIQUE (meeting_id, need_id),
  UNIQUE (meeting_id, deferred_id),
  CHECK ((outcome IS NULL) = (recorded_at IS NULL) AND (outcome IS NULL) = (outcome_text IS NULL) AND (outcome IS NULL) = (recorded_by IS NULL)),
  CHECK (on_agenda OR outcome IS NULL),
  CHECK (NOT (on_agenda AND (withdrawn_at IS NOT NULL OR set_aside IS NOT NULL))),
  CHECK (num_nonnulls(votes_for, votes_against, votes_abstained) IN (0, 3))
);
CREATE INDEX meeting_topic_meeting  ON meeting_topic (meeting_id, position, id);
CREATE INDEX meeting_topic_order    ON meeting_topic (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX meeting_topic_deferred ON meeting_topic (deferred_id) WHERE deferred_id IS NOT NULL;

-- Who was entitled when the notice went out, frozen then; and whoever was asked to sit in without a vote. What each answered, and who came.
CREATE TABLE meeting_attendee (
  meeting_id      uuid        NOT NULL REFERENCES joint_meeting,
  unit_id         uuid        NOT NULL REFERENCES unit,
  entitled        boolean     NOT NULL,
  reply           text        CHECK (reply IN ('ATTEND','LEAVE','SUBSTITUTE')),
  reply_reason    text,
  substitute_name text,
  mandate         text,
  replied_at      timestamptz,
  replied_by      uuid        REFERENCES person,
  -- What was answered for a time that was given up.
  previous_reply  text        CHECK (previous_reply IN ('ATTEND','LEAVE','SUBSTITUTE')),
  checked_in_at   timestamptz,
  checked_in_by   uuid        REFERENCES person,
  -- Who sat there for the unit.
  present_name    text,
  -- Signed in by the recorder, not by themselves.
  signed_for      boolean     NOT NULL DEFAULT false,
  late            boolean     NOT NULL DEFAULT false,

  PRIMARY KEY (meeting_id, unit_id),
  UNIQUE (meeting_id, unit_id, entitled),
  CHECK ((reply IS NULL) = (replied_at IS NULL)),
  CHECK ((reply IS NOT DISTINCT FROM 'SUBSTITUTE') = (substitute_name IS NOT NULL)),
  CHECK ((substitute_name IS NULL) = (mandate IS NULL)),
  CHECK ((checked_in_at IS NULL) = (present_name IS NULL))
);
CREATE INDEX meeting_attendee_unit ON meeting_attendee (unit_id, meeting_id DESC);

-- A unit's vote on an item. Who is not in the snapshot, or sits in without a vote, cannot have one.
CREATE TABLE meeting_vote (
  meeting_id uuid        NOT NULL,
  topic_id   uuid        NOT NULL,
  unit_id    uuid        NOT NULL,
  entitled   boolean     NOT NULL DEFAULT true CHECK (entitled),
  vote       text        NOT NULL CHECK (vote IN ('FOR','AGAINST','ABSTAIN')),
  dissent    text,
  person_id  uuid        NOT NULL REFERENCES person,
  at         timestamptz NOT NULL,
  PRIMARY KEY (topic_id, unit_id),
  FOREIGN KEY (meeting_id, topic_id) REFERENCES meeting_topic (meeting_id, id),
  CONSTRAINT meeting_vote_entitled FOREIGN KEY (meeting_id, unit_id, entitled) REFERENCES meeting_attendee (meeting_id, unit_id, entitled)
);

-- How often an alliance meets: so many regular meetings a year. Without a line: one a quarter.
CREATE TABLE meeting_cadence (
  alliance_id uuid        PRIMARY KEY REFERENCES alliance,
  per_year    integer     NOT NULL CHECK (per_year IN (1, 2, 4, 6, 12)),
  set_at      timestamptz NOT NULL
);

-- The code of a minute, six digits. Shown on the spot only; it holds for the minute it is of and for the next.
CREATE FUNCTION check_in_code(secret bytea, at timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT lpad((((get_byte(h, 0)::bigint << 24) + (get_byte(h, 1) << 16) + (get_byte(h, 2) << 8) + get_byte(h, 3)) % 1000000)::text, 6, '0')
    FROM sha256(secret || convert_to(floor(extract(epoch FROM at) / 60)::bigint::text, 'UTF8')) AS h);

-- Who could come, who did, and how many are needed.
CREATE VIEW meeting_quorum AS
  SELECT m.id AS meeting_id, a.entitled, a.present, a.attending, a.on_leave, a.substituted, a.unanswered,
    CASE WHEN a.entitled = 0 THEN 0 ELSE greatest(1, ceil(a.entitled * m.quorum_percent / 100.0)::integer) END AS needed,
    a.entitled > 0 AND a.present >= greatest(1, ceil(a.entitled * m.quorum_percent / 100.0)::integer) AS reached
  FROM joint_meeting m CROSS JOIN LATERAL (
    SELECT count(*)::integer AS entitled, (count(*) FILTER (WHERE checked_in_at IS NOT NULL))::integer AS present,
      (count(*) FILTER (WHERE reply = 'ATTEND'))::integer AS attending, (count(*) FILTER (WHERE reply = 'LEAVE'))::integer AS on_leave,
      (count(*) FILTER (WHERE reply = 'SUBSTITUTE'))::integer AS substituted, (count(*) FILTER (WHERE reply IS NULL))::integer AS unanswered
    FROM meeting_attendee WHERE meeting_id = m.id AND entitled) a;

-- The last day of the part of a year in which a day lies, the year cut into so many parts.
CREATE FUNCTION period_end(day date, per_year integer) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (make_date(extract(year FROM day)::integer, 1, 1)
    + make_interval(months => ((extract(month FROM day)::integer - 1) / (12 / per_year) + 1) * (12 / per_year)) - interval '1 day')::date;

-- When an alliance met last, and until when the next regular meeting is due: the end of the period after the one in which it met, or,
-- before it ever did, after the one in which its first member joined.
CREATE VIEW alliance_cadence AS
  SELECT a.id AS alliance_id, c.per_year, held.last_held_on, period_end(period_end(coalesce(held.last_held_on, first.joined_on), c.per_year) + 1, c.per_year) AS due_on
  FROM alliance a
  CROSS JOIN LATERAL (SELECT coalesce((SELECT per_year FROM meeting_cadence WHERE alliance_id = a.id), 4) AS per_year) c
  CROSS JOIN LATERAL (SELECT (max(opened_at) AT TIME ZONE 'Asia/Shanghai')::date AS last_held_on FROM joint_meeting
    WHERE alliance_id = a.id AND kind = 'REGULAR' AND adjourned_at IS NOT NULL) held
  CROSS JOIN LATERAL (SELECT (min(lower(term)) AT TIME ZONE 'Asia/Shanghai')::date AS joined_on FROM alliance_member WHERE alliance_id = a.id) first;

GRANT SELECT ON meeting_quorum, alliance_cadence TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE ON joint_meeting, meeting_topic, meeting_attendee, meeting_vote, meeting_cadence TO gongzhi_app;
