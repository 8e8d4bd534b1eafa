import { type FacetKey, type InstrumentFilter, type InstrumentKind, RedLinks as question, type RedLinksQuery } from "../api/generated";
import { Answer, Nothing, useAsk } from "../part/ask";
import { Go, Line } from "../part/go";
import { Facets, Pager, Table, toggled } from "../part/list";
import { Tools } from "../part/tools";
import { at, type StateOf } from "../state";
import { number, short } from "../words";

type S = StateOf<"redLinks">;

const filterOf = (s: S): InstrumentFilter => ({
  ...(s.type.length > 0 && { kinds: s.type as readonly InstrumentKind[] }),
  ...(s.body.length > 0 && { bodies: s.body }),
});
const toggle = (s: S, key: FacetKey, value: string): S =>
  key === "BODY" ? { ...s, body: toggled(s.body, value), after: "" } : { ...s, type: toggled(s.type, value), after: "" };

type Row = RedLinksQuery["redLinks"]["nodes"][number];

/** How to come to the text: it is in one that is held, or can be loaded by its symbol, or the United Nations have no document that is known to be it. */
function Reading({ of: { heldIn, symbol, url } }: { readonly of: Row }) {
  if (heldIn !== null)
    return (
      <>
        held in <Go to={at("reader", heldIn.id)}>{short(heldIn)}</Go>
      </>
    );
  if (url === null) return <span class="faint">no document known</span>;
  return <code>recital load {symbol}</code>;
}

/** The most cited instruments whose text nobody has loaded. */
export function RedLinks({ state: s }: { readonly state: S }) {
  const variables = { filter: filterOf(s), after: s.after || null };
  const asked = useAsk(question, variables);
  return (
    <article>
      <h1>Red links</h1>
      <p class="lead">The most cited texts that this graph does not hold: what to load next.</p>
      <Answer of={asked}>
        {({ redLinks }) => (
          <div class="with-facets">
            <Facets
              of={redLinks.facets}
              keys={["KIND", "BODY"]}
              chosen={(key) => (key === "BODY" ? s.body : s.type)}
              toggle={(key, value) => toggle(s, key, value)}
            />
            <div>
              <Tools
                name="red-links"
                question={{ operation: question, variables }}
                rows={() =>
                  redLinks.nodes.map((i) => ({
                    id: i.id,
                    title: i.title,
                    kind: i.kind,
                    organ: i.body,
                    date: i.date,
                    citedBy: i.citedByCount,
                    heldIn: i.heldIn?.id ?? null,
                  }))
                }
              />
              {redLinks.nodes.length === 0 ? (
                <Nothing title="Nothing is missing">
                  <p>
                    Every cited text that fits is held. <Go to={at("redLinks")}>Take all filters away</Go>
                  </p>
                </Nothing>
              ) : (
                <Table
                  caption="Cited, not held"
                  rows={redLinks.nodes}
                  rowKey={(i) => i.id}
                  columns={[
                    { name: "Text", cell: (i) => <Line of={i} /> },
                    { name: "Cited by", class: "n", cell: (i) => <Go to={at("citedBy", i.id)}>{number(i.citedByCount)}</Go> },
                    { name: "To read it", class: "code", cell: (i) => <Reading of={i} /> },
                  ]}
                />
              )}
              <Pager
                shown={redLinks.nodes.length}
                total={redLinks.totalCount}
                what="texts"
                first={s.after === "" ? null : { ...s, after: "" }}
                next={redLinks.pageInfo.hasNextPage ? { ...s, after: redLinks.pageInfo.endCursor ?? "" } : null}
              />
            </div>
          </div>
        )}
      </Answer>
    </article>
  );
}
