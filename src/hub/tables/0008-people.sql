-- People at the hub's pages, and what they vouch for: that a report which was only claimed has been found in a case
-- system. The receipt tells a pseudonym; who that is stands here, and what is written here stays.

create table session (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  sealed bytea not null,
  begun_at timestamptz not null,
  used_at timestamptz not null
);
create index session_used_at on session (used_at);

-- Whoever has vouched for something by page. `subject` is what the identity provider calls the person.
create table visitor (
  subject text primary key check (subject <> ''),
  pseudonym text not null unique check (pseudonym ~ '^[a-z0-9]{20}$'),
  name text not null,
  first_at timestamptz not null
);

-- Named people with a key who speak for one service, and have no say in anything else.
create table service_person (
  person text primary key check (person ~ '^person:[a-z0-9-]{1,60}$'),
  service text not null references serial_counter (service),
  by_caller text not null,
  at timestamptz not null
);

-- A list out of a case system, held against what was claimed. One that found no difference is a row as well.
create table claim_list (
  number bigint generated always as identity primary key,
  service text not null references serial_counter (service),
  first_day date not null,
  last_day date not null check (first_day <= last_day),
  file_hash bytea not null check (octet_length(file_hash) = 32),
  lines int not null check (lines >= 0),
  confirmed int not null check (confirmed >= 0),
  -- Reports that the list covers and lacks.
  missing int not null check (missing >= 0),
  by_person text not null check (by_person ~ '^person:[a-z0-9-]{1,60}$'),
  name text not null,
  -- Why somebody did it who does not work at the service; null for those who do.
  reason text check (reason <> ''),
  at timestamptz not null
);
create index claim_list_by_service on claim_list (service, at);

-- What the list said of each report that the hub knows.
create table claim_line (
  list bigint not null references claim_list (number),
  report uuid not null references report (id),
  outcome text not null check (outcome in ('confirmed', 'already', 'conflict', 'altered', 'unclaimed', 'missing')),
  primary key (list, report)
);
create index claim_line_by_report on claim_line (report, list);

create table confirmation (
  receipt bytea primary key references receipt (hash),
  -- One word for each report; another reference is refused.
  report uuid not null unique references report (id),
  by_person text not null check (by_person ~ '^person:[a-z0-9-]{1,60}$'),
  name text not null,
  way text not null check (way in ('page', 'key', 'list')),
  list bigint references claim_list (number),
  reason text check (reason <> ''),
  check ((way = 'list') = (list is not null))
);

-- What is claimed, for whoever looks for what has not been found yet.
create index receipt_claimed on receipt (report, recorded_at) where kind = 'claimed';

-- Reports whose next receipt is a person's `confirmed`. Where a receiver has stored what its channel only claimed, the
-- debt is the receiver's, unless that one says as well that it can only claim.
create view waiting_claim as
  select claim.report, delivery.service, delivery.serial, delivery.channel, claim.claimed_at
  from (
    select report, min((body::jsonb ->> 'at')::timestamptz) as claimed_at,
           bool_or(body::jsonb #>> '{by,role}' = 'receiver') as by_receiver
    from receipt where kind = 'claimed' group by report
  ) claim
  join delivery on delivery.report = claim.report
  where not exists (
      select from receipt
      where receipt.report = claim.report and receipt.kind in ('confirmed', 'registered', 'opened'))
    and (claim.by_receiver or not exists (
      select from receipt where receipt.report = claim.report and receipt.kind = 'stored'));

-- What the last list that named or covered a report had against it, until it is found after that.
create view claim_disagreement as
  select last.report, last.outcome, claim_list.number as list, claim_list.service, delivery.serial, claim_list.at
  from (select distinct on (report) report, list, outcome from claim_line order by report, list desc) last
  join claim_list on claim_list.number = last.list
  join delivery on delivery.report = last.report
  where last.outcome in ('conflict', 'altered', 'missing')
    and not exists (
      select from receipt
      where receipt.report = last.report and receipt.kind = 'confirmed' and receipt.recorded_at > claim_list.at);

grant select on waiting_claim, claim_disagreement to :role;
grant select, insert, update, delete on session to :role;
grant select, insert on visitor, service_person, claim_list, claim_line, confirmation to :role;
