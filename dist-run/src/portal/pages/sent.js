import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { momentIn } from "../../web/language.js";
import { Box, ErrorSummary, Heading, Phone, Text, Title } from "../../web/parts.js";
import { isAccepted } from "../receipts.js";
import { sendPaths } from "../send-paths.js";
import { tell } from "../tell.js";
import { texts } from "../texts.js";
import { sendingTexts } from "../texts-sending.js";
import { portalPage, UrgentBox } from "./page.js";
import { Code, Downloads, Remove, TryNow } from "./sent-parts.js";
export function sentPage(wish, view) {
    const { sent } = sendingTexts[wish.language];
    const [newest, ...earlier] = view.reports;
    const title = newest ? titleOf(wish.language, newest) : sent.goneTitle;
    const content = (_jsxs(_Fragment, { children: [_jsx(ErrorSummary, { heading: texts[wish.language].errorHeading, errors: view.errors }), _jsx(Title, { children: title }), newest && _jsx(Report, { wish: wish, view: view, report: newest, number: view.reports.length }), newest && isAccepted(newest) && view.reminder, earlier.length > 0 && _jsx(Heading, { children: sent.earlier }), earlier.some(({ report }) => isNear(report, newest?.report)) && _jsx(Text, { children: sent.twoReports }), earlier.map((report, index) => (_jsx(Report, { wish: wish, view: view, report: report, number: earlier.length - index }))), _jsx(Remove, { ...wish }), _jsx("p", { class: "when", children: sent.shownAt(momentIn(wish.language, view.now)) }), _jsx(UrgentBox, { language: wish.language })] }));
    return portalPage({ ...wish, page: null, at: sendPaths.sent, title, content });
}
/** Made from one draft, which was changed in between. */
function isNear(earlier, newest) {
    return earlier.replacedBy === newest?.draftId;
}
function titleOf(language, state) {
    const { sent } = sendingTexts[language];
    if (isAccepted(state))
        return sent.title;
    return state.deliveries.some(({ is }) => is === "accepted") ? sent.titlePart : sent.titleNot;
}
function Report({ wish, view, report, number }) {
    const { sent } = sendingTexts[wish.language];
    const { deliveries, code } = report;
    const through = deliveries.filter(({ is }) => is === "accepted").length;
    return (_jsxs(_Fragment, { children: [deliveries.length > 1 && _jsx(Text, { isLead: true, children: sent.partText(through, deliveries.length) }), deliveries.map((state, index) => (_jsx(Delivery, { language: wish.language, view: view, state: state, place: deliveries.length > 1 ? `${sent.nth(index + 1, deliveries.length)}. ` : "" }))), deliveries.some(({ is }) => is === "kept") && _jsx(TryNow, { ...wish }), _jsx(Code, { ...wish, code: code, isThrough: through > 0, isForSeveral: deliveries.length > 1 }), through > 0 && _jsx(Downloads, { ...wish, number: number })] }));
}
function Delivery({ language, view, state, place }) {
    const { sent } = sendingTexts[language];
    const heading = `${place}${sent.to(state.delivery.name)}`;
    if (state.is === "accepted") {
        const told = tell(language, state.followed, view.now);
        return (_jsxs(Box, { tint: told.next.isLate ? "warning" : "success", label: heading, children: [_jsx(Heading, { children: heading }), told.now.map((sentence) => (_jsx(Text, { isLead: true, children: sentence }))), _jsx(Text, { children: sent.at(momentIn(language, Date.parse(state.receipt.at))) }), told.next.sentences.map((sentence) => (_jsx(Text, { children: sentence }))), _jsx(Text, { children: sent.notRead }), _jsx(Urgent, { language: language, view: view, state: state })] }));
    }
    return (_jsxs(Box, { tint: "warning", label: heading, children: [_jsx(Heading, { children: heading }), _jsx(Text, { isLead: true, children: sent.notYet }), _jsx(Text, { children: state.is === "kept" ? sent.notYetText : sent.closedByHand }), _jsx(Urgent, { language: language, view: view, state: state })] }));
}
/** Whom to call at this hour: the service itself, or the emergency service when it is closed. */
function Urgent({ language, view, state: { delivery } }) {
    const { sent } = sendingTexts[language];
    const emergency = view.isClosed ? view.emergencyFor(delivery.municipality) : null;
    if (view.isClosed)
        return (_jsxs("p", { class: "ds-paragraph", children: [_jsx("strong", { children: sent.urgent }), " ", sent.closed, " ", emergency?.name ?? "Alarmtelefonen", ":", " ", _jsx(Phone, { number: emergency?.phone ?? "116 111" })] }));
    return (_jsxs("p", { class: "ds-paragraph", children: [_jsx("strong", { children: sent.urgent }), " ", delivery.phone ? sent.call(delivery.name) : sent.callOther, ":", " ", _jsx(Phone, { number: delivery.phone ?? "116 111" })] }));
}
//# sourceMappingURL=sent.js.map