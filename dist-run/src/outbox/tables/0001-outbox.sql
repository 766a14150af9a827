-- What a sender keeps until another holder has proved that it has the report: sealed packages it cannot open
-- itself, and the receipts for them. A package's bytes cannot be changed, only released; receipts are append-only.

create table package (
  id uuid primary key,
  -- HMAC of the file it was made from, under the sender's secret: says whether a file was sent before, and nothing of it.
  source_key bytea unique check (length(source_key) = 32),
  service text not null,
  tracking_hash text not null check (tracking_hash ~ '^[0-9a-f]{64}$'),
  sealed_hash text not null check (sealed_hash ~ '^[0-9a-f]{64}$'),
  bytes bytea,
  bytes_hash bytea not null,
  sealed_at timestamptz not null,
  -- When to post it next; null while the hub's receipt is here. There is no last attempt.
  next_post_at timestamptz,
  posts int not null default 0,
  -- When to ask the hub for the others' receipts next; null until accepted, and after release.
  next_ask_at timestamptz,
  asks int not null default 0,
  -- The hub's last refusal, a problem code, for the sender to see.
  refusal text,
  refused_at timestamptz,
  released_at timestamptz,
  -- The named person who let it go without proof that anybody else has it.
  closed_by text check (closed_by like 'person:%'),
  constraint bytes_are_those_sealed check (bytes is null or sha256(bytes) = bytes_hash),
  constraint released_or_kept check ((bytes is null) = (released_at is not null)),
  constraint closed_is_released check (closed_by is null or released_at is not null),
  constraint released_is_finished check (released_at is null or (next_post_at is null and next_ask_at is null))
);

create index package_to_post on package (next_post_at) where next_post_at is not null;
create index package_to_ask on package (next_ask_at) where next_ask_at is not null;

create table package_receipt (
  report_id uuid not null references package (id),
  -- The receipt's own hash: the same receipt twice is one.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  kind text not null,
  at timestamptz not null,
  -- Exactly as it came, because it is signed.
  receipt text not null,
  recorded_at timestamptz not null,
  primary key (report_id, hash)
);

grant select, insert on package to :role;
grant update (bytes, next_post_at, posts, next_ask_at, asks, refusal, refused_at, released_at, closed_by)
  on package to :role;
grant select, insert on package_receipt to :role;
