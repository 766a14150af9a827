// The pages of the form in their order, and their addresses. Which pages there are follows from who reports and from
// what has been answered; an address holds the number of a child or a guardian, and never anything that was typed.
const childSteps = {
    place: "sted",
    child: "navn",
    number: "fodsel",
    relation: "relasjon",
    home: "adresse",
    "told-child": "orientert",
};
const guardianSteps = { guardian: "navn", "told-guardian": "orientert" };
const plainSteps = {
    "more-children": "flere-barn",
    "more-guardians": "flere-foresatte",
    concern: "bekymring",
    history: "historie",
    views: "andres-syn",
    interpreter: "tolk",
    helpers: "hjelpeinstanser",
    you: "deg",
    contact: "kontakt",
    role: "rolle",
    organisation: "virksomhet",
};
/** More children than anybody has, so that an address cannot name a millionth. */
export const mostChildren = 30;
const plain = (name) => ({ name, index: null });
/** The pages in order, for who reports and what has been answered so far. */
export function stepsOf(draft) {
    const children = draft.children.length > 0 ? draft.children : [{}];
    if (draft.who === "child")
        return [...eachOf(["place", "child"], 0), plain("concern"), plain("contact")];
    if (draft.who === "professional")
        return [
            plain("role"),
            plain("organisation"),
            ...children.flatMap((child, index) => eachOf(professionalChild(child), index)),
            plain("more-children"),
            ...guardiansOf(draft),
            ...["concern", "history", "views", "interpreter", "helpers"].map(plain),
        ];
    return [
        ...children.flatMap((_, index) => eachOf(["place", "child", "relation", "home"], index)),
        plain("more-children"),
        ...["concern", "you", "contact"].map(plain),
    ];
}
function eachOf(names, index) {
    return names.map((name) => ({ name, index }));
}
/** A child that is not born is not asked whether it has been told. */
function professionalChild(child) {
    const steps = ["place", "child", "number", "home"];
    return child.unborn === "ja" ? steps : [...steps, "told-child"];
}
/** Who does not know who the guardian is, is not asked for more about them. */
function guardiansOf(draft) {
    const first = draft.guardians[0] ?? {};
    if (isUnknownGuardian(first))
        return eachOf(["guardian"], 0);
    const second = draft.answers["more-guardians"] === "ja" ? eachOf(["guardian", "told-guardian"], 1) : [];
    return [...eachOf(["guardian", "told-guardian"], 0), plain("more-guardians"), ...second];
}
/** Neither name nor telephone. */
export function isUnknownGuardian(guardian) {
    return guardian["name-unknown"] === "ja" && (guardian.phone ?? "").trim() === "";
}
/** Whether the page belongs to what has been answered. */
export function hasStep(draft, step) {
    return stepsOf(draft).some((one) => isSame(one, step));
}
export function isSame(a, b) {
    return a.name === b.name && a.index === b.index;
}
/** Addresses that are not of one step. */
export const formPaths = {
    before: { nb: "/meld", nn: "/nn/meld" },
    who: { nb: "/meld/hvem", nn: "/nn/meld/hvem" },
    check: { nb: "/meld/kontroller", nn: "/nn/meld/kontroller" },
    send: { nb: "/meld/send", nn: "/nn/meld/send" },
    erase: { nb: "/meld/slett", nn: "/nn/meld/slett" },
};
/** A step's address, such as `/meld/barn/1/sted`. Numbers in it count from 1. */
export function stepPath(language, { name, index }) {
    return [formPaths.before[language], ...partsOf(name, (index ?? 0) + 1)].join("/");
}
function partsOf(name, number) {
    if (name in childSteps)
        return ["barn", String(number), childSteps[name]];
    if (name in guardianSteps)
        return ["foresatt", String(number), guardianSteps[name]];
    return [plainSteps[name]];
}
/** The step at an address, from what stands behind `/meld/`: ("barn", "1", "sted"). Null: there is none. */
export function stepAt(...parts) {
    const [first = "", number = "", last = ""] = parts;
    if (parts.length === 1)
        return found(plainSteps, first, null);
    if (parts.length !== 3 || !/^[1-9]\d?$/.test(number) || Number(number) > mostChildren)
        return null;
    const index = Number(number) - 1;
    if (first === "barn")
        return found(childSteps, last, index);
    return first === "foresatt" && index < 2 ? found(guardianSteps, last, index) : null;
}
function found(steps, slug, index) {
    const name = Object.keys(steps).find((one) => steps[one] === slug);
    return name ? { name: name, index } : null;
}
//# sourceMappingURL=steps.js.map