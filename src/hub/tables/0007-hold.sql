-- The hold: content goes only when receipts, answers and comparisons that stand here say that somebody else has proved
-- to have it, and the database itself looks (docs/decisions/0015-the-hold.md). The room's role can ask, and can do
-- nothing else to content. A refusal is an answer, not an error: an error would undo the note that somebody tried.

-- What the owner has decided, the last row counts; written by the owner alone. Without a row: keep 120 days from
-- acceptance, and 1826 as the most a report may be kept before a person must look.
create table hold_rule (
  number bigint generated always as identity primary key,
  keep_days int not null check (keep_days >= 30),
  maximum_days int not null check (maximum_days > keep_days),
  decided_at timestamptz not null default now(),
  decided_by text not null default session_user
);

create view hold_rule_in_force as
  select coalesce(max(keep_days), 120) as keep_days, coalesce(max(maximum_days), 1826) as maximum_days
  from (select keep_days, maximum_days from hold_rule order by number desc limit 1) as decided;

-- A version of a supplier's case system that is not to be trusted. While it is open nothing of these services is erased.
create table recall (
  number bigint generated always as identity primary key,
  supplier text not null check (length(supplier) between 1 and 200),
  version text not null check (length(version) between 1 and 100),
  services text[] not null check (cardinality(services) > 0),
  affected_from timestamptz not null,
  opened_by text not null references person (id),
  opened_at timestamptz not null
);

-- One person opens a recall, two end it.
create table recall_end (
  recall bigint not null references recall (number),
  by_person text not null references person (id),
  at timestamptz not null,
  primary key (recall, by_person)
);

create view open_recall as
  select recall.* from recall
  where (select count(*) from recall_end where recall_end.recall = recall.number) < 2;

-- Every attempt to erase, and what came of it. `objection` is what the caller itself had against it.
create table erase_attempt (
  number bigint generated always as identity primary key,
  report uuid not null,
  at timestamptz not null,
  outcome text not null check (outcome ~ '^[a-z0-9.-]{1,60}$'),
  objection text check (objection ~ '^[a-z0-9.-]{1,60}$')
);
create index erase_attempt_by_report on erase_attempt (report, number);

-- The certificate: what was erased, on what it rests, and when copies are gone too, signed by the hub.
create table erasure (
  report uuid primary key references report (id),
  receipt bytea not null unique references receipt (hash),
  body text not null,
  at timestamptz not null
);

create unique index receipt_erased_once on receipt (report) where kind = 'erased';
create index report_by_acceptance on report (accepted_at);

-- When to try next; null: not yet tried. Whether it may be erased is not decided by this.
alter table delivery add column next_erase_at timestamptz;
create index delivery_to_erase on delivery (next_erase_at) where settled_by = 'registered';

-- A receipt counts once it has its place in the ledger: what an erasure rests on cannot be taken away in silence.
create view placed_receipt as
  select receipt.hash, receipt.report, receipt.kind, receipt.body::jsonb as body, receipt.recorded_at as at
  from receipt
  join ledger_leaf on ledger_leaf.receipt = receipt.hash
  join ledger_place on ledger_place.leaf = ledger_leaf.id;

