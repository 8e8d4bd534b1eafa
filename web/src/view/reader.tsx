import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { ask } from "../api/client";
import { type MarkedFragment, Paragraphs, Reader as question, type ReaderQuery } from "../api/generated";
import { copy } from "../export";
import { Answer, Nothing, Unknown, useAsk } from "../part/ask";
import { Words } from "../part/evidence";
import { Go, Line } from "../part/go";
import { Head } from "../part/head";
import { toggled } from "../part/list";
import { Paragraph } from "../part/paragraph";
import { Summary } from "../part/summary";
import { Tools } from "../part/tools";
import { foundIn, layers, nameOf } from "../reader";
import { at, format, type StateOf } from "../state";
import { say } from "../store";
import { actWords, counted, number, partWords, short } from "../words";

type S = StateOf<"reader">;
type Instrument = NonNullable<ReaderQuery["instrument"]>;

/** An instrument: what it rests on paragraph by paragraph, or, where its text is not held, what is said of it. */
export function Reader({ state: s }: { readonly state: S }) {
  const variables = { id: s.id, after: null };
  const asked = useAsk(question, variables);
  return (
    <Answer of={asked} whole>
      {({ instrument, stats }) =>
        instrument === null ? (
          <Unknown name={s.id} whole />
        ) : (
          <Document of={instrument} s={s} texts={stats.dataset.texts || stats.dataset.title === null} key={instrument.id} />
        )
      }
    </Answer>
  );
}

interface DocumentProps {
  readonly of: Instrument;
  readonly s: S;
  readonly texts: boolean;
}

function Document({ of, s, texts }: DocumentProps) {
  const { paragraphs, cursor, more } = useParagraphs(of, s);
  // Before it is painted: the page appears where its reader is to look.
  useLayoutEffect(() => {
    const paragraph = s.p === "" ? null : document.getElementById(s.p);
    bringIntoView(paragraph?.querySelector(".card") ?? paragraph);
  }, [s.p, s.c, paragraphs.length]);
  const rows = () =>
    paragraphs.flatMap((p) =>
      foundIn(p, s.hide).map((f) => ({
        paragraph: p.id,
        what: f.is,
        name: nameOf(f),
        target: f.is === "cite" ? f.of.target.id : "",
        act: f.is === "cite" ? actWords(f.of.act) : actWords(p.act),
        words: f.of.evidence.quote,
        rule: f.of.evidence.rule,
        confidence: f.is === "cite" ? f.of.confidence : null,
      })),
    );
  const embed = `<iframe src="${location.origin}${format(at("cardEmbed", of.id))}" width="480" height="400" title="${of.id}"></iframe>`;
  return (
    <article>
      <Head
        of={of}
        view="reader"
        extra={of.session === null ? undefined : `session ${of.session}`}
        also={[of.procedure?.replace(/\.$/, "") ?? "", of.aliases.length > 0 ? `also ${of.aliases.join(", ")}` : ""]}
      />
      <Tools
        name={of.id}
        question={{ operation: question, variables: { id: s.id, after: null } }}
        rows={paragraphs.length > 0 ? rows : undefined}
        more={[["Copy embed", () => void copy(embed, "The code for your page")]]}
      />
      <Summary of={of} paragraphs={paragraphs} complete={cursor === null && paragraphs.every(isWhole)} />
      {!of.held && <NotHeld of={of} />}
      {of.held && !texts && (
        <p class="hint">
          This data set has facts, not texts: places, acts and the cited words. To read the whole text here:{" "}
          <code>recital load {of.symbol ?? of.id}</code>
          {of.url === null ? (
            ""
          ) : (
            <>
              , or read it{" "}
              <a href={of.url} rel="noreferrer">
                at the United Nations
              </a>
            </>
          )}
          .
        </p>
      )}
      {paragraphs.length > 0 && <Layers s={s} />}
      <div class="document">
        {paragraphs.map((p, i) => (
          <>
            {opens(paragraphs, i) && <h2 key={`part${p.place}`}>{partWords(p.part, p.place)}</h2>}
            <Paragraph key={p.id} of={p} state={s} />
          </>
        ))}
      </div>
      {cursor !== null && (
        <p class="pager">
          <span>
            {number(paragraphs.length)} of {counted(of.paragraphs.totalCount, "paragraph")}
          </span>
          <button type="button" onClick={more}>
            Show the next
          </button>
        </p>
      )}
    </article>
  );
}

