-- Storage proofs. A package's 64 pairs of nonce and HMAC are kept apart from what is told to its receiver, and stay
-- when its content is erased. Pair 0 is asked for `stored`, pair 1 for `registered`; the others are revealed one at a
-- time, each for one purpose, and what was answered is kept as it was signed.

-- 64 times nonce (32 bytes) and HMAC (32 bytes). Null: the package is of the first form, whose header told its receiver
-- all pairs, so that no answer to them proves anything.
alter table package add column pairs bytea check (octet_length(pairs) = 4096);
alter table package alter column pairs set storage external;

-- When the next check of the schedule falls due; null when there is none: not registered yet, or all have been asked.
alter table delivery add column next_check_at timestamptz;
alter table delivery add column checks_begun smallint not null default 0 check (checks_begun between 0 and 10);
create index delivery_to_check on delivery (next_check_at) where next_check_at is not null;

-- Revealed nonces. `asks` and `next_ask_at` move, and the outcome is written once.
create table challenge (
  report uuid not null references report (id),
  n smallint not null check (n between 2 and 63),
  service text not null references serial_counter (service),
  purpose text not null check (purpose in ('schedule', 'demand', 'restore', 'again')),
  -- Which check of the schedule, from 0; null for the other purposes.
  step smallint check ((step is not null) = (purpose = 'schedule') and step between 0 and 9),
  revealed_at timestamptz not null,
  asks int not null default 0 check (asks >= 0),
  next_ask_at timestamptz not null,
  answered_at timestamptz,
  outcome text check (outcome in ('right', 'wrong', 'missing')),
  primary key (report, n),
  check ((answered_at is null) = (outcome is null))
);
create index challenge_open on challenge (service, next_ask_at) where answered_at is null;
create unique index challenge_once_for_a_step on challenge (report, step) where step is not null;

-- An answer as its receiver signed it.
create table challenge_answer (
  report uuid not null,
  n smallint not null,
  body text not null,
  outcome text not null check (outcome in ('right', 'wrong', 'missing')),
  at timestamptz not null,
  primary key (report, n),
  foreign key (report, n) references challenge (report, n)
);

-- The ground each service's receiver last said it stands on. One that goes back, or is another, was restored.
create table receiver_ground (
  service text primary key references serial_counter (service),
  system_id text not null,
  timeline int not null,
  flushed_to pg_lsn not null,
  seen_at timestamptz not null
);

grant select, insert on challenge_answer to :role;
grant select, insert, update on challenge, receiver_ground to :role;
