import type { Act, CitationFilter, CitedByQuery, FacetKey, InstrumentKind } from "../api/generated";
import { every } from "../api/every";
import { CitedBy as question } from "../api/generated";
import { Answer, Nothing, Unknown, useAsk } from "../part/ask";
import { Words } from "../part/evidence";
import { Go } from "../part/go";
import { Head } from "../part/head";
import { Facets, Pager, Table, toggled, YearRange } from "../part/list";
import { Tools } from "../part/tools";
import { at, type StateOf } from "../state";
import { go, replace } from "../store";
import { actWords, type Brief, clip, dateWords, detailWords, findingWords, longer, percent, short } from "../words";

type S = StateOf<"citedBy">;
type Row = NonNullable<CitedByQuery["instrument"]>["citedBy"]["nodes"][number];

/** Letters of a title in the table. */
const titleMost = 64;

function filterOf(s: S): CitationFilter {
  return {
    ...(s.act.length > 0 && { acts: s.act as readonly Act[] }),
    ...(s.body.length > 0 && { bodies: s.body }),
    ...(s.type.length > 0 && { kinds: s.type as readonly InstrumentKind[] }),
    ...(s.since !== "" && { since: s.since }),
    ...(s.until !== "" && { until: s.until }),
    ...(s.finding === "only" && { findings: true }),
  };
}

/** The year both bounds stand for; "" where they do not. */
const yearOf = (s: S): string => (s.since.slice(0, 4) === s.until.slice(0, 4) ? s.since.slice(0, 4) : "");

function toggle(s: S, key: FacetKey, value: string): S {
  const from = { ...s, after: "" };
  switch (key) {
    case "ACT":
      return { ...from, act: toggled(s.act, value) };
    case "BODY":
      return { ...from, body: toggled(s.body, value) };
    case "KIND":
      return { ...from, type: toggled(s.type, value) };
    default:
      return yearOf(s) === value ? { ...from, since: "", until: "" } : { ...from, since: `${value}-01-01`, until: `${value}-12-31` };
  }
}

const chosen = (s: S, key: FacetKey): readonly string[] =>
  key === "ACT" ? s.act : key === "BODY" ? s.body : key === "KIND" ? s.type : yearOf(s) === "" ? [] : [yearOf(s)];

const sortKey: Readonly<Record<S["sort"], (row: Row) => string>> = {
  date: (row) => row.date ?? "",
  citing: (row) => short(row.source),
  act: (row) => actWords(row.act),
  paragraph: (row) => row.paragraph.place,
};

/** The rows as the reader wants them: those with all the typed words, sorted. */
function arranged(rows: readonly Row[], s: S): readonly Row[] {
  const wanted = s.words
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== "");
  const text = (row: Row): string =>
    [
      short(row.source),
      row.source.title,
      actWords(row.act),
      row.evidence.sentence?.before,
      row.evidence.sentence?.words,
      row.evidence.sentence?.after,
      row.evidence.quote,
    ]
      .join(" ")
      .toLowerCase();
  const kept = rows.filter((row) => wanted.every((w) => text(row).includes(w)));
  const key = sortKey[s.sort];
  const sign = s.order === "down" ? -1 : 1;
  return [...kept].sort((a, b) => sign * key(a).localeCompare(key(b), "en", { numeric: true }));
}