/** Whether a division of the text begins with its i-th paragraph: sub-headings belong to the one they stand in. */
const opens = (paragraphs: readonly MarkedFragment[], i: number): boolean =>
  paragraphs[i]?.part !== heading && paragraphs.slice(0, i).findLast((p) => p.part !== heading)?.part !== paragraphs[i]?.part;

const heading = "HEAD";

/** What is out of view comes to the middle, what is cut comes whole, and what is in view does not move. */
function bringIntoView(part: Element | null): void {
  if (part === null) return;
  const { top, bottom } = part.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) part.scrollIntoView({ block: "center" });
  else if (part.matches(".card") && (top < 0 || bottom > innerHeight)) part.scrollIntoView({ block: "nearest" });
}

/** Whether all that a paragraph names came with it. */
const isWhole = (p: MarkedFragment): boolean => !p.rights.pageInfo.hasNextPage && !p.actors.pageInfo.hasNextPage;

/** The paragraphs so far, and how to get more; those up to the one of the address come by themselves. */
function useParagraphs(of: Instrument, s: S) {
  const [pages, setPages] = useState<readonly (readonly MarkedFragment[])[]>([of.paragraphs.nodes]);
  const [cursor, setCursor] = useState(of.paragraphs.pageInfo.hasNextPage ? of.paragraphs.pageInfo.endCursor : null);
  const paragraphs = pages.flat();
  const more = (): void => {
    if (cursor === null) return;
    ask(Paragraphs, { id: of.id, after: cursor }).then(
      ({ instrument }) => {
        if (instrument === null) return;
        setPages([...pages, instrument.paragraphs.nodes]);
        setCursor(instrument.paragraphs.pageInfo.hasNextPage ? instrument.paragraphs.pageInfo.endCursor : null);
      },
      (error: Error) => say(`The next paragraphs did not come: ${error.message}`),
    );
  };
  const missing = s.p !== "" && !paragraphs.some((p) => p.place === s.p);
  useEffect(() => {
    if (missing) more();
  }, [missing, cursor]);
  return { paragraphs, cursor, more };
}

/** What is marked, each with its sign; a click hides or shows it. */
function Layers({ s }: { readonly s: S }) {
  return (
    <nav class="legend" aria-label="What is marked">
      {layers.map((layer) => (
        <Go
          key={layer}
          to={{ ...s, hide: toggled(s.hide, layer) }}
          class={s.hide.includes(layer) ? "off" : ""}
          label={`${s.hide.includes(layer) ? "Show" : "Hide"} ${layer}`}
        >
          <span class={`m ${layer}`}>{layer}</span>
        </Go>
      ))}
    </nav>
  );
}

/** Where the text is not held: who cites it, in which words, and how to load it. */
function NotHeld({ of }: { readonly of: Instrument }) {
  return (
    <Nothing title="Its text is not held">
      <p>
        It is known {of.basis === "CATALOGUE" ? "from the catalogue and " : ""}from the texts that cite it.{" "}
        {of.heldIn !== null && (
          <>
            It stands in <Go to={at("reader", of.heldIn.id)}>{short(of.heldIn)}</Go>, which is held.{" "}
          </>
        )}
        {of.heldIn === null && of.url !== null && (
          <>
            To read it here: <code>recital load {of.symbol}</code>.{" "}
          </>
        )}
        {of.url !== null && (
          <a href={of.url} rel="noreferrer">
            At the United Nations
          </a>
        )}
      </p>
      {of.citedBy.nodes.length > 0 && (
        <>
          <h3>What the latest texts say of it</h3>
          <ul class="plain">
            {of.citedBy.nodes.map((c) => (
              <li key={c.id}>
                <Line of={c.source} />, <Go to={at("reader", c.source.id, { p: c.paragraph.place })}>{c.paragraph.place}</Go>:{" "}
                {actWords(c.act)} <Words of={c.evidence} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Nothing>
  );
}
