import type { MarkedFragment, ReaderQuery } from "../api/generated";
import { tally, type Tally } from "../reader";
import { at } from "../state";
import { actWords, bodyShort, counted, number } from "../words";
import { ShareBars, YearBars } from "./bars";
import { dueWords } from "./card";
import { Go } from "./go";

type Instrument = NonNullable<ReaderQuery["instrument"]>;

/** Names shown at once. */
const most = 8;

interface SummaryProps {
  readonly of: Instrument;
  readonly paragraphs: readonly MarkedFragment[];
  /** All paragraphs are there, with all that they name: the counts are of the whole text. */
  readonly complete: boolean;
}

/** What an instrument rests on, who cites it, what it names, and who must do what by when. */
export function Summary({ of, paragraphs, complete }: SummaryProps) {
  const bodies = of.citedBy.facets.find((f) => f.key === "BODY")?.values ?? [];
  const unsure = paragraphs.reduce((sum, p) => sum + p.mentions.length, 0);
  return (
    <div class="summary">
      <section>
        <h2>Cited by</h2>
        <p class="headline">
          <Go to={at("citedBy", of.id)}>{counted(of.citedByCount, "text")}</Go>
        </p>
        <p class="faint">in {counted(of.citedBy.totalCount, "place")}</p>
        <YearBars counts={of.timeline} label="Citations by year" />
        <ShareBars rows={bodies.slice(0, 4).map((v) => ({ name: bodyShort(v.value), count: v.count }))} label="Citations by organ" />
      </section>
      {of.held && (
        <section>
          <h2>Rests on</h2>
          <p class="headline">
            <Go to={at("chain", of.id)}>{counted(of.citesCount, "text")}</Go>
          </p>
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
        <section class="wide">
          <h2>Who must do what by when</h2>
          <ul class="plain">
            {of.mandates.nodes.map((m) => (
              <li key={m.id}>
                <Go to={at("reader", of.id, { p: m.paragraph.place, c: "" })}>{m.paragraph.place}</Go> {actWords(m.act)}{" "}
                <b>{m.addressee?.name ?? "someone"}</b>
                {m.product === null ? "" : `: ${m.product}`}
                {dueWords(m) === "" ? "" : `, ${dueWords(m)}`}{" "}
                {m.state !== "UNDATED" && <span class={`state ${m.state.toLowerCase()}`}>{m.state.toLowerCase()}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
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
      <ul class="plain">{of.slice(0, most).map(row)}</ul>
      {of.length > most && (
        <details>
          <summary>{number(of.length - most)} more</summary>
          <ul class="plain">{of.slice(most).map(row)}</ul>
        </details>
      )}
    </>
  );
}
