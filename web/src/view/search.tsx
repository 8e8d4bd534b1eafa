import type { FacetKey, InstrumentKind, NodeKind, SearchFilter, SearchQuery } from "../api/generated";
import { Search as question } from "../api/generated";
import { Answer, Nothing, useAsk } from "../part/ask";
import { Go, Line } from "../part/go";
import { Facets, Pager, toggled, YearRange } from "../part/list";
import { Tools } from "../part/tools";
import { at, format, type StateOf } from "../state";
import { go } from "../store";
import { actWords, counted, dateWords, number, placeIn, short } from "../words";

type S = StateOf<"search">;

const kinds: readonly (readonly [NodeKind, string])[] = [
  ["INSTRUMENT", "Instruments"],
  ["PARAGRAPH", "Paragraphs"],
  ["RIGHT", "Rights"],
  ["ACTOR", "Actors"],
];

function filterOf(s: S): SearchFilter {
  return {
    ...(s.kind.length > 0 && { nodes: s.kind as readonly NodeKind[] }),
    ...(s.body.length > 0 && { bodies: s.body }),
    ...(s.type.length > 0 && { kinds: s.type as readonly InstrumentKind[] }),
    ...(s.held !== "" && { holding: s.held }),
    ...(s.since !== "" && { since: s.since }),
    ...(s.until !== "" && { until: s.until }),
  };
}

const toggle = (s: S, key: FacetKey, value: string): S => {
  if (key === "YEAR")
    return chosen(s, "YEAR").includes(value)
      ? { ...s, since: "", until: "", after: "" }
      : { ...s, since: `${value}-01-01`, until: `${value}-12-31`, after: "" };
  return key === "BODY" ? { ...s, body: toggled(s.body, value), after: "" } : { ...s, type: toggled(s.type, value), after: "" };
};

const chosen = (s: S, key: FacetKey): readonly string[] =>
  key === "BODY"
    ? s.body
    : key === "KIND"
      ? s.type
      : s.since.slice(0, 4) !== "" && s.since.slice(0, 4) === s.until.slice(0, 4)
        ? [s.since.slice(0, 4)]
        : [];

/** Everything that a text finds. */
export function Search({ state: s }: { readonly state: S }) {
  const variables = { text: s.q, filter: filterOf(s), after: s.after || null };
  const asked = useAsk(question, s.q === "" ? null : variables);
  if (s.q === "")
    return (
      <Nothing title="Search for something" whole>
        <p>Type a symbol, a title, words, a right or an actor into the box above.</p>
      </Nothing>
    );
  return (
    <>
      <h1>“{s.q}”</h1>
      <nav class="tabs" aria-label="Kinds">
        <Go to={{ ...s, kind: [], after: "" }} current={s.kind.length === 0}>
          All
        </Go>
        {kinds.map(([kind, words]) => (
          <Go key={kind} to={{ ...s, kind: [kind], after: "" }} current={s.kind.includes(kind)}>
            {words}
          </Go>
        ))}
        <Go to={{ ...s, held: s.held === "HELD" ? "" : "HELD", after: "" }} current={s.held === "HELD"}>
          Texts held only
        </Go>
      </nav>
      <Answer of={asked}>
        {(data) => (
          <div class="with-facets">
            <Facets
              of={data.search.facets}
              keys={["BODY", "KIND", "YEAR"]}
              chosen={(key) => chosen(s, key)}
              toggle={(key, value) => toggle(s, key, value)}
            />
            <div>
              <Tools name={`search-${s.q}`} question={{ operation: question, variables }} rows={() => rows(data)} />
              <Years of={data} s={s} />
              <Results of={data} s={s} />
            </div>
          </div>
        )}
      </Answer>
    </>
  );
}

