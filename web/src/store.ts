import { signal } from "@preact/signals";
import { format, parse, type State } from "./state";

const here = (): string => location.pathname + location.search;

/** The one state; it mirrors the address. Read it, and change it with go and replace alone. */
export const state = signal<State>(parse(here()));

/** What the status line says: read out by screen readers, gone after some seconds. */
export const status = signal("");

/** How long a message stays: long enough to be read twice. */
const messageStays = 4000;
let clearing = 0;

/** Says something in the status line. */
export function say(message: string): void {
  status.value = message;
  window.clearTimeout(clearing);
  clearing = window.setTimeout(() => {
    status.value = "";
  }, messageStays);
}

/** Goes to a state: one entry in the history, so that Back is undo. */
export function go(next: State): void {
  const address = format(next);
  if (address === here()) return;
  history.replaceState({ y: scrollY }, "");
  history.pushState({ y: 0 }, "", address);
  const elsewhere = next.view !== state.value.view || next.id !== state.value.id;
  state.value = next;
  if (elsewhere) scrollTo(0, 0);
}

/** Changes the state without an entry in the history: for what is typed letter by letter. */
export function replace(next: State): void {
  history.replaceState(history.state, "", format(next));
  state.value = next;
}

/** Follows Back and Forward; call it once. */
export function followHistory(): void {
  history.scrollRestoration = "manual";
  addEventListener("popstate", (event: PopStateEvent) => {
    state.value = parse(here());
    const y = (event.state as { y?: number } | null)?.y ?? 0;
    // Two frames: one to draw, one to lay out; answers are kept, so the page is as tall as it was.
    requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(0, y)));
  });
}
