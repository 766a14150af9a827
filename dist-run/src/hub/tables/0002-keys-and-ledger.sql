-- The address book and the keys as changes in the order they were made, and the ledger that commits to every
-- receipt and every change of key. Nothing here is changed once written, except a SvarInn account's password.

create table person (
  id text primary key check (id ~ '^person:[a-z0-9-]{1,60}$'),
  name text not null
);

create table key_change (
  number bigint generated always as identity primary key,
  key_id text not null unique check (key_id ~ '^[0-9a-f]{32}$'),
  owner text not null,
  use text not null check (use in ('encryption', 'receipt', 'submitter', 'hub', 'person')),
  change text not null,
  countersignatures text not null,
  -- True for the keys the hub was first started with: nobody was there yet to countersign them.
  bootstrap boolean not null,
  recorded_at timestamptz not null,
  check (case use
    when 'encryption' then owner = 'print' or owner like 'service:%'
    when 'receipt' then owner like 'service:%'
    when 'submitter' then owner like 'submitter:%'
    when 'person' then owner like 'person:%'
    when 'hub' then owner = 'hub' end)
);
create unique index key_change_first_hub_key on key_change (owner) where bootstrap and use = 'hub';

create table address_change (
  number bigint generated always as identity primary key,
  kind text not null check (kind in ('service', 'emergency-service')),
  id text not null check (id ~ '^[a-z0-9-]{1,60}$'),
  body text not null,
  by_caller text not null,
  recorded_at timestamptz not null
);

create table svarinn_account (
  service text primary key references serial_counter (service),
  user_name text not null unique,
  password_hash bytea not null check (octet_length(password_hash) = 32),
  made_by text not null,
  made_at timestamptz not null
);

-- A leaf's data is the commitment alone: SHA-256 over salt and entry. It is written in the transaction of its
-- entry and gets its place in the tree right after.
create table ledger_leaf (
  id bigint generated always as identity primary key,
  receipt bytea unique references receipt (hash),
  key_change text unique references key_change (key_id),
  salt bytea not null check (octet_length(salt) = 32),
  commitment bytea not null check (octet_length(commitment) = 32),
  check (num_nonnulls(receipt, key_change) = 1)
);

-- Places from 0 without gaps: each but the first points to the one before it.
create table ledger_place (
  place bigint primary key check (place >= 0),
  before bigint unique references ledger_place (place),
  leaf bigint not null unique references ledger_leaf (id),
  check (case when place = 0 then before is null else before is not null and before = place - 1 end)
);

grant select, insert on person, key_change, address_change, ledger_leaf, ledger_place to :role;
grant select, insert, update on svarinn_account to :role;
