import { at, type View } from "../state";
import { type Brief, bodyWords, dateWords, kindWords, longer, sentence, short } from "../words";
import { Go } from "./go";

interface HeadProps {
  readonly of: Brief;
  readonly view: View;
  readonly extra?: string | undefined;
  /** Further facts, after the day. */
  readonly also?: readonly string[];
}

/** The head of every view of one instrument: what it is, and the ways to look at it. */
export function Head({ of, view, extra, also = [] }: HeadProps) {
  const title = longer(of);
  const kicker = [sentence(kindWords(of.kind)), of.body === null ? "" : bodyWords(of.body), extra ?? ""]
    .filter((w) => w !== "")
    .join(" · ");
  const line = [
    title === "" && short(of) !== of.title ? "" : (of.symbol ?? ""),
    dateWords(of.date),
    of.held ? "" : "text not held",
    ...also,
  ]
    .filter((w) => w !== "")
    .join(" · ");
  return (
    <header class="head">
      <p class="kicker">{kicker}</p>
      <h1>
        {title === "" ? (
          short(of)
        ) : (
          <>
            <span class="symbol">{short(of)}</span> {title}
          </>
        )}
      </h1>
      {line !== "" && <p class="faint">{line}</p>}
      <nav class="tabs" aria-label="Ways to look at it">
        <Go to={at("reader", of.id)} current={view === "reader"}>
          Text
        </Go>
        <Go to={at("citedBy", of.id)} current={view === "citedBy"}>
          Cited by
        </Go>
        <Go to={at("chain", of.id)} current={view === "chain"}>
          Chain
        </Go>
        <Go to={at("path", "", { from: of.id })}>Path to…</Go>
        <Go to={at("compare", "", { a: of.id })}>Compare with…</Go>
        <Go to={at("common", "", { of: [of.id] })}>Common with…</Go>
      </nav>
    </header>
  );
}
