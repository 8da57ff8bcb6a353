-- What joint meetings resolved (议定事项): who does it, what comes of it, until when, and how it was closed off.

CREATE TABLE resolution (
  id               uuid        PRIMARY KEY,
  state            text        NOT NULL CHECK (state IN ('RECORDED','DROPPED','DISPATCHED','OBJECTED','ACCEPTED','IN_PROGRESS','TO_CHECK','TO_CLEAR',
                                 'CLEARED','CANCELLED','SUPERSEDED')),
  version          integer     NOT NULL DEFAULT 1,
  entered_at       timestamptz NOT NULL,
  yellow_at        timestamptz,
  due_at           timestamptz,
  created_at       timestamptz NOT NULL,

  meeting_id       uuid        NOT NULL REFERENCES joint_meeting,
  topic_id         uuid        NOT NULL,
  alliance_id      uuid        NOT NULL REFERENCES alliance,
  district_code    text        NOT NULL REFERENCES division,
  street_code      text        NOT NULL REFERENCES division,
  -- Null for the alliance of a street.
  community_code   text        REFERENCES division,
  recorder_id      uuid        NOT NULL REFERENCES person,

  -- 第N项 of its meeting.
  ordinal          integer     NOT NULL CHECK (ordinal >= 1),
  text             text        NOT NULL CHECK (btrim(text) <> ''),
  deliverable      text        CHECK (btrim(deliverable) <> ''),
  lead_unit_id     uuid        REFERENCES unit,
  co_unit_ids      uuid[]      NOT NULL DEFAULT '{}',
  -- The last day of the work.
  due_on           date,

  dispatched_at    timestamptz,
  accepted_at      timestamptz,
  -- The street held to the unit, which cannot object again.
  confirmed_at     timestamptz,
  percent          integer     NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
  reported_at      timestamptz,
  extend_to        date,
  extend_count     integer     NOT NULL DEFAULT 0,
  rework_count     integer     NOT NULL DEFAULT 0,
  overdue_at       timestamptz,
  -- What it became: an order, a project.
  order_id         uuid        REFERENCES orders,
  project_id       uuid        REFERENCES project,

  result           text,
  evidence_text    text,
  executor_id      uuid        REFERENCES person,
  finished_at      timestamptz,
  checker_id       uuid        REFERENCES person,
  -- Units in which the checker held a post at that moment.
  checker_unit_ids uuid[]      NOT NULL DEFAULT '{}',
  checked_at       timestamptz,
  round            integer     NOT NULL DEFAULT 1 CHECK (round >= 1),
  serial           text        UNIQUE,
  cleared_at       timestamptz,
  -- The meeting at which it was read out, or the circular by which the members were told.
  cleared_meeting_id uuid      REFERENCES joint_meeting,
  circular         text,
  superseded_by    uuid        REFERENCES resolution,

  UNIQUE (meeting_id, ordinal),
  FOREIGN KEY (meeting_id, topic_id) REFERENCES meeting_topic (meeting_id, id),
  -- Nothing is dispatched of which nobody knows who does it, what comes of it, or until when.
  CONSTRAINT resolution_incomplete CHECK (state IN ('RECORDED','DROPPED') OR num_nonnulls(lead_unit_id, deliverable, due_on) = 3),
  CONSTRAINT resolution_lead_twice CHECK (NOT lead_unit_id = ANY (co_unit_ids)),
  CHECK (state <> 'CLEARED' OR (serial IS NOT NULL AND cleared_at IS NOT NULL AND num_nonnulls(cleared_meeting_id, circular) = 1)),
  CHECK (cleared_meeting_id <> meeting_id),
  CHECK ((state = 'SUPERSEDED') = (superseded_by IS NOT NULL)),
  CHECK (superseded_by <> id)
);
CREATE INDEX resolution_meeting   ON resolution (meeting_id, ordinal);
CREATE INDEX resolution_alliance  ON resolution (alliance_id, id DESC);
CREATE INDEX resolution_street    ON resolution (street_code, id DESC);
CREATE INDEX resolution_community ON resolution (community_code, id DESC) WHERE community_code IS NOT NULL;
CREATE INDEX resolution_district  ON resolution (district_code, id DESC);
CREATE INDEX resolution_lead      ON resolution (lead_unit_id, id DESC) WHERE lead_unit_id IS NOT NULL;
CREATE INDEX resolution_co_units  ON resolution USING gin (co_unit_ids) WHERE co_unit_ids <> '{}';
CREATE INDEX resolution_due       ON resolution (coalesce(due_at, 'infinity'), id);
CREATE INDEX resolution_order     ON resolution (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX resolution_project   ON resolution (project_id) WHERE project_id IS NOT NULL;

-- What speaks of a resolution speaks of one that exists.
ALTER TABLE meeting_topic ADD CONSTRAINT meeting_topic_resolution FOREIGN KEY (resolution_id) REFERENCES resolution;

ALTER TABLE project ADD CONSTRAINT project_resolution FOREIGN KEY (resolution_id) REFERENCES resolution;

GRANT SELECT, INSERT, UPDATE ON resolution TO gongzhi_app;
