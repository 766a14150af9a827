-- What came of comparing a service's day, as its receiver read it out of the case system, with what was registered.
-- A row is written when something has changed since the last one of that day, and when something was registered after
-- it; that the same was found again is noted in compared_day only.

create table comparison (
  number bigint generated always as identity primary key,
  service text not null references serial_counter (service),
  -- The day in Oslo on which the hub accepted the reports.
  day date not null,
  -- What was registered up to here was compared: a little before the receiver began to read, by the hub's clock.
  as_of timestamptz not null,
  compared_at timestamptz not null,
  agrees boolean not null,
  reports int not null check (reports >= 0),
  -- SHA-256 over the day's lines, as the receiver stated it.
  root bytea not null check (octet_length(root) = 32),
  -- The statement as it was signed.
  body text not null
);
create index comparison_by_day on comparison (service, day, as_of);

-- The latest statement of each service, as it was signed. An earlier one is not taken after it.
create table statement (
  service text primary key references serial_counter (service),
  as_of timestamptz not null,
  heard_at timestamptz not null,
  strays int not null check (strays >= 0),
  body text not null
);

-- How each day stood when it was compared last, and since when it has differed.
create table compared_day (
  service text not null references serial_counter (service),
  day date not null,
  as_of timestamptz not null,
  compared_at timestamptz not null,
  reports int not null check (reports >= 0),
  differences int not null check (differences >= 0),
  differs_since timestamptz check ((differs_since is null) = (differences = 0)),
  primary key (service, day)
);

-- A day's reports, of a service or of a submitter.
create index report_by_service_and_time on report (service, accepted_at);
create index report_by_submitter_and_time on report (submitter, accepted_at);

grant select, insert on comparison to :role;
grant select, insert, update on statement, compared_day to :role;
