// The files that pages load: one stylesheet, the typeface, an icon. All are our own or from the packages, served
// from here under a name that holds a hash of the content, so that a browser may keep them for a year. They are
// compressed once, at start.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { sha256Hex } from "../core/hash.js";
const fromPackage = createRequire(import.meta.url);
function fileOf(specifier) {
    return readFileSync(fromPackage.resolve(specifier));
}
function asset(name, type, content) {
    const [stem, extension] = name.split(".");
    const path = `/assets/${stem}.${sha256Hex(content).slice(0, 16)}.${extension}`;
    // woff2 is compressed already.
    const packed = type === "font/woff2" ? {} : { br: brotliCompressSync(content), gzip: gzipSync(content) };
    return { path, type, bytes: { identity: content, ...packed } };
}
/** The letters of Norwegian first; those of the Sámi languages are fetched only by a page that shows one. */
const ranges = {
    latin: "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
};
const fonts = ["latin", "latin-ext"].flatMap((subset) => [400, 600].map((weight) => {
    const name = `inter-${subset}-${weight}-normal.woff2`;
    return { subset, weight, asset: asset(name, "font/woff2", fileOf(`@fontsource/inter/files/${name}`)) };
}));
/** Of the design system's components only those that pages use: the rest is half of the first load. */
const components = [
    "button",
    "card",
    "error-summary",
    "field",
    "fieldset",
    "heading",
    "input",
    "label",
    "link",
    "list",
    "paragraph",
    "skip-link",
    "validation-message",
];
function stylesheetText() {
    const faces = fonts.map(({ subset, weight, asset: { path } }) => `@font-face{font-family:Inter;font-weight:${weight};font-display:swap;src:url(${path}) format("woff2");unicode-range:${ranges[subset]}}`);
    const part = (name) => fileOf(`@digdir/designsystemet-css/${name}.css`).toString();
    return [
        "@layer ds.theme, ds.base, ds.components, own;",
        ...faces,
        fileOf("@digdir/designsystemet-theme/index.css")
            .toString()
            .replace(/^@charset[^;]*;/, ""),
        `@layer ds.base{${part("base")}}`,
        `@layer ds.components{${components.map(part).join("\n")}}`,
        readFileSync(new URL("./own.css", import.meta.url), "utf8"),
    ].join("\n");
}
const stylesheet = asset("page.css", "text/css; charset=utf-8", Buffer.from(stylesheetText()));
const icon = asset("icon.svg", "image/svg+xml", readFileSync(new URL("./icon.svg", import.meta.url)));
export const stylesheetPath = stylesheet.path;
export const iconPath = icon.path;
const byPath = new Map([stylesheet, icon, ...fonts.map((font) => font.asset)].map((one) => [one.path, one]));
/** Adds the files. One that is not there is left to the app's `notFound`. */
export function serveAssets(app) {
    app.get("/assets/:name", (c, next) => {
        const found = byPath.get(c.req.path);
        return found ? answer(c, found) : next();
    });
}
function answer(c, { type, bytes }) {
    const accepted = c.req.header("accept-encoding") ?? "";
    const encoding = ["br", "gzip"].find((one) => bytes[one] && new RegExp(`\\b${one}\\b`).test(accepted));
    if (encoding)
        c.header("Content-Encoding", encoding);
    c.header("Content-Type", type);
    c.header("Vary", "Accept-Encoding");
    c.header("Cache-Control", "public, max-age=31536000, immutable");
    return c.body(Uint8Array.from(bytes[encoding ?? "identity"]));
}
//# sourceMappingURL=assets.js.map