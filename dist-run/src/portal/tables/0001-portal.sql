-- What the portal knows of people while they are here: sessions, and what they write. Everything readable is sealed under
-- a key that only the person's cookie gives. Nothing here is custody: sealed reports lie in the outbox's database.

create table session (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  sealed bytea not null,
  begun_at timestamptz not null,
  used_at timestamptz not null
);

create index session_used on session (used_at);

-- One for each session, and gone with it.
create table draft (
  id text primary key references session (id) on update cascade on delete cascade,
  -- The answers. Null: erased, because the hub's receipt is here, or nobody touched them for a day.
  answers bytea,
  -- What was sent from here: ids and whom to call, for the page after sending.
  sent bytea,
  -- When something was last posted to it.
  touched_at timestamptz not null,
  -- The packages sealed from what the answers now say. When the hub has accepted all of them, the answers are erased.
  packages uuid[] not null default '{}',
  constraint packages_are_of_answers check (answers is not null or packages = '{}')
);

create index draft_touched on draft (touched_at) where answers is not null;

grant select, insert, update, delete on session to :role;
grant select, insert, update on draft to :role;