/** How much is found, and since when: the first year is a click away, for whoever asks whether words are new. */
function Years({ of, s }: { readonly of: SearchQuery; readonly s: S }) {
  const years = of.search.facets.find((f) => f.key === "YEAR")?.values.map((v) => v.value) ?? [];
  const first = [...years].sort()[0];
  if (of.search.totalCount === 0) return null;
  return (
    <p class="filters">
      <span>
        {number(of.search.totalCount)} found
        {first !== undefined && years.length > 1 && (
          <>
            , the earliest in <Go to={toggle(s, "YEAR", first)}>{first}</Go>
          </>
        )}
      </span>
      <YearRange since={s.since} until={s.until} choose={(range) => go({ ...s, ...range, after: "" })} />
    </p>
  );
}

type Hit = SearchQuery["search"]["nodes"][number];

const idOf = ({ node }: Hit): string => ("id" in node ? node.id : "");

const rows = (data: SearchQuery) =>
  data.search.nodes.map((hit) => ({
    id: idOf(hit),
    kind: hit.node.__typename,
    match: hit.class,
    words: hit.pieces.map((p) => p.text).join(""),
  }));

function Results({ of, s }: { readonly of: SearchQuery; readonly s: S }) {
  const first = s.after === "" && s.kind.every((k) => k === "INSTRUMENT") ? of.find.candidates : [];
  const already = new Set(first.map((i) => i.id));
  const hits = of.search.nodes.filter((hit) => !already.has(idOf(hit)));
  if (first.length + hits.length === 0) {
    return (
      <Nothing title="Nothing found">
        {of.stats.dataset.title !== null && !of.stats.dataset.texts && (
          <p>This data set has facts, not texts: titles, rights and actors are searched, the words of paragraphs are not here.</p>
        )}
        <p>Every word must be found. Try fewer or shorter words, or a symbol such as 53/29.</p>
        {format(at("search", "", { q: s.q })) !== format(s) && (
          <p>
            <Go to={at("search", "", { q: s.q })}>Search everywhere</Go>
          </p>
        )}
      </Nothing>
    );
  }
  return (
    <>
      {first.length > 0 && (
        <section class="first">
          <h2>{first.length === 1 ? "This is" : "It may be one of these"}</h2>
          <ol class="results">
            {first.map((i) => (
              <li key={i.id}>
                <Line of={i} /> <span class="faint">· cited by {number(i.citedByCount)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <ol class="results">
        {hits.map((hit) => (
          <li key={idOf(hit)}>
            <Found hit={hit} />
          </li>
        ))}
      </ol>
      <Pager
        shown={of.search.nodes.length}
        total={of.search.totalCount}
        what="found"
        first={s.after === "" ? null : { ...s, after: "" }}
        next={of.search.pageInfo.hasNextPage ? { ...s, after: of.search.pageInfo.endCursor ?? "" } : null}
      />
    </>
  );
}

function Found({ hit }: { readonly hit: Hit }) {
  const { node } = hit;
  const snippet = <span class="snippet">{hit.pieces.map((p, i) => (p.marked ? <mark key={i}>{p.text}</mark> : p.text))}</span>;
  switch (node.__typename) {
    case "Instrument":
      return (
        <>
          <Line of={node} /> <span class="faint">· cited by {number(node.citedByCount)}</span>
        </>
      );
    case "Paragraph":
      return (
        <>
          <Go to={at("reader", placeIn(node.id)[0], { p: node.place })} class="name">
            {hit.source === null ? node.id : short(hit.source)} {node.place}
          </Go>{" "}
          <span class="faint">
            {[dateWords(hit.source?.date), node.act === "OTHER" ? "" : actWords(node.act)].filter((w) => w !== "").join(" · ")}
          </span>
          {snippet}
        </>
      );
    case "Right":
    case "Actor":
      return (
        <>
          <Go to={at("naming", "", { name: [node.id] })} class="name">
            {node.name}
          </Go>{" "}
          <span class="faint">
            {node.__typename.toLowerCase()}, named in {counted(node.mentionCount, "paragraph")}
          </span>
        </>
      );
    default:
      return snippet;
  }
}
