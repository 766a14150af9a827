-- What was stated to the hub of the reports it has accepted, and what it turned out to have lost.

create index package_receipt_accepted on package_receipt (at) where kind = 'accepted';

-- What somebody must look at. The same thing seen again is the same row.
create table deviation (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null check (kind ~ '^[a-z.-]{1,60}$'),
  report_id uuid not null,
  unique (kind, report_id)
);

-- The last time; one row.
create table stated (
  id int primary key default 1 check (id = 1),
  stated_at timestamptz not null,
  days int not null check (days >= 0),
  lost int not null check (lost >= 0)
);

grant select, insert on deviation to :role;
grant select, insert, update on stated to :role;
