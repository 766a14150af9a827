// Compares a document with the KS schema and names the fields that differ. Only field names and places in
// lists come out, never values, so that the answer can be shown and logged. Nothing is refused here.

import { addressFields, type Field, type Fields, isOfForm, type Part, parts } from "./ks-fields.ts";
import type { ReportKind } from "../core/report.ts";

/** Places in the document that are not as the schema has them, such as `offentligMelder.epost`. */
export function deviationsOf(document: object, kind: ReportKind): string[] {
  return parts[kind].flatMap((part) => checkPart(document, part));
}

function checkPart(document: object, part: Part): string[] {
  if (part.at === undefined) return checkFields(document, part.fields, "");
  const [place, value] = [part.at, own(document, part.at)];
  if (!part.list) return checkObject(value, part.fields, place);
  if (!Array.isArray(value)) return [place];
  const isOddCount = value.length < part.list.least || value.length > part.list.most;
  const inItems = value.flatMap((item, index) => checkObject(item, part.fields, `${place}[${index}]`));
  return isOddCount ? [place, ...inItems] : inItems;
}

function checkObject(value: unknown, fields: Fields, place: string): string[] {
  return isObject(value) ? checkFields(value, fields, `${place}.`) : [place];
}

function checkFields(object: object, fields: Fields, prefix: string): string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    checkField(own(object, name), field, prefix + name),
  );
}

function checkField(value: unknown, field: Field, place: string): string[] {
  if (value === undefined) return field.must ? [place] : [];
  if (field.form === "address") return checkObject(value, addressFields, place);
  if (typeof field.form === "object") return checkObject(value, field.form, place);
  return isOfForm(value, field.form) ? [] : [place];
}

/** Whether a JSON value is an object and not a list. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field that the document itself has; never one that every JavaScript object has. */
export function own(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}
