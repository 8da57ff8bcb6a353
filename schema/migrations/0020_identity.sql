-- People, their accounts and posts, and what signs them in.
--
-- Officials are known by name. A resident's name, phone and door are personal: sealed (AES-256-GCM, key outside the
-- database), with a masked form to show and a keyed hash to find the phone by.

CREATE TABLE person (
  id             uuid        PRIMARY KEY,
  kind           text        NOT NULL CHECK (kind IN ('RESIDENT', 'STAFF')),
  name           text        CHECK (char_length(name) BETWEEN 1 AND 50),
  name_sealed    bytea,
  name_masked    text,
  -- Name and pinyin initials of an official; residents are not found by words.
  search         text        CHECK (search IS NULL OR kind = 'STAFF'),
  phone_sealed   bytea,
  phone_index    bytea       UNIQUE,
  address_sealed bytea,
  -- Where the person lives: code of a community or village.
  community      text        CHECK (community ~ '^[0-9]{12}$'),
  created_at     timestamptz NOT NULL,
  CHECK (CASE kind
    WHEN 'STAFF' THEN name IS NOT NULL AND name_sealed IS NULL AND name_masked IS NULL
    ELSE name IS NULL AND name_sealed IS NOT NULL AND name_masked IS NOT NULL END),
  CHECK ((phone_sealed IS NULL) = (phone_index IS NULL))
);
CREATE INDEX person_search ON person USING gin (search gin_trgm_ops);
CREATE INDEX person_by_name ON person (name COLLATE "zh-x-icu", id) WHERE kind = 'STAFF';
CREATE INDEX person_community ON person (community);

-- A person's account. Residents have no password: they sign in by a code sent to their phone.
CREATE TABLE account (
  id            uuid        PRIMARY KEY REFERENCES person,
  username      text        UNIQUE CHECK (username ~ '^[a-z][a-z0-9._-]{2,31}$'),
  password_hash text        CHECK (password_hash LIKE '$argon2id$%'),
  -- Locked by the security administrator. What too many failures lock is in sign_in_guard.
  state         text        NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'LOCKED')),
  last_login_at timestamptz,
  created_at    timestamptz NOT NULL,
  CHECK (password_hash IS NULL OR username IS NOT NULL)
);
CREATE INDEX account_username ON account USING gin (username gin_trgm_ops);

-- A role held somewhere for a time. The scope is a division code, or a unit's id.
CREATE TABLE post (
  id         uuid        PRIMARY KEY,
  person_id  uuid        NOT NULL REFERENCES person,
  role       text        NOT NULL CHECK (role IN (
    'RESIDENT', 'GRID_WORKER', 'GRID_SECRETARY', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'COMMITTEE_MEMBER', 'STREET_REVIEWER', 'STREET_COMMITTEE',
    'UNIT_LIAISON', 'UNIT_LEAD', 'PARTY_ADVISER', 'DEPARTMENT_OFFICER', 'DISTRICT_LEADER', 'SUPERVISOR', 'VOLUNTEER',
    'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')),
  scope      text        NOT NULL CHECK (scope ~ '^([0-9]{12,18}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
  starts_at  timestamptz NOT NULL,
  -- The first moment at which the post is no longer held; null while no end is set.
  ends_at    timestamptz,
  granted_by uuid        REFERENCES person,
  CHECK (ends_at >= starts_at),
  CONSTRAINT post_not_twice
    EXCLUDE USING gist (person_id WITH =, role WITH =, scope WITH =, tstzrange(starts_at, ends_at) WITH &&),
  -- 三员分立: whoever is one of the three administrators is, at that time, neither of the others.
  CONSTRAINT post_three_administrators
    EXCLUDE USING gist (person_id WITH =, role WITH <>, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (role IN ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'))
);
CREATE INDEX post_person ON post (person_id);
CREATE INDEX post_scope ON post (scope, role);

CREATE TABLE session (
  id           uuid        PRIMARY KEY,
  -- SHA-256 of the token; the token itself is kept nowhere.
  token_hash   bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  person_id    uuid        NOT NULL REFERENCES account,
  post_id      uuid        REFERENCES post,
  -- How the person proved who they are: a code alone opens no office.
  method       text        NOT NULL CHECK (method IN ('PASSWORD', 'CODE')),
  created_at   timestamptz NOT NULL,
  -- At most a minute behind.
  last_seen_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  ended_at     timestamptz
);
CREATE INDEX session_person ON session (person_id, created_at DESC);
CREATE INDEX session_expires ON session (expires_at);

-- What a browser shows to open a WebSocket: good once, for half a minute.
CREATE TABLE ws_ticket (
  hash       bytea       PRIMARY KEY CHECK (length(hash) = 32),
  session_id uuid        NOT NULL REFERENCES session ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX ws_ticket_session ON ws_ticket (session_id);
CREATE INDEX ws_ticket_expires ON ws_ticket (expires_at);

-- The last code sent to a phone, whether somebody is known by it or not.
CREATE TABLE one_time_code (
  phone_index bytea       PRIMARY KEY,
  -- Keyed hash; null once used.
  code_hash   bytea,
  expires_at  timestamptz NOT NULL,
  attempts    integer     NOT NULL CHECK (attempts BETWEEN 0 AND 5),
  sent_at     timestamptz NOT NULL,
  day         date        NOT NULL,
  sent_on_day integer     NOT NULL CHECK (sent_on_day BETWEEN 1 AND 10)
);
CREATE INDEX one_time_code_sent ON one_time_code (sent_at);

-- Failed attempts by keyed hash of the user name tried (known or not, so that both lock alike) and of the client's address.
CREATE TABLE sign_in_guard (
  key          bytea       PRIMARY KEY,
  allowed      integer     NOT NULL CHECK (allowed > 1),
  failures     integer     NOT NULL CHECK (failures >= 0),
  since        timestamptz NOT NULL,
  locked_until timestamptz,
  -- How often it was locked: each time for twice as long.
  locks        integer     NOT NULL DEFAULT 0
);
CREATE INDEX sign_in_guard_since ON sign_in_guard (since);

-- 双报到: a party member reported in to a community.
CREATE TABLE person_attachment (
  person_id uuid        NOT NULL REFERENCES person,
  community text        NOT NULL CHECK (community ~ '^[0-9]{12}$'),
  since     timestamptz NOT NULL,
  PRIMARY KEY (person_id, community)
);
CREATE INDEX person_attachment_community ON person_attachment (community);

GRANT SELECT, INSERT, UPDATE ON person, account, post TO gongzhi_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session, ws_ticket, one_time_code, sign_in_guard TO gongzhi_app;
GRANT SELECT, INSERT, DELETE ON person_attachment TO gongzhi_app;
