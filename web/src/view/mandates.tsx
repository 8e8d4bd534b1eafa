import { every } from "../api/every";
import { Mandates as question, type MandateFilter, type MandatesQuery, type MandateState } from "../api/generated";
import { Answer, Nothing, useAsk } from "../part/ask";
import { dueWords, elsewhere, stateHints, stateWords } from "../part/card";
import { Words } from "../part/evidence";
import { Go, Line } from "../part/go";
import { Pager } from "../part/list";
import { Tools } from "../part/tools";
import { at, type StateOf } from "../state";
import { go } from "../store";
import { actWords, bodyShort, bodyWords, counted, sentence, short } from "../words";

type S = StateOf<"mandates">;
type Row = MandatesQuery["mandates"]["nodes"][number];

const forums = ["human-rights-council", "general-assembly", "security-council", "ecosoc"] as const;
const shows: readonly (readonly [S["show"], string, MandateState | null])[] = [
  ["all", "All", null],
  ["overdue", "Overdue", "OVERDUE"],
  ["answered", "Answered", "ANSWERED"],
  ["due", "Due", "PENDING"],
];

function filterOf(s: S): MandateFilter {
  const state = shows.find(([show]) => show === s.show)?.[2] ?? null;
  return {
    ...(s.forum !== "" && { forums: [s.forum] }),
    ...(s.session !== "" && { dueSessions: [Number(s.session)] }),
    ...(s.actor !== "" && { addressees: [s.actor] }),
    ...(s.product !== "" && { products: [s.product] }),
    ...(state !== null && { states: [state] }),
  };
}

/** Rows by forum and session, the latest session first; those without one last. */
function grouped(rows: readonly Row[]): readonly (readonly [string, readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  const order = (row: Row): string => `${row.forum === null ? "~" : row.forum}|${String(99_999 - (row.session ?? 0)).padStart(5, "0")}`;
  for (const row of [...rows].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))) {
    const title =
      row.forum === null
        ? sentence(elsewhere(row.session)) || "No forum named"
        : `${bodyWords(row.forum)}${row.session === null ? ", no session named" : `, session ${row.session}`}`;
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return [...groups];
}

/** Who was asked to do what, by forum and session, and what came of it. */
export function Mandates({ state: s }: { readonly state: S }) {
  const variables = { filter: filterOf(s), after: s.after || null };
  const asked = useAsk(question, variables);
  return (
    <article>
      <h1>Mandates</h1>
      <p class="lead">Who was asked to do what, for which organ, by which session, and whether a text held here answers it.</p>
      <Choices s={s} />
      {s.show === "overdue" && <p class="hint">{stateHints.OVERDUE}: it may have been answered in a text that is not.</p>}
      <Answer of={asked}>
        {({ mandates }) => {
          const rows = mandates.nodes;
          return (
            <>
              <Tools
                name="mandates"
                question={{ operation: question, variables }}
                rows={() => rows.map(cells)}
                all={{
                  total: mandates.totalCount,
                  shown: rows.length,
                  rows: async () => (await every(question, variables, (a) => a.mandates)).map(cells),
                }}
              />
              {rows.length === 0 && (
                <Nothing title="No mandate here">
                  <p>
                    Nothing fits these filters. <Go to={at("mandates")}>Take all filters away</Go>.
                  </p>
                </Nothing>
              )}
              {grouped(rows).map(([title, group]) => (
                <section class="board" key={title}>
                  <h2>
                    {title}{" "}
                    <span class="count">
                      {counted(group.length, "mandate")}
                      {rows.length < mandates.totalCount && " on this page"}
                    </span>
                  </h2>
                  <ul>
                    {group.map((m) => (
                      <li key={m.id} class={m.state.toLowerCase()}>
                        <Item of={m} s={s} />
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
              <Pager
                shown={rows.length}
                total={mandates.totalCount}
                what="mandates"
                first={s.after === "" ? null : { ...s, after: "" }}
                next={mandates.pageInfo.hasNextPage ? { ...s, after: mandates.pageInfo.endCursor ?? "" } : null}
              />
            </>
          );
        }}
      </Answer>
    </article>
  );
}

const cells = (m: Row) => ({
  forum: m.forum,
  session: m.session,
  due: m.due,
  state: m.state.toLowerCase(),
  addressee: m.addressee?.name ?? null,
  act: actWords(m.act),
  product: m.product,
  months: m.months,
  source: m.instrument.id,
  paragraph: m.paragraph.place,
  date: m.date,
  answers: m.answers.map((a) => a.id).join(" "),
  words: m.evidence.quote,
});

function Item({ of: m, s }: { readonly of: Row; readonly s: S }) {
  return (
    <>
      <p>
        <span class={`state ${m.state.toLowerCase()}`} title={stateHints[m.state]}>
          {stateWords[m.state]}
        </span>{" "}
        {m.addressee !== null && (
          <>
            <Go to={{ ...s, actor: m.addressee.id, after: "" }}>{sentence(m.addressee.name)}</Go>:{" "}
          </>
        )}
        <b>{m.addressee === null ? sentence(m.product ?? actWords(m.act)) : (m.product ?? actWords(m.act))}</b>
        {m.forum === null && m.session === null && dueWords(m) !== "" ? `, ${dueWords(m)}` : ""}
      </p>
      <p class="faint">
        <Go to={at("reader", m.instrument.id, { p: m.paragraph.place })}>
          {short(m.instrument)} {m.paragraph.place}
        </Go>{" "}
        {actWords(m.act)}: <Words of={m.evidence} />
      </p>
      {m.answers.length > 0 && (
        <p>
          Answered by{" "}
          {m.answers.map((a) => (
            <span key={a.id}>
              <Line of={a} />{" "}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Choices({ s }: { readonly s: S }) {
  const session = Number(s.session);
  return (
    <nav class="tabs small" aria-label="Which mandates">
      <Go to={{ ...s, forum: "", session: "", after: "" }} current={s.forum === ""}>
        All organs
      </Go>
      {forums.map((forum) => (
        <Go key={forum} to={{ ...s, forum, session: "", after: "" }} current={s.forum === forum} title={bodyWords(forum)}>
          {bodyShort(forum)}
        </Go>
      ))}
      {s.session !== "" && (
        <>
          <Go to={{ ...s, session: String(session - 1), after: "" }} label="Session before">
            ‹
          </Go>
          <Go to={{ ...s, session: "", after: "" }} current label={`Session ${session}, take away`}>
            session {session} ×
          </Go>
          <Go to={{ ...s, session: String(session + 1), after: "" }} label="Session after">
            ›
          </Go>
        </>
      )}
      {s.session === "" && s.forum !== "" && <SessionBox s={s} />}
      <span class="gap" />
      {shows.map(([show, words]) => (
        <Go key={show} to={{ ...s, show, after: "" }} current={s.show === show}>
          {words}
        </Go>
      ))}
      {s.actor !== "" && (
        <Go to={{ ...s, actor: "", after: "" }} current label={`Only ${s.actor}, take away`}>
          {s.actor} ×
        </Go>
      )}
    </nav>
  );
}

function SessionBox({ s }: { readonly s: S }) {
  return (
    <form
      class="inline"
      onSubmit={(event) => {
        event.preventDefault();
        const session = new FormData(event.currentTarget).get("session");
        if (typeof session === "string" && session !== "") go({ ...s, session, after: "" });
      }}
    >
      <label>
        Session <input type="number" name="session" min="1" max="999" required />
      </label>
      <button type="submit">Show</button>
    </form>
  );
}
