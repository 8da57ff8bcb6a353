-- What units offer to their neighbours (资源清单), when it is open, and who has booked it.

CREATE TABLE resource_offer (
  id             uuid        PRIMARY KEY,
  state          text        NOT NULL CHECK (state IN ('OFFERED', 'AVAILABLE', 'PAUSED', 'WITHDRAWN')),
  version        integer     NOT NULL DEFAULT 1,
  entered_at     timestamptz NOT NULL,
  yellow_at      timestamptz,
  due_at         timestamptz,

  unit_id        uuid        NOT NULL REFERENCES unit,
  kind           text        NOT NULL CHECK (kind IN ('VENUE', 'SKILL', 'PEOPLE', 'GOODS', 'FUNDS_IN_KIND', 'SERVICE')),
  category_code  text        REFERENCES service_category,
  title          text        NOT NULL CHECK (char_length(title) BETWEEN 2 AND 60),
  about          text        NOT NULL CHECK (char_length(about) BETWEEN 1 AND 1000),
  conditions     text,
  amount         integer     NOT NULL CHECK (amount BETWEEN 1 AND 10000),
  measure        text        NOT NULL CHECK (measure <> ''),
  exclusive      boolean     NOT NULL,
  -- Into how many parts it can be booked at one time: one, or as many as there are.
  parts          integer     NOT NULL GENERATED ALWAYS AS (CASE WHEN exclusive THEN 1 ELSE amount END) STORED,
  -- Goods are fetched and brought back in open hours; everything else happens within them.
  loaned         boolean     NOT NULL GENERATED ALWAYS AS (kind IN ('GOODS', 'FUNDS_IN_KIND')) STORED,
  contact_sealed bytea       NOT NULL,
  contact_name   text        NOT NULL,
  contact_phone  text        NOT NULL,

  -- Whom it serves: a street or town, or one community of it.
  district_code  text        NOT NULL REFERENCES division,
  street_code    text        NOT NULL REFERENCES division,
  community_code text        REFERENCES division,
  division_code  text        NOT NULL GENERATED ALWAYS AS (coalesce(community_code, street_code)) STORED,
  search         text        NOT NULL,
  verifier_id    uuid        REFERENCES person,
  verified_at    timestamptz,
  -- What is wrong with it, until the unit has mended it.
  sent_back_at   timestamptz,
  created_at     timestamptz NOT NULL,
  CHECK (state NOT IN ('AVAILABLE', 'PAUSED') OR verified_at IS NOT NULL)
);
CREATE INDEX resource_offer_street ON resource_offer (street_code, id DESC);
CREATE INDEX resource_offer_community ON resource_offer (community_code, id DESC) WHERE community_code IS NOT NULL;
CREATE INDEX resource_offer_district ON resource_offer (district_code, id DESC);
CREATE INDEX resource_offer_unit ON resource_offer (unit_id, id DESC);
CREATE INDEX resource_offer_matching ON resource_offer (street_code, kind) WHERE state = 'AVAILABLE';
CREATE INDEX resource_offer_search ON resource_offer USING gin (search gin_trgm_ops);

-- When it is open, week by week, in minutes of the day (Asia/Shanghai). An offer without any is open at all times.
CREATE TABLE offer_hours (
  offer_id uuid     NOT NULL REFERENCES resource_offer,
  weekday  smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens    smallint NOT NULL CHECK (opens BETWEEN 0 AND 1439),
  closes   smallint NOT NULL CHECK (closes BETWEEN 1 AND 1440),
  CHECK (opens < closes),
  CONSTRAINT offer_hours_apart EXCLUDE USING gist (offer_id WITH =, weekday WITH =, int4range(opens, closes) WITH &&)
);

CREATE TABLE booking (
  id             uuid           PRIMARY KEY,
  state          text           NOT NULL CHECK (state IN ('RESERVED', 'IN_USE', 'RETURNED', 'DECLINED', 'CANCELLED')),
  version        integer        NOT NULL DEFAULT 1,
  entered_at     timestamptz    NOT NULL,
  yellow_at      timestamptz,
  due_at         timestamptz,

  offer_id       uuid           NOT NULL REFERENCES resource_offer,
  -- Whose offer it is.
  offer_unit_id  uuid           NOT NULL REFERENCES unit,
  -- Who booked it: a unit, or the office of a street or community.
  unit_id        uuid           REFERENCES unit,
  booker_code    text           REFERENCES division,
  person_id      uuid           NOT NULL REFERENCES person,
  purpose        text           NOT NULL CHECK (char_length(purpose) BETWEEN 2 AND 200),
  starts_at      timestamptz    NOT NULL,
  ends_at        timestamptz    NOT NULL,
  during         tstzrange      NOT NULL GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
  -- Which parts of the offer it holds, by their numbers from 1.
  held           int4multirange NOT NULL CHECK (NOT isempty(held)),
  parts          integer        NOT NULL CHECK (parts >= 1),
  decline_until  timestamptz    NOT NULL,

  -- Places of the offer.
  district_code  text           NOT NULL REFERENCES division,
  street_code    text           NOT NULL REFERENCES division,
  community_code text           REFERENCES division,
  -- What it is for, where it came from a need, a project or an order.
  need_id        uuid,
  project_id     uuid,
  order_id       uuid,
  created_at     timestamptz    NOT NULL,
  returned_at    timestamptz,
  CHECK (starts_at < ends_at AND ends_at <= starts_at + interval '30 days'),
  CHECK (num_nonnulls(unit_id, booker_code) = 1),
  -- No part is promised twice for one time, whoever writes.
  CONSTRAINT booking_not_twice EXCLUDE USING gist (offer_id WITH =, held WITH &&, during WITH &&) WHERE (state IN ('RESERVED', 'IN_USE'))
);
CREATE INDEX booking_offer ON booking (offer_id, starts_at, id);
CREATE INDEX booking_offer_unit ON booking (offer_unit_id, state);
CREATE INDEX booking_unit ON booking (unit_id, starts_at) WHERE unit_id IS NOT NULL;
CREATE INDEX booking_booker ON booking (booker_code, starts_at) WHERE booker_code IS NOT NULL;
CREATE INDEX booking_street ON booking (street_code, starts_at, id);
CREATE INDEX booking_community ON booking (community_code, starts_at, id) WHERE community_code IS NOT NULL;
CREATE INDEX booking_district ON booking (district_code, starts_at, id);

