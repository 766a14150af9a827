// The sealed package: what a sender commits before it posts, and posts again byte for byte until there is a
// receipt. One of the first form, sealed before pairs travelled beside the header, is read as well: it may have
// waited in an outbox.
import { sha256Hex } from "../core/hash.js";
import { refuse } from "../core/problem.js";
import { pairBytes, proofPairCount } from "../core/report.js";
import { jsonOrNull } from "./foreign.js";
import { is, isKey, isSignedHeader, matches, signHeader } from "./report-header.js";
const isText = (value) => typeof value === "string";
const firstForm = {
    header: isSignedHeader,
    signature: is({ key: isKey, value: matches(/^[\w-]{86}$/) }),
    sealed: isText,
    paper: isText,
};
const isFirstForm = is(firstForm);
const isSecondForm = is({ ...firstForm, pairs: isText });
/** Signs the header with the submitter's key and writes the package's bytes: the ones to keep and to post. */
export function writePackage(header, { sealed, paper, pairs }, key) {
    const signature = { key: key.keyId, value: signHeader(header, key.privateKey) };
    const beside = pairs ? { pairs: base64(pairs) } : {};
    const body = { header, signature, ...beside, sealed: base64(sealed), paper: base64(paper) };
    return Buffer.from(JSON.stringify(body), "utf8");
}
/**
 * Reads a package and checks that sizes and hashes fit the sealed bytes, and that the pairs are those the header
 * vouches for. Refuses with `request.not-json`, `report.bad-header` or `report.wrong-hash`. The signature is not
 * checked here: see `headerSignatureFits`.
 */
export function readPackage(bytes) {
    return packageFrom(jsonOrNull(bytes) ?? refuse("request.not-json"));
}
/** As `readPackage`, from a value that has been parsed already. */
export function packageFrom(value) {
    const read = value;
    if (!isFirstForm(value) && !isSecondForm(value))
        refuse("report.bad-header");
    const pairs = pairsIn(read.header, read.pairs);
    const sealed = bytesOf(read.sealed);
    const paper = bytesOf(read.paper);
    if (!isAsStated(sealed, read.header.sealed) || !isAsStated(paper, read.header.paper))
        refuse("report.wrong-hash");
    return { header: read.header, signature: read.signature, pairs, sealed, paper };
}
/** The pairs that belong to this header; they stand where its version says, and nowhere else. */
function pairsIn(header, text) {
    if ((header.v === 2) !== (text !== undefined))
        refuse("report.bad-header", "pairs");
    if (header.v !== 2 || text === undefined)
        return null;
    const pairs = bytesOf(text);
    if (pairs.length !== proofPairCount * pairBytes)
        refuse("report.bad-header", "pairs");
    return sha256Hex(pairs) === header.pairsHash ? pairs : refuse("report.wrong-hash");
}
/** Only one text is the base64 of some bytes: writing them anew and comparing is quicker than a pattern. */
function bytesOf(text) {
    const bytes = Buffer.from(text, "base64");
    return bytes.toString("base64") === text ? bytes : refuse("report.bad-header", "not base64");
}
function isAsStated(bytes, stated) {
    return bytes.length === stated.size && sha256Hex(bytes) === stated.hash;
}
function base64(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
//# sourceMappingURL=report-package.js.map