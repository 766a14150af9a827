// Compares a document with the KS schema and names the fields that differ. Only field names and places in
// lists come out, never values, so that the answer can be shown and logged. Nothing is refused here.
import { addressFields, isOfForm, parts } from "./ks-fields.js";
/** Places in the document that are not as the schema has them, such as `offentligMelder.epost`. */
export function deviationsOf(document, kind) {
    return parts[kind].flatMap((part) => checkPart(document, part));
}
function checkPart(document, part) {
    if (part.at === undefined)
        return checkFields(document, part.fields, "");
    const [place, value] = [part.at, own(document, part.at)];
    if (!part.list)
        return checkObject(value, part.fields, place);
    if (!Array.isArray(value))
        return [place];
    const isOddCount = value.length < part.list.least || value.length > part.list.most;
    const inItems = value.flatMap((item, index) => checkObject(item, part.fields, `${place}[${index}]`));
    return isOddCount ? [place, ...inItems] : inItems;
}
function checkObject(value, fields, place) {
    return isObject(value) ? checkFields(value, fields, `${place}.`) : [place];
}
function checkFields(object, fields, prefix) {
    return Object.entries(fields).flatMap(([name, field]) => checkField(own(object, name), field, prefix + name));
}
function checkField(value, field, place) {
    if (value === undefined)
        return field.must ? [place] : [];
    if (field.form === "address")
        return checkObject(value, addressFields, place);
    if (typeof field.form === "object")
        return checkObject(value, field.form, place);
    return isOfForm(value, field.form) ? [] : [place];
}
/** Whether a JSON value is an object and not a list. */
export function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** A field that the document itself has; never one that every JavaScript object has. */
export function own(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
//# sourceMappingURL=ks-check.js.map