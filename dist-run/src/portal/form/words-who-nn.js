// Questions in Nynorsk that are put otherwise to some, as words-who-nb.ts in Bokmål: to professionals, and to a child
// that writes for itself, who is met with few words and no office language.
import { stepsNn } from "./words-nn.js";
export const workNn = {
    child: {
        title: "Kva heiter barnet?",
        guidance: [
            "Skriv heile namnet om du har det. Er barnet ikkje fødd, kan du krysse av for det på neste side, og skrive om mora der du fortel om uroa.",
        ],
        fields: { name: stepsNn.child.fields.name },
    },
    home: {
        ...stepsNn.home,
        fields: { ...stepsNn.home.fields, phone: { label: "Telefonen til barnet (valfritt)" } },
    },
    concern: {
        title: "Kva gjeld uroa?",
        guidance: [
            "Skriv det de har sett og høyrt, med datoar, og kva barnet sa, ord for ord om du kan. Skil mellom det de har sett sjølve og det andre har fortalt.",
            "Skriv òg kva de trur barnet treng no.",
            "Trur du at barnet er i fare no, skal du ringje og ikkje skrive.",
        ],
        fields: stepsNn.concern.fields,
    },
};
export const ownNn = {
    place: {
        title: "Kvar er du no?",
        guidance: ["Då kan vi sende det du skriv til dei som hjelper barn der du er."],
        fields: {
            place: {
                label: "Kommune eller bydel",
                help: "Til dømes Alver. Bur du i ein stor by, kan du skrive bydelen.",
                empty: "Skriv namnet på staden der du er. Veit du det ikkje, ring 116 111, så hjelper dei deg.",
            },
            district: {
                label: "Bydelen der du bur eller er no",
                empty: "Vel ein bydel.",
                unknown: "Eg veit ikkje",
            },
        },
    },
    child: {
        title: "Kva heiter du?",
        guidance: ["Då veit dei som hjelper barn, kven dei skal sjå etter."],
        fields: {
            name: { label: "Namnet ditt", empty: "Skriv namnet ditt, så dei veit kven dei skal hjelpe." },
            age: { label: "Kor gammal er du? (du kan la det stå tomt)" },
        },
    },
    concern: {
        title: "Kva vil du fortelje?",
        guidance: [
            "Skriv det som er vanskeleg, med dine eigne ord. Det er ikkje di skuld, og du kan ikkje skrive noko gale.",
            "Dei som jobbar i barnevernet, les det. Dei skal snakke med deg og høyre kva du meiner.",
            "Er du redd no, ring 116 111. Er nokon i fare, ring 112.",
        ],
        fields: {
            concern: {
                label: "Det eg vil fortelje",
                help: "Du kan skrive kort eller langt. Det er plass til 100 000 teikn.",
                empty: "Skriv litt om korleis du har det. Éi setning er nok.",
            },
        },
    },
    contact: {
        title: "Korleis kan nokon snakke med deg utan at det blir vanskeleg?",
        guidance: ["Du kan la det stå tomt. Skriv berre ein måte som er trygg for deg."],
        fields: {
            reach: {
                label: "Telefonnummer, eller ein trygg måte å nå deg på",
                help: "Til dømes «på skulen, hos helsesjukepleiaren».",
            },
        },
    },
};
//# sourceMappingURL=words-who-nn.js.map