// What a new visitor sees, one tab each. A test runs every one of them.
export const examples = [
  {
    query: `# What does a resolution rest on, paragraph by paragraph, and in which words?
query RestsOn {
  resolution(symbol: "HRC 53/29") {
    id
    title
    date
    cites(first: 50) {
      totalCount
      nodes {
        paragraph { place }
        act
        target { id title }
        evidence { quote rule sentence { before words after } }
        confidence
      }
    }
  }
}
`,
  },
  {
    query: `# Who cites an instrument: by year, by organ, by verb, and the latest of them?
query CitedBy {
  instrument(symbol: "ungps") {
    title
    citedByCount
    timeline { year count }
    citedBy(first: 20) {
      totalCount
      facets(keys: [BODY, ACT]) { key values { value count } }
      nodes { date source { id title } paragraph { place } act evidence { quote } }
    }
  }
}
`,
  },
  {
    query: `# The chain of authority, three steps deep
query Chain {
  chain(start: "HRC 53/29", depth: 3, limit: 60) {
    truncated
    steps { depth more node { id title date } }
    links { source { id } target { id } count acts evidence { quote } }
  }
}
`,
  },
  {
    query: `# How does one instrument reach another, hop by hop?
query Paths {
  paths(from: "HRC 53/29", to: "udhr", count: 3) {
    truncated
    paths {
      length
      hops { source { id } target { id } paragraph { place } evidence { quote } }
    }
  }
}
`,
  },
  {
    query: `# Who is asked to report what, to which session, and what answered it?
query Mandates {
  mandates(filter: { forums: ["HRC"], products: ["report"] }, first: 20) {
    totalCount
    nodes {
      act
      product
      addressee { title }
      forum
      session
      state
      answers { id title }
      evidence { quote }
      instrument { id title }
    }
  }
}
`,
  },
  {
    query: `# Which resolutions name the right to privacy, and what else do they name?
query Privacy {
  instruments(filter: { names: ["right:privacy"] }, orderBy: DATE, first: 10) {
    totalCount
    facets(keys: [BODY, YEAR, RIGHT, ACTOR]) { key values { value count } }
    nodes { id title date }
  }
}
`,
  },
  {
    query: `# The most cited instruments whose text nobody has loaded
query RedLinks {
  redLinks(first: 20) {
    totalCount
    nodes { id kind title date citedByCount }
  }
}
`,
  },
]
