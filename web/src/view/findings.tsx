import { every } from "../api/every";
import {
  Findings as findingsQuestion,
  type FindingsQuery,
  Mentions as mentionsQuestion,
  type MentionFilter,
  type MentionsQuery,
  type ParagraphFilter,
} from "../api/generated";
import { Answer, Nothing, useAsk } from "../part/ask";
import { Words } from "../part/evidence";
import { Go, Line } from "../part/go";
import { Pager } from "../part/list";
import { Tools } from "../part/tools";
import { at, type StateOf } from "../state";
import { actWords, detailWords, findingWords, percent, sentence, short } from "../words";

type S = StateOf<"findings">;

const shows: readonly (readonly [S["show"], string])[] = [
  ["findings", "Contradictions"],
  ["ambiguous", "Ambiguous"],
  ["open", "Open"],
];

/** What was found wrong, and what could not be bound to one instrument: kept and shown, never guessed. */
export function Findings({ state: s }: { readonly state: S }) {
  return (
    <article>
      <h1>Findings</h1>
      <p class="lead">What contradicts itself, and what is not sure. Nothing is mended or guessed in silence.</p>
      <nav class="tabs" aria-label="Which">
        {shows.map(([show, words]) => (
          <Go key={show} to={at("findings", "", { show, body: s.body })} current={s.show === show}>
            {words}
          </Go>
        ))}
      </nav>
      {s.show === "findings" ? <Contradictions s={s} /> : <Unsure s={s} />}
    </article>
  );
}

const contradictions = (p: FindingsQuery["findings"]["nodes"][number]) =>
  p.cites.nodes.map((c) => ({
    paragraph: p.id,
    target: c.target.id,
    words: c.evidence.quote,
    finding: c.findings.map((f) => f.detail).join(" "),
  }));

const unsure = (m: MentionsQuery["mentions"]["nodes"][number]) => ({
  paragraph: m.paragraph.id,
  status: m.status,
  words: m.evidence.quote,
  reason: m.reason,
  candidates: m.candidates.map((c) => c.instrument.id).join(" "),
});

function Contradictions({ s }: { readonly s: S }) {
  const filter: ParagraphFilter = s.body.length > 0 ? { bodies: s.body } : {};
  const variables = { filter, after: s.after || null };
  const asked = useAsk(findingsQuestion, variables);
  return (
    <Answer of={asked}>
      {({ findings }) => {
        const rows = findings.nodes.flatMap((p) => p.cites.nodes.map((c) => ({ p, c })));
        return (
          <>
            <Tools
              name="findings"
              question={{ operation: findingsQuestion, variables }}
              rows={() => findings.nodes.flatMap(contradictions)}
              all={{
                total: findings.totalCount,
                shown: findings.nodes.length,
                what: " paragraphs",
                rows: async () => (await every(findingsQuestion, variables, (a) => a.findings)).flatMap(contradictions),
              }}
            />
            {rows.length === 0 && <Clean />}
            <ol class="results">
              {rows.map(({ p, c }) => (
                <li key={c.id}>
                  <Go to={at("reader", p.instrument.id, { p: p.place })} class="name">
                    {short(p.instrument)} {p.place}
                  </Go>{" "}
                  {actWords(c.act) || "cites"} <Line of={c.target} />
                  <p>
                    <Words of={c.evidence} />
                  </p>
                  {c.findings.map((f) => (
                    <p class="finding" key={f.kind}>
                      <b>⚠ {findingWords(f.kind)}.</b> {detailWords(f.detail, c.target)}
                    </p>
                  ))}
                </li>
              ))}
            </ol>
            <Pager
              shown={findings.nodes.length}
              total={findings.totalCount}
              what="paragraphs"
              first={s.after === "" ? null : { ...s, after: "" }}
              next={findings.pageInfo.hasNextPage ? { ...s, after: findings.pageInfo.endCursor ?? "" } : null}
            />
          </>
        );
      }}
    </Answer>
  );
}

function Unsure({ s }: { readonly s: S }) {
  const filter: MentionFilter = { statuses: [s.show === "open" ? "OPEN" : "AMBIGUOUS"], ...(s.body.length > 0 && { bodies: s.body }) };
  const variables = { filter, after: s.after || null };
  const asked = useAsk(mentionsQuestion, variables);
  return (
    <Answer of={asked}>
      {({ mentions }) => (
        <>
          <Tools
            name={s.show}
            question={{ operation: mentionsQuestion, variables }}
            rows={() => mentions.nodes.map(unsure)}
            all={{
              total: mentions.totalCount,
              shown: mentions.nodes.length,
              rows: async () => (await every(mentionsQuestion, variables, (a) => a.mentions)).map(unsure),
            }}
          />
          {mentions.nodes.length === 0 && <Clean />}
          <ol class="results">
            {mentions.nodes.map((m) => (
              <li key={m.id}>
                <Go to={at("reader", m.instrument.id, { p: m.paragraph.place })} class="name">
                  {short(m.instrument)} {m.paragraph.place}
                </Go>{" "}
                <span class="faint">{actWords(m.act)}</span> <Words of={m.evidence} />
                {m.reason !== null && <p class="faint">{sentence(m.reason)}.</p>}
                {m.candidates.length > 0 && (
                  <ul class="plain">
                    {m.candidates.map((c) => (
                      <li key={c.instrument.id}>
                        may mean <Line of={c.instrument} /> <span class="faint">· {percent(c.confidence)} sure</span>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
          <Pager
            shown={mentions.nodes.length}
            total={mentions.totalCount}
            what="mentions"
            first={s.after === "" ? null : { ...s, after: "" }}
            next={mentions.pageInfo.hasNextPage ? { ...s, after: mentions.pageInfo.endCursor ?? "" } : null}
          />
        </>
      )}
    </Answer>
  );
}

const Clean = () => (
  <Nothing title="Nothing here">
    <p>No mention in this graph is of that sort.</p>
  </Nothing>
);
