// Where a child is staying, as it is read from the page: a name that may be misspelled, then a district where there
// are several services. It counts as answered when one service covers it; while the address book cannot be had, when
// it is a place at all, and the service is found when the report is sent.
import { coverOf, districtsOf, emergencyServiceFor, } from "../../core/area.js";
import { osloDate } from "../../core/schedule.js";
import { findService } from "../find-service.js";
import { placeOf, placesCalled } from "../place.js";
import { answersAt, said, withAnswersAt } from "./fields.js";
/** Fields of the page. `chosen` is a button with a place on it. */
export const placeFields = {
    place: "place",
    chosen: "chosen",
    district: "district",
    /** A button: not this place after all. */
    another: "another",
    samePlace: "same-place",
};
/** Reads the page for one child. What was typed is kept in the draft, whatever is wrong with it. */
export function readPlace(draft, step, form, book, now) {
    const before = answersAt(draft, step);
    if (form.has(placeFields.another))
        return { draft: withAnswersAt(draft, step, { ...before, asked: "" }), errors: [], again: true };
    const first = draft.children[0] ?? {};
    const same = form.get(placeFields.samePlace) ?? "";
    if (step.index !== 0 && same === "ja" && first.municipality)
        return settled(draft, step, { ...before, ...placeIn(first), "same-place": "ja" });
    const typed = form.get(placeFields.chosen) ?? form.get(placeFields.place) ?? "";
    const district = form.getAll(placeFields.district).at(-1) ?? null;
    const open = { ...before, place: typed, municipality: "", district: "", asked: "", "same-place": same };
    const outcome = outcomeOf(typed, district, book, now);
    if (outcome.is === "place")
        return settled(draft, step, {
            ...open,
            ...numbersOf(outcome.place),
            // Chosen or written out in full, it is shown the same way later.
            place: outcome.place.label,
        });
    const asked = withAnswersAt(draft, step, { ...open, asked: outcome.asked });
    return { draft: asked, errors: outcome.error ? [outcome.error] : [], again: true };
}
const longestPlace = 200;
function outcomeOf(typed, district, book, now) {
    // No place has a name like that; the patterns below are for what people write.
    if (typed.length > longestPlace)
        return open("", { field: placeFields.place, code: "not-a-place" });
    const text = typed.trim().replace(/\s*,\s*/g, " i ");
    const elsewhere = districtElsewhere(text);
    if (elsewhere)
        return open("", { field: placeFields.place, code: "elsewhere", more: elsewhere });
    const found = book ? findService(book, { place: text, district }, now) : withoutBook(text, district);
    return outcomeIn(found, book, now);
}
function outcomeIn(found, book, now) {
    const place = placeFields.place;
    switch (found.is) {
        case "empty":
            return open("", { field: place, code: "empty" });
        case "not-a-place":
            return open("", { field: place, code: "not-a-place", more: choices(found.like) });
        case "several":
            return open("", { field: place, code: "several", more: choices(found.places) });
        case "district-needed":
            return open("district", found.isMissing ? { field: placeFields.district, code: "district-empty" } : null);
        case "no-address-book":
            return open("", null); // Not reached: without a book `withoutBook` answers.
        case "answer":
            return answered(found, book, now);
    }
}
function answered(found, book, now) {
    const { place, services } = found;
    const cover = book ? coverOf(book, place.municipality, place.district, osloDate(now)) : null;
    if (cover === "district.needed")
        return open("district", {
            field: placeFields.district,
            code: "district-unknown",
            more: { places: [], calls: callsTo(services) },
        });
    if (services.length > 0 || !book)
        return { is: "place", place };
    return open("not-here", {
        field: placeFields.place,
        code: "not-here",
        more: { places: [], calls: insteadOf(book, place, now) },
    });
}
function open(asked, error) {
    return { is: "open", asked, error };
}
function choices(places) {
    return { places: places.map(({ label }) => label), calls: [] };
}
function callsTo(services) {
    return services.flatMap(({ name, phone }) => (phone ? [{ name, phone }] : []));
}
/** Who can be called where nothing can be sent: a service that is switched off is there all the same. */
function insteadOf(book, place, now) {
    const emergency = emergencyServiceFor(book, place.municipality, now);
    const date = osloDate(now);
    const here = book.services.filter(({ areas }) => areas.some(({ municipality, district, from, to }) => municipality === place.municipality &&
        (district === null || district === place.district) &&
        from <= date &&
        (to === null || date < to)));
    return callsTo([...here]).concat(emergency ? [{ name: emergency.name, phone: emergency.phone }] : []);
}
/** «Grünerløkka i Bergen»: a district that lies in another municipality than the one it is said to be in. */
function districtElsewhere(text) {
    const parts = /^(.+?)\s+i\s+(.+)$/iu.exec(text);
    if (!parts || placesCalled(text).length > 0)
        return null;
    const districts = placesCalled(parts[1]).filter(({ district }) => district !== null);
    const municipality = placesCalled(parts[2]).find(({ district }) => district === null);
    const [district] = districts;
    if (!district || !municipality)
        return null;
    const where = placeOf(district.municipality, null)?.label ?? "";
    const name = district.label.replace(/ i [^ ].*$/, "");
    return {
        places: [...districts.map(({ label }) => label), municipality.label],
        calls: [],
        district: [name, where, municipality.label],
    };
}
/** The place alone: which districts there are is known without the book, which services there are is not. */
function withoutBook(text, district) {
    const found = findService({ services: [], emergencyServices: [] }, { place: text, district: null }, 0);
    if (found.is !== "answer" || found.place.district !== null)
        return found;
    const { municipality } = found.place;
    const districts = districtsOf(municipality);
    if (districts.length === 0)
        return found;
    const place = district === null ? null : placeOf(municipality, district);
    if (place)
        return { ...found, place };
    return { is: "district-needed", municipality: found.place, districts, isMissing: district !== null };
}
function settled(draft, step, answers) {
    const next = withAnswersAt(draft, step, answers);
    // The other children that stay in the same place move along with the first.
    const children = next.children.map((child, index) => index > 0 && step.index === 0 && child["same-place"] === "ja" ? { ...child, ...placeIn(answers) } : child);
    return { draft: { ...next, children }, errors: [], again: false };
}
function placeIn(child) {
    const { municipality = "", district = "", place = "" } = child;
    return { municipality, district, place, asked: "" };
}
function numbersOf({ municipality, district }) {
    return { municipality, district: district ?? "", asked: "" };
}
/** What is still wrong with a place as it stands in the draft, without asking the address book. */
export function placeErrors(draft, step) {
    const child = answersAt(draft, step);
    if (child.municipality)
        return [];
    const code = child.asked === "not-here" ? "not-here" : child.asked === "district" ? "district-empty" : null;
    if (code === "district-empty")
        return [{ field: placeFields.district, code }];
    if (code)
        return [{ field: placeFields.place, code }];
    return [{ field: placeFields.place, code: said(child, "place") === "" ? "empty" : "not-a-place" }];
}
/** The place of a child as people say it; "" when it is not settled. */
export function placeName(child) {
    if (!child.municipality)
        return "";
    return placeOf(child.municipality, child.district || null)?.label ?? "";
}
//# sourceMappingURL=place-answer.js.map