-- What is wanted (需求清单), how it was matched with what units offer, and what is done about it (项目清单).

CREATE TABLE need (
  id              uuid        PRIMARY KEY,
  state           text        NOT NULL CHECK (state IN ('COLLECTED', 'PUBLISHED', 'MATCHED', 'UNMET', 'FULFILLED', 'WITHDRAWN')),
  version         integer     NOT NULL DEFAULT 1,
  entered_at      timestamptz NOT NULL,
  yellow_at       timestamptz,
  due_at          timestamptz,

  owner_kind      text        NOT NULL CHECK (owner_kind IN ('RESIDENTS', 'COMMUNITY', 'UNIT')),
  -- Whose need it is, where it is that of a unit.
  unit_id         uuid        REFERENCES unit,
  source          text        NOT NULL CHECK (source IN ('HOME_VISIT', 'FORM', 'DELIBERATION', 'ORDERS')),
  category_code   text        NOT NULL REFERENCES service_category,
  kind            text        NOT NULL CHECK (kind IN ('VENUE', 'SKILL', 'PEOPLE', 'GOODS', 'FUNDS_IN_KIND', 'SERVICE')),
  title           text        NOT NULL CHECK (char_length(title) BETWEEN 2 AND 60),
  about           text        NOT NULL CHECK (char_length(about) BETWEEN 1 AND 1000),
  amount          integer     NOT NULL CHECK (amount BETWEEN 1 AND 10000),
  measure         text        NOT NULL CHECK (measure <> ''),
  urgency         text        NOT NULL CHECK (urgency IN ('NORMAL', 'SOON', 'URGENT')),
  wanted_from     timestamptz,
  wanted_until    timestamptz,
  privacy         text        NOT NULL CHECK (privacy IN ('PUBLIC', 'ALLIANCE', 'INSIDERS')),

  -- Whose it is: of a street or town, or of one community of it.
  district_code   text        NOT NULL REFERENCES division,
  street_code     text        NOT NULL REFERENCES division,
  community_code  text        REFERENCES division,
  division_code   text        NOT NULL GENERATED ALWAYS AS (coalesce(community_code, street_code)) STORED,
  search          text        NOT NULL,

  collector_id    uuid        NOT NULL REFERENCES person,
  reviewer_id     uuid        REFERENCES person,
  -- What is wrong with it, until it has been mended.
  sent_back_at    timestamptz,
  -- Who gives what is wanted, and until when: while it is matched.
  giver_unit_id   uuid        REFERENCES unit,
  matched_until   timestamptz,
  result          text,
  published_at    timestamptz,
  fulfilled_at    timestamptz,
  created_at      timestamptz NOT NULL,

  CHECK ((owner_kind = 'UNIT') = (unit_id IS NOT NULL)),
  CHECK ((wanted_from IS NULL) = (wanted_until IS NULL) AND wanted_from < wanted_until AND wanted_until <= wanted_from + interval '30 days'),
  CHECK (state NOT IN ('PUBLISHED', 'MATCHED', 'UNMET', 'FULFILLED') OR (published_at IS NOT NULL AND reviewer_id IS NOT NULL)),
  CHECK (state <> 'MATCHED' OR giver_unit_id IS NOT NULL),
  CHECK (state <> 'FULFILLED' OR (result IS NOT NULL AND fulfilled_at IS NOT NULL))
);
CREATE INDEX need_street ON need (street_code, id DESC);
CREATE INDEX need_community ON need (community_code, id DESC) WHERE community_code IS NOT NULL;
CREATE INDEX need_district ON need (district_code, id DESC);
CREATE INDEX need_unit ON need (unit_id, id DESC) WHERE unit_id IS NOT NULL;
CREATE INDEX need_giver ON need (giver_unit_id, id DESC) WHERE giver_unit_id IS NOT NULL;
CREATE INDEX need_collector ON need (collector_id, id DESC);
CREATE INDEX need_due ON need (street_code, (coalesce(due_at, 'infinity')), id);
CREATE INDEX need_search ON need USING gin (search gin_trgm_ops);

