import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { Box, ErrorSummary, Heading, SubmitButton, Text, Title } from "../../../web/parts.js";
import { NationalNumbers, portalPage } from "../../pages/page.js";
import { paths } from "../../paths.js";
import { texts } from "../../texts.js";
import { formPaths } from "../steps.js";
import { frameWords } from "../words.js";
import { FieldFault, Radio } from "./field.js";
/** What is told before the form is begun: whom to call instead, what it takes, who sees a name, where a draft lies. */
export function BeforeContent({ language }) {
    const { before, notice } = frameWords[language];
    return (_jsxs(_Fragment, { children: [_jsx(Text, { isLead: true, children: before.lead }), _jsxs(Box, { tint: "danger", label: before.call, children: [_jsx(Heading, { children: before.call }), _jsx(Text, { children: before.callText }), _jsx(NationalNumbers, { language: language }), _jsx("p", { children: _jsx("a", { class: "ds-link", href: paths.service[language], children: before.callFind }) })] }), _jsxs("section", { children: [_jsx(Heading, { children: before.need }), _jsx("ul", { class: "ds-list", children: before.needList.map((one) => (_jsx("li", { children: one }))) })] }), [
                { heading: before.time, text: before.timeText },
                { heading: before.name, text: notice.private },
                { heading: before.draft, text: before.draftText },
            ].map(({ heading, text }) => (_jsxs("section", { children: [_jsx(Heading, { children: heading }), _jsx(Text, { children: text })] }))), _jsx("form", { method: "post", action: formPaths.before[language], children: _jsx(SubmitButton, { children: before.begin }) })] }));
}
const everybody = ["private", "professional", "child"];
/** The page at `/meld/hvem`. `chosen`: what stands in the draft, or null. */
export function whoPage(wish, errors, chosen = null) {
    const { language } = wish;
    const { who, way } = frameWords[language];
    const isWrong = errors.length > 0;
    const told = isWrong ? [{ field: "who", text: who.empty }] : [];
    const content = (_jsxs(_Fragment, { children: [_jsx("p", { children: _jsx("a", { class: "ds-link", href: formPaths.before[language], children: way.back }) }), _jsx(ErrorSummary, { heading: texts[language].errorHeading, errors: told }), _jsx(Title, { children: who.title }), _jsxs("form", { method: "post", action: formPaths.who[language], novalidate: true, children: [_jsxs("fieldset", { class: "ds-fieldset", "aria-describedby": isWrong ? "who-feil" : undefined, children: [_jsx("legend", { class: "ds-label", children: who.label }), _jsx(FieldFault, { name: "who", error: isWrong ? who.empty : undefined }), _jsx("div", { class: "radios", children: everybody.map((one, at) => (_jsx(Radio, { id: at === 0 ? "who" : `who-${one}`, name: "who", value: one, label: who.choices[one].label, help: who.choices[one].help, isChosen: chosen === one, isWrong: isWrong }))) })] }), _jsx(SubmitButton, { children: who.submit })] })] }));
    const title = isWrong ? way.errorTitle(who.title) : who.title;
    return portalPage({ ...wish, page: null, at: formPaths.who, title, content });
}
//# sourceMappingURL=before.js.map