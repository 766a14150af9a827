// The fields of the form: one line, several lines, a choice, a box to tick; each with its help, its error, and a box
// for «Jeg vet ikke» where there may be one. All of it works without a script.

import type { Answers } from "../../draft.ts";
import type { FieldWish } from "../fields.ts";
import type { FieldWords } from "../words-shape.ts";

type Wish = {
  readonly field: FieldWish;
  readonly words: FieldWords;
  readonly answers: Answers;
  readonly error: string | undefined;
  /** «Jeg vet ikke». */
  readonly unknown: string;
};

/** A field of any kind. The id of its first control is the field's name: errors link to it. */
export function FormField(wish: Wish) {
  if (wish.field.kind === "choice") return <Choice {...wish} />;
  if (wish.field.kind === "check")
    return (
      <Box
        name={wish.field.name}
        label={wish.words.label}
        isTicked={wish.answers[wish.field.name] === "ja"}
      />
    );
  return <Typed {...wish} />;
}

function Typed({ field, words, answers, error, unknown }: Wish) {
  const { name, kind, is, mayBeUnknown } = field;
  const shared = {
    class: "ds-input",
    id: name,
    name,
    autocomplete: "off",
    "aria-invalid": error ? ("true" as const) : undefined,
    "aria-describedby": describedBy(name, words.help, error),
  };
  const value = answers[name] ?? "";
  return (
    <div class="answer">
      <div class="ds-field">
        <label class="ds-label" data-weight="medium" for={name}>
          {words.label}
        </label>
        <Help name={name} help={words.help} />
        {kind === "text" ? (
          // A line break right after the tag is not part of what was typed, so one is always put there.
          <textarea {...shared} rows={rowsFor(name)}>{`\n${value}`}</textarea>
        ) : (
          <input {...shared} type={is === "phone" ? "tel" : "text"} inputmode={modeOf(field)} value={value} />
        )}
        <FieldFault name={name} error={error} />
      </div>
      {mayBeUnknown && (
        <Box
          name={`${name}-unknown`}
          label={words.unknown ?? unknown}
          isTicked={answers[`${name}-unknown`] === "ja"}
        />
      )}
    </div>
  );
}

function modeOf({ name, is }: FieldWish): "tel" | "email" | "numeric" | undefined {
  if (is) return is === "phone" ? "tel" : "email";
  return name.endsWith("-postcode") ? "numeric" : undefined;
}

function rowsFor(name: string): number {
  return name === "concern" ? 14 : name === "reason" || name === "reach" ? 3 : 7;
}

function Choice({ field: { name, values }, words, answers, error }: Wish) {
  return (
    <fieldset class="ds-fieldset" aria-describedby={describedBy(name, words.help, error)}>
      <legend class="ds-label">{words.label}</legend>
      <Help name={name} help={words.help} />
      <FieldFault name={name} error={error} />
      <div class="radios">
        {values.map((value, at) => (
          <Radio
            id={at === 0 ? name : `${name}-${value}`}
            name={name}
            value={value}
            label={words.choices?.[value] ?? value}
            isChosen={answers[name] === value}
            isWrong={error !== undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}

type RadioWish = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly help?: string;
  readonly isChosen: boolean;
  readonly isWrong: boolean;
};

/** One of several to choose from. */
export function Radio({ id, name, value, label, help, isChosen, isWrong }: RadioWish) {
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type="radio"
        id={id}
        name={name}
        value={value}
        checked={isChosen}
        aria-invalid={isWrong ? "true" : undefined}
        aria-describedby={help ? `${id}-hjelp` : undefined}
      />
      <label class="ds-label" data-weight="regular" for={id}>
        {label}
      </label>
      {help && (
        <div data-field="description" id={`${id}-hjelp`}>
          {help}
        </div>
      )}
    </div>
  );
}

function Box({ name, label, isTicked }: { name: string; label: string; isTicked: boolean }) {
  return (
    <div class="ds-field">
      <input class="ds-input" type="checkbox" id={name} name={name} value="ja" checked={isTicked} />
      <label class="ds-label" data-weight="regular" for={name}>
        {label}
      </label>
    </div>
  );
}

function Help({ name, help }: { name: string; help: string | undefined }) {
  if (!help) return null;
  return (
    <div data-field="description" id={`${name}-hjelp`}>
      {help}
    </div>
  );
}

/** What is wrong, beside the field. */
export function FieldFault({ name, error }: { name: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p class="ds-validation-message" data-field="validation" id={`${name}-feil`}>
      {error}
    </p>
  );
}

/** The ids of what belongs to a field, for whoever hears the page. */
export function describedBy(name: string, help: string | undefined, error: string | undefined) {
  const ids = [...(help ? [`${name}-hjelp`] : []), ...(error ? [`${name}-feil`] : [])];
  return ids.length > 0 ? ids.join(" ") : undefined;
}
