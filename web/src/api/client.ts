/** One question to the API with the types of its answer and variables. See generated.ts. */
export interface Operation<Answer, Variables> {
  readonly name: string;
  /** SHA-256 of text: the server knows the explorer's questions by it. */
  readonly hash: string;
  readonly text: string;
  /** Never set: ties the types to the value. */
  readonly types?: (variables: Variables) => Answer;
}

/** Why a question has no answer, in words for people. */
export class ApiError extends Error {
  constructor(
    message: string,
    /** The API's stable code, or OFFLINE, or HTTP. */
    readonly code: string,
    /** What could be meant, where an input fits several instruments. */
    readonly candidates: readonly string[] = [],
  ) {
    super(message);
  }
}

interface Reply {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly candidates?: readonly string[] };
  }[];
}

const endpoint = "/graphql";
/** Answers kept: enough for Back through a long session, a few megabytes at the most. */
const kept = 60;
const answers = new Map<string, Promise<unknown>>();
const settled = new Map<string, unknown>();

/** The key of a question: equal questions have equal keys. */
export const keyOf = (operation: { readonly hash: string }, variables: unknown): string => operation.hash + JSON.stringify(variables);

/** Asks; the same question again gives the same answer without a request, so that Back is instant. */
export function ask<A, V>(operation: Operation<A, V>, variables: V, signal?: AbortSignal): Promise<A> {
  const key = keyOf(operation, variables);
  const known = answers.get(key);
  if (known !== undefined) return known as Promise<A>;
  const answer = request(operation, variables, signal);
  answers.set(key, answer);
  answer.then(
    (value) => settled.set(key, value),
    () => answers.delete(key),
  );
  for (const oldest of answers.keys()) {
    if (answers.size <= kept) break;
    answers.delete(oldest);
    settled.delete(oldest);
  }
  return answer;
}

/** The answer to a question asked before, at once; undefined where there is none yet. */
export const known = (key: string): unknown => settled.get(key);

/** Forgets all answers, for trying again. */
export function forget(): void {
  answers.clear();
  settled.clear();
}

async function request<A, V>(operation: Operation<A, V>, variables: V, signal?: AbortSignal): Promise<A> {
  const init: RequestInit = signal === undefined ? {} : { signal };
  const byHash = { persistedQuery: { version: 1, sha256Hash: operation.hash } };
  const query = new URLSearchParams({
    operationName: operation.name,
    variables: JSON.stringify(variables),
    extensions: JSON.stringify(byHash),
  });
  // GET by hash: the answer has an ETag, and the browser keeps it between visits. Without headers of ours, so that the question which the
  // server named beside the page of a text (web/question.go), and the browser has asked by now, is this one.
  const reply = await send(`${endpoint}?${query}`, init);
  if (!reply.errors?.some((e) => e.extensions?.code === "PERSISTED_QUERY_NOT_FOUND" || e.message === "PersistedQueryNotFound"))
    return dataOf<A>(reply);
  // A server of another version, or behind a proxy that drops extensions: the whole text.
  const body = JSON.stringify({ query: operation.text, operationName: operation.name, variables, extensions: byHash });
  return dataOf<A>(
    await send(endpoint, { ...init, method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body }),
  );
}

async function send(url: string, init: RequestInit): Promise<Reply> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError("The server does not answer.", "OFFLINE");
  }
  try {
    return (await response.json()) as Reply;
  } catch {
    throw new ApiError(`The server answered with status ${response.status}.`, "HTTP");
  }
}

function dataOf<A>(reply: Reply): A {
  // Where all that went wrong is that something is not there, the answer has null for it, and its view says so.
  const error = reply.errors?.find((e) => e.extensions?.code !== "NOT_FOUND");
  if (error !== undefined) {
    throw new ApiError(error.message, error.extensions?.code ?? "INTERNAL", error.extensions?.candidates ?? []);
  }
  return reply.data as A;
}
