import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { Box, ErrorSummary, Heading, Phone, SubmitButton, Text, TextField, Title, } from "../../web/parts.js";
import { unknownDistrict } from "../find-service.js";
import { paths } from "../paths.js";
import { proposals } from "../place.js";
import { texts } from "../texts.js";
import { NationalNumbers, portalPage, UrgentBox } from "./page.js";
/** Fields of the forms, as they are posted. */
export const placeField = "sted";
export const districtField = "bydel";
/** The page; `found` null before anything was asked. */
export function servicePage(wish, wanted, found) {
    const { service } = texts[wish.language];
    const posted = wanted
        ? {
            [placeField]: wanted.place,
            ...(wanted.district === null ? {} : { [districtField]: wanted.district }),
        }
        : undefined;
    const content = contentFor(wish.language, wanted?.place ?? "", found);
    return portalPage({ ...wish, page: "service", title: service.title, posted, content });
}
function contentFor(language, typed, found) {
    if (found?.is === "district-needed")
        return _jsx(DistrictStep, { language: language, typed: typed, ...found });
    if (found?.is === "answer")
        return _jsx(Answer, { language: language, ...found });
    return _jsx(PlaceStep, { language: language, typed: typed, found: found });
}
function PlaceStep({ language, typed, found }) {
    const { service, errorHeading } = texts[language];
    const error = errorIn(language, found);
    const errors = error ? [{ field: placeField, text: error }] : [];
    return (_jsxs(_Fragment, { children: [_jsx(ErrorSummary, { heading: errorHeading, errors: errors }), found?.is === "no-address-book" && (_jsxs(Box, { tint: "warning", label: service.down, children: [_jsx(Heading, { children: service.down }), _jsx(Text, { children: service.downText }), _jsx(NationalNumbers, { language: language })] })), _jsx(Title, { children: service.title }), _jsx(Text, { isLead: true, children: service.lead }), _jsxs("form", { method: "post", action: paths.service[language], novalidate: true, children: [_jsx(TextField, { name: placeField, label: service.label, description: service.description, value: typed, mostLetters: 100, error: error, list: "kommuner" }), _jsx("datalist", { id: "kommuner", children: proposals.map((name) => (_jsx("option", { value: name }))) }), _jsx(SubmitButton, { children: service.submit })] }), _jsx(Choices, { language: language, places: choicesIn(found) }), found?.is !== "no-address-book" && _jsx(UrgentBox, { language: language, findIsNear: true })] }));
}
function errorIn(language, found) {
    const { service } = texts[language];
    if (found?.is === "empty")
        return service.empty;
    if (found?.is === "several")
        return service.several;
    if (found?.is !== "not-a-place")
        return undefined;
    return found.like.length > 0 ? service.unknownWithSuggestions : service.unknown;
}
function choicesIn(found) {
    if (found?.is === "several")
        return found.places;
    return found?.is === "not-a-place" ? found.like : [];
}
/** Places to press, in a form of their own: pressing Enter in the field must not choose the first of them. */
function Choices({ language, places }) {
    if (places.length === 0)
        return null;
    return (_jsx("form", { method: "post", action: paths.service[language], children: _jsxs("fieldset", { class: "ds-fieldset", children: [_jsx("legend", { class: "ds-label", children: texts[language].service.choose }), _jsx("ul", { class: "choices", children: places.map(({ label }) => (_jsx("li", { children: _jsx("button", { type: "submit", class: "ds-button", "data-variant": "secondary", name: "valgt", value: label, children: label }) }))) })] }) }));
}
function DistrictStep({ language, typed, municipality, districts, isMissing }) {
    const { service, errorHeading } = texts[language];
    const error = isMissing ? service.districtEmpty : undefined;
    const choices = [
        ...districts.map(({ number, name }) => ({ value: number, label: name })),
        { value: unknownDistrict, label: service.districtUnknown },
    ];
    const first = `${districtField}-${choices[0]?.value}`;
    return (_jsxs(_Fragment, { children: [_jsx(ErrorSummary, { heading: errorHeading, errors: error ? [{ field: first, text: error }] : [] }), _jsx(Title, { children: service.district(municipality.label) }), _jsx(Text, { isLead: true, children: service.districtLead }), _jsxs("form", { method: "post", action: paths.service[language], novalidate: true, children: [_jsx("input", { type: "hidden", name: placeField, value: typed }), _jsx("input", { type: "hidden", name: districtField, value: "" }), _jsxs("fieldset", { class: "ds-fieldset", "aria-describedby": error ? "bydel-feil" : undefined, children: [_jsx("legend", { class: "ds-label", children: service.districtLabel }), error && (_jsx("p", { class: "ds-validation-message", id: "bydel-feil", children: error })), _jsx("div", { class: "radios", children: choices.map(({ value, label }) => (_jsxs("div", { class: "ds-field", children: [_jsx("input", { class: "ds-input", type: "radio", id: `${districtField}-${value}`, name: districtField, value: value, "aria-invalid": error ? "true" : undefined }), _jsx("label", { class: "ds-label", "data-weight": "regular", for: `${districtField}-${value}`, children: label })] }))) })] }), _jsx(SubmitButton, { children: service.districtSubmit })] }), _jsx(Another, { language: language })] }));
}
function Answer({ language, place, services, emergency, isClosed }) {
    const { service } = texts[language];
    const title = services.length === 0 ? service.notHere : services.length > 1 ? service.allServices : service.covers;
    const inDaytime = _jsx(Services, { language: language, services: services });
    const now = _jsx(Emergency, { language: language, emergency: emergency, isClosed: isClosed });
    return (_jsxs(_Fragment, { children: [_jsx(Title, { children: title(place.label) }), services.length > 1 && _jsx(Text, { isLead: true, children: service.severalLead }), isClosed ? [now, inDaytime] : [inDaytime, now], _jsx(Another, { language: language })] }));
}
function Services({ language, services }) {
    const { service } = texts[language];
    if (services.length === 0)
        return _jsx(Text, { isLead: true, children: service.notHereText });
    return (_jsxs("section", { children: [services.map(({ name, phone }) => (_jsxs("div", { class: "ds-card stack", "data-color": "accent", children: [_jsx(Heading, { size: "xs", children: name }), phone ? _jsx(Phone, { number: phone }) : _jsx(Text, { children: service.noPhone })] }))), _jsx(Text, { children: service.daytime })] }));
}
/** Outside office hours the emergency service comes first; in them it stands below, where it is open then too. */
function Emergency({ language, emergency, isClosed }) {
    const { service, urgent } = texts[language];
    const heading = isClosed ? service.closedNow : urgent.heading;
    return (_jsxs(Box, { tint: "danger", label: heading, children: [_jsx(Heading, { children: heading }), emergency && (_jsx("ul", { class: "calls", children: _jsxs("li", { children: [_jsx("span", { children: emergency.hours === "always"
                                ? `${emergency.name}. ${service.emergencyAlways}`
                                : emergency.name }), _jsx(Phone, { number: emergency.phone })] }) })), isClosed && !emergency && _jsx(Text, { children: service.noEmergency }), _jsx(NationalNumbers, { language: language })] }));
}
function Another({ language }) {
    return (_jsx("p", { children: _jsx("a", { class: "ds-link", href: paths.service[language], children: texts[language].service.another }) }));
}
//# sourceMappingURL=which-service.js.map