CREATE TABLE project (
  id              uuid        PRIMARY KEY,
  state           text        NOT NULL CHECK (state IN ('PROPOSED', 'AGREED', 'CLAIMED', 'EXECUTING', 'PAUSED', 'DELIVERED', 'APPRAISED',
                                'CLEARED', 'ABORTED')),
  version         integer     NOT NULL DEFAULT 1,
  round           integer     NOT NULL DEFAULT 1 CHECK (round >= 1),
  entered_at      timestamptz NOT NULL,
  yellow_at       timestamptz,
  due_at          timestamptz,

  title           text        NOT NULL CHECK (char_length(title) BETWEEN 2 AND 60),
  goal            text        NOT NULL CHECK (char_length(goal) BETWEEN 1 AND 1000),
  measures        text        NOT NULL CHECK (char_length(measures) BETWEEN 1 AND 2000),
  -- The last day of the work.
  due_on          date        NOT NULL,
  beneficiaries   integer     NOT NULL CHECK (beneficiaries BETWEEN 1 AND 1000000),

  district_code   text        NOT NULL REFERENCES division,
  street_code     text        NOT NULL REFERENCES division,
  community_code  text        REFERENCES division,
  division_code   text        NOT NULL GENERATED ALWAYS AS (coalesce(community_code, street_code)) STORED,
  search          text        NOT NULL,

  proposer_id     uuid        NOT NULL REFERENCES person,
  proposer_unit_id uuid       REFERENCES unit,
  -- The resolution of a joint meeting from which it came.
  resolution_id   uuid,
  unit_id         uuid        REFERENCES unit,
  -- Who answers for it in the unit.
  responsible_id  uuid        REFERENCES person,
  claimed_at      timestamptz,
  paused_until    date,
  extend_count    integer     NOT NULL DEFAULT 0,
  rework_count    integer     NOT NULL DEFAULT 0,
  result          text,
  served          integer     CHECK (served BETWEEN 0 AND 1000000),
  -- Who reported it done in this round, and who found it good, with the units in which they held posts then.
  executor_id     uuid        REFERENCES person,
  checker_id      uuid        REFERENCES person,
  checker_unit_ids uuid[]     NOT NULL DEFAULT '{}',
  delivered_at    timestamptz,
  appraised_at    timestamptz,
  serial          text        UNIQUE,
  cleared_at      timestamptz,
  created_at      timestamptz NOT NULL,

  CHECK (state NOT IN ('CLAIMED', 'EXECUTING', 'PAUSED', 'DELIVERED', 'APPRAISED', 'CLEARED') OR (unit_id IS NOT NULL AND responsible_id IS NOT NULL)),
  CHECK (state NOT IN ('DELIVERED', 'APPRAISED', 'CLEARED') OR (result IS NOT NULL AND executor_id IS NOT NULL)),
  CHECK (state NOT IN ('APPRAISED', 'CLEARED') OR checker_id IS NOT NULL),
  CHECK (state <> 'CLEARED' OR (serial IS NOT NULL AND cleared_at IS NOT NULL)),
  CHECK (state <> 'PAUSED' OR paused_until IS NOT NULL)
);
CREATE INDEX project_street ON project (street_code, id DESC);
CREATE INDEX project_community ON project (community_code, id DESC) WHERE community_code IS NOT NULL;
CREATE INDEX project_district ON project (district_code, id DESC);
CREATE INDEX project_unit ON project (unit_id, id DESC) WHERE unit_id IS NOT NULL;
CREATE INDEX project_proposer_unit ON project (proposer_unit_id, id DESC) WHERE proposer_unit_id IS NOT NULL;
CREATE INDEX project_due ON project (street_code, (coalesce(due_at, 'infinity')), id);
CREATE INDEX project_search ON project USING gin (search gin_trgm_ops);

