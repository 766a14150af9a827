-- What is stated of each service to the hub: the last time, and what came of it. The reports of a day are looked up by
-- when the hub accepted them, which stands in its receipt as ISO 8601 in UTC.

create index held_report_by_acceptance on held_report (service, (envelope -> 'accepted' ->> 'at')) where source = 'hub';

create table stated (
  service text primary key,
  as_of timestamptz not null,
  stated_at timestamptz not null,
  days int not null check (days >= 0),
  -- Of these days, how many the hub found different from what was registered.
  differ int not null check (differ >= 0),
  strays int not null check (strays >= 0),
  highest bigint not null check (highest >= 0)
);

grant select, insert, update on stated to :role;
