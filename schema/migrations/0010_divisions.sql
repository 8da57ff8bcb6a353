-- Divisions: province, city, district, street or town, community or village, grid, building.
-- Codes are the statistical division codes of 12 digits; a grid adds three, a building three more.

CREATE TABLE division (
  code        text PRIMARY KEY CHECK (code ~ '^[0-9]{12}([0-9]{3}){0,2}$'),
  parent_code text REFERENCES division,
  level       text NOT NULL CHECK (level IN ('PROVINCE', 'CITY', 'DISTRICT', 'STREET', 'TOWN', 'COMMUNITY', 'VILLAGE', 'GRID', 'BUILDING')),
  -- As it is registered: 曙光路西社区居委会, 第一网格.
  name        text NOT NULL CHECK (name <> ''),
  -- As it is read without its surroundings: 曙光路西社区, 曙光路西社区第一网格.
  label       text NOT NULL CHECK (label <> ''),
  -- Codes from the district down to the division itself; empty above the district.
  path        text[] NOT NULL,
  -- Name, label and pinyin initials.
  search      text NOT NULL,
  CHECK ((parent_code IS NULL) = (level = 'PROVINCE')),
  CHECK ((level = 'GRID') = (length(code) = 15)),
  CHECK ((level = 'BUILDING') = (length(code) = 18)),
  CHECK (CASE WHEN level IN ('PROVINCE', 'CITY') THEN path = '{}' ELSE path[array_upper(path, 1)] = code END)
);
CREATE INDEX division_parent ON division (parent_code, code);
CREATE INDEX division_level ON division (level, code);
CREATE INDEX division_path ON division USING gin (path);
CREATE INDEX division_search ON division USING gin (search gin_trgm_ops);

GRANT SELECT, INSERT, UPDATE (name, label, search) ON division TO gongzhi_app;
