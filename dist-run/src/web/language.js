// The languages that pages are written in, and times as people in Norway say them. A text that lacks one of the
// languages does not compile.
export const languages = ["nb", "nn"];
const oslo = "Europe/Oslo";
const dates = { nb: dateFormat("nb-NO"), nn: dateFormat("nn-NO") };
function dateFormat(locale) {
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
export function dayIn(language, at) {
    return dates[language].format(at);
}
/** An instant in Oslo: «mandag 23. november 2026 kl. 13.03». */
export function momentIn(language, at) {
    return `${dayIn(language, at)} kl. ${clockTime(at)}`;
}
/** The time of day in Oslo, with the full stop that Norwegian writes: «13.03». */
export function clockTime(at) {
    return clock.format(at).replace(":", ".");
}
//# sourceMappingURL=language.js.map