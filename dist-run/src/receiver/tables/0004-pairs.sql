-- What the hub has asked about a report, one nonce at a time. It is kept with the report, and before anything is
-- answered, so that whoever goes on after a death answers the same question.

create table asked (
  report_id uuid not null,
  -- Pair 0 goes with `stored`, pair 1 with `registered`, and one of the others with both, when the report is handed
  -- over again after a loss.
  n smallint not null check (n between 0 and 63),
  purpose text not null check (purpose in ('stored', 'registered', 'again')),
  nonce text not null check (nonce ~ '^[A-Za-z0-9_-]{43}$'),
  primary key (report_id, n)
);

-- Handed over again, a report is stored and registered anew. `again` is the pair that was asked then; 0 the first time.
alter table receipt add column again smallint not null default 0;
alter table receipt drop constraint receipt_report_id_kind_reason_key;
alter table receipt add constraint receipt_once unique (report_id, kind, reason, again);

grant select, insert on asked to :role;