-- What of the lists a project brings together.
CREATE TABLE project_need (
  project_id uuid NOT NULL REFERENCES project,
  need_id    uuid NOT NULL REFERENCES need,
  PRIMARY KEY (project_id, need_id)
);
CREATE INDEX project_need_need ON project_need (need_id);

CREATE TABLE project_offer (
  project_id uuid NOT NULL REFERENCES project,
  offer_id   uuid NOT NULL REFERENCES resource_offer,
  PRIMARY KEY (project_id, offer_id)
);
CREATE INDEX project_offer_offer ON project_offer (offer_id);

-- The steps of its plan.
CREATE TABLE project_milestone (
  id         uuid        PRIMARY KEY,
  project_id uuid        NOT NULL REFERENCES project,
  title      text        NOT NULL CHECK (char_length(title) BETWEEN 2 AND 60),
  due_on     date        NOT NULL,
  done_on    date,
  note       text,
  CONSTRAINT project_milestone_once UNIQUE (project_id, title)
);
CREATE INDEX project_milestone_project ON project_milestone (project_id, due_on, id);

-- One live claim a project: the index is the proof, whoever inserts first has it.
CREATE TABLE project_claim (
  id          uuid        PRIMARY KEY,
  project_id  uuid        NOT NULL REFERENCES project,
  unit_id     uuid        NOT NULL REFERENCES unit,
  person_id   uuid        NOT NULL REFERENCES person,
  round       integer     NOT NULL,
  claimed_at  timestamptz NOT NULL,
  released_at timestamptz
);
CREATE UNIQUE INDEX project_claim_live ON project_claim (project_id) WHERE released_at IS NULL;
CREATE INDEX project_claim_unit ON project_claim (unit_id, claimed_at);

-- What those for whom it was done say of it (群众评议), one word of everybody and round.
CREATE TABLE project_voice (
  project_id uuid        NOT NULL REFERENCES project,
  round      integer     NOT NULL,
  person_id  uuid        NOT NULL REFERENCES person,
  satisfied  boolean     NOT NULL,
  -- How many were asked and how many of them were satisfied, where a community took down what was said.
  asked      integer     NOT NULL CHECK (asked BETWEEN 1 AND 100000),
  pleased    integer     NOT NULL CHECK (pleased BETWEEN 0 AND asked),
  relayed    boolean     NOT NULL,
  text       text,
  at         timestamptz NOT NULL,
  CONSTRAINT project_voice_once PRIMARY KEY (project_id, round, person_id, relayed)
);

