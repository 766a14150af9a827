import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// The question of where a child is: a name to type, places to choose where it was spelled nearly right, the district
// where there are several services, and whom to call where nothing can be sent.
import { districtsOf } from "../../../core/area.js";
import { Box, Heading, Phone, Text, TextField } from "../../../web/parts.js";
import { unknownDistrict } from "../../find-service.js";
import { NationalNumbers } from "../../pages/page.js";
import { placesCalled, proposals } from "../../place.js";
import { answersAt } from "../fields.js";
import { placeFields, placeName } from "../place-answer.js";
import { stepPath } from "../steps.js";
import { fieldWords, frameWords, stepWords } from "../words.js";
import { describedBy, FieldFault, Radio } from "./field.js";
import { BackNote, StepForm } from "./step-form.js";
/** The heading: the question, or what has come of it. */
export function placeTitle(language, draft, step) {
    const { place } = frameWords[language];
    const child = answersAt(draft, step);
    const named = placesCalled(child.place ?? "")[0]?.label ?? child.place ?? "";
    if (child.asked === "district")
        return place.district(named);
    if (child.asked === "not-here")
        return place.notHere(named);
    return stepWords(language, draft.who, "place").title;
}
/** The form, or the second question, with what is told beside it. */
export function PlaceQuestion(wish) {
    const { language } = wish.wish;
    const asked = answersAt(wish.draft, wish.step).asked;
    const more = wish.errors.find((error) => error.more)?.more;
    if (asked === "district")
        return _jsx(DistrictQuestion, { ...wish });
    return (_jsxs(_Fragment, { children: [asked === "not-here" && _jsx(NotHere, { language: language, more: more }), _jsx(PlaceForm, { ...wish }), more && _jsx(Choices, { wish: wish.wish, step: wish.step, places: more.places })] }));
}
function PlaceForm({ wish, draft, step, told }) {
    const { language } = wish;
    const { way } = frameWords[language];
    const child = answersAt(draft, step);
    const words = fieldWords(stepWords(language, draft.who, "place"), placeFields.place);
    const first = draft.children[0] ?? {};
    const isLater = (step.index ?? 0) > 0 && placeName(first) !== "";
    const isSame = child[placeFields.samePlace] === "ja";
    return (_jsxs(StepForm, { wish: wish, step: step, children: [isLater && (_jsxs("fieldset", { class: "ds-fieldset", children: [_jsx("legend", { class: "ds-label", children: way.samePlace }), _jsx("div", { class: "radios", children: ["ja", "nei"].map((value) => (_jsx(Radio, { id: `${placeFields.samePlace}-${value}`, name: placeFields.samePlace, value: value, label: value === "ja" ? way.samePlaceYes(placeName(first)) : way.samePlaceNo, isChosen: child[placeFields.samePlace] === value, isWrong: false }))) })] })), _jsx(TextField, { name: placeFields.place, label: isLater ? way.otherPlace : words.label, description: words.help ?? "", value: isLater && isSame ? "" : (child.place ?? ""), mostLetters: 500, error: told.find(({ field }) => field === placeFields.place)?.text, list: "kommuner" }), _jsx("datalist", { id: "kommuner", children: proposals.map((name) => (_jsx("option", { value: name }))) })] }));
}
/** Places to press, in a form of their own: pressing Enter in the field must not choose the first of them. */
function Choices({ wish, step, places }) {
    if (places.length === 0)
        return null;
    return (_jsxs("form", { method: "post", action: stepPath(wish.language, step), children: [_jsx(BackNote, { wish: wish }), _jsxs("fieldset", { class: "ds-fieldset", children: [_jsx("legend", { class: "ds-label", children: frameWords[wish.language].place.choose }), _jsx("ul", { class: "choices", children: places.map((label) => (_jsx("li", { children: _jsx("button", { type: "submit", class: "ds-button", "data-variant": "secondary", name: placeFields.chosen, value: label, children: label }) }))) })] })] }));
}
function DistrictQuestion({ wish, draft, step, errors, told }) {
    const { language } = wish;
    const { place } = frameWords[language];
    const typed = answersAt(draft, step).place ?? "";
    const [municipality] = placesCalled(typed);
    const words = fieldWords(stepWords(language, draft.who, "place"), placeFields.district);
    const error = told.find(({ field }) => field === placeFields.district)?.text;
    const isDoubt = errors.some(({ code }) => code === "district-unknown");
    const calls = errors.find(({ more }) => more)?.more?.calls ?? [];
    const districts = municipality ? districtsOf(municipality.municipality) : [];
    const choices = [
        ...districts.map(({ number, name }) => ({ value: number, label: name })),
        { value: unknownDistrict, label: words.unknown ?? frameWords[language].way.unknown },
    ];
    return (_jsxs(_Fragment, { children: [_jsx(Text, { children: place.districtLead }), calls.length > 0 && _jsx(Calls, { calls: calls }), _jsxs(StepForm, { wish: wish, step: step, children: [_jsx("input", { type: "hidden", name: placeFields.place, value: typed }), _jsx("input", { type: "hidden", name: placeFields.district, value: "" }), _jsxs("fieldset", { class: "ds-fieldset", "aria-describedby": describedBy(placeFields.district, undefined, error), children: [_jsx("legend", { class: "ds-label", children: words.label }), _jsx(FieldFault, { name: placeFields.district, error: error }), _jsx("div", { class: "radios", children: choices.map(({ value, label }, at) => (_jsx(Radio, { id: at === 0 ? placeFields.district : `${placeFields.district}-${value}`, name: placeFields.district, value: value, label: label, isChosen: isDoubt && value === unknownDistrict, isWrong: error !== undefined }))) })] })] }), _jsxs("form", { method: "post", action: stepPath(language, step), children: [_jsx(BackNote, { wish: wish }), _jsx("button", { type: "submit", class: "as-link", name: placeFields.another, value: "ja", children: place.another })] })] }));
}
/** Nothing can be sent there: whom to call, and that what was written is still here. */
function NotHere({ language, more }) {
    const { place } = frameWords[language];
    return (_jsxs(Box, { tint: "danger", label: place.callInstead, children: [_jsx(Heading, { size: "xs", children: place.callInstead }), _jsx(Text, { children: place.notHereText }), _jsx(Calls, { calls: more?.calls ?? [] }), _jsx(NationalNumbers, { language: language })] }));
}
function Calls({ calls }) {
    if (calls.length === 0)
        return null;
    return (_jsx("ul", { class: "calls", children: calls.map(({ name, phone }) => (_jsxs("li", { children: [_jsx("span", { children: name }), _jsx(Phone, { number: phone })] }))) }));
}
//# sourceMappingURL=place.js.map