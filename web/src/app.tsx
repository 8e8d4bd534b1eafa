import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "./api/client";
import { followKeys, keys } from "./keys";
import { Trouble, Waiting } from "./part/ask";
import { Go } from "./part/go";
import { SearchBox } from "./part/searchBox";
import { at, type State, type View } from "./state";
import { say, state, status } from "./store";
import { keysOn, nextTheme, switchKeys, theme } from "./theme";
import { Reader } from "./view/reader";
import { Search } from "./view/search";
import { Start } from "./view/start";

type Drawn = ComponentType<{ readonly state: never }>;

/** The views that most visits need come with the page; the others are fetched when they are first shown. */
const loaded = new Map<View, Drawn>([
  ["start", Start as Drawn],
  ["search", Search as Drawn],
  ["reader", Reader as Drawn],
]);

const loaders: Readonly<Partial<Record<View, () => Promise<Drawn>>>> = {
  citedBy: () => import("./view/citedBy").then((m) => m.CitedBy as Drawn),
  chain: () => import("./view/chain").then((m) => m.Chain as Drawn),
  path: () => import("./view/path").then((m) => m.Path as Drawn),
  common: () => import("./view/common").then((m) => m.Common as Drawn),
  compare: () => import("./view/compare").then((m) => m.Compare as Drawn),
  mandates: () => import("./view/mandates").then((m) => m.Mandates as Drawn),
  redLinks: () => import("./view/redLinks").then((m) => m.RedLinks as Drawn),
  matrix: () => import("./view/matrix").then((m) => m.Matrix as Drawn),
  naming: () => import("./view/naming").then((m) => m.Naming as Drawn),
  findings: () => import("./view/findings").then((m) => m.Findings as Drawn),
  cardEmbed: () => import("./view/embed").then((m) => m.CardEmbed as Drawn),
  chainEmbed: () => import("./view/embed").then((m) => m.ChainEmbed as Drawn),
};

const titles: Readonly<Record<View, string>> = {
  start: "Recital",
  search: "Search",
  reader: "",
  citedBy: "Cited by",
  chain: "Chain",
  path: "Paths",
  common: "Common authorities",
  compare: "Compare",
  mandates: "Mandates",
  redLinks: "Red links",
  matrix: "Rights × actors",
  naming: "Paragraphs",
  findings: "Findings",
  cardEmbed: "",
  chainEmbed: "Chain",
};

const titleOf = (s: State): string =>
  [s.id, titles[s.view], s.view === "search" ? s.q : "", "Recital"].filter((w, i, all) => w !== "" && all.indexOf(w) === i).join(" · ");

/** The whole page: one state in, one page out. */
export function App() {
  const now = state.value;
  const help = useRef<HTMLDialogElement>(null);
  useEffect(() => followKeys({ open: () => help.current?.showModal() }), []);
  useEffect(() => {
    document.title = titleOf(now);
  }, [now]);
  useArrival(now);
  if (now.view === "cardEmbed" || now.view === "chainEmbed") {
    return (
      <main class="embed">
        <Current state={now} />
      </main>
    );
  }
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <Top now={now} help={() => help.current?.showModal()} />
      <main id="main" tabindex={-1} data-view={now.view}>
        <Current state={now} />
      </main>
      <footer>
        <p>
          Every link shows the words it rests on. Something wrong? Open its card and choose <i>Report this edge</i>.{" "}
          <a href="/graphql">GraphQL API</a>
        </p>
      </footer>
      <p id="status" role="status">
        {status}
      </p>
      <Help dialog={help} />
    </>
  );
}

/** Another view, or another text, is another page: the keyboard and the screen reader go on at its content. */
function useArrival({ view, id }: State): void {
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) document.getElementById("main")?.focus({ preventScroll: true });
    arrived.current = true;
  }, [view, id]);
}

/** Reads the page anew where the server answers; a server of another version has other files. */
const reload = (): void =>
  void fetch(location.href, { method: "HEAD" }).then(
    () => location.reload(),
    () => say("The server does not answer."),
  );

/** The view of the state; its file is fetched where it is not there yet. */
function Current({ state: now }: { readonly state: State }) {
  const [failed, fail] = useState<View | null>(null);
  const [, redraw] = useState(0);
  const view = now.view;
  const View = loaded.get(view);
  useLayoutEffect(() => {
    if (View !== undefined) return;
    loaders[view]?.().then(
      (drawn) => {
        loaded.set(view, drawn);
        redraw((n) => n + 1);
      },
      () => fail(view),
    );
  }, [view, View]);
  if (View !== undefined) return <View state={now as never} />;
  if (failed === view)
    return <Trouble error={new ApiError("This part of the explorer could not be fetched.", "OFFLINE")} again={reload} whole />;
  return <Waiting whole />;
}

const places: readonly (readonly [State, string])[] = [
  [at("mandates"), "Mandates"],
  [at("redLinks"), "Red links"],
  [at("matrix"), "Rights × actors"],
  [at("findings"), "Findings"],
];

function Top({ now, help }: { readonly now: State; readonly help: () => void }) {
  return (
    <header class="top">
      <Go to={at("start")} class="brand" label="Recital, start page">
        Recital
      </Go>
      {now.view !== "start" && <SearchBox value={now.view === "search" ? now.q : ""} />}
      <nav aria-label="Views">
        {places.map(([to, words]) => (
          <Go key={words} to={to} current={now.view === to.view}>
            {words}
          </Go>
        ))}
      </nav>
      <div class="buttons">
        <button type="button" onClick={nextTheme} title="Colours: as the system, light, dark">
          <span aria-hidden="true">◐</span> {theme.value === "auto" ? "Auto" : theme.value === "light" ? "Light" : "Dark"}
        </button>
        <button type="button" onClick={help} aria-label="Keys and help">
          ?
        </button>
      </div>
    </header>
  );
}

function Help({ dialog }: { readonly dialog: { readonly current: HTMLDialogElement | null } }) {
  return (
    <dialog ref={dialog as never} aria-labelledby="help-title">
      <h2 id="help-title">Keys</h2>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input type="checkbox" checked={keysOn.value} onChange={(event) => switchKeys(event.currentTarget.checked)} /> Single letters are
        commands
      </label>
      <p>The address holds all that you see: Back is undo, and a copied link shows another person the same.</p>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
