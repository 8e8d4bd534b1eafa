import { choice, type Field, text, texts, type Values, whole } from "./field";
import routes from "./routes.json";

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What the address of a chain says beyond whose chain it is, in a page of its own and in another's. */
const chain = {
  dir: choice("OUT", "IN"),
  depth: whole(1, 1, 4),
  open: texts(),
  shut: texts(),
  hide: texts(100),
  pin: texts(),
  at: text(),
  as: choice("drawing", "list"),
  asof: text(),
} as const;

/**
 * What can be shown: for each view, what its address says beyond its path. The paths are in routes.json, where the server
 * reads them too; one that ends in "/" is followed by an instrument's id.
 */
const views = {
  start: {},
  search: {
    q: text(),
    kind: texts(),
    body: texts(),
    type: texts(),
    held: choice("", "HELD", "NOT_HELD"),
    since: text(),
    until: text(),
    after: text(),
  },
  reader: { p: text(), c: text(), hide: texts(), after: text() },
  citedBy: {
    sort: choice("date", "citing", "act", "paragraph"),
    order: choice("down", "up"),
    words: text(),
    act: texts(),
    body: texts(),
    type: texts(),
    since: text(),
    until: text(),
    finding: choice("", "only"),
    after: text(),
  },
  chain,
  path: { from: text(), to: text(), k: whole(3, 1, 10), at: text() },
  common: { of: texts(10), depth: whole(1, 1, 4) },
  compare: { a: text(), b: text() },
  mandates: {
    forum: text(),
    session: text(),
    actor: text(),
    product: text(),
    show: choice("all", "overdue", "answered", "due"),
    after: text(),
  },
  redLinks: { type: texts(), body: texts(), after: text() },
  matrix: { size: whole(20, 10, 40), body: text(), since: text(), until: text() },
  naming: { name: texts(10), act: texts(), body: texts(), since: text(), until: text(), after: text() },
  findings: { show: choice("findings", "ambiguous", "open"), body: texts(), after: text() },
  cardEmbed: {},
  chainEmbed: chain,
} as const satisfies Readonly<Record<keyof typeof routes, Fields>>;

/** The name of a view. */
export type View = keyof typeof views;

/** The state of one view: its name, the instrument it is about ("" where it is about none) and its fields. */
export type StateOf<V extends View> = { readonly view: V; readonly id: string } & Values<(typeof views)[V]>;

/** The whole state of the page; it is the address, and nothing else is. */
export type State = { [V in View]: StateOf<V> }[View];

const isView = (name: string): name is View => Object.hasOwn(views, name);

/** The state of a view with every field at its default but those given. */
export function at<V extends View>(view: V, id = "", values: Partial<Values<(typeof views)[V]>> = {}): StateOf<V> {
  const fields: Fields = views[view];
  const initial = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.initial]));
  return { view, id, ...initial, ...values } as unknown as StateOf<V>;
}

/** Reads an address ("/i/A/HRC/RES/53/29?p=OP5"). An address of no view is the start page's, with the path as its id. */
export function parse(address: string): State {
  const url = new URL(address, "http://here");
  const params = url.searchParams;
  for (const view of Object.keys(views).filter(isView)) {
    const id = idIn(url.pathname, routes[view]);
    if (id === null) continue;
    const fields: Fields = views[view];
    const values = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.parse(params.getAll(name))]));
    return { view, id, ...values } as unknown as State;
  }
  return at("start", url.pathname);
}

/** Writes the address of a state: parse(format(s)) is s. */
export function format(state: State): string {
  const path = routes[state.view];
  const fields: Fields = views[state.view];
  const params = new URLSearchParams();
  const values = state as unknown as Readonly<Record<string, unknown>>;
  for (const [name, field] of Object.entries(fields)) {
    for (const value of field.format(values[name])) params.append(name, value);
  }
  const query = params.toString();
  const id = hasId(path) ? encodeURI(state.id).replace(/[?#]/g, encodeURIComponent) : "";
  return path + id + (query === "" ? "" : `?${readable(query)}`);
}

const hasId = (path: string): boolean => path.length > 1 && path.endsWith("/");

function idIn(pathname: string, path: string): string | null {
  if (!hasId(path)) return pathname === path ? "" : null;
  if (!pathname.startsWith(path) || pathname.length === path.length) return null;
  try {
    return decodeURIComponent(pathname.slice(path.length));
  } catch {
    return null; // a cut percent sign
  }
}

/** Slashes, colons and parentheses may stand in a query as they are: a symbol stays readable in a mailed link. */
const readable = (query: string): string =>
  query.replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%28/g, "(").replace(/%29/g, ")").replace(/%2C/g, ",");
