import type { Ref } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { MandateState, OutwardFragment } from "../api/generated";
import { copy } from "../export";
import type { Found } from "../reader";
import { at, format, type State } from "../state";
import { ruleWords } from "../rules";
import { actWords, bodyShort, counted, dateWords, detailWords, findingWords, percent, sentence } from "../words";
import { Words } from "./evidence";
import { Go, Line } from "./go";

interface CardProps {
  readonly found: Found;
  /** The paragraph's id, "A/HRC/RES/53/29#PP6". */
  readonly paragraph: string;
  /** The state in which this card is open, and the one in which it is not. */
  readonly here: State;
  readonly closed: State;
}

/** The card of one thing found in a paragraph: what it is bound to, the words, the rule, how sure, what else it may mean. */
export function Card({ found, paragraph, here, closed }: CardProps) {
  const source = paragraph.replace(/#.*/, "");
  return (
    <aside class={`card ${found.is}`} aria-label="Evidence" tabindex={-1} ref={useFocus(found.key)}>
      <Go to={closed} class="close" label="Close" title="Close">
        ×
      </Go>
      <Body found={found} />
      <p>
        <Words of={found.of.evidence} />
      </p>
      <dl>
        {facts(found).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {found.is === "cite" && (
          <div>
            <dt>Alternatives</dt>
            <dd>
              <Alternatives of={found.of.alternatives} />
            </dd>
          </div>
        )}
      </dl>
      {found.is === "cite" &&
        found.of.findings.map((f) => (
          <p class="finding" key={f.kind}>
            <b>⚠ {findingWords(f.kind)}.</b> {detailWords(f.detail, found.of.target)}
          </p>
        ))}
      <p class="tools">
        {found.is === "cite" && (
          <>
            {pinned(found.of) !== "" && <Go to={at("reader", found.of.target.id, { p: pinned(found.of) })}>Read it there</Go>}
            <Go to={at("citedBy", found.of.target.id)}>{`All ${counted(found.of.target.citedByCount, "citing text")}`}</Go>
            <Go to={at("path", "", { from: source, to: found.of.target.id })}>Other paths there</Go>
          </>
        )}
        {(found.is === "right" || found.is === "actor") && (
          <Go to={at("naming", "", { name: [found.of.target.id] })}>All paragraphs naming it</Go>
        )}
        <button type="button" onClick={() => copy(location.origin + format(here), "The link to this evidence")}>
          Copy link
        </button>
        <button type="button" onClick={() => copy(report(found, paragraph, location.origin + format(here)), "The report")}>
          Report this edge
        </button>
      </p>
    </aside>
  );
}

/** Who opened a card by the keyboard goes on in it, and where it is closed from within comes back to the mark. */
function useFocus(key: string): Ref<HTMLElement> {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    if (!(from instanceof HTMLElement) || !from.matches(".paragraph :focus-visible")) return;
    card.current?.focus({ preventScroll: true });
    return () => {
      const now = document.activeElement;
      if (now === null || now === document.body || now.closest(".card") !== null) from.focus({ preventScroll: true });
    };
  }, [key]);
  return card;
}

/** What the words may mean instead, each with how sure; an instrument that nothing here cites has its symbol alone. */
function Alternatives({ of }: { readonly of: OutwardFragment["alternatives"] }) {
  if (of.length === 0) return <>none: the words say which text they mean</>;
  return (
    <ul class="plain">
      {of.map(({ id, instrument, confidence }) => (
        <li key={id}>
          {instrument === null ? `${id} · nothing here cites it` : <Line of={instrument} />}{" "}
          <span class="faint">· {percent(confidence)} sure</span>
        </li>
      ))}
    </ul>
  );
}

/** The rule that binds quoted words to the text that has them. */
const quoting = "quotation";

/** What a citation does with its target, in a word. */
const verb = (of: OutwardFragment): string =>
  of.evidence.rule === quoting ? "quotes" : of.act === null || of.act === "OTHER" ? "cites" : actWords(of.act);

/** What came of comparing quoted words with the text; "" for what is not quoted. */
export function verdict({ evidence, findings }: OutwardFragment): string {
  if (evidence.rule !== quoting) return "";
  if (findings.some((f) => f.kind === "QUOTE_NOT_FOUND")) return "not found in the text";
  return findings.some((f) => f.kind === "QUOTE_ALTERED") ? "altered" : "word for word";
}

/** The paragraph of a held text that a pinpoint names; "" where it is another's article, or none. */
const pinned = ({ pinpoint, target }: OutwardFragment): string =>
  target.held && pinpoint !== null && /^(PP|OP)\d\S*$/.test(pinpoint) ? pinpoint : "";

