-- The portal's own: people's sessions, sealed under keys that only their cookies give. A session is erased when it is
-- over, so the room may delete here. The sealed packages it sends are another store (outbox/tables).

create table session (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  sealed bytea not null,
  begun_at timestamptz not null,
  used_at timestamptz not null
);

grant select, insert, update, delete on session to :role;
