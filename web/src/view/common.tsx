import { Common as question } from "../api/generated";
import { Answer, Nothing, useAsk } from "../part/ask";
import { Go, Line } from "../part/go";
import { Table } from "../part/list";
import { Pick } from "../part/pick";
import { Tools } from "../part/tools";
import { at, type StateOf } from "../state";
import { go } from "../store";
import { counted, number, shortId } from "../words";

/** What two to ten instruments all rest on. */
export function Common({ state: s }: { readonly state: StateOf<"common"> }) {
  const ready = s.of.length >= 2;
  const variables = { ids: s.of, depth: s.depth };
  const asked = useAsk(question, ready ? variables : null);
  return (
    <article>
      <h1>Common authorities</h1>
      <p class="lead">What two or more texts all rest on.</p>
      <ul class="chips">
        {s.of.map((id) => (
          <li key={id}>
            <Go to={{ ...s, of: s.of.filter((other) => other !== id) }} class="chip open" label={`Without ${shortId(id)}`}>
              ✓ {shortId(id)} ×
            </Go>
          </li>
        ))}
      </ul>
      <div class="picks">
        {s.of.length < 10 && (
          <Pick
            key={s.of.length}
            label="Add a text"
            value=""
            pick={(id) => go({ ...s, of: [...s.of.filter((other) => other !== id), id] })}
          />
        )}
        <nav class="tabs small" aria-label="How far">
          {[1, 2, 3].map((depth) => (
            <Go
              key={depth}
              to={{ ...s, depth }}
              current={s.depth === depth}
              label={depth === 1 ? "Cited directly" : `Within ${depth} steps`}
            >
              {depth === 1 ? "Cited directly" : `Within ${depth} steps`}
            </Go>
          ))}
        </nav>
      </div>
      {!ready && <p class="hint">Add {s.of.length === 0 ? "two texts" : "one more text"}.</p>}
      {ready && (
        <Answer of={asked}>
          {({ common }) =>
            common === null || common.shared.length === 0 ? (
              <Nothing title="Nothing in common">
                <p>
                  {common === null ? "One of these is not in this graph: take it away." : "They rest on nothing together at this distance."}{" "}
                  {common !== null && s.depth < 3 && <Go to={{ ...s, depth: s.depth + 1 }}>Look one step further</Go>}
                </p>
              </Nothing>
            ) : (
              <>
                <Tools
                  name="common-authorities"
                  question={{ operation: question, variables }}
                  rows={() =>
                    common.shared.map((row) => ({
                      authority: row.node.id,
                      title: row.node.title,
                      date: row.node.date,
                      citedBy: row.node.citedByCount,
                      ...Object.fromEntries(s.of.map((id, i) => [id, row.depths[i] ?? null])),
                    }))
                  }
                />
                <Table
                  caption={`${counted(common.shared.length, "authority", "authorities")}${common.truncated ? ", and more" : ""}, the nearest first.`}
                  rows={common.shared}
                  rowKey={(row) => row.node.id}
                  columns={[
                    { name: "Authority", cell: (row) => <Line of={row.node} /> },
                    ...s.of.map((id, i) => ({
                      name: `Steps from ${shortId(id)}`,
                      class: "n",
                      cell: (row: (typeof common.shared)[number]) => (
                        <Go to={at("path", "", { from: id, to: row.node.id })}>{row.depths[i]}</Go>
                      ),
                    })),
                    {
                      name: "Cited by",
                      class: "n",
                      cell: (row) => <Go to={at("citedBy", row.node.id)}>{number(row.node.citedByCount)}</Go>,
                    },
                  ]}
                />
              </>
            )
          }
        </Answer>
      )}
    </article>
  );
}
