-- Photos. They are kept in the database: several API nodes share one database and nothing else,
-- and one backup holds everything that a case rests on.

CREATE TABLE file (
  id              uuid        PRIMARY KEY,
  uploader_id     uuid        NOT NULL,
  -- The case that the photo belongs to; null until a verb attaches it. It never moves to another.
  subject_noun    text        CHECK (subject_noun <> ''),
  subject_id      uuid,
  purpose         text        NOT NULL CHECK (purpose IN ('BEFORE', 'AFTER', 'CHECK', 'EVIDENCE')),
  publish_consent boolean     NOT NULL,
  media_type      text        NOT NULL CHECK (media_type IN ('image/jpeg', 'image/webp')),
  -- Of the full picture as it is kept.
  bytes           integer     NOT NULL CHECK (bytes > 0),
  width           integer     NOT NULL CHECK (width BETWEEN 1 AND 2560),
  height          integer     NOT NULL CHECK (height BETWEEN 1 AND 2560),
  sha256          bytea       NOT NULL CHECK (length(sha256) = 32),
  -- Bytes that were sent; what a person may send in a day is counted by them.
  received        integer     NOT NULL CHECK (received BETWEEN 1 AND 10485760),
  created_at      timestamptz NOT NULL,
  CHECK ((subject_noun IS NULL) = (subject_id IS NULL))
);
CREATE INDEX file_subject ON file (subject_id, purpose) WHERE subject_id IS NOT NULL;
CREATE INDEX file_uploader ON file (uploader_id, created_at);
CREATE INDEX file_unattached ON file (created_at) WHERE subject_id IS NULL;

CREATE TABLE file_content (
  file_id uuid  NOT NULL REFERENCES file ON DELETE CASCADE,
  variant text  NOT NULL CHECK (variant IN ('FULL', 'THUMBNAIL')),
  content bytea NOT NULL,
  PRIMARY KEY (file_id, variant)
);
-- Pictures are compressed already; trying again costs time and saves nothing.
ALTER TABLE file_content ALTER COLUMN content SET STORAGE EXTERNAL;

-- What a photo shows, who took it and when is never changed; content goes only with its file.
GRANT SELECT, INSERT, DELETE, UPDATE (subject_noun, subject_id, purpose) ON file TO gongzhi_app;
GRANT SELECT, INSERT ON file_content TO gongzhi_app;
