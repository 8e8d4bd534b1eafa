import { at } from "../state";
import { go } from "../store";
import { Finder } from "./finder";

/** The search box, small in the head of the page or big on the start page. */
export function SearchBox({ value = "", big = false }: { readonly value?: string; readonly big?: boolean }) {
  return (
    <Finder
      id="search"
      big={big}
      label={big ? "A symbol, a title, words, a right or an actor" : "Search"}
      value={value}
      onPick={(_, to) => go(to)}
      onSubmit={(text, only) => go(only === null ? at("search", "", { q: text }) : at("reader", only))}
    />
  );
}