-- A right answer: the receipt, the question that was asked, the signed answer, and the HMAC that the sender left here.
create view right_answer as
  select proven.hash, proven.report, proven.at, challenge.n, challenge.step
  from placed_receipt proven
  join challenge on challenge.report = proven.report and challenge.n = (proven.body #>> '{proof,n}')::int
  join challenge_answer answer on answer.report = challenge.report and answer.n = challenge.n
  join package on package.report = proven.report
  where proven.kind = 'proven' and proven.body #>> '{by,role}' = 'hub'
    and challenge.outcome = 'right' and answer.outcome = 'right'
    and answer.body::jsonb ->> 'mac' = proven.body #>> '{proof,mac}'
    and substring(package.pairs from challenge.n * 64 + 33 for 32)
      = case when proven.body #>> '{proof,mac}' ~ '^[A-Za-z0-9_-]{43}$'
             then decode(translate(proven.body #>> '{proof,mac}', '-_', '+/') || '=', 'base64') end;

-- When a loss of one report was found, by whatever row tells it.
create view found_loss as
  select report, found_at as at from loss
  union all
  select report, at from deviation
  where kind in ('proof.wrong', 'proof.missing', 'report.lost') or kind like 'statement.%'
  union all
  select report, answered_at from challenge where outcome in ('wrong', 'missing');

-- The first thing that is missing, as src/core/hold.ts names it; null when the content may go.
create function why_held(wanted uuid, now_is timestamptz) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  held record;
  registered record;
  proofs record;
  last_loss timestamptz;
  compared record;
  keep int;
begin
  select report.service, report.accepted_at, delivery.settled_at,
         (report.accepted_at at time zone 'Europe/Oslo')::date as day, octet_length(package.sealed) as size
    into held
    from public.report join public.delivery on delivery.report = report.id
    join public.package on package.report = report.id
    where report.id = wanted;
  if not found then return 'hold.unknown-report'; end if;
  if held.size = 0 then return 'hold.already-erased'; end if;

  select min(at) as first, max(at) as last into registered from public.placed_receipt
    where report = wanted and kind = 'registered' and body #>> '{by,role}' = 'receiver';
  if registered.first is null then return 'hold.not-registered'; end if;

  select min(at) as first, max(at) as last, max(at) filter (where step = 4) as thirty into proofs
    from public.right_answer where report = wanted and at >= registered.first;
  -- In hours: a day of the session's time zone may have 23.
  if proofs.first is null or proofs.last < proofs.first + interval '24 hours' then
    return 'hold.proofs-missing';
  end if;

  select max(at) into last_loss from public.found_loss where report = wanted;
  select as_of, bool_and(agrees) as agrees into compared from public.comparison
    where service = held.service and day = held.day group by as_of order by as_of desc limit 1;
  if compared.agrees is not true or compared.as_of <= greatest(registered.last, last_loss) then
    return 'hold.not-compared';
  end if;

  -- An hour less than the schedule's thirty days: `registered` may have been recorded later than it was signed.
  if proofs.thirty is null or proofs.thirty < registered.first + interval '719 hours' then
    return 'hold.not-checked-after-30-days';
  end if;
  -- A report that is registered again has been shown to be there again: `registered` answers a question too.
  if held.settled_at is null or last_loss >= greatest(proofs.last, registered.last)
    or exists (select from public.loss where report = wanted and ended_at is null) then
    return 'hold.loss-open';
  end if;
  if exists (select from public.challenge where report = wanted and answered_at is null)
    or exists (select from public.receiver_ground where service = held.service and asked_to is not null) then
    return 'hold.answer-awaited';
  end if;
  if exists (select from public.open_recall where held.service = any(services)) then
    return 'hold.recalled';
  end if;

  select keep_days into keep from public.hold_rule_in_force;
  if now_is < held.accepted_at + keep * interval '24 hours' then return 'hold.too-young'; end if;
  return null;
end $$;

-- What an erasure rests on, as JSON.
create function hold_evidence(wanted uuid) returns jsonb
language sql stable set search_path = pg_catalog, pg_temp as $$
  with registered as (
    select encode(hash, 'hex') as hash, at from public.placed_receipt
    where report = wanted and kind = 'registered' and body #>> '{by,role}' = 'receiver'
  ), proofs as (
    select encode(hash, 'hex') as hash, at, n, step from public.right_answer where report = wanted
  ), compared as (
    select comparison.* from public.comparison
    join public.report on report.id = wanted and report.service = comparison.service
      and (report.accepted_at at time zone 'Europe/Oslo')::date = comparison.day
    order by comparison.as_of desc, comparison.number desc limit 1
  )
  select jsonb_build_object(
    'registered', (select jsonb_agg(hash) from (
      (select hash, at from registered order by at, hash limit 1)
      union (select hash, at from registered order by at desc, hash desc limit 1) order by at, hash) as ends),
    'proofs', (select jsonb_agg(jsonb_build_object('receipt', hash, 'n', n, 'step', step, 'at', at) order by at, n)
               from proofs),
    'comparison', (select jsonb_build_object('number', number, 'day', day, 'asOf', as_of, 'comparedAt', compared_at,
                     'root', encode(root, 'hex'), 'statement', encode(sha256(convert_to(body, 'UTF8')), 'hex'))
                   from compared),
    'keepDays', (select keep_days from public.hold_rule_in_force))
$$;

-- Erases a report's content, or says why not; either is noted. Runs as the owner, so that the room's role needs no right
-- to content. Two clocks must agree that it is time: the hub's and this server's.
create function erase_content(wanted uuid, hub_clock timestamptz, objection text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found text;
  refusal text;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'erase_content must see what others have committed: use read committed';
  end if;
  if hub_clock is null then raise exception 'erase_content is told the hub''s time'; end if;
  -- A recall that is being opened comes before this or after it, not during it. So does a loss that is being noted.
  lock table public.recall in share mode;
  perform from public.delivery where report = wanted for update;
  perform from public.package where report = wanted for update;

  found := public.why_held(wanted, least(hub_clock, clock_timestamp()));
  refusal := coalesce(found, objection);
  insert into public.erase_attempt (report, at, outcome, objection)
    values (wanted, clock_timestamp(), coalesce(refusal, 'erased'), objection);
  if refusal is not null then return jsonb_build_object('outcome', refusal, 'found', found); end if;

  update public.package set sealed = '', paper = '' where report = wanted;
  return jsonb_build_object('outcome', 'erased', 'restsOn', public.hold_evidence(wanted));
end $$;

-- Content goes together with its receipt and its certificate, or not at all; and neither comes without that.
create function check_erasure() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  gone boolean;
begin
  select octet_length(package.sealed) = 0 and octet_length(package.paper) = 0 into gone
    from public.package where report = new.report;
  if gone is not true
    or not exists (select from public.receipt where report = new.report and kind = 'erased')
    or not exists (select from public.erasure where report = new.report) then
    raise exception 'content, the receipt erased and the certificate go together';
  end if;
  return null;
end $$;

create constraint trigger package_erased after update on package deferrable initially deferred
  for each row when (octet_length(new.sealed) = 0 or octet_length(new.paper) = 0) execute function check_erasure();
create constraint trigger receipt_erased after insert on receipt deferrable initially deferred
  for each row when (new.kind = 'erased') execute function check_erasure();
create constraint trigger erasure_certified after insert on erasure deferrable initially deferred
  for each row execute function check_erasure();

-- Emptied rows leave dead ones behind; do not wait for a fifth of the table to have changed before they are cleared.
alter table package set (autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_scale_factor = 0);

revoke all on function why_held(uuid, timestamptz), hold_evidence(uuid), erase_content(uuid, timestamptz, text),
  check_erasure() from public;
grant execute on function why_held(uuid, timestamptz), hold_evidence(uuid), erase_content(uuid, timestamptz, text)
  to :role;
grant select on hold_rule, hold_rule_in_force, open_recall, erase_attempt, placed_receipt, right_answer, found_loss to :role;
grant select, insert on recall, recall_end, erasure to :role;
