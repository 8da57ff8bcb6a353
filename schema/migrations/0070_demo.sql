-- Whom one can be in the demo world: shown at `/` and printed at the start. Empty in every other house.

CREATE TABLE demo_account (
  position    integer PRIMARY KEY,
  role_label  text NOT NULL CHECK (role_label <> ''),
  name        text NOT NULL CHECK (name <> ''),
  -- Where the role is held: 中山东路街道, a unit.
  where_label text NOT NULL,
  login       text NOT NULL UNIQUE CHECK (login <> ''),
  -- Published on purpose; null where one signs in by a code.
  password    text
);

GRANT SELECT ON demo_account TO gongzhi_app;
