-- The working calendar: what the State Council's yearly notice changes about Monday to Friday.

-- A year without a row has no notice yet.
CREATE TABLE calendar_year (
  year         integer PRIMARY KEY CHECK (year BETWEEN 2000 AND 2099),
  source       text NOT NULL CHECK (source <> ''),
  published_at timestamptz NOT NULL
);

CREATE TABLE calendar_day (
  date   date PRIMARY KEY,
  year   integer GENERATED ALWAYS AS (extract(year FROM date)::integer) STORED REFERENCES calendar_year,
  kind   text NOT NULL CHECK (kind IN ('HOLIDAY', 'WORKDAY')),
  name   text NOT NULL CHECK (name <> ''),
  source text NOT NULL CHECK (source <> '')
);
CREATE INDEX calendar_day_year ON calendar_day (year, date);

GRANT SELECT, INSERT, UPDATE ON calendar_year TO gongzhi_app;
GRANT SELECT, INSERT, DELETE ON calendar_day TO gongzhi_app;
