import { every } from "../api/every";
import { type Act, type FacetKey, Naming as question, type NamingQuery, type ParagraphFilter } from "../api/generated";
import { type Mark, segments } from "../marks";
import { Answer, Nothing, useAsk } from "../part/ask";
import { Words } from "../part/evidence";
import { Go, Line } from "../part/go";
import { Facets, Pager, toggled } from "../part/list";
import { Tools } from "../part/tools";
import { at, type StateOf } from "../state";
import { actWords, sentence } from "../words";

type S = StateOf<"naming">;
type Row = NamingQuery["paragraphs"]["nodes"][number];

const filterOf = (s: S): ParagraphFilter => ({
  names: s.name,
  ...(s.act.length > 0 && { acts: s.act as readonly Act[] }),
  ...(s.body.length > 0 && { bodies: s.body }),
  ...(s.since !== "" && { since: s.since }),
  ...(s.until !== "" && { until: s.until }),
});

const year = (s: S): string => (s.since.slice(0, 4) === s.until.slice(0, 4) ? s.since.slice(0, 4) : "");

function toggle(s: S, key: FacetKey, value: string): S {
  const from = { ...s, after: "" };
  if (key === "ACT") return { ...from, act: toggled(s.act, value) };
  if (key === "BODY") return { ...from, body: toggled(s.body, value) };
  return year(s) === value ? { ...from, since: "", until: "" } : { ...from, since: `${value}-01-01`, until: `${value}-12-31` };
}

const chosen = (s: S, key: FacetKey): readonly string[] =>
  key === "ACT" ? s.act : key === "BODY" ? s.body : year(s) === "" ? [] : [year(s)];

const namings = (row: Row) => [...row.rights.nodes, ...row.actors.nodes];

/** Where the names stand in the paragraph's own text. */
const marksOf = (shown: ReturnType<typeof namings>): readonly Mark[] =>
  shown.flatMap(({ target, evidence: { words, note } }): Mark[] =>
    words.startUtf16 === null || words.endUtf16 === null || note !== null
      ? []
      : [{ start: words.startUtf16, end: words.endUtf16, kind: "quote", key: target.id, label: target.name }],
  );

const cells = (p: Row) => ({
  paragraph: p.id,
  date: p.instrument.date,
  act: actWords(p.act),
  text: p.text,
  names: namings(p)
    .map((n) => n.target.id)
    .join(" "),
});

/** Paragraphs that name all of some rights and actors. */
export function Naming({ state: s }: { readonly state: S }) {
  const variables = { filter: filterOf(s), after: s.after || null };
  const asked = useAsk(question, s.name.length === 0 ? null : variables);
  if (s.name.length === 0) {
    return (
      <Nothing title="Choose a right or an actor" whole>
        <p>
          In the <Go to={at("matrix")}>matrix of rights and actors</Go>, or by the search above.
        </p>
      </Nothing>
    );
  }
  return (
    <article>
      <h1>Paragraphs that name{s.name.length > 1 ? " together" : ""}</h1>
      <Answer of={asked}>
        {({ paragraphs }) => {
          const names = new Map(paragraphs.nodes.flatMap(namings).map((n) => [n.target.id, n.target.name]));
          return (
            <>
              <ul class="chips">
                {s.name.map((id) => (
                  <li key={id}>
                    <Go
                      to={s.name.length === 1 ? at("matrix") : { ...s, name: s.name.filter((other) => other !== id), after: "" }}
                      class="chip open"
                      label={`Without ${names.get(id) ?? id}`}
                    >
                      ✓ {names.get(id) ?? id} ×
                    </Go>
                  </li>
                ))}
              </ul>
              <div class="with-facets">
                <Facets
                  of={paragraphs.facets}
                  keys={["ACT", "BODY", "YEAR"]}
                  chosen={(key) => chosen(s, key)}
                  toggle={(key, value) => toggle(s, key, value)}
                />
                <div>
                  <Tools
                    name="paragraphs"
                    question={{ operation: question, variables }}
                    rows={() => paragraphs.nodes.map(cells)}
                    all={{
                      total: paragraphs.totalCount,
                      shown: paragraphs.nodes.length,
                      rows: async () => (await every(question, variables, (a) => a.paragraphs)).map(cells),
                    }}
                  />
                  {paragraphs.nodes.length === 0 && (
                    <Nothing title="No paragraph names all of these">
                      <p>Take one of them away.</p>
                    </Nothing>
                  )}
                  <ol class="results">
                    {paragraphs.nodes.map((p) => (
                      <li key={p.id}>
                        <One of={p} wanted={s.name} />
                      </li>
                    ))}
                  </ol>
                  <Pager
                    shown={paragraphs.nodes.length}
                    total={paragraphs.totalCount}
                    what="paragraphs"
                    first={s.after === "" ? null : { ...s, after: "" }}
                    next={paragraphs.pageInfo.hasNextPage ? { ...s, after: paragraphs.pageInfo.endCursor ?? "" } : null}
                  />
                </div>
              </div>
            </>
          );
        }}
      </Answer>
    </article>
  );
}

function One({ of, wanted }: { readonly of: Row; readonly wanted: readonly string[] }) {
  const shown = namings(of).filter((n) => wanted.includes(n.target.id));
  return (
    <>
      <Go to={at("reader", of.instrument.id, { p: of.place })} class="name">
        {of.place}
      </Go>{" "}
      <Line of={of.instrument} />
      {of.text === null ? (
        <p>
          <i>{of.opening ?? sentence(actWords(of.act))}</i>{" "}
          {shown.map((n) => (
            <span key={n.target.id}>
              … <Words of={n.evidence} />{" "}
            </span>
          ))}
        </p>
      ) : (
        <p class="words">
          {segments(of.text, marksOf(shown)).map((piece, i) => (piece.marks.length > 0 ? <mark key={i}>{piece.text}</mark> : piece.text))}
        </p>
      )}
    </>
  );
}