-- Lies this moment in an opening? A moment that ends something may be the end of the opening too.
CREATE FUNCTION offer_opens_at(offer uuid, moment timestamptz, is_end boolean) RETURNS boolean LANGUAGE sql STABLE
RETURN (SELECT EXISTS (SELECT FROM offer_hours h WHERE h.offer_id = offer AND h.weekday = extract(isodow FROM s.day)
    AND h.opens <= s.minutes AND (s.minutes < h.closes OR (is_end AND s.minutes = h.closes)))
  FROM (SELECT t.day, extract(epoch FROM t.wall - t.day) / 60 AS minutes
    FROM (SELECT moment AT TIME ZONE 'Asia/Shanghai' AS wall, date_trunc('day', (moment - CASE WHEN is_end THEN interval '1 microsecond'
      ELSE interval '0' END) AT TIME ZONE 'Asia/Shanghai') AS day) t) s);

-- Is the offer open for this time? Goods are fetched and brought back in open hours, everything else lies within one opening.
CREATE FUNCTION offer_is_open(offer uuid, loaned boolean, starts timestamptz, ends timestamptz) RETURNS boolean LANGUAGE sql STABLE
RETURN NOT EXISTS (SELECT FROM offer_hours h WHERE h.offer_id = offer)
  OR CASE WHEN loaned THEN offer_opens_at(offer, starts, false) AND offer_opens_at(offer, ends, true)
    ELSE (SELECT EXISTS (SELECT FROM offer_hours h WHERE h.offer_id = offer AND h.weekday = extract(isodow FROM t.day)
        AND h.opens <= extract(epoch FROM t.begun - t.day) / 60 AND extract(epoch FROM t.ended - t.day) / 60 <= h.closes)
      FROM (SELECT starts AT TIME ZONE 'Asia/Shanghai' AS begun, ends AT TIME ZONE 'Asia/Shanghai' AS ended,
        date_trunc('day', starts AT TIME ZONE 'Asia/Shanghai') AS day) t) END;

-- How many parts nobody holds at any moment of this time.
CREATE FUNCTION offer_free_parts(offer uuid, parts integer, span tstzrange) RETURNS integer LANGUAGE sql STABLE
RETURN parts - coalesce((SELECT sum(upper(one) - lower(one)) FROM (SELECT range_agg(b.held) AS held FROM booking b
  WHERE b.offer_id = offer AND b.state IN ('RESERVED', 'IN_USE') AND b.during && span) AS together, unnest(together.held) AS one), 0)::integer;

-- Offers as they are read: how each stands, and how far its unit has kept what it promised.
CREATE VIEW resource_offer_standing AS
  SELECT o.*,
    CASE WHEN o.state <> 'AVAILABLE' THEN o.state
      WHEN EXISTS (SELECT FROM booking b WHERE b.offer_id = o.id AND b.state = 'IN_USE') THEN 'IN_USE'
      WHEN EXISTS (SELECT FROM booking b WHERE b.offer_id = o.id AND b.state = 'RESERVED') THEN 'RESERVED'
      ELSE 'AVAILABLE' END AS status,
    coalesce((SELECT sum(b.parts) FROM booking b WHERE b.offer_id = o.id AND b.state = 'IN_USE'), 0)::integer AS parts_in_use,
    -- Of all bookings by others that came to an end or that the unit declined, those that took place: what it books of its own proves nothing.
    (SELECT count(*) FROM booking b WHERE b.offer_unit_id = o.unit_id AND b.state = 'RETURNED'
      AND b.unit_id IS DISTINCT FROM o.unit_id)::integer AS kept_count,
    (SELECT count(*) FROM booking b WHERE b.offer_unit_id = o.unit_id AND b.state IN ('RETURNED', 'DECLINED')
      AND b.unit_id IS DISTINCT FROM o.unit_id)::integer AS ended_count
  FROM resource_offer o;

GRANT SELECT ON resource_offer_standing TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE ON resource_offer, booking TO gongzhi_app;
GRANT SELECT, INSERT, DELETE ON offer_hours TO gongzhi_app;
