-- Alliances of units: one for a street or town, one for a community, led by its party committee.

CREATE TABLE alliance (
  id            uuid PRIMARY KEY,
  division_code text NOT NULL UNIQUE REFERENCES division,
  name          text NOT NULL CHECK (name <> ''),
  -- The party organisation that leads it.
  led_by        text NOT NULL CHECK (led_by <> '')
);

CREATE TABLE alliance_member (
  alliance_id  uuid NOT NULL REFERENCES alliance,
  unit_id      uuid NOT NULL REFERENCES unit,
  -- From the admission (included) to the dismissal (excluded); without an upper bound while it lasts.
  term         tstzrange NOT NULL CHECK (NOT lower_inf(term) AND lower_inc(term) AND NOT upper_inc(term)),
  -- The agreement that made the unit a member, where there is one.
  agreement_id uuid,
  PRIMARY KEY (alliance_id, unit_id, term WITHOUT OVERLAPS)
);
CREATE INDEX alliance_member_unit ON alliance_member (unit_id);
CREATE INDEX alliance_member_alliance ON alliance_member (alliance_id);

-- Members as they are listed: in the order of their names.
CREATE VIEW alliance_membership AS
  SELECT m.alliance_id, m.unit_id, u.name AS unit_name, m.term, lower(m.term) AS since, upper(m.term) AS until
  FROM alliance_member m JOIN unit u ON u.id = m.unit_id;

GRANT SELECT ON alliance_membership TO gongzhi_app;
GRANT SELECT, INSERT ON alliance TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE (term) ON alliance_member TO gongzhi_app;
