// A report's id as it stands in an address. What is not one is answered as a report that does not exist.
/** Whether this can be the id of a report: a UUID in lower case. */
export function isReportId(text) {
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
//# sourceMappingURL=report-id.js.map