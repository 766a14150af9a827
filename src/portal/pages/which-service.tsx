// Which service covers a place: the question, the second question where there are districts, and the answer with
// whom to call now. Nothing that was filled in stands in an address or a title.

import type { EmergencyService, Service } from "../../core/area.ts";
import type { Language } from "../../web/language.ts";
import {
  Box,
  ErrorSummary,
  type FieldError,
  Heading,
  Phone,
  SubmitButton,
  Text,
  TextField,
  Title,
} from "../../web/parts.tsx";
import { type Found, unknownDistrict, type Wanted } from "../find-service.ts";
import { paths } from "../paths.ts";
import { type NamedPlace, proposals } from "../place.ts";
import { texts } from "../texts.ts";
import { NationalNumbers, type PageWish, portalPage, UrgentBox } from "./page.tsx";

/** Fields of the forms, as they are posted. */
export const placeField = "sted";
export const districtField = "bydel";

/** The page; `found` null before anything was asked. */
export function servicePage(wish: PageWish, wanted: Wanted | null, found: Found | null): string {
  const { service } = texts[wish.language];
  const posted = wanted
    ? {
        [placeField]: wanted.place,
        ...(wanted.district === null ? {} : { [districtField]: wanted.district }),
      }
    : undefined;
  const content = contentFor(wish.language, wanted?.place ?? "", found);
  return portalPage({ ...wish, page: "service", title: service.title, posted, content });
}

function contentFor(language: Language, typed: string, found: Found | null) {
  if (found?.is === "district-needed") return <DistrictStep language={language} typed={typed} {...found} />;
  if (found?.is === "answer") return <Answer language={language} {...found} />;
  return <PlaceStep language={language} typed={typed} found={found} />;
}

function PlaceStep({ language, typed, found }: { language: Language; typed: string; found: Found | null }) {
  const { service, errorHeading } = texts[language];
  const error = errorIn(language, found);
  const errors: FieldError[] = error ? [{ field: placeField, text: error }] : [];
  return (
    <>
      <ErrorSummary heading={errorHeading} errors={errors} />
      {found?.is === "no-address-book" && (
        <Box tint="warning" label={service.down}>
          <Heading>{service.down}</Heading>
          <Text>{service.downText}</Text>
          <NationalNumbers language={language} />
        </Box>
      )}
      <Title>{service.title}</Title>
      <Text isLead>{service.lead}</Text>
      <form method="post" action={paths.service[language]} novalidate>
        <TextField
          name={placeField}
          label={service.label}
          description={service.description}
          value={typed}
          mostLetters={100}
          error={error}
          list="kommuner"
        />
        <datalist id="kommuner">
          {proposals.map((name) => (
            <option value={name} />
          ))}
        </datalist>
        <SubmitButton>{service.submit}</SubmitButton>
      </form>
      <Choices language={language} places={choicesIn(found)} />
      {found?.is !== "no-address-book" && <UrgentBox language={language} findIsNear />}
    </>
  );
}

function errorIn(language: Language, found: Found | null): string | undefined {
  const { service } = texts[language];
  if (found?.is === "empty") return service.empty;
  if (found?.is === "several") return service.several;
  if (found?.is !== "not-a-place") return undefined;
  return found.like.length > 0 ? service.unknownWithSuggestions : service.unknown;
}

function choicesIn(found: Found | null): readonly NamedPlace[] {
  if (found?.is === "several") return found.places;
  return found?.is === "not-a-place" ? found.like : [];
}

