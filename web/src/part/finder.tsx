import { useId, useRef, useState } from "preact/hooks";
import { ask } from "../api/client";
import { Suggest, type SuggestQuery } from "../api/generated";
import { at, type State } from "../state";
import { type Brief, clip, counted, longer, number, short } from "../words";

/** Letters that follow each other in fewer milliseconds are one, asked for at its end: more than a held key takes to repeat, less than most typists. */
const pause = 40;
const most = 9;

/** One line under the box: what it is and where it leads. */
interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly to: State;
}

const ofInstrument = (i: Brief): Suggestion => ({
  id: i.id,
  name: clip(short(i), 80),
  about: [clip(longer(i), 90), i.held ? "" : "text not held", `cited by ${number(i.citedByCount)}`].filter((w) => w !== "").join(" · "),
  to: at("reader", i.id),
});

function suggestions(answer: SuggestQuery, instrumentsOnly: boolean): readonly Suggestion[] {
  const found = answer.find.candidates.map(ofInstrument);
  // Rights and actors come before the texts that have the word in their titles: there are few, and they stand for many.
  for (const { node } of instrumentsOnly ? [] : answer.names.nodes) {
    if (node.__typename === "Right" || node.__typename === "Actor") {
      found.push({
        id: node.id,
        name: node.name,
        about: `${node.__typename.toLowerCase()} · named in ${counted(node.mentionCount, "paragraph")}`,
        to: at("naming", "", { name: [node.id] }),
      });
    }
  }
  for (const { node } of answer.search.nodes) if (node.__typename === "Instrument") found.push(ofInstrument(node));
  return found.filter((s, i) => found.findIndex((other) => other.id === s.id) === i).slice(0, most);
}

interface FinderProps {
  readonly label: string;
  readonly value?: string;
  readonly instrumentsOnly?: boolean;
  /** What can be typed, where the label does not say it. */
  readonly hint?: string;
  readonly big?: boolean;
  readonly id?: string;
  /** A suggestion was chosen. */
  readonly onPick: (id: string, to: State) => void;
  /** Enter on what was typed, with the one instrument it stands for, where it is one. */
  readonly onSubmit: (text: string, only: string | null) => void;
}

/** A box that takes a symbol in any spelling, a title, words, a right or an actor, with suggestions by keyboard. */
export function Finder({ label, value = "", instrumentsOnly = false, hint = label, big = false, id, onPick, onSubmit }: FinderProps) {
  const own = useId();
  const [typed, setTyped] = useState(value);
  const [list, setList] = useState<readonly Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const [shownFor, setShownFor] = useState(value);
  const timer = useRef(0);
  const lastKey = useRef(-pause);
  const latest = useRef("");
  if (shownFor !== value) {
    setShownFor(value);
    setTyped(value);
  }
  const close = (): void => {
    latest.current = "";
    window.clearTimeout(timer.current);
    setList([]);
    setActive(-1);
  };
  const suggest = (text: string): void => {
    ask(Suggest, { text }).then(
      (answer) => latest.current === text && setList(suggestions(answer, instrumentsOnly)),
      () => latest.current === text && setList([]),
    );
  };
  const type = (text: string): void => {
    setTyped(text);
    setActive(-1);
    latest.current = text;
    window.clearTimeout(timer.current);
    const now = performance.now();
    const quiet = now - lastKey.current >= pause;
    lastKey.current = now;
    if (text.trim() === "") return close();
    if (quiet) suggest(text);
    else timer.current = window.setTimeout(() => suggest(text), pause);
  };
  const pick = (s: Suggestion): void => {
    close();
    setTyped(instrumentsOnly ? s.id : "");
    onPick(s.id, s.to);
  };
  const submit = (): void => {
    const chosen = list[active];
    if (chosen !== undefined) return pick(chosen);
    const text = typed.trim();
    if (text === "") return;
    close();
    // Suggestions may not be there yet: what the text stands for is asked once more, from the kept answers mostly.
    ask(Suggest, { text }).then(
      (answer) => onSubmit(text, answer.find.candidates.length === 1 ? (answer.find.candidates[0]?.id ?? null) : null),
      () => onSubmit(text, null),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && list.length > 0) {
      event.preventDefault();
      // Around through -1, where nothing is chosen and Enter takes the words.
      setActive(((active + 1 + step + list.length + 1) % (list.length + 1)) - 1);
    } else if (event.key === "Escape" && list.length > 0) {
      event.preventDefault();
      close();
    }
  };
  const open = list.length > 0;
  return (
    <form
      class={big ? "finder big" : "finder"}
      role="search"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <input
        id={id}
        type="text"
        inputMode="search"
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={`${own}list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${own}${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={hint}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit">Find</button>
      <ul id={`${own}list`} role="listbox" aria-label="Suggestions" hidden={!open}>
        {list.map((s, i) => (
          <li
            key={s.id}
            id={`${own}${i}`}
            role="option"
            aria-selected={i === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(s)}
          >
            <b>{s.name}</b> <span>{s.about}</span>
          </li>
        ))}
      </ul>
    </form>
  );
}
