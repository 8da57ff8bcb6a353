-- Alliances of units: one for a street or town, one for a community, led by its party committee. Their members are in 0041.

CREATE TABLE alliance (
  id            uuid PRIMARY KEY,
  division_code text NOT NULL UNIQUE REFERENCES division,
  name          text NOT NULL CHECK (name <> ''),
  -- The party organisation that leads it.
  led_by        text NOT NULL CHECK (led_by <> '')
);

GRANT SELECT, INSERT ON alliance TO gongzhi_app;
