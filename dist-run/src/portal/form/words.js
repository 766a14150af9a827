// The form's words by language, and which of them somebody meets: a child and a professional are asked some things in
// another way.
import { answersAt, fieldsOf, lettersIn, said } from "./fields.js";
import { placeName } from "./place-answer.js";
import { frameNb } from "./words-frame-nb.js";
import { frameNn } from "./words-frame-nn.js";
import { stepsNb } from "./words-nb.js";
import { stepsNn } from "./words-nn.js";
import { ownNb, workNb } from "./words-who-nb.js";
import { ownNn, workNn } from "./words-who-nn.js";
/** What stands around the questions. */
export const frameWords = { nb: frameNb, nn: frameNn };
const each = { nb: stepsNb, nn: stepsNn };
const work = { nb: workNb, nn: workNn };
const own = { nb: ownNb, nn: ownNn };
/** A page's words for who reports. */
export function stepWords(language, who, name) {
    const others = who === "professional" ? work : who === "child" ? own : null;
    return others?.[language][name] ?? each[language][name];
}
/** A field's words; a field without any is named by itself, which a test would find. */
export function fieldWords(words, field) {
    return words.fields[field] ?? { label: field };
}
/** What is wrong, in words that say what to do. */
export function errorText(language, draft, step, error) {
    const { errors, place } = frameWords[language];
    const words = fieldWords(stepWords(language, draft.who, step.name), error.field);
    const text = said(answersAt(draft, step), error.field);
    const letters = new Intl.NumberFormat("nb-NO").format(lettersIn(text));
    const [district, where, elsewhere] = error.more?.district ?? ["", "", ""];
    const isText = fieldsOf(draft, step).some(({ name, kind }) => name === error.field && kind === "text");
    const texts = {
        empty: words.empty ?? errors.empty,
        "too-long": isText ? errors.tooLong(letters) : errors.lineTooLong(letters),
        "too-many": errors.tooMany,
        "no-phone": errors.phone,
        "no-email": errors.email,
        "not-a-place": error.more?.places.length ? place.unknownWithSuggestions : place.unknown,
        several: place.several,
        elsewhere: place.elsewhere(district, where, elsewhere),
        "district-empty": words.empty ?? errors.empty,
        "district-unknown": place.districtUnknown,
        "not-here": place.notHereError,
    };
    return texts[error.code];
}
/** What a page is about, over its question: «Barn 2». Nothing where there is only one. */
export function captionOf(language, draft, { name, index }) {
    const { way } = frameWords[language];
    if (index === null)
        return null;
    if (name === "guardian" || name === "told-guardian")
        return draft.answers["more-guardians"] === "ja" ? way.guardian(index + 1) : null;
    return draft.children.length > 1 && draft.who !== "child" ? way.child(index + 1) : null;
}
/** A child in a list: what it is called, and where it is. */
export function childLine(language, draft, index) {
    const { way } = frameWords[language];
    const child = draft.children[index] ?? {};
    const name = said(child, "name") || way.nameless;
    const place = placeName(child);
    return place === "" ? name : `${name}, ${place}`;
}
//# sourceMappingURL=words.js.map