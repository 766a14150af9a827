// The addresses of the portal's pages in each language. None of them ever carries what a person typed.
export const paths = {
    start: { nb: "/", nn: "/nn" },
    service: { nb: "/tjeneste", nn: "/nn/teneste" },
    follow: { nb: "/folg", nn: "/nn/folg" },
};
/** Where forms are posted that have no page of their own to ask for. */
export const postPaths = {
    close: { nb: "/folg/avslutt", nn: "/nn/folg/avslutt" },
    reminder: { nb: "/meld/paminnelse", nn: "/nn/meld/paminnelse" },
};
//# sourceMappingURL=paths.js.map