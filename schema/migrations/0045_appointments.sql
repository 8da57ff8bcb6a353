-- 双向进入、交叉任职: bodies and their seats, the way to an appointment, and who held which seat when.

-- A body in which people hold seats: of a community, an estate or grid of it, or the party organisation of a unit.
CREATE TABLE body (
  id             uuid        PRIMARY KEY,
  kind           text        NOT NULL CHECK (kind IN ('COMMUNITY_COMMITTEE', 'PROPERTY_COMMITTEE', 'SELF_GOVERNING_BODY', 'GRID_BRANCH', 'UNIT_PARTY')),
  name           text        NOT NULL CHECK (char_length(name) BETWEEN 2 AND 80),
  -- Whose it is: a community or grid, or a unit.
  division_code  text        REFERENCES division,
  unit_id        uuid        REFERENCES unit,
  -- Where it lies; without a community where the unit sits in a street or above.
  district_code  text        NOT NULL REFERENCES division,
  street_code    text        REFERENCES division,
  community_code text        REFERENCES division,
  -- The last day of its term: nobody is appointed for longer.
  term_ends_on   date        NOT NULL,
  founded_at     timestamptz NOT NULL,
  CHECK (num_nonnulls(division_code, unit_id) = 1),
  CHECK ((kind = 'UNIT_PARTY') = (unit_id IS NOT NULL)),
  CHECK ((kind = 'GRID_BRANCH') = (coalesce(length(division_code), 0) = 15)),
  CHECK (kind = 'UNIT_PARTY' OR (street_code IS NOT NULL AND community_code IS NOT NULL))
);
-- One of each for a place; an estate more has a self-governing body more.
CREATE UNIQUE INDEX body_once ON body (kind, coalesce(division_code, unit_id::text)) WHERE kind <> 'SELF_GOVERNING_BODY';
CREATE UNIQUE INDEX body_name_once ON body (coalesce(division_code, unit_id::text), name);
CREATE INDEX body_name ON body (name COLLATE "zh-x-icu", id);
CREATE INDEX body_community ON body (community_code);
CREATE INDEX body_street ON body (street_code);
CREATE INDEX body_unit ON body (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE seat (
  id             uuid        PRIMARY KEY,
  body_id        uuid        NOT NULL REFERENCES body,
  direction      text        NOT NULL CHECK (direction IN ('INBOUND', 'OUTBOUND', 'OWN')),
  kind           text        NOT NULL CHECK (kind IN ('PART_TIME_MEMBER', 'PARTY_ADVISER', 'CADRE', 'PROPERTY_STAFF', 'POLICE', 'OWNER_MEMBER', 'RESIDENT_MEMBER', 'UNIT_MEMBER')),
  -- From what kind of unit its holder is to come, where that is fixed.
  source         text        CHECK (source IN ('POLICE', 'PROPERTY', 'OWNERS', 'RESIDENT_UNIT')),
  duties         text        NOT NULL CHECK (char_length(duties) BETWEEN 2 AND 500),
  -- The community that fills it: its own, or the one that sends an adviser to a unit.
  community_code text        NOT NULL REFERENCES division,
  opened_at      timestamptz NOT NULL,
  closed_at      timestamptz,
  UNIQUE (id, body_id),
  CHECK (source IS NULL OR direction = 'INBOUND'),
  CHECK ((kind = 'PARTY_ADVISER') = (direction = 'OUTBOUND'))
);
CREATE INDEX seat_body ON seat (body_id, id);
CREATE INDEX seat_community ON seat (community_code, direction, source);

CREATE TABLE appointment (
  id               uuid        PRIMARY KEY,
  state            text        NOT NULL CHECK (state IN ('SEAT_OPEN', 'NOMINATED', 'STUDIED', 'APPROVED', 'IN_NOTICE', 'APPOINTED', 'ACCEPTED', 'ACTIVE',
    'SUSPENDED', 'VACATED', 'CLOSED', 'REFUSED', 'DECLINED', 'EXPIRED', 'ENDED')),
  version          integer     NOT NULL DEFAULT 1,
  entered_at       timestamptz NOT NULL,
  yellow_at        timestamptz,
  due_at           timestamptz,
  district_code    text        NOT NULL REFERENCES division,
  street_code      text        NOT NULL REFERENCES division,
  community_code   text        NOT NULL REFERENCES division,

  seat_id          uuid        NOT NULL,
  body_id          uuid        NOT NULL,
  direction        text        NOT NULL CHECK (direction IN ('INBOUND', 'OUTBOUND', 'OWN')),
  kind             text        NOT NULL,
  -- Body and kind of seat, for people.
  title            text        NOT NULL,
  -- The unit to whose party organisation the community sends an adviser.
  unit_id          uuid        REFERENCES unit,
  -- The unit that sends somebody into the community; named at the opening, or set by the nomination.
  home_unit_id     uuid        REFERENCES unit,
  home_unit_named  boolean     NOT NULL DEFAULT false,
  person_id        uuid        REFERENCES person,
  consent_on       date,
  studied_on       date,
  opinion          text,
  document_number  text,
  -- What was said last when it was sent back, refused, withdrawn or ended.
  remark           text,
  notice_place     text,
  notice_until     timestamptz,
  open_objections  integer     NOT NULL DEFAULT 0 CHECK (open_objections >= 0),

  term_no          integer     NOT NULL DEFAULT 1 CHECK (term_no >= 1),
  previous_id      uuid        REFERENCES appointment,
  -- Not before this day, and until the end of that one.
  starts_on        date,
  ends_on          date        NOT NULL,
  -- The term as it runs, and as it came to its end.
  starts_at        timestamptz,
  ends_at          timestamptz,
  review_due_at    timestamptz,
  on_notice        boolean     NOT NULL DEFAULT false,
  acting_person_id uuid        REFERENCES person,
  leave_until      date,
  ended_by         text        CHECK (ended_by IN ('RESIGNED', 'TRANSFERRED', 'RECALLED', 'REMOVED', 'EXPIRED')),
  created_at       timestamptz NOT NULL,

  FOREIGN KEY (seat_id, body_id) REFERENCES seat (id, body_id),
  CHECK ((direction = 'OUTBOUND') = (unit_id IS NOT NULL)),
  CHECK (direction = 'INBOUND' OR home_unit_id IS NULL),
  CHECK (state IN ('SEAT_OPEN', 'CLOSED') OR person_id IS NOT NULL),
  CHECK (starts_at < ends_at)
);
-- A term is renewed once: the next try begins when the last one has failed.
CREATE UNIQUE INDEX appointment_renewed_once ON appointment (previous_id)
  WHERE term_no > 1 AND state NOT IN ('CLOSED', 'REFUSED', 'DECLINED');
CREATE INDEX appointment_seat ON appointment (seat_id, id DESC);
CREATE INDEX appointment_body ON appointment (body_id, id DESC);
CREATE INDEX appointment_previous ON appointment (previous_id) WHERE previous_id IS NOT NULL;
CREATE INDEX appointment_street ON appointment (street_code, id DESC);
CREATE INDEX appointment_community ON appointment (community_code, id DESC);
CREATE INDEX appointment_district ON appointment (district_code, id DESC);
CREATE INDEX appointment_home ON appointment (home_unit_id, id DESC) WHERE home_unit_id IS NOT NULL;
CREATE INDEX appointment_unit ON appointment (unit_id, id DESC) WHERE unit_id IS NOT NULL;
CREATE INDEX appointment_person ON appointment (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX appointment_acting ON appointment (acting_person_id) WHERE acting_person_id IS NOT NULL;

-- Who held which seat when. Whoever stands in during a leave holds it then.
CREATE TABLE seat_term (
  seat_id        uuid      NOT NULL,
  body_id        uuid      NOT NULL,
  person_id      uuid      NOT NULL REFERENCES person,
  -- From the first second to the one in which it is over.
  term           tstzrange NOT NULL CHECK (NOT lower_inf(term) AND NOT upper_inf(term) AND lower_inc(term) AND NOT upper_inc(term)),
  acting         boolean   NOT NULL DEFAULT false,
  appointment_id uuid      NOT NULL REFERENCES appointment,
  -- The rights that go with it, where it gives any.
  post_id        uuid      REFERENCES post,
  FOREIGN KEY (seat_id, body_id) REFERENCES seat (id, body_id),
  -- No seat has two holders, and nobody sits twice in one body.
  CONSTRAINT seat_one_holder PRIMARY KEY (seat_id, term WITHOUT OVERLAPS),
  CONSTRAINT seat_person_once UNIQUE (body_id, person_id, term WITHOUT OVERLAPS)
);
CREATE INDEX seat_term_appointment ON seat_term (appointment_id);
CREATE INDEX seat_term_person ON seat_term (person_id);

CREATE VIEW body_member AS
  SELECT t.seat_id, t.body_id, t.person_id, t.appointment_id, t.acting, t.term, lower(t.term) AS since, upper(t.term) AS until,
    a.home_unit_id, a.unit_id, a.community_code, a.direction, s.kind
  FROM seat_term t JOIN appointment a ON a.id = t.appointment_id JOIN seat s ON s.id = t.seat_id;

-- What was done in office: 会商, 通报, 调度.
CREATE TABLE appointment_record (
  id             uuid        PRIMARY KEY,
  appointment_id uuid        NOT NULL REFERENCES appointment,
  kind           text        NOT NULL CHECK (kind IN ('CONSULT', 'REPORT', 'DISPATCH')),
  held_on        date        NOT NULL,
  topics         text        NOT NULL,
  -- Numbers of orders, minutes, resolutions of which it spoke.
  refers_to      text[]      NOT NULL,
  person_id      uuid        NOT NULL REFERENCES person,
  at             timestamptz NOT NULL
);
CREATE INDEX appointment_record_of ON appointment_record (appointment_id, id DESC);

-- 述职评议: each year from both sides.
CREATE TABLE appointment_review (
  appointment_id uuid        NOT NULL REFERENCES appointment,
  year           integer     NOT NULL CHECK (year >= 1),
  side           text        NOT NULL CHECK (side IN ('BODY', 'HOME')),
  score          integer     NOT NULL CHECK (score BETWEEN 1 AND 5),
  text           text        NOT NULL,
  person_id      uuid        NOT NULL REFERENCES person,
  at             timestamptz NOT NULL,
  CONSTRAINT appointment_review_once PRIMARY KEY (appointment_id, year, side)
);

-- Objections during the public notice, and how each was settled.
CREATE TABLE appointment_objection (
  id             uuid        PRIMARY KEY,
  appointment_id uuid        NOT NULL REFERENCES appointment,
  person_id      uuid        NOT NULL REFERENCES person,
  text           text        NOT NULL,
  at             timestamptz NOT NULL,
  upheld         boolean,
  finding        text,
  settled_by     uuid        REFERENCES person,
  settled_at     timestamptz,
  CHECK (num_nonnulls(upheld, finding, settled_by, settled_at) IN (0, 4))
);
CREATE UNIQUE INDEX appointment_objection_open ON appointment_objection (appointment_id, person_id) WHERE settled_at IS NULL;
CREATE INDEX appointment_objection_of ON appointment_objection (appointment_id, id);

GRANT SELECT ON body_member TO gongzhi_app;
GRANT SELECT, INSERT ON body, seat, appointment_record, appointment_review TO gongzhi_app;
GRANT UPDATE (term_ends_on) ON body TO gongzhi_app;
GRANT UPDATE (closed_at) ON seat TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE ON appointment TO gongzhi_app;
GRANT SELECT, INSERT, DELETE, UPDATE (term) ON seat_term TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE (upheld, finding, settled_by, settled_at) ON appointment_objection TO gongzhi_app;
