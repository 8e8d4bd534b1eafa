import { at, type State } from "./state";
import { go, state } from "./store";
import { keysOn } from "./theme";

/** What each key does, as the help shows it. */
export const keys: readonly (readonly [string, string])[] = [
  ["/", "Search"],
  ["j, k", "Next, previous paragraph or row"],
  ["Enter", "Open what is in focus"],
  ["t", "Text of the instrument"],
  ["b", "What cites it"],
  ["g", "Its chain"],
  ["h", "Start page"],
  ["Esc", "Close the card, the list or this help"],
  ["Arrows", "In a drawing: from box to box"],
  ["+, −, 0", "In a drawing: larger, smaller, all of it"],
  ["?", "This help"],
];

/** The instrument the page is about; "" where it is about none. */
const subject = (s: State): string => (s.view === "start" ? "" : s.id) || (s.view === "path" ? s.from : s.view === "compare" ? s.a : "");

/** Follows the keyboard; call it once. Keys typed into a field stay there. */
export function followKeys(help: { readonly open: () => void }): void {
  addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    const typing = target.matches("input, textarea, select, [contenteditable]");
    if (event.key === "Escape" && !typing && !event.defaultPrevented) return closeCard();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keysOn.value || document.querySelector("dialog[open]") !== null)
      return;
    const id = subject(state.value);
    switch (event.key) {
      case "/":
        event.preventDefault();
        return document.getElementById("search")?.focus();
      case "?":
        return help.open();
      case "j":
        return step(1);
      case "k":
        return step(-1);
      case "h":
        return go(at("start"));
      case "t":
        return id === "" ? undefined : go(at("reader", id));
      case "b":
        return id === "" ? undefined : go(at("citedBy", id));
      case "g":
        return id === "" ? undefined : go(at("chain", id));
    }
  });
}

function closeCard(): void {
  const now = state.value;
  if (now.view === "reader" && now.c !== "") go({ ...now, c: "" });
  if ((now.view === "chain" || now.view === "path") && now.at !== "") go({ ...now, at: "" });
}

/** Moves the focus over paragraphs, or over the first links of rows. */
function step(by: number): void {
  const stops = [...document.querySelectorAll<HTMLElement>(".paragraph, main tbody tr a:first-of-type, .results > li .name")];
  const now = stops.findIndex((s) => s === document.activeElement || s.contains(document.activeElement));
  const next = stops[Math.max(0, Math.min(stops.length - 1, now + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
