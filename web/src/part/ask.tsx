import type { ComponentChildren } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { ApiError, ask, forget, keyOf, known, type Operation } from "../api/client";
import { at } from "../state";
import { isLoadable, sentence } from "../words";
import { Go } from "./go";

/** Where an answer stands. While a new one is on its way, data is the old one: nothing jumps. */
export interface Asked<A> {
  readonly data: A | undefined;
  readonly error: Error | undefined;
  readonly waiting: boolean;
  readonly again: () => void;
}

interface Settled<A> {
  readonly key: string;
  readonly data?: A | undefined;
  readonly error?: Error | undefined;
}

/** Asks the API; null variables ask nothing. */
export function useAsk<A, V>(operation: Operation<A, V>, variables: V | null): Asked<A> {
  const [settled, settle] = useState<Settled<A>>({ key: "" });
  const [round, setRound] = useState(0);
  const key = variables === null ? "" : keyOf(operation, variables);
  // Before the browser paints: the question is on its way a frame earlier.
  useLayoutEffect(() => {
    if (variables === null) return;
    let wanted = true;
    ask(operation, variables).then(
      (data) => wanted && settle({ key, data }),
      (error: unknown) =>
        wanted && settle((old) => ({ key, data: old.data, error: error instanceof Error ? error : new Error(String(error)) })),
    );
    return () => {
      wanted = false;
    };
  }, [key, round]);
  const again = (): void => {
    forget();
    settle({ key: "" });
    setRound(round + 1);
  };
  if (key === "") return { data: undefined, error: undefined, waiting: false, again };
  const now = known(key) as A | undefined;
  if (now !== undefined) return { data: now, error: undefined, waiting: false, again };
  const error = settled.key === key ? settled.error : undefined;
  return { data: error === undefined ? settled.data : undefined, error, waiting: error === undefined && settled.key !== key, again };
}

interface AnswerProps<A> {
  readonly of: Asked<A>;
  readonly children: (data: A) => ComponentChildren;
  /** The answer is the whole view: its trouble is the page's heading. */
  readonly whole?: boolean;
}

/** Draws an answer, or what there is instead: that it is on its way, or why there is none and what to do. */
export function Answer<A>({ of, children, whole = false }: AnswerProps<A>) {
  if (of.error !== undefined) return <Trouble error={of.error} again={of.again} whole={whole} />;
  if (of.data === undefined) return <Waiting whole={whole} />;
  return <div aria-busy={of.waiting}>{children(of.data)}</div>;
}

/** Shown after a moment only (by the style), so that quick answers do not flicker. Where it is the whole view, it is the page's heading. */
export const Waiting = ({ whole = false }: { readonly whole?: boolean }) => (
  <div class="waiting" role="status">
    {whole ? <h1>Reading the graph…</h1> : "Reading the graph…"}
  </div>
);

const advice: Readonly<Record<string, string>> = {
  OFFLINE: "Is the server still running? Start it with “recital serve”, then try again.",
  BAD_CURSOR: "This page of the list is of an older state of the graph. Go back to its first page.",
};

/** An error in words, with what to do. */
export function Trouble({ error, again, whole }: { readonly error: Error; readonly again: () => void; readonly whole: boolean }) {
  const Heading = whole ? "h1" : "h2";
  const code = error instanceof ApiError ? error.code : "";
  const candidates = error instanceof ApiError ? error.candidates : [];
  return (
    <section class="note" role="alert">
      <Heading>{candidates.length > 0 ? "Several texts have this name" : "This could not be answered"}</Heading>
      <p>{sentence(error.message)}</p>
      {advice[code] !== undefined && <p>{advice[code]}</p>}
      {candidates.length > 0 ? (
        <ul>
          {candidates.map((id) => (
            <li key={id}>
              <Go to={at("reader", id)}>{id}</Go>
            </li>
          ))}
        </ul>
      ) : (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </section>
  );
}

/** Said where nothing is: what that means and what to do. */
export function Nothing({
  title,
  children,
  whole = false,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly whole?: boolean;
}) {
  const Heading = whole ? "h1" : "h2";
  return (
    <section class="note">
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}

/** Said where an id or a symbol stands for nothing in the graph. */
export function Unknown({ name, whole = false }: { readonly name: string; readonly whole?: boolean }) {
  return (
    <Nothing title={`“${name}” is not in this graph`} whole={whole}>
      <p>
        No text here is called that, and none cites it. <Go to={at("search", "", { q: name })}>Search for the words</Go>
        {isLoadable(name) && (
          <>
            , or load the document: <code>recital load {name}</code>
          </>
        )}
        .
      </p>
    </Nothing>
  );
}
