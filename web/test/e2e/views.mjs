// What is looked at, and what every view may cost.

/** Every view and its states of note, by the address. */
export const views = {
  start: "/",
  search: "/search?q=privacy",
  "search for nothing": "/search?q=zzzqqq",
  reader: "/i/A/HRC/RES/53/29",
  card: "/i/A/HRC/RES/53/29?p=PP2&c=c0",
  "reader of a text not held": "/i/udhr",
  "unknown text": "/i/A/HRC/RES/1/999",
  "cited by": "/cited-by/udhr",
  chain: "/chain/A/HRC/RES/53/29",
  "chain with a panel": "/chain/A/HRC/RES/53/29?depth=2&open=i:udhr&at=udhr",
  "chain as a list": "/chain/A/HRC/RES/53/29?as=list",
  path: "/path?from=A/HRC/RES/53/29&to=udhr",
  "path without ends": "/path",
  common: "/common?of=A/HRC/RES/53/29&of=A/HRC/RES/48/4",
  compare: "/compare?a=A/HRC/RES/53/29&b=A/HRC/RES/48/4",
  mandates: "/mandates",
  "mandates of a session": "/mandates?forum=human-rights-council&session=56",
  "overdue mandates": "/mandates?show=overdue",
  "a text with long lists": "/i/A/HRC/RES/58/98",
  "a commentary": "/i/text:commentary",
  "red links": "/red-links",
  matrix: "/matrix",
  paragraphs: "/paragraphs?name=right:privacy",
  findings: "/findings",
  ambiguous: "/findings?show=ambiguous",
  "chain of an unknown text": "/chain/A/HRC/RES/1/999",
  "path from an unknown text": "/path?from=A/HRC/RES/1/999&to=udhr",
  "comparison with an unknown text": "/compare?a=udhr&b=A/HRC/RES/1/999",
  "common with an unknown text": "/common?of=udhr&of=A/HRC/RES/1/999",
  "no page": "/nowhere",
  "embedded card": "/embed/card/A/HRC/RES/53/29",
  "embedded chain": "/embed/chain/A/HRC/RES/53/29",
};

/** Requests to the API that a view may make, and movement of what is already there (Core Web Vitals call 0.1 good). */
export const requestsMost = 3;
export const shiftMost = 0.02;
