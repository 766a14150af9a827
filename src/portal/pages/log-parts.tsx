// Parts of the pages about the log: a list of sentences, and what is typed in a terminal.

/** Sentences that belong together, in no order. */
export function List({ items }: { items: readonly string[] }) {
  return (
    <ul class="ds-list">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

/** Marked as a whole when it is pressed, so that it can be copied. */
export function Command({ text }: { text: string }) {
  return (
    <code class="command" translate="no">
      {text}
    </code>
  );
}
