// From a draft to the report that is written: what each answer becomes, and what stands where somebody does not know.
// Nothing that was written is left out; what the protocol has no field for goes into the text of the concern.
import { assert } from "../../core/problem.js";
import { notGiven, writePrivate, writeProfessional, } from "../../wire/ks-writing.js";
import { isUnknown, said } from "./fields.js";
import { placeName } from "./place-answer.js";
import { isUnknownGuardian } from "./steps.js";
/** The KS JSON of a report about the draft's children, all of them for the service of this place. */
export function reportText(draft, facts) {
    if (draft.who === "professional")
        return professionalText(draft, facts);
    return draft.who === "child" ? childText(draft, facts) : privateText(draft, facts);
}
function privateText(draft, facts) {
    const { answers } = draft;
    return writePrivate({
        ...facts,
        reporter: {
            name: draft.login?.name ?? said(answers, "own-name"),
            phone: said(answers, "own-phone"),
            address: isAddress(answers, "own") ? addressIn(answers, "own") : null,
        },
        children: draft.children.map((child) => ({
            name: known(child, "name"),
            age: known(child, "age"),
            relation: known(child, "relation"),
            address: homeOf(child, facts),
        })),
        concern: whole(answers, "concern"),
    });
}
/** A child's own report: the child is both who reports and whom it is about. */
function childText(draft, facts) {
    const child = draft.children[0] ?? {};
    const name = said(child, "name");
    const reach = said(draft.answers, "reach");
    const isNumber = /^[+(]?[\d\s()./-]{5,20}$/.test(reach) && reach.replace(/\D/g, "").length >= 5;
    const concern = whole(draft.answers, "concern");
    return writePrivate({
        ...facts,
        reporter: { name, phone: isNumber ? reach : "", address: null },
        children: [{ name, age: said(child, "age") || notGiven, relation: "Barnet selv", address: undefined }],
        concern: reach === "" || isNumber ? concern : `${concern}\n\nSlik kan barnet nås:\n${reach}`,
    });
}
function professionalText(draft, facts) {
    const { answers, login } = draft;
    assert(login, "a professional's name comes from the login");
    return writeProfessional({
        ...facts,
        reporter: {
            name: login.name,
            role: said(answers, "role"),
            phone: said(answers, "own-phone"),
            email: said(answers, "own-email"),
            organisation: {
                name: login.organisation ?? said(answers, "organisation"),
                number: login.organisationNumber,
                address: addressIn(answers, "work"),
            },
        },
        children: draft.children.map((child) => ({
            name: known(child, "name"),
            identity: identityOf(child),
            isUnborn: child.unborn === "ja",
            phone: said(child, "phone"),
            address: homeOf(child, facts),
            informed: child.unborn === "ja" ? { is: false, reason: "Barnet er ikke født." } : informedIn(child),
        })),
        guardians: guardiansIn(draft),
        concern: whole(answers, "concern"),
        history: knownWhole(answers, "history"),
        otherViews: knownWhole(answers, "views"),
        interpreter: interpreterIn(answers),
        helpers: knownWhole(answers, "helpers"),
    });
}
/** A term date goes where a date of birth would. */
function identityOf(child) {
    const number = said(child, "identity");
    const term = said(child, "term");
    if (child.unborn !== "ja")
        return number === "" ? null : number;
    return [number, term && `Termin ${term}`].filter((part) => part !== "").join(". ");
}
function guardiansIn(draft) {
    const [first = {}, second] = draft.guardians;
    const isSecond = second !== undefined && draft.answers["more-guardians"] === "ja";
    if (isUnknownGuardian(first))
        return [
            { name: null, phone: "", informed: { is: false, reason: "Melder vet ikke hvem som er foresatt." } },
        ];
    return [first, ...(isSecond ? [second] : [])].map((guardian) => ({
        name: known(guardian, "name"),
        phone: said(guardian, "phone"),
        informed: informedIn(guardian),
    }));
}
function informedIn(answers) {
    const told = said(answers, "told");
    return { is: told === "ja" ? true : told === "nei" ? false : null, reason: said(answers, "reason") };
}
function interpreterIn(answers) {
    const language = said(answers, "interpreter-language");
    const words = { ja: "Ja", nei: "Nei" };
    const need = words[said(answers, "interpreter")] ?? null;
    return language === "" ? need : `${need ?? "Melder vet ikke"}. ${language}`;
}
function known(answers, field) {
    return isUnknown(answers, field) ? null : said(answers, field);
}
/** A long text as it was typed, with the white space around it too. */
function whole(answers, field) {
    return answers[field] ?? "";
}
function knownWhole(answers, field) {
    return isUnknown(answers, field) ? null : whole(answers, field);
}
function isAddress(answers, whose) {
    return ["street", "postcode", "town"].some((part) => said(answers, `${whose}-${part}`) !== "");
}
function addressIn(answers, whose) {
    const part = (name) => said(answers, `${whose}-${name}`);
    return { street: known(answers, `${whose}-street`), postcode: part("postcode"), town: part("town") };
}
/** A service may cover several places; a child that stays in another of them than the report's has that with it. */
function homeOf(child, facts) {
    const stays = placeName(child);
    return {
        ...addressIn(child, "home"),
        more: stays === facts.placeName ? "" : `Barnet oppholder seg i: ${stays}`,
    };
}
//# sourceMappingURL=to-ks.js.map