import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { Text, Title } from "../../web/parts.js";
import { formPaths } from "../form/steps.js";
import { sendPaths } from "../send-paths.js";
import { sendingTexts } from "../texts-sending.js";
import { portalPage, UrgentBox } from "./page.js";
/** Somebody who reports at work has not logged in. */
export function loginNeededPage(wish) {
    const { login } = sendingTexts[wish.language];
    return page(wish, {
        title: login.neededTitle,
        text: login.neededText,
        button: login.button,
        back: { path: formPaths.who[wish.language], text: login.instead },
    });
}
/** A login came to nothing. */
export function loginFailedPage(wish, outcome, backPath) {
    const { login } = sendingTexts[wish.language];
    return page(wish, {
        ...login[outcome],
        button: login.again,
        back: { path: backPath, text: login.back },
    });
}
function page(wish, { title, text, button, back }) {
    const content = (_jsxs(_Fragment, { children: [_jsx(Title, { children: title }), _jsx(Text, { isLead: true, children: text }), _jsx("p", { children: _jsx("a", { class: "ds-button", href: sendPaths.login[wish.language], children: button }) }), _jsx("p", { children: _jsx("a", { class: "ds-link", href: back.path, children: back.text }) }), _jsx(UrgentBox, { language: wish.language })] }));
    return portalPage({ ...wish, page: null, at: formPaths.who, title, content });
}
//# sourceMappingURL=login.js.map