/** Every citation of an instrument: who, when, with which verb, in which sentence. */
export function CitedBy({ state: s }: { readonly state: S }) {
  const variables = { id: s.id, filter: filterOf(s), after: s.after || null };
  const asked = useAsk(question, variables);
  return (
    <Answer of={asked} whole>
      {({ instrument }) => {
        if (instrument === null) return <Unknown name={s.id} whole />;
        const { citedBy } = instrument;
        const rows = arranged(citedBy.nodes, s);
        return (
          <article>
            <Head of={instrument} view="citedBy" />
            <div class="with-facets">
              <Facets
                of={citedBy.facets}
                keys={["ACT", "BODY", "YEAR", "KIND"]}
                chosen={(key) => chosen(s, key)}
                toggle={(key, value) => toggle(s, key, value)}
              />
              <div>
                <Tools
                  name={`cited-by-${instrument.id}`}
                  question={{ operation: question, variables }}
                  rows={() => rows.map(cells)}
                  all={{
                    total: citedBy.totalCount,
                    shown: citedBy.nodes.length,
                    rows: async () => arranged(await every(question, variables, (a) => a.instrument?.citedBy), s).map(cells),
                  }}
                />
                <p class="filters">
                  <label>
                    Only rows with the words{" "}
                    <input type="text" value={s.words} onInput={(event) => replace({ ...s, words: event.currentTarget.value })} />
                  </label>
                  <YearRange since={s.since} until={s.until} choose={(range) => go({ ...s, ...range, after: "" })} />
                  <Go to={{ ...s, finding: s.finding === "only" ? "" : "only", after: "" }} class={s.finding === "only" ? "on" : ""}>
                    {s.finding === "only" ? "✓ " : ""}With findings only
                  </Go>
                </p>
                {rows.length === 0 ? <Empty s={s} any={citedBy.totalCount > 0} /> : <Rows of={instrument} rows={rows} s={s} />}
                <Pager
                  shown={rows.length}
                  total={citedBy.totalCount}
                  what="citations"
                  first={s.after === "" ? null : { ...s, after: "" }}
                  next={citedBy.pageInfo.hasNextPage ? { ...s, after: citedBy.pageInfo.endCursor ?? "" } : null}
                />
              </div>
            </div>
          </article>
        );
      }}
    </Answer>
  );
}

const cells = (row: Row) => ({
  date: row.date,
  citing: row.source.id,
  title: row.source.title,
  organ: row.source.body,
  paragraph: row.paragraph.place,
  act: actWords(row.act),
  words: row.evidence.quote,
  sentence:
    row.evidence.sentence === null ? null : row.evidence.sentence.before + row.evidence.sentence.words + row.evidence.sentence.after,
  pinpoint: row.pinpoint,
  confidence: row.confidence,
  rule: row.evidence.rule,
  findings: row.findings.map((f) => f.detail).join(" "),
});

function Empty({ s, any }: { readonly s: S; readonly any: boolean }) {
  return (
    <Nothing title={any ? "No row on this page has these words" : "No citation"}>
      <p>
        {any || s.act.length + s.body.length + s.type.length > 0 || s.since !== "" ? (
          <Go to={at("citedBy", s.id)}>Take all filters away</Go>
        ) : (
          "No text in this graph cites it. Load more documents, or look at what it rests on."
        )}
      </p>
    </Nothing>
  );
}

function Rows({ of, rows, s }: { readonly of: Brief; readonly rows: readonly Row[]; readonly s: S }) {
  const sorting = (sort: S["sort"]) => ({
    sort: { ...s, sort, order: s.sort === sort && s.order === "down" ? ("up" as const) : ("down" as const) },
    sorted: s.sort === sort ? (s.order === "down" ? ("descending" as const) : ("ascending" as const)) : undefined,
  });
  return (
    <Table
      caption="Citations, one row each"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { name: "Day", class: "date", ...sorting("date"), cell: (row) => dateWords(row.date) },
        {
          name: "Text",
          class: "source",
          ...sorting("citing"),
          cell: (row) => (
            <>
              <Go to={at("reader", row.source.id)} class="name">
                {short(row.source)}
              </Go>{" "}
              <span class="faint">{clip(longer(row.source), titleMost)}</span>
            </>
          ),
        },
        {
          name: "Place",
          ...sorting("paragraph"),
          cell: (row) => <Go to={at("reader", row.source.id, { p: row.paragraph.place })}>{row.paragraph.place}</Go>,
        },
        { name: "Act", ...sorting("act"), cell: (row) => actWords(row.act) },
        {
          name: "Words",
          // Sentences need the room; the cited words alone, of a data set of facts, leave it to the titles.
          class: rows.some((row) => row.evidence.sentence !== null) ? "long" : "words-only",
          cell: (row) => (
            <>
              <Words of={row.evidence} />
              {row.confidence < 0.9 && <span class="faint"> {percent(row.confidence)} sure</span>}
              {row.findings.map((f) => (
                <span class="finding" key={f.kind}>
                  {" "}
                  ⚠ {findingWords(f.kind)}: {detailWords(f.detail, of)}
                </span>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}
