-- Orders (群众点单): the case, who may claim it, who did, how it was rated, who follows it.

CREATE TABLE orders (
  id              uuid        PRIMARY KEY,
  number          text        UNIQUE,
  state           text        NOT NULL CHECK (state IN ('DRAFT','SUBMITTED','NEED_INFO','OPEN','CLAIMED','IN_PROGRESS','RELEASE_PENDING',
                                'SUSPEND_PENDING','SUSPENDED','DONE_PENDING_CHECK','AWAITING_RATING','DISPUTED','CLEARED','WITHDRAWN',
                                'REJECTED','MERGED','REFERRED')),
  held_state      text,
  version         integer     NOT NULL DEFAULT 1,
  round           integer     NOT NULL DEFAULT 1 CHECK (round >= 1),
  entered_at      timestamptz NOT NULL,
  yellow_at       timestamptz,
  due_at          timestamptz,

  category_code   text        NOT NULL REFERENCES service_category,
  title           text        NOT NULL CHECK (char_length(title) BETWEEN 2 AND 60),
  content         text        NOT NULL CHECK (char_length(content) BETWEEN 1 AND 2000),
  estate          text,
  district_code   text        NOT NULL REFERENCES division,
  street_code     text        NOT NULL REFERENCES division,
  community_code  text        NOT NULL REFERENCES division,
  grid_code       text        REFERENCES division,
  search          text        NOT NULL,

  orderer_id      uuid        REFERENCES person,
  enterer_id      uuid        NOT NULL REFERENCES person,
  on_behalf       boolean     NOT NULL,
  channel         text        NOT NULL CHECK (channel IN ('ONLINE','HALL','GRID_VISIT','PHONE','MEETING')),
  wish_at         timestamptz,
  publish_consent boolean     NOT NULL,
  contact_consent boolean     NOT NULL,
  contact_sealed  bytea       NOT NULL,
  contact_name    text        NOT NULL,
  contact_phone   text        NOT NULL,
  contact_address text        NOT NULL,

  urgency         text        NOT NULL DEFAULT 'NORMAL' CHECK (urgency IN ('NORMAL','URGENT','COMPLEX')),
  need_kind       text        CHECK (need_kind IN ('SERVICE','REPAIR','GOODS','COORDINATION','ADVICE')),
  audience        text        CHECK (audience IN ('ALL','CAPABLE','CHOSEN')),
  finish_limit    text,
  finish_by       timestamptz,
  reviewer_id     uuid        REFERENCES person,
  question        text,
  appealed        boolean     NOT NULL DEFAULT false,
  master_id       uuid        REFERENCES orders,
  -- Residents whose orders go on within this one: they hear what becomes of it.
  merged_orderer_ids uuid[]   NOT NULL DEFAULT '{}',
  -- Who follows it: they hear what becomes of it.
  follower_ids    uuid[]      NOT NULL DEFAULT '{}',
  referral        text        CHECK (referral IN ('WHISTLE','LEDGER','HOTLINE')),

  unit_id         uuid        REFERENCES unit,
  planned_start   timestamptz,
  planned_finish  timestamptz,
  result          text,
  -- Who reported it done; who passed the check, and in which units they held a post at that moment; whether the result is shown.
  executor_id     uuid        REFERENCES person,
  checker_id      uuid        REFERENCES person,
  checker_unit_ids uuid[]     NOT NULL DEFAULT '{}',
  public_notice   boolean     NOT NULL DEFAULT false,
  not_public_reason text,
  unclaimed_at    timestamptz,
  proposed_at     timestamptz,
  -- Units that were asked to take part and did not decline: they hear what becomes of it.
  share_unit_ids  uuid[]      NOT NULL DEFAULT '{}',
  shares_open     integer     NOT NULL DEFAULT 0 CHECK (shares_open >= 0),
  release_count   integer     NOT NULL DEFAULT 0,
  extend_count    integer     NOT NULL DEFAULT 0,
  extend_to       timestamptz,
  finish_minutes  integer,
  rework_count    integer     NOT NULL DEFAULT 0,
  suspended_until timestamptz,
  supervised_at   timestamptz,

  serial          text        UNIQUE,
  closing         text        CHECK (closing IN ('RATED','UNRATED','DISPUTE_CLOSED')),
  evaluated_round integer     NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL,
  submitted_at    timestamptz,
  cleared_at      timestamptz,
  call_back       boolean     NOT NULL DEFAULT false,

  CHECK (state = 'DRAFT' OR number IS NOT NULL OR state = 'WITHDRAWN'),
  CHECK (state NOT IN ('CLAIMED','IN_PROGRESS','RELEASE_PENDING','SUSPEND_PENDING','SUSPENDED','DONE_PENDING_CHECK') OR unit_id IS NOT NULL),
  CHECK (state <> 'CLEARED' OR (serial IS NOT NULL AND closing IS NOT NULL)),
  CHECK (state <> 'MERGED' OR master_id IS NOT NULL),
  CHECK (master_id IS NULL OR master_id <> id)
);
CREATE INDEX orders_street    ON orders (street_code, id DESC);
-- Counts by state are read from this index alone: what has no number was never sent.
CREATE INDEX orders_street_state ON orders (street_code, state, id DESC) WHERE number IS NOT NULL;
CREATE INDEX orders_community ON orders (community_code, id DESC);
CREATE INDEX orders_district  ON orders (district_code, id DESC);
CREATE INDEX orders_grid      ON orders (grid_code, id DESC) WHERE grid_code IS NOT NULL;
CREATE INDEX orders_unit      ON orders (unit_id, id DESC) WHERE unit_id IS NOT NULL;
CREATE INDEX orders_orderer   ON orders (orderer_id, id DESC);
CREATE INDEX orders_enterer   ON orders (enterer_id, id DESC);
CREATE INDEX orders_master    ON orders (master_id) WHERE master_id IS NOT NULL;
CREATE INDEX orders_followers ON orders USING gin (follower_ids) WHERE follower_ids <> '{}';
CREATE INDEX orders_due       ON orders (street_code, (coalesce(due_at, 'infinity')), id);
CREATE INDEX orders_desk      ON orders (street_code, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX orders_duplicate ON orders (community_code, category_code, submitted_at);
CREATE INDEX orders_search    ON orders USING gin (search gin_trgm_ops, number gin_trgm_ops);
-- Figures are read from this index alone: rows are wide, and a district asks for all of them.
CREATE INDEX orders_figures   ON orders (street_code, submitted_at) INCLUDE (id, round, state, unit_id, district_code, community_code,
  category_code, yellow_at, due_at) WHERE number IS NOT NULL;

-- Orders that a unit reported done after its time had run out: what the clock showed then is frozen into the event.
CREATE VIEW order_finished_late AS
  SELECT subject_id AS order_id, unit_id FROM event WHERE noun = 'order' AND action = 'finish' AND clocks @> '[{"action": "finish", "light": "RED"}]';
CREATE INDEX event_order_late ON event (subject_id, unit_id)
  WHERE noun = 'order' AND action = 'finish' AND clocks @> '[{"action": "finish", "light": "RED"}]';

-- To whom an order was offered, frozen when it was offered; and when each unit got it and looked at it.
CREATE TABLE order_audience (
  order_id     uuid        NOT NULL REFERENCES orders,
  unit_id      uuid        NOT NULL REFERENCES unit,
  round        integer     NOT NULL,
  offered_at   timestamptz NOT NULL,
  delivered_at timestamptz,
  PRIMARY KEY (order_id, unit_id)
);
CREATE INDEX order_audience_unit ON order_audience (unit_id, order_id DESC);

-- One live claim an order: the index is the proof, whoever inserts first has it.
CREATE TABLE order_claim (
  id          uuid        PRIMARY KEY,
  order_id    uuid        NOT NULL REFERENCES orders,
  unit_id     uuid        NOT NULL REFERENCES unit,
  person_id   uuid        NOT NULL REFERENCES person,
  round       integer     NOT NULL,
  assigned    boolean     NOT NULL,
  claimed_at  timestamptz NOT NULL,
  released_at timestamptz,
  at_fault    boolean
);
CREATE UNIQUE INDEX order_claim_live ON order_claim (order_id) WHERE released_at IS NULL;
CREATE INDEX order_claim_order ON order_claim (order_id, claimed_at);
CREATE INDEX order_claim_unit ON order_claim (unit_id, claimed_at);

CREATE TABLE order_share (
  order_id    uuid        NOT NULL REFERENCES orders,
  unit_id     uuid        NOT NULL REFERENCES unit,
  part        text        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('INVITED','ACCEPTED','DECLINED','ENDED')),
  invited_at  timestamptz NOT NULL,
  answered_at timestamptz,
  PRIMARY KEY (order_id, unit_id)
);
CREATE INDEX order_share_unit ON order_share (unit_id, order_id DESC);

