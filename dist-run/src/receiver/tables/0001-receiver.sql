-- What a receiver keeps. A report is kept as the sealed bytes that came, with all that came with them; a
-- receipt as it was signed; neither can be changed or deleted by the receiver's own role. Only `work`, the
-- diary of what to try next, is written over.

create table held_report (
  id uuid not null,
  -- A second copy is kept only when the first has been spoilt on this disk or on the way; the newest counts.
  copy int not null default 1 check (copy between 1 and 99),
  service text not null,
  serial bigint not null check (serial >= 0),
  source text not null check (source in ('hub', 'svarinn')),
  sealed bytea not null,
  sealed_hash text not null check (sealed_hash ~ '^[0-9a-f]{64}$'),
  -- From the hub: header, its signature and the accepted receipt. From SvarInn: id, address and file hashes.
  envelope jsonb not null,
  taken_at timestamptz not null,
  primary key (id, copy)
);

-- Not unique: should a hub ever give one number twice, both reports are kept, and reconciliation shows it.
create index held_report_serial on held_report (service, serial);

create table receipt (
  number bigint generated always as identity,
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  report_id uuid not null,
  service text not null,
  kind text not null check (kind in ('stored', 'registered', 'claimed', 'declined')),
  reason text not null default '',
  body jsonb not null,
  at timestamptz not null,
  -- One of each kind, and one decline for each reason: whoever asks again is shown the first one.
  unique (report_id, kind, reason)
);

create table reported (
  receipt_hash text primary key references receipt (hash),
  outcome text not null check (outcome in ('recorded', 'already', 'overtaken')),
  at timestamptz not null
);

create table deviation (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  -- The same deviation is noted once an hour for as long as it lasts, so that a loop cannot fill the disk.
  hour timestamptz not null,
  kind text not null,
  service text not null,
  report_id uuid,
  detail text not null,
  unique nulls not distinct (hour, kind, service, report_id, detail)
);

-- What is to be tried when. `subject` is a report's id, or a receipt's hash for `report`. No time: nothing is left to do.
create table work (
  step text not null check (step in ('prove', 'register', 'report')),
  subject text not null,
  service text not null,
  next_attempt_at timestamptz,
  attempts int not null default 0,
  primary key (step, subject)
);

create index work_due on work (next_attempt_at) where next_attempt_at is not null;

grant select, insert on held_report, receipt, reported, deviation to :role;
grant select, insert, update on work to :role;
