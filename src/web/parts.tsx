// Parts that pages are put together from, in the design system's classes: headings, a summary of errors, a text
// field with its error, a telephone number. An error stands both beside its field and in the summary.

import type { Child } from "hono/jsx";

type Inside = { readonly children?: Child };

/** The page's one main heading. */
export function Title({ children }: Inside) {
  return (
    <h1 class="ds-heading" data-size="lg">
      {children}
    </h1>
  );
}

/** A heading of a part of the page. */
export function Heading({ children, id, size = "sm" }: Inside & { id?: string; size?: "sm" | "xs" }) {
  return (
    <h2 class="ds-heading" data-size={size} id={id}>
      {children}
    </h2>
  );
}

export function Text({ children, isLead = false }: Inside & { isLead?: boolean }) {
  return <p class={isLead ? "ds-paragraph lead" : "ds-paragraph"}>{children}</p>;
}

export type Tint = "danger" | "warning" | "info" | "success" | "neutral";

/** A box that stands out. */
export function Box({ children, tint, label }: Inside & { tint: Tint; label: string }) {
  return (
    <section class="ds-card stack" data-variant="tinted" data-color={tint} aria-label={label}>
      {children}
    </section>
  );
}

export type FieldError = { readonly field: string; readonly text: string };

/** What is wrong with what was sent, with a link to each field. Its heading is read out first. */
export function ErrorSummary({ heading, errors }: { heading: string; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <section class="ds-error-summary" role="alert" aria-labelledby="feil-overskrift">
      <h2 class="ds-heading" data-size="xs" id="feil-overskrift">
        {heading}
      </h2>
      <ul class="ds-list">
        {errors.map(({ field, text }) => (
          <li>
            <a class="ds-link" href={`#${field}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export type TextFieldWish = {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly mostLetters: number;
  readonly error?: string | undefined;
  /** Id of a datalist with proposals. */
  readonly list?: string;
  readonly class?: string;
};

/** One line to type in. What was typed is shown again. A browser neither remembers nor spell-checks it. */
export function TextField({ name, label, description, value, mostLetters, error, ...rest }: TextFieldWish) {
  const described = [`${name}-hjelp`, ...(error ? [`${name}-feil`] : [])].join(" ");
  return (
    <div class="ds-field">
      <label class="ds-label" data-weight="medium" for={name}>
        {label}
      </label>
      <div data-field="description" id={`${name}-hjelp`}>
        {description}
      </div>
      <input
        type="text"
        class={rest.class ? `ds-input ${rest.class}` : "ds-input"}
        id={name}
        name={name}
        value={value}
        maxlength={mostLetters}
        list={rest.list}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={described}
      />
      {error && (
        <p class="ds-validation-message" data-field="validation" id={`${name}-feil`}>
          {error}
        </p>
      )}
    </div>
  );
}

export function SubmitButton({ children }: Inside) {
  return (
    <button type="submit" class="ds-button">
      {children}
    </button>
  );
}

/** A telephone number to press. Only digits and a plus come into the address. */
export function Phone({ number }: { number: string }) {
  return (
    <a class="ds-link phone" href={`tel:${number.replace(/[^\d+]/g, "")}`}>
      {number}
    </a>
  );
}
