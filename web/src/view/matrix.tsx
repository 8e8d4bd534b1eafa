import { Matrix as question, type MatrixQuery, type ParagraphFilter } from "../api/generated";
import { Answer, Nothing, useAsk } from "../part/ask";
import { Go } from "../part/go";
import { Tools } from "../part/tools";
import { at, type StateOf } from "../state";
import { bodyShort, bodyWords, clip, number } from "../words";

type S = StateOf<"matrix">;

const bodies = ["", "human-rights-council", "general-assembly", "security-council", "ecosoc"] as const;
/** Shades of a cell: few enough to be told apart; the number is always there. */
const shades = 5;
/** Letters of an actor's name over its column: three lines of what is as tall as the head. */
const headMost = 52;

const filterOf = (s: S): ParagraphFilter => ({
  ...(s.body !== "" && { bodies: [s.body] }),
  ...(s.since !== "" && { since: s.since }),
  ...(s.until !== "" && { until: s.until }),
});

/** Rights against actors: in how many paragraphs both are named; a count opens the paragraphs. */
export function Matrix({ state: s }: { readonly state: S }) {
  const variables = { filter: filterOf(s), size: s.size };
  const asked = useAsk(question, variables);
  return (
    <article>
      <h1>Rights × actors</h1>
      <p class="lead">In how many paragraphs a right and an actor are named together. A number opens the paragraphs.</p>
      <nav class="tabs small" aria-label="Which paragraphs">
        {bodies.map((body) => (
          <Go key={body} to={{ ...s, body }} current={s.body === body} title={body === "" ? "All organs" : bodyWords(body)}>
            {body === "" ? "All organs" : bodyShort(body)}
          </Go>
        ))}
        <span class="gap" />
        {[10, 20, 40].map((size) => (
          <Go key={size} to={{ ...s, size }} current={s.size === size} label={`${size} of each`}>
            {size} of each
          </Go>
        ))}
      </nav>
      <Answer of={asked}>
        {({ matrix }) =>
          matrix.cells.length === 0 ? (
            <Nothing title="No paragraph names both">
              <p>
                <Go to={at("matrix")}>Take all filters away</Go>, or load documents first.
              </p>
            </Nothing>
          ) : (
            <>
              <Tools
                name="rights-actors"
                question={{ operation: question, variables }}
                rows={() => matrix.cells.map((c) => ({ right: c.right, actor: c.actor, paragraphs: c.count }))}
              />
              <Grid of={matrix} s={s} />
            </>
          )
        }
      </Answer>
    </article>
  );
}

function Grid({ of, s }: { readonly of: MatrixQuery["matrix"]; readonly s: S }) {
  const counts = new Map(of.cells.map((c) => [`${c.right}|${c.actor}`, c.count]));
  const most = Math.max(...of.cells.map((c) => c.count));
  const narrowed = { body: s.body === "" ? [] : [s.body], since: s.since, until: s.until };
  return (
    <section class="scroll" tabindex={0} aria-label="Rights by actors, scrolls sideways">
      <table class="matrix">
        <caption>Paragraphs naming both</caption>
        <thead>
          <tr>
            <td />
            {of.actors.map((a) => (
              <th key={a.id} scope="col">
                <Go to={at("naming", "", { name: [a.id], ...narrowed })} title={a.name}>
                  {clip(a.name, headMost)}
                </Go>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rights.map((r) => (
            <tr key={r.id}>
              <th scope="row">
                <Go to={at("naming", "", { name: [r.id], ...narrowed })}>{r.name}</Go>
              </th>
              {of.actors.map((a) => {
                const count = counts.get(`${r.id}|${a.id}`) ?? 0;
                // By the square root, so that the many small counts differ too.
                const shade = count === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(count / most) * shades));
                return (
                  <td key={a.id} class={`shade${shade}`}>
                    {count > 0 && (
                      <Go to={at("naming", "", { name: [r.id, a.id], ...narrowed })} label={`${r.name} and ${a.name}: ${number(count)}`}>
                        {number(count)}
                      </Go>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
