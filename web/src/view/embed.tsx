import { Card as question } from "../api/generated";
import { Answer, Unknown, useAsk } from "../part/ask";
import { YearBars } from "../part/bars";
import { facts } from "../part/go";
import { at, format, type StateOf } from "../state";
import { actWords, counted, longer, short, shortId } from "../words";
import { Chain } from "./chain";

/** A link out of another's page: it opens the explorer in a window of its own. */
const Out = ({ href, words }: { readonly href: string; readonly words: string }) => (
  <a href={href} target="_blank" rel="noopener">
    {words}
  </a>
);

/** A document's card for other people's pages. */
export function CardEmbed({ state: s }: { readonly state: StateOf<"cardEmbed"> }) {
  const asked = useAsk(question, { id: s.id });
  return (
    <Answer of={asked} whole>
      {({ instrument: i }) =>
        i === null ? (
          <Unknown name={s.id} whole />
        ) : (
          <article class="card">
            <h1>
              <Out href={format(at("reader", i.id))} words={short(i)} /> {longer(i)}
            </h1>
            <p class="faint">
              {facts(i)}
              {i.procedure === null ? "" : `. ${i.procedure}`}
            </p>
            <p>
              Rests on <Out href={format(at("chain", i.id))} words={counted(i.citesCount, "text")} />, cited by{" "}
              <Out href={format(at("citedBy", i.id))} words={counted(i.citedByCount, "text")} />.
            </p>
            {i.timeline.length > 1 && <YearBars counts={i.timeline} label="Citations by year" />}
            <ul class="plain">
              {i.restsOn.nodes.map((r) => (
                <li key={r.far.id}>
                  {actWords(r.act) || "cites"} <Out href={format(at("reader", r.far.id))} words={short(r.far)} />
                </li>
              ))}
            </ul>
            <p class="faint">Recital</p>
          </article>
        )
      }
    </Answer>
  );
}

/** A chain for other people's pages. */
export function ChainEmbed({ state: s }: { readonly state: StateOf<"chainEmbed"> }) {
  return (
    <>
      <h1>
        <Out
          href={format({ ...s, view: "chain" })}
          words={s.dir === "OUT" ? `What ${shortId(s.id)} rests on` : `What rests on ${shortId(s.id)}`}
        />
      </h1>
      <Chain state={s} />
    </>
  );
}
