-- Units and what they can do.

CREATE TABLE service_category (
  code       text PRIMARY KEY CHECK (code ~ '^[0-9A-Z_]{2,24}$'),
  name       text NOT NULL UNIQUE CHECK (name <> ''),
  group_name text NOT NULL CHECK (group_name <> ''),
  about      text NOT NULL,
  -- Action -> limit, such as {"finish": "15WD"}, where the category differs from the process table.
  limits     jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(limits) = 'object'),
  active     boolean NOT NULL DEFAULT true,
  position   integer NOT NULL
);
CREATE INDEX service_category_position ON service_category (position, code);

CREATE TABLE unit (
  id              uuid PRIMARY KEY,
  name            text NOT NULL UNIQUE CHECK (name <> ''),
  short_name      text NOT NULL CHECK (short_name <> ''),
  kind            text NOT NULL CHECK (kind IN ('GOVERNMENT_ORGAN', 'DEPARTMENT', 'PUBLIC_INSTITUTION', 'ENTERPRISE', 'NEW_ORGANISATION',
    'PROPERTY_COMPANY', 'OWNERS_COMMITTEE', 'POLICE_STATION', 'SCHOOL', 'HOSPITAL', 'SOCIAL_ORGANISATION')),
  -- Where it sits.
  division_code   text NOT NULL REFERENCES division,
  state           text NOT NULL CHECK (state IN ('ACTIVE', 'SUSPENDED')),
  pinyin_initials text NOT NULL,
  -- Names and pinyin initials.
  search          text NOT NULL
);
CREATE INDEX unit_name ON unit (name COLLATE "zh-x-icu", id);
CREATE INDEX unit_kind ON unit (kind, name COLLATE "zh-x-icu", id);
CREATE INDEX unit_division ON unit (division_code);
CREATE INDEX unit_search ON unit USING gin (search gin_trgm_ops);

CREATE TABLE unit_capability (
  unit_id       uuid NOT NULL REFERENCES unit,
  category_code text NOT NULL REFERENCES service_category,
  PRIMARY KEY (unit_id, category_code)
);
CREATE INDEX unit_capability_category ON unit_capability (category_code, unit_id);

-- Where it serves.
CREATE TABLE unit_area (
  unit_id       uuid NOT NULL REFERENCES unit,
  division_code text NOT NULL REFERENCES division,
  PRIMARY KEY (unit_id, division_code)
);
CREATE INDEX unit_area_division ON unit_area (division_code, unit_id);

GRANT SELECT, INSERT, UPDATE ON service_category, unit TO gongzhi_app;
GRANT SELECT, INSERT, DELETE ON unit_capability, unit_area TO gongzhi_app;
