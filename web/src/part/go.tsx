import type { ComponentChildren } from "preact";
import { at, format, type State } from "../state";
import { go } from "../store";
import { type Brief, bodyWords, clip, dateWords, kindWords, longer, short } from "../words";

interface GoProps {
  readonly to: State;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly title?: string;
  readonly current?: boolean;
  readonly label?: string;
}

/** A link to a state: a plain click goes there without loading the page anew, all other clicks are the browser's. */
export function Go({ to, children, title, current, label, ...rest }: GoProps) {
  const onClick = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={format(to)} onClick={onClick} title={title} aria-current={current === true ? "page" : undefined} aria-label={label} {...rest}>
      {children}
    </a>
  );
}

/** The longest title in a line of a list. */
const titleMost = 140;

/** An instrument as a line: a link with its short name, its title, its kind and day, and whether its text is held. */
export function Line({ of }: { readonly of: Brief }) {
  const title = longer(of);
  return (
    <span class="line">
      <Go to={at("reader", of.id)} class="name">
        {clip(short(of), titleMost)}
      </Go>
      {title !== "" && <span class="title"> {clip(title, titleMost)}</span>}
      <span class="faint">{` · ${facts(of)}`}</span>
    </span>
  );
}

/** What is known of an instrument besides its name: "declaration, General Assembly, A/RES/217(III)A, 10 December 1948, text not held". */
export const facts = (of: Brief): string =>
  [
    kindWords(of.kind),
    of.body === null ? "" : bodyWords(of.body),
    of.symbol !== null && short(of) === of.title ? of.symbol : "",
    dateWords(of.date),
    of.held ? "" : "text not held",
  ]
    .filter((w) => w !== "")
    .join(", ");
