import type { ComponentChildren } from "preact";
import type { MarkedFragment, ReaderQuery } from "../api/generated";
import { tally, type Tally } from "../reader";
import { at } from "../state";
import { actWords, bodyShort, counted, number } from "../words";
import { ShareBars, YearBars } from "./bars";
import { dueWords, stateHints, stateWords, verdict } from "./card";
import { Go } from "./go";

type Instrument = NonNullable<ReaderQuery["instrument"]>;

/** Names and tasks shown at once: the text itself should begin on the first screen. */
const most = 5;

/** Places of findings that are listed. */
const listed = 12;
/** Citations from which on a chart says more than their number. */
const fewest = 3;

interface SummaryProps {
  readonly of: Instrument;
  readonly paragraphs: readonly MarkedFragment[];
  /** All paragraphs are there, with all that they name: the counts are of the whole text. */
  readonly complete: boolean;
}

/** What an instrument rests on, who cites it, what it names, and who must do what by when. */
export function Summary({ of, paragraphs, complete }: SummaryProps) {
  const bodies = of.citedBy.facets.find((f) => f.key === "BODY")?.values ?? [];
  const wrong = paragraphs.flatMap((p) => p.cites.nodes.flatMap((c, i) => (c.findings.length > 0 ? [{ p: p.place, c: `c${i}` }] : [])));
  const places = [...new Set(wrong.map((w) => w.p))].map((place) => wrong.filter((w) => w.p === place));
  const unsure = paragraphs.reduce((sum, p) => sum + p.mentions.length, 0);
  return (
    <div class="summary">
      <section>
        <h2>Cited by</h2>
        <p class="headline">
          <Go to={at("citedBy", of.id)}>{counted(of.citedByCount, "text")}</Go>
        </p>
        <p class="faint">in {counted(of.citedBy.totalCount, "place")}</p>
        {of.citedBy.totalCount >= fewest && (
          <>
            <YearBars counts={of.timeline} label="Citations by year" />
            <ShareBars rows={shares(bodies, of.citedBy.totalCount)} label="Citations by organ" />
          </>
        )}
      </section>
      {of.held && (
        <section>
          <h2>Rests on</h2>
          <p class="headline">
            <Go to={at("chain", of.id)}>{counted(of.citesCount, "text")}</Go>
          </p>
          <Quoted of={paragraphs} />
          {wrong.length > 0 && (
            <p class="finding">
              ⚠ {counted(wrong.length, "finding")}
              {complete ? ": " : " so far: "}
              {places.slice(0, listed).map(([first, ...others]) => (
                <span key={first?.p}>
                  <Go to={at("reader", of.id, first)}>{first?.p}</Go>
                  {others.length > 0 && <span class="count">{` ${number(others.length + 1)}×`}</span>}{" "}
                </span>
              ))}
              {places.length > listed && "…"}
            </p>
          )}
          {unsure > 0 && (
            <p class="finding">
              ⚠ {counted(unsure, "mention")} left open or ambiguous{complete ? "" : " so far"}
            </p>
          )}
          <Names title={complete ? "Rights" : "Rights so far"} of={tally(paragraphs, "rights")} id={of.id} />
        </section>
      )}
      {of.held && (
        <section>
          <Names title={complete ? "Actors" : "Actors so far"} of={tally(paragraphs, "actors")} id={of.id} />
        </section>
      )}
      {of.mandates.nodes.length > 0 && (
        <section class="asked">
          <h2>Who must do what by when</h2>
          <Most
            rows={of.mandates.nodes.map((m) => (
              <Asked key={m.id} of={m} id={of.id} />
            ))}
            total={of.mandates.totalCount}
          />
        </section>
      )}
    </div>
  );
}

/** Organs shown by name; the rest, and texts that no organ adopted, are one row. */
const organsMost = 4;

function shares(bodies: readonly { readonly value: string; readonly count: number }[], total: number) {
  const named = bodies.slice(0, organsMost).map((v) => ({ name: bodyShort(v.value), count: v.count }));
  const rest = total - named.reduce((sum, row) => sum + row.count, 0);
  return rest > 0 ? [...named, { name: bodyShort(null), count: rest }] : named;
}

/** How many quotations a commentary has, and what came of comparing them with the texts. */
function Quoted({ of }: { readonly of: readonly MarkedFragment[] }) {
  const verdicts = of.flatMap((p) => p.cites.nodes.map(verdict)).filter((v) => v !== "");
  if (verdicts.length === 0) return null;
  const counts = [...new Set(verdicts)].map((v) => `${number(verdicts.filter((other) => other === v).length)} ${v}`);
  return (
    <p class="faint">
      {counted(verdicts.length, "quotation")}: {counts.join(", ")}
    </p>
  );
}

function Asked({ of: m, id }: { readonly of: Instrument["mandates"]["nodes"][number]; readonly id: string }) {
  return (
    <li>
      <Go to={at("reader", id, { p: m.paragraph.place, c: "" })}>{m.paragraph.place}</Go> {actWords(m.act)}{" "}
      {m.addressee !== null && <b>{m.addressee.name}</b>}
      {m.addressee !== null && m.product !== null && ": "}
      {m.product}
      {dueWords(m) === "" ? "" : `, ${dueWords(m)}`}{" "}
      {m.state !== "UNDATED" && (
        <span class={`state ${m.state.toLowerCase()}`} title={stateHints[m.state]}>
          {stateWords[m.state]}
        </span>
      )}
    </li>
  );
}

/** The first rows of a list; the others are a click away. */
function Most({ rows, total }: { readonly rows: readonly ComponentChildren[]; readonly total: number }) {
  return (
    <>
      <ul class="plain">{rows.slice(0, most)}</ul>
      {rows.length > most && (
        <details>
          <summary>{number(total - most)} more</summary>
          <ul class="plain">{rows.slice(most)}</ul>
          {total > rows.length && <p class="faint">The first {number(rows.length)} are listed here; the text has them all.</p>}
        </details>
      )}
    </>
  );
}

function Names({ title, of, id }: { readonly title: string; readonly of: readonly Tally[]; readonly id: string }) {
  if (of.length === 0) return null;
  const row = (t: Tally) => (
    <li key={t.id}>
      <Go to={at("reader", id, { p: t.places[0] ?? "" })}>{t.name}</Go> <span class="count">{number(t.places.length)}</span>
    </li>
  );
  return (
    <>
      <h2>{title}</h2>
      <Most rows={of.map(row)} total={of.length} />
    </>
  );
}
