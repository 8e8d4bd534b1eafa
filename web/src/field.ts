/** How one value of the state stands in an address. A value at its default is left out, so that addresses stay short. */
export interface Field<T> {
  readonly initial: T;
  /** Reads the values of the field's name; what cannot be read is the default, never an error: addresses are mailed and cut. */
  parse(values: readonly string[]): T;
  /** The values to write; none for the default. */
  format(value: T): readonly string[];
}

/** A single text. */
export const text = (initial = ""): Field<string> => ({
  initial,
  parse: (values) => values[0] ?? initial,
  format: (value) => (value === initial ? [] : [value]),
});

/** A whole number within bounds, both included. */
export const whole = (initial: number, min: number, max: number): Field<number> => ({
  initial,
  parse: (values) => {
    const n = Number(values[0] ?? "");
    return values.length > 0 && Number.isInteger(n) && n >= min && n <= max ? n : initial;
  },
  format: (value) => (value === initial ? [] : [String(value)]),
});

/** One of a fixed set of words; the first is the default. */
export const choice = <T extends string>(...options: readonly [T, ...T[]]): Field<T> => ({
  initial: options[0],
  parse: (values) => options.find((o) => o === values[0]) ?? options[0],
  format: (value) => (value === options[0] ? [] : [value]),
});

/** Several texts, each once, in the order they were added; the name is repeated for each. */
export const texts = (max = 50): Field<readonly string[]> => ({
  initial: [],
  parse: (values) => [...new Set(values.filter((v) => v !== ""))].slice(0, max),
  format: (value) => value,
});

/** The values of a set of fields. */
export type Values<F> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };
