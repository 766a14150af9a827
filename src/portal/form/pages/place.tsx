// The question of where a child is: a name to type, places to choose where it was spelled nearly right, the district
// where there are several services, and whom to call where nothing can be sent.

import { districtsOf } from "../../../core/area.ts";
import type { Language } from "../../../web/language.ts";
import { Box, Heading, Phone, Text, TextField } from "../../../web/parts.tsx";
import type { Draft } from "../../draft.ts";
import { unknownDistrict } from "../../find-service.ts";
import { NationalNumbers } from "../../pages/page.tsx";
import { placesCalled, proposals } from "../../place.ts";
import { answersAt, type FormError, type PlaceMore } from "../fields.ts";
import { placeFields, placeName } from "../place-answer.ts";
import { type Step, stepPath } from "../steps.ts";
import { fieldWords, frameWords, stepWords } from "../words.ts";
import { describedBy, FieldFault, Radio } from "./field.tsx";
import { BackNote, StepForm, type StepWish } from "./step-form.tsx";

type Wish = {
  readonly wish: StepWish;
  readonly draft: Draft;
  readonly step: Step;
  readonly errors: readonly FormError[];
  readonly told: readonly { field: string; text: string }[];
};

/** The heading: the question, or what has come of it. */
export function placeTitle(language: Language, draft: Draft, step: Step): string {
  const { place } = frameWords[language];
  const child = answersAt(draft, step);
  const named = placesCalled(child.place ?? "")[0]?.label ?? child.place ?? "";
  if (child.asked === "district") return place.district(named);
  if (child.asked === "not-here") return place.notHere(named);
  return stepWords(language, draft.who, "place").title;
}

/** The form, or the second question, with what is told beside it. */
export function PlaceQuestion(wish: Wish) {
  const { language } = wish.wish;
  const asked = answersAt(wish.draft, wish.step).asked;
  const more = wish.errors.find((error) => error.more)?.more;
  if (asked === "district") return <DistrictQuestion {...wish} />;
  return (
    <>
      {asked === "not-here" && <NotHere language={language} more={more} />}
      <PlaceForm {...wish} />
      {more && <Choices wish={wish.wish} step={wish.step} places={more.places} />}
    </>
  );
}

function PlaceForm({ wish, draft, step, told }: Wish) {
  const { language } = wish;
  const { way } = frameWords[language];
  const child = answersAt(draft, step);
  const words = fieldWords(stepWords(language, draft.who, "place"), placeFields.place);
  const first = draft.children[0] ?? {};
  const isLater = (step.index ?? 0) > 0 && placeName(first) !== "";
  const isSame = child[placeFields.samePlace] === "ja";
  return (
    <StepForm wish={wish} step={step}>
      {isLater && (
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{way.samePlace}</legend>
          <div class="radios">
            {(["ja", "nei"] as const).map((value) => (
              <Radio
                id={`${placeFields.samePlace}-${value}`}
                name={placeFields.samePlace}
                value={value}
                label={value === "ja" ? way.samePlaceYes(placeName(first)) : way.samePlaceNo}
                isChosen={child[placeFields.samePlace] === value}
                isWrong={false}
              />
            ))}
          </div>
        </fieldset>
      )}
      <TextField
        name={placeFields.place}
        label={isLater ? way.otherPlace : words.label}
        description={words.help ?? ""}
        value={isLater && isSame ? "" : (child.place ?? "")}
        mostLetters={500}
        error={told.find(({ field }) => field === placeFields.place)?.text}
        list="kommuner"
      />
      <datalist id="kommuner">
        {proposals.map((name) => (
          <option value={name} />
        ))}
      </datalist>
    </StepForm>
  );
}

type ChoicesWish = { readonly wish: StepWish; readonly step: Step; readonly places: readonly string[] };

/** Places to press, in a form of their own: pressing Enter in the field must not choose the first of them. */
function Choices({ wish, step, places }: ChoicesWish) {
  if (places.length === 0) return null;
  return (
    <form method="post" action={stepPath(wish.language, step)}>
      <BackNote wish={wish} />
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{frameWords[wish.language].place.choose}</legend>
        <ul class="choices">
          {places.map((label) => (
            <li>
              <button
                type="submit"
                class="ds-button"
                data-variant="secondary"
                name={placeFields.chosen}
                value={label}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      </fieldset>
    </form>
  );
}

function DistrictQuestion({ wish, draft, step, errors, told }: Wish) {
  const { language } = wish;
  const { place } = frameWords[language];
  const typed = answersAt(draft, step).place ?? "";
  const [municipality] = placesCalled(typed);
  const words = fieldWords(stepWords(language, draft.who, "place"), placeFields.district);
  const error = told.find(({ field }) => field === placeFields.district)?.text;
  const isDoubt = errors.some(({ code }) => code === "district-unknown");
  const calls = errors.find(({ more }) => more)?.more?.calls ?? [];
  const districts = municipality ? districtsOf(municipality.municipality) : [];
  const choices = [
    ...districts.map(({ number, name }) => ({ value: number, label: name })),
    { value: unknownDistrict, label: words.unknown ?? frameWords[language].way.unknown },
  ];
  return (
    <>
      <Text>{place.districtLead}</Text>
      {calls.length > 0 && <Calls calls={calls} />}
      <StepForm wish={wish} step={step}>
        <input type="hidden" name={placeFields.place} value={typed} />
        {/* Tells "none chosen" from "not asked". */}
        <input type="hidden" name={placeFields.district} value="" />
        <fieldset class="ds-fieldset" aria-describedby={describedBy(placeFields.district, undefined, error)}>
          <legend class="ds-label">{words.label}</legend>
          <FieldFault name={placeFields.district} error={error} />
          <div class="radios">
            {choices.map(({ value, label }, at) => (
              <Radio
                id={at === 0 ? placeFields.district : `${placeFields.district}-${value}`}
                name={placeFields.district}
                value={value}
                label={label}
                isChosen={isDoubt && value === unknownDistrict}
                isWrong={error !== undefined}
              />
            ))}
          </div>
        </fieldset>
      </StepForm>
      <form method="post" action={stepPath(language, step)}>
        <BackNote wish={wish} />
        <button type="submit" class="as-link" name={placeFields.another} value="ja">
          {place.another}
        </button>
      </form>
    </>
  );
}

/** Nothing can be sent there: whom to call, and that what was written is still here. */
function NotHere({ language, more }: { language: Language; more: PlaceMore | undefined }) {
  const { place } = frameWords[language];
  return (
    <Box tint="danger" label={place.callInstead}>
      <Heading size="xs">{place.callInstead}</Heading>
      <Text>{place.notHereText}</Text>
      <Calls calls={more?.calls ?? []} />
      <NationalNumbers language={language} />
    </Box>
  );
}

function Calls({ calls }: { calls: PlaceMore["calls"] }) {
  if (calls.length === 0) return null;
  return (
    <ul class="calls">
      {calls.map(({ name, phone }) => (
        <li>
          <span>{name}</span>
          <Phone number={phone} />
        </li>
      ))}
    </ul>
  );
}
