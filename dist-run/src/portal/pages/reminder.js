import { jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// Asking for the one reminder: the form on the page after sending, and what stands in its place once it is kept. The
// whole of the reminder is shown before it is asked for, because others may read it too.
import { momentIn } from "../../web/language.js";
import { Heading, SubmitButton, Text, TextField } from "../../web/parts.js";
import { postPaths } from "../paths.js";
import { afterTexts } from "../texts-after.js";
/** The field of the form, as it is posted. */
export const contactField = "kontakt";
/** The error of a contact, for the summary and the field. */
export function contactErrors(language, error) {
    return [{ field: contactField, text: afterTexts[language].reminder.errors[error] }];
}
/** The form. The page it stands on shows the ErrorSummary with the same errors. */
export function ReminderForm({ language, kinds, errors, typed }) {
    if (!kinds.mail && !kinds.sms)
        return null;
    const { reminder } = afterTexts[language];
    const which = kinds.mail && kinds.sms ? "both" : kinds.mail ? "mail" : "sms";
    return (_jsxs("section", { children: [_jsx(Heading, { size: "xs", children: reminder.heading }), _jsx(Text, { children: reminder.about }), _jsx(Text, { children: reminder.whatItSays }), _jsx("blockquote", { class: "ds-paragraph quoted", children: reminder.text }), _jsx(Text, { children: reminder.othersSee }), _jsxs("form", { method: "post", action: postPaths.reminder[language], novalidate: true, children: [_jsx(TextField, { name: contactField, label: reminder.label[which], description: reminder.description[which], value: typed, mostLetters: 320, error: errors.find(({ field }) => field === contactField)?.text }), _jsx(Text, { children: reminder.erased }), _jsx(SubmitButton, { children: reminder.submit })] })] }));
}
/** Says when it will be sent. Where to is not shown again: somebody may look over a shoulder. */
export function ReminderIsKept({ language, dueAt }) {
    const { reminder } = afterTexts[language];
    return (_jsxs("section", { role: "status", children: [_jsx(Heading, { size: "xs", children: reminder.keptHeading }), _jsx(Text, { children: reminder.kept(momentIn(language, dueAt)) })] }));
}
//# sourceMappingURL=reminder.js.map