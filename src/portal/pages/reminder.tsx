// Asking for the one reminder: the form on the page after sending, and what stands in its place once it is kept. The
// whole of the reminder is shown before it is asked for, because others may read it too.

import { type Language, momentIn } from "../../web/language.ts";
import { Heading, SubmitButton, Text, TextField } from "../../web/parts.tsx";
import type { FieldError } from "../../web/parts.tsx";
import type { ContactError, ContactKinds } from "../contact.ts";
import { postPaths } from "../paths.ts";
import { afterTexts } from "../texts-after.ts";

/** The field of the form, as it is posted. */
export const contactField = "kontakt";

/** The error of a contact, for the summary and the field. */
export function contactErrors(language: Language, error: ContactError): FieldError[] {
  return [{ field: contactField, text: afterTexts[language].reminder.errors[error] }];
}

export type ReminderFormWish = {
  readonly language: Language;
  /** What can be sent from here; nothing is shown when it is nothing. */
  readonly kinds: ContactKinds;
  readonly errors: readonly FieldError[];
  readonly typed: string;
};

/** The form. The page it stands on shows the ErrorSummary with the same errors. */
export function ReminderForm({ language, kinds, errors, typed }: ReminderFormWish) {
  if (!kinds.mail && !kinds.sms) return null;
  const { reminder } = afterTexts[language];
  const which = kinds.mail && kinds.sms ? "both" : kinds.mail ? "mail" : "sms";
  return (
    <section>
      <Heading size="xs">{reminder.heading}</Heading>
      <Text>{reminder.about}</Text>
      <Text>{reminder.whatItSays}</Text>
      <blockquote class="ds-paragraph quoted">{reminder.text}</blockquote>
      <Text>{reminder.othersSee}</Text>
      <form method="post" action={postPaths.reminder[language]} novalidate>
        <TextField
          name={contactField}
          label={reminder.label[which]}
          description={reminder.description[which]}
          value={typed}
          mostLetters={320}
          error={errors.find(({ field }) => field === contactField)?.text}
        />
        <Text>{reminder.erased}</Text>
        <SubmitButton>{reminder.submit}</SubmitButton>
      </form>
    </section>
  );
}

/** Says when it will be sent. Where to is not shown again: somebody may look over a shoulder. */
export function ReminderIsKept({ language, dueAt }: { language: Language; dueAt: number }) {
  const { reminder } = afterTexts[language];
  return (
    <section role="status">
      <Heading size="xs">{reminder.keptHeading}</Heading>
      <Text>{reminder.kept(momentIn(language, dueAt))}</Text>
    </section>
  );
}
