// Whether a text is an identity number of some kind in use in Norway. The answer is only ever a remark: a child
// may have none, and a report is never stopped by it. Age and sex are not read out of it, and from 2032 cannot be.
import { idnr } from "@navikt/fnrvalidator";
/** The registers' way of writing a child who has no number yet: date of birth and one of these. */
const incompleteEndings = ["00100", "00200", "99999"];
/** Identity numbers and d-numbers, also synthetic ones; incomplete ones with a real date; DUF numbers. */
export function isUsualIdentityNumber(text) {
    if (/^\d{12}$/.test(text))
        return true; // DUF: the immigration authorities' number, twelve digits.
    if (!/^\d{11}$/.test(text))
        return false;
    return idnr(text).status === "valid" || (incompleteEndings.includes(text.slice(6)) && startsWithDate(text));
}
function startsWithDate(text) {
    const [day, month] = [Number(text.slice(0, 2)), Number(text.slice(2, 4))];
    const date = new Date(Date.UTC(2000 + Number(text.slice(4, 6)), month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
//# sourceMappingURL=identity-number.js.map