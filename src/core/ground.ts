// The ground a receiver's database stands on, as the database itself states it. A restore cannot be hidden in it: an
// old copy is another system, or another timeline, or has flushed less than it once had.

export type Ground = {
  /** PostgreSQL's system identifier, drawn when the cluster was made. */
  readonly systemId: string;
  readonly timeline: number;
  /** How far its log is flushed, as PostgreSQL writes it, such as `0/16B3748`. */
  readonly flushedTo: string;
};

export type RestoreSign = "other-system" | "other-timeline" | "gone-back";

/**
 * What shows that the database was restored between two looks at it, or null. Only the flushed position is compared:
 * the position written to may go back after a plain crash.
 */
export function signOfRestore(before: Ground, after: Ground): RestoreSign | null {
  if (before.systemId !== after.systemId) return "other-system";
  if (before.timeline !== after.timeline) return "other-timeline";
  return positionOf(after.flushedTo) < positionOf(before.flushedTo) ? "gone-back" : null;
}

/** Whether a text is a position in a log. */
export function isPosition(text: string): boolean {
  return /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/.test(text);
}

function positionOf(text: string): bigint {
  const [high = "0", low = "0"] = text.split("/");
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}
