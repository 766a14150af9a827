-- Which serial numbers the hub has issued, as the receiver tells it: so that a number at the end that is not here shows
-- as well. One row for each time more of them were heard of.

create table issued (
  service text not null,
  highest bigint not null check (highest > 0),
  heard_at timestamptz not null,
  primary key (service, highest)
);

drop view list_row;
drop view missing;

-- Serial numbers have no holes, so a number below the highest that was issued, or that is here, and that is not here
-- itself belongs to a report that is elsewhere. `since` is when it could first be seen that it is: what has just been
-- issued is on its way.
create view missing as
  select service, after + 1 as first, serial - 1 as last, moment, received_at as since
  from (
    select service, serial, lag(serial, 1, 0::bigint) over (partition by service order by serial) as after,
           coalesce(accepted_at, received_at) as moment, received_at
    from report where serial > 0
  ) numbered
  where serial > after + 1
  union all
  select service, greatest(after, there) + 1 as first, highest as last, heard_at as moment, heard_at as since
  from (
    select service, highest, heard_at, lag(highest, 1, 0::bigint) over (partition by service order by highest) as after,
           coalesce((select max(serial) from report where report.service = issued.service), 0) as there
    from issued
  ) told
  where highest > greatest(after, there);

create view list_row as
  select report.service, report.id, report.reference, report.serial as first, report.serial as last,
         coalesce(report.accepted_at, report.received_at) as moment, report.accepted_at, report.received_at,
         report.channel, false as is_missing, null::timestamptz as missing_since, opening.cursor is null as is_unopened,
         opening.at as opened_at, opening.name as opened_by
  from report left join opening
    on opening.service = report.service and opening.report = report.id and opening.is_first
  union all
  select missing.service, null, null, number, case when missing.last - missing.first < 50 then number else missing.last end,
         missing.moment, null, null, null, true, missing.since, false, null, null
  from missing cross join lateral generate_series(
    missing.first, case when missing.last - missing.first < 50 then missing.last else missing.first end) number;

grant select, insert on issued to :role;
grant select on missing, list_row to :role;
