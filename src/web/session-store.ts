// All SQL about sessions. Each room that has any has the table `session` among its own. Here rows are deleted: a session
// is nobody's custody, and one that is over must not be readable again.

import type { Read, Tx } from "../pg/db.ts";

export type SessionRow = { readonly sealed: Buffer; readonly begunAt: Date; readonly usedAt: Date };

/** Times as epoch milliseconds. */
type NewSession = { readonly id: string; readonly sealed: Buffer; readonly now: number };

/** The row with this id, over-aged or not; null when there is none. */
export async function sessionOf(read: Read, id: string): Promise<SessionRow | null> {
  const [row] = await read<SessionRow[]>`select sealed, begun_at, used_at from session where id = ${id}`;
  return row ?? null;
}

export async function insertSession(tx: Tx, { id, sealed, now }: NewSession): Promise<void> {
  const at = new Date(now);
  await tx`insert into session (id, sealed, begun_at, used_at) values (${id}, ${sealed}, ${at}, ${at})`;
}

/** Replaces what is sealed; whether the session was still there. */
export async function writeSession(tx: Tx, id: string, sealed: Buffer): Promise<boolean> {
  const done = await tx`update session set sealed = ${sealed} where id = ${id}`;
  return done.count === 1;
}

/** Gives the session another id and content, its age kept; whether it was still there. */
export async function moveSession(tx: Tx, from: string, to: NewSession): Promise<boolean> {
  const done = await tx`
    update session set id = ${to.id}, sealed = ${to.sealed}, used_at = ${new Date(to.now)} where id = ${from}`;
  return done.count === 1;
}

export async function touchSession(tx: Tx, id: string, now: number): Promise<void> {
  await tx`update session set used_at = ${new Date(now)} where id = ${id} and used_at < ${new Date(now)}`;
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await tx`delete from session where id = ${id}`;
}

/** Deletes what was begun or last used at or before these times; how many. */
export async function deleteSessions(tx: Tx, begunBy: number, usedBy: number): Promise<number> {
  const done = await tx`
    delete from session where begun_at <= ${new Date(begunBy)} or used_at <= ${new Date(usedBy)}`;
  return done.count;
}
