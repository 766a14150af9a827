-- What the case systems have said was opened, and the receipt that comes of it. The fact is kept as it was heard,
-- in the transaction that moves the cursor past it, so that none is heard in vain; the receipt follows it.

create table opening (
  service text not null,
  -- Also of a report that is not held here: should it come later, its opening is known.
  report_id uuid not null,
  opened_at timestamptz not null,
  heard_at timestamptz not null,
  primary key (service, report_id)
);

-- How far each service's case system has been listened to, in its own words.
create table opening_cursor (
  service text primary key,
  cursor text not null
);

alter table receipt drop constraint receipt_kind_check;
alter table receipt add constraint receipt_kind_check
  check (kind in ('stored', 'registered', 'claimed', 'opened', 'declined'));

-- `subject` is a report's id for `open`, and a receipt's hash for `tell`, as for `report`.
alter table work drop constraint work_step_check;
alter table work add constraint work_step_check check (step in ('prove', 'register', 'open', 'report', 'tell'));

grant select, insert on opening to :role;
grant select, insert, update on opening_cursor to :role;
