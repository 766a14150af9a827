-- Reminders that reporters have asked for: one for each code, to be sent once and then erased. Kept apart from the
-- reports: a row names no report, and whom it goes to is sealed under a key that is not in the database.

create table reminder (
  id uuid primary key,
  -- HMAC of the tracking code's hash under the sender's secret: finds the row from the code, and not the other way.
  code_key bytea not null unique check (length(code_key) = 32),
  -- Whole hours: the minute would point to the report that was sent three weeks before.
  due_at timestamptz not null check (date_trunc('hour', due_at) = due_at),
  -- AES-256-GCM over an address or a number, padded so that all are of one length.
  sealed bytea not null check (length(sealed) = 540),
  next_try_at timestamptz not null check (next_try_at >= due_at),
  tries int not null default 0 check (tries >= 0)
);

create index reminder_to_try on reminder (next_try_at);

-- Deleted: it is used, its code is closed, or it could not be sent in thirty days.
grant select, insert, delete on reminder to :role;
grant update (sealed, next_try_at, tries) on reminder to :role;