function Body({ found }: { readonly found: Found }) {
  switch (found.is) {
    case "cite":
      return (
        <h3>
          {sentence(verb(found.of))} <Line of={found.of.target} />
        </h3>
      );
    case "unsure":
      return (
        <>
          <h3>{found.of.status === "AMBIGUOUS" ? "Ambiguous: it may be one of these" : "Open: no instrument could be named"}</h3>
          {found.of.reason !== null && <p>{sentence(found.of.reason)}.</p>}
          <ol>
            {found.of.candidates.map((c) => (
              <li key={c.instrument.id}>
                <Line of={c.instrument} /> <span class="faint">· {percent(c.confidence)} sure</span>
              </li>
            ))}
          </ol>
        </>
      );
    case "mandate":
      return (
        <h3>
          {sentence(actWords(found.of.act))} {[found.of.addressee?.name, found.of.product].filter(Boolean).join(": ")}
        </h3>
      );
    default:
      return <h3>{found.of.target.name}</h3>;
  }
}

/** What came of a mandate, with a sign beside the word. */
export const stateWords: Readonly<Record<MandateState, string>> = {
  ANSWERED: "✓ answered",
  OVERDUE: "! overdue",
  PENDING: "… due",
  UNDATED: "undated",
};

/** What the state of a mandate goes by: only what is held here can be known to answer. */
export const stateHints: Readonly<Record<MandateState, string>> = {
  ANSWERED: "A text held here answers it",
  OVERDUE: "Its session or day is past, and no text held here answers it",
  PENDING: "Its session or day is still to come",
  UNDATED: "No session is named, or one of an organ whose sessions are not known here",
};

/** When a mandate is due: "HRC, session 56", "session 45 of another organ", "2025"; "" where nothing is said. */
export function dueWords(of: {
  readonly forum: string | null;
  readonly session: number | null;
  readonly due: string | null;
  readonly months: number | null;
}): string {
  const forum = of.forum === null ? elsewhere(of.session) : `${bodyShort(of.forum)}${of.session === null ? "" : `, session ${of.session}`}`;
  const length = of.months === null ? "" : `for ${counted(of.months, "month")}`;
  return [forum, of.due ?? "", length].filter((w) => w !== "").join(", ");
}

/** The session of an organ outside the vocabulary, which the sentence names; "" for none. */
export const elsewhere = (session: number | null): string => (session === null ? "" : `session ${session} of another organ`);

/** The lines of a card: names and values, none empty. */
function facts(found: Found): readonly (readonly [string, string])[] {
  const lines: [string, string | null | undefined][] = [];
  if (found.is === "cite") {
    lines.push(["Status", `${found.of.status.toLowerCase()}, ${percent(found.of.confidence)} sure`]);
    lines.push(["Act", found.of.act === null || found.of.act === "OTHER" ? "" : actWords(found.of.act)], ["Quotation", verdict(found.of)]);
    lines.push(["Pinpoint", found.of.pinpoint], ["Printed date", dateWords(found.of.claim.date)], ["Printed title", found.of.claim.title]);
  }
  if (found.is === "unsure") lines.push(["Status", found.of.status.toLowerCase()], ["Act", actWords(found.of.act)]);
  if (found.is === "mandate") lines.push(["Due", dueWords(found.of)]);
  if (found.is === "right") lines.push(["Names", "a right"]);
  if (found.is === "actor") lines.push(["Names", found.of.role === "ADDRESSEE" ? "an actor, who is asked to act" : "an actor"]);
  lines.push(["Found by rule", ruleWords(found.of.evidence.rule)], ["In footnote", found.of.evidence.note]);
  return lines.filter((line): line is [string, string] => Boolean(line[1]));
}

/** A report of an edge that one can mail: everything needed to check it, and the link. */
function report(found: Found, paragraph: string, link: string): string {
  const target =
    found.is === "cite"
      ? found.of.target.id
      : found.is === "unsure"
        ? found.of.candidates.map((c) => c.instrument.id).join(" or ")
        : found.is === "mandate"
          ? found.of.id
          : found.of.target.id;
  return [
    `Edge: ${paragraph} to ${target || "nothing"}`,
    `Words: “${found.of.evidence.quote}”`,
    ...facts(found).map(([name, value]) => `${name}: ${value}`),
    ...(found.is === "cite" ? found.of.alternatives.map((a) => `Alternative: ${a.id}, ${percent(a.confidence)}`) : []),
    `Link: ${link}`,
    "What is wrong: ",
  ].join("\n");
}
