// `framme follow`: where a report is, by its tracking code, in the words a reporter is told. The code is as good
// as a password for that, so it can come on standard input and never stands in an address.
import { text } from "node:stream/consumers";
import { refuse } from "../core/problem.js";
import { postFollow, postFollowClose } from "./hub.js";
import { printResult } from "./output.js";
import { hubUrl } from "./settings.js";
/** Adds `follow`. */
export function addFollow(program) {
    program
        .command("follow")
        .description("where a report is now, by its tracking code")
        .argument("<code>", "the tracking code; - reads it from standard input, where no process list shows it")
        .option("--close", "close the code for good: from now on it answers as one that never was")
        .option("--data-dir <dir>", "use the demonstration in this folder")
        .option("--json", 'print {"reached","receipts":[{"kind","at","by"}],"owes":{"from","owed","due","overdue"}}')
        .addHelpText("after", help)
        .action(async (given, options) => {
        const code = given === "-" ? (await text(process.stdin)).trim() : given;
        if (options.close) {
            await postFollowClose(await hubUrl(options, process.env), code);
            printResult(Boolean(options.json), { closed: true }, "Koden er avsluttet. Meldingen er ikke berørt.");
            return;
        }
        const { reached, receipts, owes } = read(await postFollow(await hubUrl(options, process.env), code));
        printResult(Boolean(options.json), { reached, receipts, owes }, told({ reached, receipts, owes }));
    });
}
const help = `
Setting (environment): HUB_URL; without it a demonstration's (--data-dir, or ./var).

Examples:
  framme follow 1A2B-3C4D-5E6F-7G8H-9JKMN-PQRST
  framme follow --json - < code.txt
  framme follow --close - < code.txt`;
function read(value) {
    const followed = value;
    if (!followed.reached || !Array.isArray(followed.receipts))
        refuse("hub.refused", "/follow");
    return { reached: followed.reached, receipts: followed.receipts, owes: followed.owes ?? null };
}
/** What a reporter is told of each receipt; null: nothing. */
const sentences = {
    accepted: "Lagret i den nasjonale tjenesten. Ikke hos barnevernstjenesten ennå.",
    claimed: "Kommunens system har meldt at det har tatt imot meldingen. Vi har ikke kontrollert det ennå. Du trenger ikke gjøre noe.",
    stored: "Lagret hos kommunen, men ennå ikke registrert i fagsystemet.",
    confirmed: "Meldingen er registrert hos barnevernstjenesten. Det betyr ikke at noen har lest den.",
    registered: "Meldingen er registrert hos barnevernstjenesten. Det betyr ikke at noen har lest den.",
    opened: "En saksbehandler hos barnevernstjenesten har åpnet meldingen.",
    declined: "Tjenesten kunne ikke ta imot ennå. Vi følger det opp.",
    returned: null,
    printed: "Sendt på papir fordi den ikke kom fram elektronisk i tide.",
    proven: "Kontrollert: tjenesten har meldingen.",
    erased: "Innholdet er slettet i den nasjonale tjenesten. Barnevernstjenesten har det.",
    reviewed: null,
};
const parties = {
    hub: "den nasjonale tjenesten",
    receiver: "kommunens mottak",
    channel: "kommunens system",
    service: "barnevernstjenesten",
    caseworker: "barnevernstjenesten",
    person: "en navngitt person",
};
const owedWords = {
    claimed: "melde at meldingen er tatt imot",
    confirmed: "bekrefte at meldingen finnes i fagsystemet",
    stored: "bekrefte at meldingen er lagret i kommunen",
    registered: "bekrefte at meldingen er registrert i fagsystemet",
    opened: "gå gjennom meldingen",
};
const osloTime = new Intl.DateTimeFormat("nb-NO", {
    timeZone: "Europe/Oslo",
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
});
/** An instant as people in Norway say it. */
export function osloTimeOf(at) {
    return osloTime.format(new Date(at));
}
/** The way so far in Norwegian, for a person. */
export function told({ reached, receipts, owes }) {
    const lines = receipts.flatMap(({ kind, at, by }) => {
        const sentence = sentences[kind];
        return sentence ? [`  ${osloTimeOf(at)} (${parties[by] ?? by}): ${sentence}`] : [];
    });
    return [sentences[reached] ?? "", "", ...lines, ...(owes ? ["", debt(owes)] : [])].join("\n");
}
function debt({ from, owed, due, overdue }) {
    const who = parties[from] ?? from;
    const what = owedWords[owed] ?? owed;
    const start = who.charAt(0).toUpperCase() + who.slice(1);
    if (overdue)
        return `Forsinket: ${who} skulle ${what} innen ${osloTimeOf(due)}. Det følges opp.`;
    return `${start} skal ${what} innen ${osloTimeOf(due)}.`;
}
//# sourceMappingURL=follow.js.map