// A report as SvarInn V1 lists it, with KS's own field names. All documented fields are there, empty where we
// have nothing: clients differ in what they can do without. Nothing is drawn from the content, for we cannot read it.
const mimeTypes = { json: "application/json", pdf: "application/pdf" };
/** The JSON value of one forsendelse. */
export function forsendelseOf(listing) {
    const { id, acceptedAt, downloadUrl, files, receiver } = listing;
    return {
        id,
        tittel: "Bekymringsmelding",
        date: acceptedAt,
        status: "Klar for mottak",
        niva: "4",
        downloadUrl,
        forsendelseType: "bekymringsmelding",
        eksternRef: id,
        svarPaForsendelse: null,
        avgivendeSystem: "Framme",
        taushetsbelagtPost: true,
        kryptert: true,
        krevNiva4Innlogging: true,
        avsender: { ...senderAddress, navn: "Nasjonal portal for bekymringsmelding" },
        mottaker: { ...address, navn: receiver.name, orgnr: receiver.organisationNumber },
        svarSendesTil: { ...address, navn: "Nasjonal portal for bekymringsmelding", orgnr: null },
        metadataFraAvleverendeSystem: metadata,
        metadataForImport: importMetadata,
        filmetadata: files.map(filmetadataOf),
        lenker: [],
    };
}
function filmetadataOf({ name, size, hash }) {
    const mimetype = mimeTypes[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    return { filnavn: name, mimetype, sha256hash: hash, dokumentType: null, size, ekstraMetadata: [] };
}
const senderAddress = {
    adresselinje1: null,
    adresselinje2: null,
    adresselinje3: null,
    poststed: null,
    postnr: null,
};
const address = {
    adresse1: null,
    adresse2: null,
    adresse3: null,
    postnr: null,
    poststed: null,
    land: "Norge",
};
const importMetadata = {
    sakssekvensnummer: 0,
    saksaar: 0,
    journalposttype: null,
    journalstatus: null,
    dokumentetsDato: null,
    tittel: null,
    mappeId: null,
    systemId: null,
    registreringsId: null,
};
const metadata = {
    sakssekvensnummer: 0,
    saksaar: 0,
    journalaar: 0,
    journalsekvensnummer: 0,
    journalpostnummer: 0,
    journalposttype: null,
    journalstatus: null,
    journaldato: null,
    dokumentetsDato: null,
    tittel: null,
    saksBehandler: null,
    ekstraMetadata: [],
};
/** What a client says went wrong, as far as it is used: whether it is for good. Its words may quote the report. */
export function isPermanentFailure(value) {
    const { permanent } = (value ?? {});
    return permanent === true || permanent === "true";
}
//# sourceMappingURL=svarinn-v1.js.map