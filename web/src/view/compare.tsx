import { Compare as question, type CompareQuery, type HopFragment } from "../api/generated";
import { Answer, Unknown, useAsk } from "../part/ask";
import { Go, Line } from "../part/go";
import { Table } from "../part/list";
import { Pick } from "../part/pick";
import { Tools } from "../part/tools";
import { at, type StateOf } from "../state";
import { go } from "../store";
import { actWords, counted, short } from "../words";

type Comparison = NonNullable<CompareQuery["compare"]>;

/** What two instruments both cite, and what only one of them cites. */
export function Compare({ state: s }: { readonly state: StateOf<"compare"> }) {
  const ready = s.a !== "" && s.b !== "";
  const variables = { left: s.a, right: s.b };
  const asked = useAsk(question, ready ? variables : null);
  return (
    <article>
      <h1>Compare</h1>
      <p class="lead">What two texts both cite, and what only one of them cites.</p>
      <div class="picks">
        <Pick label="One" value={s.a} of={asked.data?.compare?.left} pick={(a) => go({ ...s, a })} />
        <Pick label="Other" value={s.b} of={asked.data?.compare?.right} pick={(b) => go({ ...s, b })} />
      </div>
      {!ready && (
        <p class="hint">
          Choose two texts, for example <Go to={{ ...s, a: "A/HRC/RES/53/29", b: "A/HRC/RES/48/4" }}>HRC 53/29 and HRC 48/4</Go>.
        </p>
      )}
      {ready && (
        <Answer of={asked}>
          {({ one, compare }) =>
            compare === null ? (
              <Unknown name={one === null ? s.a : s.b} />
            ) : (
              <>
                <Tools
                  name={`compare-${compare.left.id}-${compare.right.id}`}
                  question={{ operation: question, variables }}
                  rows={() => rows(compare)}
                />
                <Sides of={compare} />
              </>
            )
          }
        </Answer>
      )}
    </article>
  );
}

const rows = (c: Comparison) => [
  ...c.both.map((row) => ({ cited: row.target.id, title: row.target.title, by: "both", left: how(row.left), right: how(row.right) })),
  ...c.onlyLeft.map((row) => ({ cited: row.far.id, title: row.far.title, by: c.left.id, left: how(row), right: "" })),
  ...c.onlyRight.map((row) => ({ cited: row.far.id, title: row.far.title, by: c.right.id, left: "", right: how(row) })),
];

const how = (hop: HopFragment): string => [actWords(hop.act), hop.paragraph?.place ?? ""].filter((w) => w !== "").join(", ");

function How({ of, source }: { readonly of: HopFragment; readonly source: string }) {
  return (
    <>
      {actWords(of.act)} {of.paragraph !== null && <Go to={at("reader", source, { p: of.paragraph.place })}>{of.paragraph.place}</Go>}
    </>
  );
}

function Sides({ of }: { readonly of: Comparison }) {
  return (
    <>
      <ul class="plain">
        {[of.left, of.right].map((side) => (
          <li key={side.id}>
            <Line of={side} />
          </li>
        ))}
      </ul>
      <section>
        <h2>Both cite {counted(of.both.length, "text")}</h2>
        {of.both.length > 0 && (
          <Table
            caption="Cited by both"
            rows={of.both}
            rowKey={(row) => row.target.id}
            columns={[
              { name: "Cited", cell: (row) => <Line of={row.target} /> },
              { name: short(of.left), cell: (row) => <How of={row.left} source={of.left.id} /> },
              { name: short(of.right), cell: (row) => <How of={row.right} source={of.right.id} /> },
            ]}
          />
        )}
      </section>
      <div class="columns">
        <Only name={short(of.left)} source={of.left.id} rows={of.onlyLeft} />
        <Only name={short(of.right)} source={of.right.id} rows={of.onlyRight} />
      </div>
    </>
  );
}

function Only({ name, source, rows: list }: { readonly name: string; readonly source: string; readonly rows: Comparison["onlyLeft"] }) {
  return (
    <section>
      <h2>
        Only {name} cites {counted(list.length, "text")}
      </h2>
      {list.length > 0 && (
        <Table
          caption={`Cited by ${name} alone`}
          rows={list}
          rowKey={(row) => row.far.id}
          columns={[
            { name: "Cited", cell: (row) => <Line of={row.far} /> },
            { name: "How", cell: (row) => <How of={row} source={source} /> },
          ]}
        />
      )}
    </section>
  );
}