/** Places to press, in a form of their own: pressing Enter in the field must not choose the first of them. */
function Choices({ language, places }: { language: Language; places: readonly NamedPlace[] }) {
  if (places.length === 0) return null;
  return (
    <form method="post" action={paths.service[language]}>
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{texts[language].service.choose}</legend>
        <ul class="choices">
          {places.map(({ label }) => (
            <li>
              <button type="submit" class="ds-button" data-variant="secondary" name="valgt" value={label}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      </fieldset>
    </form>
  );
}

type DistrictWish = Extract<Found, { is: "district-needed" }> & {
  readonly language: Language;
  readonly typed: string;
};

function DistrictStep({ language, typed, municipality, districts, isMissing }: DistrictWish) {
  const { service, errorHeading } = texts[language];
  const error = isMissing ? service.districtEmpty : undefined;
  const choices = [
    ...districts.map(({ number, name }) => ({ value: number, label: name })),
    { value: unknownDistrict, label: service.districtUnknown },
  ];
  const first = `${districtField}-${choices[0]?.value}`;
  return (
    <>
      <ErrorSummary heading={errorHeading} errors={error ? [{ field: first, text: error }] : []} />
      <Title>{service.district(municipality.label)}</Title>
      <Text isLead>{service.districtLead}</Text>
      <form method="post" action={paths.service[language]} novalidate>
        <input type="hidden" name={placeField} value={typed} />
        <input type="hidden" name={districtField} value="" />
        <fieldset class="ds-fieldset" aria-describedby={error ? "bydel-feil" : undefined}>
          <legend class="ds-label">{service.districtLabel}</legend>
          {error && (
            <p class="ds-validation-message" id="bydel-feil">
              {error}
            </p>
          )}
          <div class="radios">
            {choices.map(({ value, label }) => (
              <div class="ds-field">
                <input
                  class="ds-input"
                  type="radio"
                  id={`${districtField}-${value}`}
                  name={districtField}
                  value={value}
                  aria-invalid={error ? "true" : undefined}
                />
                <label class="ds-label" data-weight="regular" for={`${districtField}-${value}`}>
                  {label}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <SubmitButton>{service.districtSubmit}</SubmitButton>
      </form>
      <Another language={language} />
    </>
  );
}

type AnswerWish = Extract<Found, { is: "answer" }> & { readonly language: Language };

function Answer({ language, place, services, emergency, isClosed }: AnswerWish) {
  const { service } = texts[language];
  const title =
    services.length === 0 ? service.notHere : services.length > 1 ? service.allServices : service.covers;
  const inDaytime = <Services language={language} services={services} />;
  const now = <Emergency language={language} emergency={emergency} isClosed={isClosed} />;
  return (
    <>
      <Title>{title(place.label)}</Title>
      {services.length > 1 && <Text isLead>{service.severalLead}</Text>}
      {isClosed ? [now, inDaytime] : [inDaytime, now]}
      <Another language={language} />
    </>
  );
}

function Services({ language, services }: { language: Language; services: readonly Service[] }) {
  const { service } = texts[language];
  if (services.length === 0) return <Text isLead>{service.notHereText}</Text>;
  return (
    <section>
      {services.map(({ name, phone }) => (
        <div class="ds-card stack" data-color="accent">
          <Heading size="xs">{name}</Heading>
          {phone ? <Phone number={phone} /> : <Text>{service.noPhone}</Text>}
        </div>
      ))}
      <Text>{service.daytime}</Text>
    </section>
  );
}

type EmergencyWish = {
  readonly language: Language;
  readonly emergency: EmergencyService | null;
  readonly isClosed: boolean;
};

/** Outside office hours the emergency service comes first; in them it stands below, where it is open then too. */
function Emergency({ language, emergency, isClosed }: EmergencyWish) {
  const { service, urgent } = texts[language];
  const heading = isClosed ? service.closedNow : urgent.heading;
  return (
    <Box tint="danger" label={heading}>
      <Heading>{heading}</Heading>
      {emergency && (
        <ul class="calls">
          <li>
            <span>
              {emergency.hours === "always"
                ? `${emergency.name}. ${service.emergencyAlways}`
                : emergency.name}
            </span>
            <Phone number={emergency.phone} />
          </li>
        </ul>
      )}
      {isClosed && !emergency && <Text>{service.noEmergency}</Text>}
      <NationalNumbers language={language} />
    </Box>
  );
}

function Another({ language }: { language: Language }) {
  return (
    <p>
      <a class="ds-link" href={paths.service[language]}>
        {texts[language].service.another}
      </a>
    </p>
  );
}