CREATE TABLE order_rating (
  order_id   uuid        NOT NULL REFERENCES orders,
  round      integer     NOT NULL,
  -- Whose word it is: the orderer of the order itself or of one merged into it.
  voice_id   uuid        NOT NULL REFERENCES orders,
  person_id  uuid        NOT NULL REFERENCES person,
  -- Passed on by whoever took the order down. A resident's own word goes before it; both are kept.
  relayed    boolean     NOT NULL,
  satisfied  boolean     NOT NULL,
  score      integer     CHECK (score BETWEEN 1 AND 5),
  text       text,
  at         timestamptz NOT NULL,
  -- What figures count stands in the index.
  PRIMARY KEY (order_id, round, voice_id, relayed) INCLUDE (satisfied, score),
  CHECK (NOT satisfied OR score IS NOT NULL)
);

CREATE TABLE order_evaluation (
  order_id   uuid        NOT NULL REFERENCES orders,
  round      integer     NOT NULL,
  grade      text        NOT NULL CHECK (grade IN ('EXCELLENT','GOOD','FAIR','POOR')),
  text       text        NOT NULL,
  person_id  uuid        NOT NULL REFERENCES person,
  at         timestamptz NOT NULL,
  PRIMARY KEY (order_id, round)
);

GRANT SELECT, INSERT, UPDATE ON orders, order_audience, order_claim, order_share TO gongzhi_app;
GRANT SELECT, INSERT ON order_rating, order_evaluation TO gongzhi_app;
GRANT SELECT ON order_finished_late TO gongzhi_app;
