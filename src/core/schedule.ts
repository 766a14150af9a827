// When things fall due and when they are tried again: offers, Norwegian working days, office hours, the
// calendar week of the Act. All days are days in Oslo: a day there has 23, 24 or 25 hours, so nothing here
// counts a day as hours, and every meeting of wall clock and time line says which instant it means.

import { assert } from "./problem.ts";

const oslo = "Europe/Oslo";

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;

const firstWaitMs = 5 * secondMs;
const longestWaitMs = 5 * minuteMs;

/**
 * When a report is offered again: 5 s after the first offer, then twice as long each time, at most 5 minutes.
 * `offers` counts the one that is made `now`. There is no last one.
 */
export function nextOfferAt(offers: number, now: number): number {
  return now + Math.min(longestWaitMs, firstWaitMs * 2 ** Math.max(0, offers - 1));
}

/** The date in Oslo at this instant, as `2026-11-23`. */
export function osloDate(now: number): string {
  return inOslo(now).toPlainDate().toString();
}

/** The first instant of a day in Oslo, given as `2026-11-23`, and the first of the day after it. */
export function osloDay(day: string): { readonly from: number; readonly to: number } {
  const date = Temporal.PlainDate.from(day);
  const midnight = (one: Temporal.PlainDate) => instantOf(one.toPlainDateTime(new Temporal.PlainTime()));
  return { from: midnight(date), to: midnight(date.add({ days: 1 })) };
}

/** The twelve public holidays of a year as ISO dates, in order. Two may fall on one day, as on 17 May 2032. */
export function holidaysOf(year: number): string[] {
  const easter = easterSunday(year);
  const fixed = ["01-01", "05-01", "05-17", "12-25", "12-26"].map((day) => `${year}-${day}`);
  // Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.
  const moving = [-3, -2, 0, 1, 39, 49, 50].map((days) => easter.add({ days }).toString());
  return [...fixed, ...moving].sort();
}

/** Easter Sunday in the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const leaps = 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - (year % 4);
  const weekday = (32 + leaps - epact) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const marchDays = epact + weekday - 7 * late + 22;
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: marchDays - 1 });
}

/** Whether an ISO date is a working day: Monday to Friday, and not a public holiday. */
export function isWorkingDay(date: string): boolean {
  const day = Temporal.PlainDate.from(date);
  return day.dayOfWeek <= 5 && !holidaysOf(day.year).includes(day.toString());
}

/** Whether services are open: working days 08:00–15:30 in Oslo. Outside it the emergency service is shown first. */
export function isOfficeHours(now: number): boolean {
  const { hour, minute } = inOslo(now);
  const minuteOfDay = hour * 60 + minute;
  return minuteOfDay >= 8 * 60 && minuteOfDay < 15 * 60 + 30 && isWorkingDay(osloDate(now));
}

/**
 * The instant `days` working days after `now`, at the same time of day. Days off do not count: from one of
 * them the count starts at midnight when the next working day begins.
 */
export function addWorkingDays(now: number, days: number): number {
  assert(Number.isSafeInteger(days) && days >= 0, "working days are counted in whole days");
  const start = inOslo(now).toPlainDateTime();
  let date = start.toPlainDate();
  const time = isWorkingDay(date.toString()) ? start.toPlainTime() : new Temporal.PlainTime();
  while (!isWorkingDay(date.toString())) date = date.add({ days: 1 });
  for (let left = days; left > 0; left -= 1) {
    do date = date.add({ days: 1 });
    while (!isWorkingDay(date.toString()));
  }
  return instantOf(date.toPlainDateTime(time));
}

/** The earliest instant from which `days` working days, at most five, do not end before `now`. */
export function firstNotPast(now: number, days: number): number {
  // Between these stand more days off in a row than there ever are. What ends later began no earlier, so halving finds it.
  let [past, notPast] = [now - 40 * 24 * hourMs, now];
  while (notPast - past > 1) {
    const middle = Math.floor((past + notPast) / 2);
    if (addWorkingDays(middle, days) < now) past = middle;
    else notPast = middle;
  }
  return notPast;
}

/** One calendar week later in Oslo: the same weekday and time of day, whatever the clocks did in between. */
export function weekAfter(at: number): number {
  return weeksAfter(at, 1);
}

function weeksAfter(at: number, weeks: number): number {
  return instantOf(inOslo(at).toPlainDateTime().add({ weeks }));
}

/**
 * When a reporter's reminder goes out: three calendar weeks in Oslo after sending, when the confirmation of § 13-3
 * should have come. Never earlier; up to the next whole hour, so that the time of a reminder does not single out one
 * report by its second; and by day.
 */
export function reminderAt(sentAt: number): number {
  return byDay(Math.ceil(weeksAfter(sentAt, 3) / hourMs) * hourMs);
}

/** This instant; or, from 20 to 8 in Oslo, the next time it is 8: nobody's phone is to light up at night. */
export function byDay(at: number): number {
  const { hour } = inOslo(at);
  if (hour >= 8 && hour < 20) return at;
  const morning = inOslo(at).toPlainDate().toPlainDateTime({ hour: 8 });
  return instantOf(hour < 8 ? morning : morning.add({ days: 1 }));
}

function inOslo(now: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(oslo);
}

/** A time that does not exist, or exists twice, means the earlier instant: the strictest reading of a limit. */
function instantOf(time: Temporal.PlainDateTime): number {
  return time.toZonedDateTime(oslo, { disambiguation: "earlier" }).epochMilliseconds;
}
