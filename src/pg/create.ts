// Makes a room's database on a server where one role may create what is needed: an owner role that nobody logs
// in as, the room's own role with a password, and the database. What exists already is left as it is.

import { randomBytes } from "node:crypto";
import postgres from "postgres";
import type { databaseNames } from "./migrate.ts";

/** Names on the server. `room` is the role the process runs as; `owner` owns the tables and has no login. */
export type RoomNames = { readonly database: string; readonly owner: string; readonly room: string };

/** The names `framme migrate` uses unless told otherwise. `outbox:portal` becomes `framme_outbox_portal`. */
export function namesOf(database: (typeof databaseNames)[number]): RoomNames {
  const name = `framme_${database.replaceAll(":", "_")}`;
  return { database: name, owner: `${name}_owner`, room: name };
}

/** `ownerUrl` works as the owner, for migrating. `roomUrl` is null when the role was there before us. */
export type Created = { readonly ownerUrl: string; readonly roomUrl: string | null; readonly made: string[] };

/** Creates what is missing, connected as `adminUrl` (a role with CREATEDB and CREATEROLE, on any database). */
export async function createRoom(adminUrl: string, names: RoomNames): Promise<Created> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  return createMissing(sql, adminUrl, names).finally(() => sql.end({ timeout: 5 }));
}

async function createMissing(sql: postgres.Sql, adminUrl: string, names: RoomNames): Promise<Created> {
  const made: string[] = [];
  // Base64url has no quote in it, and `create role` takes no parameters.
  const password = randomBytes(32).toString("base64url");
  const hasRole = async (name: string) =>
    (await sql`select 1 from pg_roles where rolname = ${name}`).length > 0;
  if (!(await hasRole(names.owner))) {
    await sql.unsafe(`create role ${quoted(names.owner)} nologin`);
    made.push(`role ${names.owner}`);
  }
  await sql.unsafe(`grant ${quoted(names.owner)} to current_user`);
  const isNewRole = !(await hasRole(names.room));
  if (isNewRole) {
    await sql.unsafe(`create role ${quoted(names.room)} login password '${password}'`);
    made.push(`role ${names.room}`);
  }
  const [database] = await sql`select 1 from pg_database where datname = ${names.database}`;
  if (!database) {
    await sql.unsafe(`create database ${quoted(names.database)} owner ${quoted(names.owner)}`);
    await sql.unsafe(`revoke all on database ${quoted(names.database)} from public`);
    await sql.unsafe(`grant connect on database ${quoted(names.database)} to ${quoted(names.room)}`);
    made.push(`database ${names.database}`);
  }
  const roomUrl = isNewRole ? urlFor(adminUrl, names, password) : null;
  return { ownerUrl: actingAs(urlOn(adminUrl, names.database), names.owner), roomUrl, made };
}

/** The same as SQL text, for an administrator who makes them by hand before running the migrations. */
export function creationScript(names: RoomNames): string {
  const [database, owner, room] = [names.database, names.owner, names.room].map(quoted);
  return [
    `create role ${owner} nologin;`,
    `create role ${room} login password '...';`,
    `create database ${database} owner ${owner};`,
    `revoke all on database ${database} from public;`,
    `grant connect on database ${database} to ${room};`,
  ].join("\n");
}

/** Whether a role with this name exists on the server. */
export async function roleExists(url: string, role: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  const rows = sql`select 1 from pg_roles where rolname = ${role}`;
  return rows.then((found) => found.length > 0).finally(() => sql.end({ timeout: 5 }));
}

function urlOn(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Sets the role right at connection, so that everything created there belongs to it. */
function actingAs(url: string, role: string): string {
  const changed = new URL(url);
  changed.searchParams.set("role", role);
  return changed.href;
}

function urlFor(adminUrl: string, names: RoomNames, password: string): string {
  const changed = new URL(urlOn(adminUrl, names.database));
  changed.username = names.room;
  changed.password = password;
  return changed.href;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