-- What was found for a need and accepted: a booking of an offer, an order, or a project. One at a time.
CREATE TABLE need_match (
  id         uuid        PRIMARY KEY,
  need_id    uuid        NOT NULL REFERENCES need,
  unit_id    uuid        NOT NULL REFERENCES unit,
  offer_id   uuid        REFERENCES resource_offer,
  booking_id uuid        REFERENCES booking,
  order_id   uuid        REFERENCES orders,
  project_id uuid        REFERENCES project,
  -- How well the offer fitted when it was taken: [{ fit, points }].
  score      integer     CHECK (score BETWEEN 0 AND 100),
  facts      jsonb       NOT NULL DEFAULT '[]',
  person_id  uuid        REFERENCES person,
  at         timestamptz NOT NULL,
  ended_at   timestamptz,
  CHECK (num_nonnulls(booking_id, order_id, project_id) = 1),
  CHECK (project_id IS NOT NULL OR offer_id IS NOT NULL)
);
CREATE UNIQUE INDEX need_match_live ON need_match (need_id) WHERE ended_at IS NULL;
CREATE INDEX need_match_need ON need_match (need_id, at);
CREATE INDEX need_match_booking ON need_match (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX need_match_order ON need_match (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX need_match_project ON need_match (project_id) WHERE project_id IS NOT NULL;

-- Offers that could answer a need, and how well: kind 30, category 20, area 20, time 20, what the unit has kept so far 10.
CREATE VIEW need_candidate AS
  SELECT n.id AS need_id, o.id AS offer_id, o.unit_id, o.state, o.district_code, o.street_code, o.community_code,
    f.kind_points + f.category_points + f.area_points + f.time_points + f.record_points AS score,
    jsonb_build_array(
      jsonb_build_object('fit', CASE WHEN f.kind_points > 0 THEN 'KIND' ELSE 'OTHER_KIND' END, 'points', f.kind_points),
      jsonb_build_object('fit', CASE f.category_points WHEN 20 THEN 'CATEGORY' WHEN 10 THEN 'ANY_CATEGORY' ELSE 'OTHER_CATEGORY' END, 'points', f.category_points),
      jsonb_build_object('fit', f.area, 'points', f.area_points),
      jsonb_build_object('fit', f.time, 'points', f.time_points),
      jsonb_build_object('fit', CASE WHEN f.ended = 0 THEN 'NO_RECORD' WHEN f.record_points >= 8 THEN 'KEEPS' WHEN f.record_points >= 5 THEN 'KEEPS_MOSTLY' ELSE 'KEEPS_SELDOM' END,
        'points', f.record_points)) AS facts
  FROM need n
  JOIN resource_offer_standing o ON o.state = 'AVAILABLE' AND o.street_code = n.street_code AND (o.kind = n.kind OR o.category_code = n.category_code)
    AND (o.community_code IS NULL OR n.community_code IS NULL OR o.community_code = n.community_code) AND o.unit_id IS DISTINCT FROM n.unit_id
  CROSS JOIN LATERAL (SELECT
      CASE WHEN o.kind = n.kind THEN 30 ELSE 0 END AS kind_points,
      CASE WHEN o.category_code = n.category_code THEN 20 WHEN o.category_code IS NULL THEN 10 ELSE 0 END AS category_points,
      CASE WHEN o.community_code IS NOT DISTINCT FROM n.community_code THEN CASE WHEN n.community_code IS NULL THEN 'SAME_STREET' ELSE 'SAME_COMMUNITY' END
        WHEN n.community_code IS NULL THEN 'PART_OF_STREET' ELSE 'WHOLE_STREET' END AS area,
      CASE WHEN n.wanted_from IS NULL THEN 'ANY_TIME'
        WHEN offer_free_parts(o.id, o.parts, tstzrange(n.wanted_from, n.wanted_until)) < 1 THEN 'TAKEN'
        WHEN offer_is_open(o.id, o.loaned, n.wanted_from, n.wanted_until) THEN 'FREE' ELSE 'CLOSED_THEN' END AS "time",
      o.ended_count AS ended, o.kept_count AS kept) AS t
  CROSS JOIN LATERAL (SELECT t.*,
      CASE t.area WHEN 'SAME_COMMUNITY' THEN 20 WHEN 'SAME_STREET' THEN 20 WHEN 'WHOLE_STREET' THEN 14 ELSE 8 END AS area_points,
      CASE t."time" WHEN 'FREE' THEN 20 WHEN 'ANY_TIME' THEN 12 WHEN 'CLOSED_THEN' THEN 6 ELSE 0 END AS time_points,
      CASE WHEN t.ended = 0 THEN 5 ELSE round(10.0 * t.kept / t.ended)::integer END AS record_points) AS f;

GRANT SELECT ON need_candidate TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE ON need, project, project_claim TO gongzhi_app;
GRANT SELECT, INSERT ON project_voice TO gongzhi_app;
GRANT SELECT, INSERT, DELETE ON project_need, project_offer, project_milestone TO gongzhi_app;
GRANT UPDATE (done_on, note) ON project_milestone TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE (ended_at) ON need_match TO gongzhi_app;
