-- Tracking codes that their reporters have closed. A code that no report has is written down as well, so that
-- nobody learns from closing one whether it is in use.

create table closed_code (
  tracking_hash bytea primary key check (octet_length(tracking_hash) = 32),
  at timestamptz not null
);

grant select, insert on closed_code to :role;
