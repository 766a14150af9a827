// The addresses of sending and of logging in. None of them carries an id, a code, or anything that was typed.
const both = (path) => ({ nb: path, nn: `/nn${path}` });
export const sendPaths = {
    sent: both("/meld/sendt"),
    goOn: both("/meld/fortsett"),
    erased: both("/meld/slettet"),
    receiptPdf: both("/meld/kvittering.pdf"),
    receiptJson: both("/meld/kvittering.json"),
    login: both("/login"),
    logout: both("/logout"),
};
//# sourceMappingURL=send-paths.js.map