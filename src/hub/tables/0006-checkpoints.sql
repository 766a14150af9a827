-- The ledger as others see it: full tiles of hashes, signed heads, and what witnesses have put their names to. All of it
-- could be made anew from the leaves; it is kept so that a changed leaf no longer fits what has been said before.

-- 256 hashes of one level, the leftmost first; level 0 is of leaf hashes. `root` is the hash of the level above that the
-- tile stands for. Only full tiles: docs/protocol.md.
create table ledger_tile (
  level smallint not null check (level between 0 and 7),
  number bigint not null check (number >= 0),
  root bytea not null check (octet_length(root) = 32),
  hashes bytea not null check (octet_length(hashes) = 8192),
  primary key (level, number)
);
-- Hashes cannot be made smaller; kept apart, the roots of many tiles are read without them.
alter table ledger_tile alter column hashes set storage external;

-- A head, and the note that the hub signed for it. One log has one origin; a hub that had to begin again under a new one
-- keeps the heads of the old.
create table checkpoint (
  origin text not null check (origin <> ''),
  size bigint not null check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  at timestamptz not null,
  primary key (origin, size)
);
create index checkpoint_by_size on checkpoint (size);

-- A witness's signature line for a head, and the time that stands in it.
create table cosignature (
  origin text not null,
  size bigint not null,
  witness text not null,
  line text not null,
  at timestamptz not null,
  primary key (origin, size, witness),
  foreign key (origin, size) references checkpoint (origin, size)
);
create index cosignature_by_witness on cosignature (origin, witness, size);

grant select, insert on ledger_tile, checkpoint, cosignature to :role;
