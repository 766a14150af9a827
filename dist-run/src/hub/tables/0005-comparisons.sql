-- What came of comparing a service's day, as its receiver read it out of the case system, with what was registered.

create table comparison (
  number bigint generated always as identity primary key,
  service text not null references serial_counter (service),
  -- The day in Oslo on which the hub accepted the reports.
  day date not null,
  -- When the receiver began to read, by the hub's clock no later than `compared_at`: what was registered after it was
  -- not compared.
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

grant select, insert on comparison to :role;
