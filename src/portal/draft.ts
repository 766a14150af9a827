// What somebody has answered so far, while they write. A draft is not custody: it is readable in its own session only,
// and is erased when the receipt is there, or after 24 hours without a touch.

/** Answers as they were typed, by field. Absent: not asked yet. `FIELD-unknown` is "ja" for «Jeg vet ikke». */
export type Answers = Readonly<Record<string, string>>;

/** Who reports. A child reports for itself by the shortest path. */
export type Who = "private" | "professional" | "child";

/** The professional's name and organisation, as the login gives them; a private reporter's name, if logged in. */
export type ReporterLogin = {
  readonly name: string;
  readonly organisation: string | null;
  readonly organisationNumber: string | null;
};

export type Draft = {
  readonly v: 1;
  /** Drawn before the first answer: the id of the report, or of the first of several. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly who: Who | null;
  readonly login: ReporterLogin | null;
  /** Answers that are not about one child or one guardian. */
  readonly answers: Answers;
  /** At least one once begun. `municipality` and `district` (two digits, or "") say where the child is. */
  readonly children: readonly Answers[];
  readonly guardians: readonly Answers[];
};
