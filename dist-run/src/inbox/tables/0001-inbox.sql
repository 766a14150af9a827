-- The inbox is a small case system: reports as they were put, each under the service's own reference. A report
-- belongs to one service; another service's report with the same id is another row, so neither learns of the other.

create table report (
  service text not null,
  id uuid not null,
  reference text not null,
  serial bigint not null check (serial >= 0),
  accepted_at timestamptz,
  received_at timestamptz not null,
  kind text not null check (kind in ('private', 'professional', 'unknown')),
  flags jsonb not null,
  json bytea not null,
  pdf bytea not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  primary key (service, id),
  unique (service, reference)
);

create table reference_counter (
  service text not null,
  year int not null,
  last bigint not null,
  primary key (service, year)
);

grant select, insert on report to :role;
grant select, insert, update on reference_counter to :role;
