// What is sent, and to whom: one report for each service that covers a place where one of the children is staying,
// with its own children only. Every child is in exactly one of them.
import { coverOf, districtsOf, municipalityOf, serviceFor, } from "../../core/area.js";
import { canonicalBytes } from "../../core/canonical.js";
import { sha256Hex } from "../../core/hash.js";
import { osloDate } from "../../core/schedule.js";
import { placeName } from "./place-answer.js";
import { stepsOf } from "./steps.js";
import { reportText } from "./to-ks.js";
/** Through what the report says it came. */
export const channelName = "Framme";
/**
 * The deliveries, in the order of the first child of each. Refuses as `serviceFor` does when a child's place has no
 * service on the network: ask `firstUncovered` before. The draft has nothing missing (`firstMissing`).
 */
export function deliveriesOf(draft, book, now) {
    const groups = new Map();
    for (const [index, child] of childrenIn(draft).entries()) {
        const service = serviceFor(book, child.municipality ?? "", child.district || null, osloDate(now));
        const group = groups.get(service.id) ?? { service, children: [] };
        groups.set(service.id, { service, children: [...group.children, index] });
    }
    return [...groups.values()].map(({ service, children }) => {
        const first = draft.children[children[0]];
        const facts = {
            place: writtenPlace(first),
            placeName: placeName(first),
            sentAt: now,
            channel: channelName,
        };
        const own = { ...draft, children: children.map((index) => draft.children[index]) };
        return { service, children, ksText: reportText(own, facts) };
    });
}
/** The page about the first child whose place no service on the network covers; null: every child has one. */
export function firstUncovered(draft, book, now) {
    const index = childrenIn(draft).findIndex(({ municipality = "", district }) => typeof coverOf(book, municipality, district || null, osloDate(now)) === "string");
    return index < 0 ? null : { name: "place", index };
}
/** Who writes as a child writes of itself, also when others were told of before that was chosen. */
function childrenIn({ who, children }) {
    return who === "child" ? children.slice(0, 1) : children;
}
function writtenPlace({ municipality = "", district = "" }) {
    const found = districtsOf(municipality).find(({ number }) => number === district);
    return {
        municipality,
        municipalityName: municipalityOf(municipality).name,
        district: found?.number ?? null,
        districtName: found?.name ?? null,
    };
}
/**
 * SHA-256 (hex) of everything that will be sent, of the pages that belong to the draft now. The page that shows the
 * answers carries it, so that what was shown is what is sent.
 */
export function answersHash(draft) {
    const { who, login, answers, children, guardians } = draft;
    const shown = {
        who,
        login,
        answers: answered(answers),
        children: children.map(answered),
        guardians: guardians.map(answered),
        steps: stepsOf(draft).map(({ name, index }) => [name, index]),
    };
    return sha256Hex(canonicalBytes("framme answers", shown));
}
/** Without what only the pages remember, and without fields that were seen and left empty. */
function answered(answers) {
    return Object.fromEntries(Object.entries(answers).filter(([field, value]) => value.trim() !== "" && !["asked", "identity-asked", "same-place"].includes(field)));
}
//# sourceMappingURL=deliveries.js.map