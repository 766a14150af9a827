// Questions in Bokmål that are put otherwise to some: to professionals, and to a child that writes for itself, who is
// met with few words and no office language.
import { stepsNb } from "./words-nb.js";
export const workNb = {
    child: {
        title: "Hva heter barnet?",
        guidance: [
            "Skriv hele navnet om du har det. Er barnet ikke født, kan du krysse av for det på neste side, og skrive om moren der du forteller om bekymringen.",
        ],
        fields: { name: stepsNb.child.fields.name },
    },
    home: {
        ...stepsNb.home,
        fields: { ...stepsNb.home.fields, phone: { label: "Barnets telefon (valgfritt)" } },
    },
    concern: {
        title: "Hva er bekymringen?",
        guidance: [
            "Skriv det dere har sett og hørt, med datoer, og hva barnet sa, ord for ord om du kan. Skill mellom det dere har sett selv og det andre har fortalt.",
            "Skriv også hva dere tror barnet trenger nå.",
            "Tror du at barnet er i fare nå, skal du ringe og ikke skrive.",
        ],
        fields: stepsNb.concern.fields,
    },
};
export const ownNb = {
    place: {
        title: "Hvor er du nå?",
        guidance: ["Da kan vi sende det du skriver til dem som hjelper barn der du er."],
        fields: {
            place: {
                label: "Kommune eller bydel",
                help: "For eksempel Alver. Bor du i en stor by, kan du skrive bydelen.",
                empty: "Skriv navnet på stedet der du er. Vet du det ikke, ring 116 111, så hjelper de deg.",
            },
            district: { label: "Bydelen der du bor eller er nå", empty: "Velg en bydel.", unknown: "Jeg vet ikke" },
        },
    },
    child: {
        title: "Hva heter du?",
        guidance: ["Da vet de som hjelper barn, hvem de skal se etter."],
        fields: {
            name: { label: "Navnet ditt", empty: "Skriv navnet ditt, så de vet hvem de skal hjelpe." },
            age: { label: "Hvor gammel er du? (du kan la det stå tomt)" },
        },
    },
    concern: {
        title: "Hva vil du fortelle?",
        guidance: [
            "Skriv det som er vanskelig, med dine egne ord. Det er ikke din feil, og du kan ikke skrive noe galt.",
            "De som jobber i barnevernet leser det. De skal snakke med deg og høre hva du mener.",
            "Er du redd nå, ring 116 111. Er noen i fare, ring 112.",
        ],
        fields: {
            concern: {
                label: "Det jeg vil fortelle",
                help: "Du kan skrive kort eller langt. Det er plass til 100 000 tegn.",
                empty: "Skriv litt om hvordan du har det. Én setning er nok.",
            },
        },
    },
    contact: {
        title: "Hvordan kan noen snakke med deg uten at det blir vanskelig?",
        guidance: ["Du kan la det stå tomt. Skriv bare en måte som er trygg for deg."],
        fields: {
            reach: {
                label: "Telefonnummer, eller en trygg måte å nå deg på",
                help: "For eksempel «på skolen, hos helsesykepleier».",
            },
        },
    },
};
//# sourceMappingURL=words-who-nb.js.map