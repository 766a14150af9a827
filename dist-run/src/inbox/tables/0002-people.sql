-- What people do in the inbox: their sessions, who has looked at which report and when, and the receipts of a report
-- that the hub has recorded. Looking and receipts are only ever added.

create table session (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  sealed bytea not null,
  begun_at timestamptz not null,
  used_at timestamptz not null
);
create index session_used_at on session (used_at);

-- The source that the receiver took a report from. It is not known of those that came before it was told.
alter table report add column channel text not null default 'unknown'
  check (channel in ('hub', 'svarinn', 'unknown'));
create index report_by_serial on report (service, serial);

-- Cursors are given while the service's row in opening_turn is locked, so that whoever has read up to one has
-- missed none below it.
create table opening_turn (
  service text primary key
);

create table opening (
  cursor bigint generated always as identity primary key,
  service text not null,
  report uuid not null,
  at timestamptz not null,
  person text not null check (person <> ''),
  name text not null,
  -- The page of the report, or its file.
  what text not null check (what in ('report', 'pdf')),
  is_first boolean not null,
  check (what = 'report' or not is_first),
  foreign key (service, report) references report (service, id)
);
create unique index opening_first on opening (service, report) where is_first;
create index opening_first_by_cursor on opening (service, cursor) where is_first;
create index opening_by_report on opening (service, report, cursor);

create table receipt (
  service text not null,
  report uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  kind text not null,
  at timestamptz not null,
  -- The receipt as JSON.
  body text not null,
  told_at timestamptz not null,
  primary key (service, report, hash),
  foreign key (service, report) references report (service, id)
);

-- Serial numbers have no holes, so a number below the highest that is not here belongs to a report that is elsewhere.
create view missing as
  select service, after + 1 as first, serial - 1 as last, moment
  from (
    select service, serial, lag(serial, 1, 0::bigint) over (partition by service order by serial) as after,
           coalesce(accepted_at, received_at) as moment
    from report where serial > 0
  ) numbered
  where serial > after + 1;

-- What a service's list shows. A missing number stands right below the next one that is here; of a long hole, as where
-- a service has used another case system before, all numbers stand in one row.
create view list_row as
  select report.service, report.id, report.reference, report.serial as first, report.serial as last,
         coalesce(report.accepted_at, report.received_at) as moment, report.accepted_at, report.received_at,
         report.channel, false as is_missing, opening.cursor is null as is_unopened, opening.at as opened_at,
         opening.name as opened_by
  from report left join opening
    on opening.service = report.service and opening.report = report.id and opening.is_first
  union all
  select missing.service, null, null, number, case when missing.last - missing.first < 50 then number else missing.last end,
         missing.moment, null, null, null, true, false, null, null
  from missing cross join lateral generate_series(
    missing.first, case when missing.last - missing.first < 50 then missing.last else missing.first end) number;

grant select, insert, update, delete on session to :role;
grant select, insert, update on opening_turn to :role;
grant select, insert on opening, receipt to :role;
grant select on missing, list_row to :role;
