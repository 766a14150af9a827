-- Reports, receipts and deliveries. What is a fact (a package, a report, a receipt, a deviation) is written once;
-- the room's role cannot change or take it away. Only the counter and the delivery's bookings move.

-- The last serial number of each service. A transaction that accepts locks this row last and holds it until it
-- has committed: that is what makes the numbers gapless, in the order of commit. `channel` stands here so that
-- a report accepted while the service changes channel cannot fall between the two.
create table serial_counter (
  service text primary key check (service ~ '^[a-z0-9-]{1,60}$'),
  last bigint not null default 0 check (last >= 0),
  channel text not null check (channel in ('receiver', 'svarinn', 'manual'))
);

-- A package as it was posted. `package_hash` is of the posted bytes: what a repeat must have.
create table package (
  report uuid primary key,
  package_hash bytea not null check (octet_length(package_hash) = 32),
  header text not null,
  signature_key text not null,
  signature text not null,
  sealed bytea not null,
  paper bytea not null
);
-- Sealed bytes cannot be made smaller; do not try.
alter table package alter column sealed set storage external;
alter table package alter column paper set storage external;

create table report (
  id uuid primary key references package (report),
  service text not null references serial_counter (service),
  serial bigint not null check (serial > 0),
  submitter text not null,
  tracking_hash bytea not null check (octet_length(tracking_hash) = 32),
  sealed_hash bytea not null check (octet_length(sealed_hash) = 32),
  content_hash bytea not null check (octet_length(content_hash) = 32),
  accepted_at timestamptz not null,
  unique (service, serial)
);
create index report_by_tracking_hash on report (tracking_hash);

-- `body` is the receipt's JSON exactly as it was issued, so that a repeat is answered with the same bytes.
create table receipt (
  hash bytea primary key check (octet_length(hash) = 32),
  report uuid not null references report (id),
  kind text not null check (kind in ('accepted', 'claimed', 'confirmed', 'stored', 'registered', 'opened',
    'declined', 'returned', 'printed', 'proven', 'erased')),
  body text not null,
  recorded_at timestamptz not null
);
create index receipt_by_report on receipt (report);
create unique index receipt_accepted_once on receipt (report) where kind = 'accepted';

-- A report on its way to its service. `outstanding` names the session that was offered it last and has not
-- answered; null when there is none. `settled_by` is the receipt that ended the offering.
create table delivery (
  report uuid primary key references report (id),
  service text not null references serial_counter (service),
  serial bigint not null,
  channel text not null check (channel in ('receiver', 'svarinn', 'manual')),
  sealed_size int not null check (sealed_size > 0),
  offers int not null default 0 check (offers >= 0),
  next_offer_at timestamptz not null,
  outstanding text,
  settled_at timestamptz,
  settled_by text check (settled_by in ('claimed', 'confirmed', 'stored', 'registered', 'declined', 'returned')),
  check ((settled_at is null) = (settled_by is null))
);
-- Reports that were offered often come after the others, so that one that stops a receiver does not stop the rest.
create index delivery_waiting on delivery (service, channel, (offers > 3), serial) where settled_at is null;
create index delivery_due on delivery (next_offer_at) where settled_at is null and channel = 'receiver';

-- What somebody must look at. `owner` is who: a service, a submitter, or the hub's operator. The same thing
-- seen again is the same row.
create table deviation (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null check (kind ~ '^[a-z.-]{1,60}$'),
  report uuid,
  service text,
  owner text not null check (owner ~ '^(operator|(service|submitter):[a-z0-9-]{1,60})$'),
  detail text not null default '' check (detail ~ '^[A-Za-z0-9 .:_-]{0,200}$'),
  unique nulls not distinct (kind, report, service, owner, detail)
);

grant select, insert on package, report, receipt, deviation to :role;
grant select, insert, update on serial_counter, delivery to :role;
