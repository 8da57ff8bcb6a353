-- Facts, and the order in which they became visible.
-- `event` is written in the transaction of the change; `event_pending` names what the sequencer has not yet ordered;
-- `feed` is the order: gap-free, chained by hashes. Facts and order are never changed: the server has no right to.

create table event (
  id           uuid primary key,
  noun         text not null check (noun <> ''),
  subject_id   uuid not null,
  action       text not null check (action <> ''),
  from_state   text,
  to_state     text,
  at           timestamptz not null,
  person_id    uuid,
  post_id      uuid,
  role         text,
  unit_id      uuid,
  on_behalf_of text,
  reason       text,
  data         jsonb not null default '{}' check (jsonb_typeof(data) = 'object'),
  clocks       jsonb not null default '[]' check (jsonb_typeof(clocks) = 'array'),
  district     text,
  street       text,
  community    text,
  grid         text,
  unit_ids     uuid[] not null default '{}',
  person_ids   uuid[] not null default '{}'
);
create index event_subject on event (subject_id, id);
create index event_at on event (at);
create index event_person on event (person_id, at);

-- A queue: filled by every change, emptied at once. Without early vacuum its head would be a heap of dead rows.
create table event_pending (
  id       bigint generated always as identity primary key,
  event_id uuid not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = -1);

create table feed (
  seq      bigint primary key check (seq > 0),
  epoch    integer not null,
  event_id uuid not null unique,
  -- sha256(hash of the row before || canonical bytes of the event); 32 zero bytes stand before the first.
  hash     bytea not null check (length(hash) = 32)
);

-- One row. Cursors are `epoch:seq`; a database that was restored from a backup must get a new epoch
-- (update feed_epoch set epoch = epoch + 1), because numbers that were handed out before may then mean other events.
-- It starts at the second of creation, so that a cursor of another database is not taken for one of this.
create table feed_epoch (
  one   boolean primary key default true check (one),
  epoch integer not null check (epoch > 0)
);
insert into feed_epoch (epoch) values (extract(epoch from clock_timestamp())::integer);

grant select, insert on event, feed to gongzhi_app;
grant select, insert, delete on event_pending to gongzhi_app;
grant select on feed_epoch to gongzhi_app;
