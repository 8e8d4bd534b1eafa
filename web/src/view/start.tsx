import { Start as startQuestion, type StartQuery } from "../api/generated";
import { Answer, Nothing, useAsk } from "../part/ask";
import { Go, Line } from "../part/go";
import { SearchBox } from "../part/searchBox";
import { at, type State, type StateOf } from "../state";
import { bodyWords, dateWords, number } from "../words";

/** Live examples: questions people have, each one click. */
const examples: readonly { readonly to: State; readonly title: string; readonly words: string }[] = [
  {
    to: at("reader", "A/HRC/RES/53/29"),
    title: "What is HRC 53/29 built on?",
    words: "New and emerging digital technologies and human rights, paragraph by paragraph, with every text it cites.",
  },
  {
    to: at("path", "", { from: "A/HRC/RES/53/29", to: "udhr" }),
    title: "How does 53/29 lead back to 1948?",
    words: "The ways from 53/29 to the Universal Declaration of Human Rights, hop by hop, as sentences.",
  },
  {
    to: at("citedBy", "S/RES/1325(2000)"),
    title: "Who took up SC 1325 (2000)?",
    words: "Every text that cites the resolution on women, peace and security, with the act and the words.",
  },
];

/** The start page: the search box, three live examples, and what is in the data. */
export function Start({ state: s }: { readonly state: StateOf<"start"> }) {
  const asked = useAsk(startQuestion, {});
  return (
    <div class="start">
      {s.id !== "" && (
        <p class="hint" role="status">
          There is no page at <code>{s.id}</code>. This is the start page.
        </p>
      )}
      <h1>What is this resolution built on?</h1>
      <p class="lead">Follow the citations of United Nations resolutions, paragraph by paragraph, in the words that make them.</p>
      <SearchBox big />
      <p class="faint">
        Try <Go to={at("reader", "A/HRC/RES/53/29")}>53/29</Go>, <Go to={at("search", "", { q: "right to privacy" })}>right to privacy</Go>{" "}
        or <Go to={at("search", "", { q: "digital technologies" })}>digital technologies</Go>; or ask{" "}
        <Go to={at("mandates", "", { forum: "human-rights-council", session: "56" })}>who must report to the Council’s session 56</Go>, or{" "}
        <Go to={at("common", "", { of: ["A/HRC/RES/53/29", "A/HRC/RES/48/4"] })}>what 53/29 and 48/4 both rest on</Go>. The key <kbd>/</kbd>{" "}
        leads to the search from anywhere, <kbd>?</kbd> shows all keys.
      </p>
      <ul class="examples">
        {examples.map((e) => (
          <li key={e.title}>
            <Go to={e.to}>
              <b>{e.title}</b>
              <span>{e.words}</span>
            </Go>
          </li>
        ))}
      </ul>
      <Answer of={asked}>{(data) => <Contents of={data} />}</Answer>
    </div>
  );
}

function Contents({ of }: { readonly of: StartQuery }) {
  const { stats, mostCited } = of;
  const held = stats.bodies.reduce((sum, b) => sum + b.held, 0);
  // A graph that its user loaded has no title, and has its texts.
  const factsOnly = stats.dataset.title !== null && !stats.dataset.texts;
  const mentions = stats.resolved + stats.ambiguous + stats.open;
  if (mentions === 0 && held === 0) {
    return (
      <Nothing title="The graph is empty">
        <p>
          Load documents into it: <code>recital load FOLDER</code>, or one from the United Nations:{" "}
          <code>recital load A/HRC/RES/53/29</code>.
        </p>
      </Nothing>
    );
  }
  return (
    <section class="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">In this data set</h2>
      <p>
        {stats.dataset.title ?? "Documents loaded by you"}
        {stats.dataset.made === null ? "" : `, up to ${dateWords(stats.dataset.made)}`}.{" "}
        {factsOnly ? "Facts without texts: places, acts and the cited words. Load a document to read it whole." : ""}
      </p>
      <dl class="numbers">
        <Figure n={held} words={held === 1 ? "text read" : "texts read"} />
        <Figure n={stats.resolved} words={stats.resolved === 1 ? "citation" : "citations"} />
        <Figure n={stats.ambiguous + stats.open} words={`left open or ambiguous, of ${number(mentions)}`} />
        <Figure n={stats.findings} words={stats.findings === 1 ? "finding" : "findings"} />
      </dl>
      <div class="columns">
        <table>
          <caption>By organ</caption>
          <thead>
            <tr>
              <th scope="col">Organ</th>
              <th scope="col" class="n">
                Texts read
              </th>
              <th scope="col" class="n">
                Only cited
              </th>
            </tr>
          </thead>
          <tbody>
            {[...stats.bodies]
              .sort((a, b) => b.held - a.held || b.cited - a.cited)
              .slice(0, 8)
              .map((b) => (
                <tr key={b.body}>
                  <td data-name="Organ">{bodyWords(b.body)}</td>
                  <td data-name="Texts read" class="n">
                    {number(b.held)}
                  </td>
                  <td data-name="Only cited" class="n">
                    {number(b.cited)}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
        <section>
          <h3>Most cited</h3>
          <ol class="plain">
            {mostCited.nodes.map((i) => (
              <li key={i.id}>
                <Line of={i} /> <span class="faint">·</span>{" "}
                <Go to={at("citedBy", i.id)} class="count">
                  cited by {number(i.citedByCount)}
                </Go>
              </li>
            ))}
          </ol>
        </section>
      </div>
      {stats.dataset.sources.length > 0 && (
        <details>
          <summary>Sources</summary>
          <ul>
            {stats.dataset.sources.map((s) => (
              <li key={s}>{s}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const Figure = ({ n, words }: { readonly n: number; readonly words: string }) => (
  <div>
    <dt>{words}</dt>
    <dd>{number(n)}</dd>
  </div>
);
