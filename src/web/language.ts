// The languages that pages are written in, and times as people in Norway say them. A text that lacks one of the
// languages does not compile.

export const languages = ["nb", "nn"] as const;

export type Language = (typeof languages)[number];

/** One of something for each language. */
export type InEach<T> = Readonly<Record<Language, T>>;

const oslo = "Europe/Oslo";

const dates: InEach<Intl.DateTimeFormat> = { nb: dateFormat("nb-NO"), nn: dateFormat("nn-NO") };

function dateFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: oslo,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

const clock = new Intl.DateTimeFormat("nb-NO", {
  timeZone: oslo,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** A day in Oslo: «mandag 23. november 2026». */
export function dayIn(language: Language, at: number): string {
  return dates[language].format(at);
}

/** An instant in Oslo: «mandag 23. november 2026 kl. 13.03». */
export function momentIn(language: Language, at: number): string {
  return `${dayIn(language, at)} kl. ${clockTime(at)}`;
}

/** The time of day in Oslo, with the full stop that Norwegian writes: «13.03». */
export function clockTime(at: number): string {
  return clock.format(at).replace(":", ".");
}

const wholeNumber = new Intl.NumberFormat("nb-NO", { maximumFractionDigits: 0 });

/** A count with the space that Norwegian writes between thousands: «12 345». */
export function countOf(count: number): string {
  return wholeNumber.format(count);
}
