-- The ledger as others see it: full tiles of hashes, signed heads, and what witnesses have put their names to. All of it
-- could be made anew from the leaves; it is kept so that a changed leaf no longer fits what has been said before.

-- 256 hashes of one level, the leftmost first; level 0 is of leaf hashes. Only full tiles: docs/protocol.md.
create table ledger_tile (
  level smallint not null check (level between 0 and 7),
  number bigint not null check (number >= 0),
  hashes bytea not null check (octet_length(hashes) = 8192),
  primary key (level, number)
);

-- A head, and the note that the hub signed for it.
create table checkpoint (
  size bigint primary key check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  at timestamptz not null
);

-- A witness's signature line for a head, and the time that stands in it.
create table cosignature (
  size bigint not null references checkpoint (size),
  witness text not null,
  line text not null,
  at timestamptz not null,
  primary key (size, witness)
);

grant select, insert on ledger_tile, checkpoint, cosignature to :role;
