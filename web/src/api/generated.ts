// Made by scripts/generate.mjs from schema.graphqls and src/operations.graphql. Do not edit.
import type { Operation } from "./client";

export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A document symbol in its canonical form, without blanks: `A/HRC/RES/53/29`, `S/RES/1325(2000)`, `A/RES/2200(XXI)A`. */
  Symbol: { input: string; output: string; }
  /** A calendar day, `2023-07-14`. */
  Date: { input: string; output: string; }
  /** A place in one list: opaque, valid for the list that handed it out, equal in every store. */
  Cursor: { input: string; output: string; }
  /**
   * The id of an organ that adopts or issues instruments: `human-rights-council`, `general-assembly`, `security-council`,
   * `ecosoc`, ... As an input `HRC`, `UNGA`, `SC`, `ECOSOC` and names such as `General Assembly` do as well. One that is not in the
   * graph lets nothing through: `stats` lists those that are.
   */
  Body: { input: string; output: string; }
};

/** Whether a mandate was answered, as far as the graph knows. */
export type MandateState =
  /** An answer is known. */
  | 'ANSWERED'
  /** The session it was due at is over in this graph, and no answer is known. */
  | 'OVERDUE'
  /** The session it is due at is not over in this graph. */
  | 'PENDING'
  /** It names no forum and session, or the session of an organ of which nobody here knows whether it is over. */
  | 'UNDATED';

/** Lets instruments through. Each field narrows; the values of a field are alternatives, but `names` and `cites` must all be there. */
export type InstrumentFilter = {
  /** Of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<InstrumentKind>>;
  /** Adopted or issued by these organs. */
  readonly bodies?: InputMaybe<ReadonlyArray<Scalars['Body']['input']>>;
  /** Of these sessions: `53`, `S-9`. */
  readonly sessions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Of this day or later. */
  readonly since?: InputMaybe<Scalars['Date']['input']>;
  /** Of this day or earlier. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
  /** As a drafter of this day could have known them: of this day or earlier. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Held or not held. */
  readonly holding?: InputMaybe<Holding>;
  /** Rights and actors, by id, each named by one of its paragraphs. */
  readonly names?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Instruments, by id or a symbol in any spelling, each cited by one of its paragraphs. */
  readonly cites?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only those with findings. */
  readonly findings?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Lets paragraphs through. Each field narrows; the values of a field are alternatives, but `names` and `cites` must all be there. */
export type ParagraphFilter = {
  /** Of instruments of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<InstrumentKind>>;
  /** Of instruments of these organs. */
  readonly bodies?: InputMaybe<ReadonlyArray<Scalars['Body']['input']>>;
  /** Of instruments of these sessions. */
  readonly sessions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Of instruments of this day or later. */
  readonly since?: InputMaybe<Scalars['Date']['input']>;
  /** Of instruments of this day or earlier. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
  /** Of instruments that a drafter of this day could have known. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Of this instrument, by id or a symbol in any spelling. */
  readonly instrument?: InputMaybe<Scalars['ID']['input']>;
  /** Rights and actors, by id, all of which it names. */
  readonly names?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Instruments, by id or a symbol in any spelling, all of which it cites. */
  readonly cites?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** That do one of these. */
  readonly acts?: InputMaybe<ReadonlyArray<Act>>;
  /** Only those with findings. */
  readonly findings?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Lets mandates through. Each field narrows; the values of a field are alternatives. */
export type MandateFilter = {
  /** Of instruments of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<InstrumentKind>>;
  /** Of instruments of these organs. */
  readonly bodies?: InputMaybe<ReadonlyArray<Scalars['Body']['input']>>;
  /** Of instruments of these sessions. */
  readonly sessions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Of instruments of this day or later. */
  readonly since?: InputMaybe<Scalars['Date']['input']>;
  /** Of instruments of this day or earlier. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
  /** Of instruments that a drafter of this day could have known. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Of this instrument, by id or a symbol in any spelling. */
  readonly instrument?: InputMaybe<Scalars['ID']['input']>;
  /** With one of these verbs. */
  readonly acts?: InputMaybe<ReadonlyArray<Act>>;
  /** That ask one of these actors, by id. */
  readonly addressees?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Due at one of these organs. */
  readonly forums?: InputMaybe<ReadonlyArray<Scalars['Body']['input']>>;
  /** Due at a session of one of these numbers. */
  readonly dueSessions?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** That ask for one of these: `report`, `panel discussion`. */
  readonly products?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** In one of these states, on the day that `asOf` says where it is given: OVERDUE and PENDING are what is still due. */
  readonly states?: InputMaybe<ReadonlyArray<MandateState>>;
};

/** Lets mentions through. Each field narrows; the values of a field are alternatives. */
export type MentionFilter = {
  /** Of instruments of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<InstrumentKind>>;
  /** Of instruments of these organs. */
  readonly bodies?: InputMaybe<ReadonlyArray<Scalars['Body']['input']>>;
  /** Of instruments of these sessions. */
  readonly sessions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Of instruments of this day or later. */
  readonly since?: InputMaybe<Scalars['Date']['input']>;
  /** Of instruments of this day or earlier. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
  /** Of instruments that a drafter of this day could have known. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Of this instrument, by id or a symbol in any spelling. */
  readonly instrument?: InputMaybe<Scalars['ID']['input']>;
  /** With one of these verbs. */
  readonly acts?: InputMaybe<ReadonlyArray<Act>>;
  /** AMBIGUOUS, OPEN. */
  readonly statuses?: InputMaybe<ReadonlyArray<Status>>;
  /** Only those with findings. */
  readonly findings?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Lets citations through. Each field narrows; the values of a field are alternatives. */
export type CitationFilter = {
  /** With one of these verbs. */
  readonly acts?: InputMaybe<ReadonlyArray<Act>>;
  /** Of the instrument at the other end. */
  readonly kinds?: InputMaybe<ReadonlyArray<InstrumentKind>>;
  /** Of the instrument at the other end. */
  readonly bodies?: InputMaybe<ReadonlyArray<Scalars['Body']['input']>>;
  /** By instruments of this day or later. */
  readonly since?: InputMaybe<Scalars['Date']['input']>;
  /** By instruments of this day or earlier. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
  /** By instruments that a drafter of this day could have known. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** At least this sure, from 0 to 1. */
  readonly minConfidence?: InputMaybe<Scalars['Float']['input']>;
  /** Only those with findings. */
  readonly findings?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Lets namings through. Each field narrows; the values of a field are alternatives. */
export type NamingFilter = {
  /** With one of these verbs. */
  readonly acts?: InputMaybe<ReadonlyArray<Act>>;
  /** In one of these roles: leaves rights out. */
  readonly roles?: InputMaybe<ReadonlyArray<Role>>;
  /** Where the list is of one right or actor: of the instrument that names it. */
  readonly kinds?: InputMaybe<ReadonlyArray<InstrumentKind>>;
  /** Where the list is of one right or actor: of the instrument that names it. */
  readonly bodies?: InputMaybe<ReadonlyArray<Scalars['Body']['input']>>;
  /** By instruments of this day or later. */
  readonly since?: InputMaybe<Scalars['Date']['input']>;
  /** By instruments of this day or earlier. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
  /** By instruments that a drafter of this day could have known. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
};

/** Lets hits through. Each field narrows; the values of a field are alternatives. */
export type SearchFilter = {
  /** INSTRUMENT, PARAGRAPH, RIGHT, ACTOR; the default all four. */
  readonly nodes?: InputMaybe<ReadonlyArray<NodeKind>>;
  /** Of these kinds, or paragraphs of such instruments. */
  readonly kinds?: InputMaybe<ReadonlyArray<InstrumentKind>>;
  /** Of these organs, or paragraphs of their instruments. */
  readonly bodies?: InputMaybe<ReadonlyArray<Scalars['Body']['input']>>;
  /** Of this day or later. */
  readonly since?: InputMaybe<Scalars['Date']['input']>;
  /** Of this day or earlier. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
  /** As a drafter of this day could have known them. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Held or not held. */
  readonly holding?: InputMaybe<Holding>;
};

/** Lets the citations through that a walk follows. Each field narrows; the values of a field are alternatives. */
export type WalkFilter = {
  /** Citations with one of these verbs. */
  readonly acts?: InputMaybe<ReadonlyArray<Act>>;
  /** To instruments of these kinds. */
  readonly kinds?: InputMaybe<ReadonlyArray<InstrumentKind>>;
  /** To instruments of these organs. */
  readonly bodies?: InputMaybe<ReadonlyArray<Scalars['Body']['input']>>;
  /** Only by instruments that a drafter of this day could have known. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
};

/** What sort of text an instrument is. */
export type InstrumentKind =
  /** A resolution. */
  | 'RESOLUTION'
  /** A decision. */
  | 'DECISION'
  /** A presidential statement. */
  | 'PRESIDENTIAL_STATEMENT'
  /** A treaty, with its protocols. */
  | 'TREATY'
  /** A declaration. */
  | 'DECLARATION'
  /** Principles, rules, standards. */
  | 'PRINCIPLES'
  /** An agenda. */
  | 'AGENDA'
  /** A compact. */
  | 'COMPACT'
  /** A programme or plan of action. */
  | 'PROGRAMME'
  /** A recommendation. */
  | 'RECOMMENDATION'
  /** A general comment or general recommendation of a treaty body. */
  | 'GENERAL_COMMENT'
  /** A report. */
  | 'REPORT'
  /** An initiative. */
  | 'INITIATIVE'
  /** A draft. */
  | 'DRAFT'
  /** A judgment or advisory opinion. */
  | 'JUDGMENT'
  /** A commentary on instruments by others. */
  | 'COMMENTARY'
  /** A document whose symbol says no more. */
  | 'DOCUMENT';

/** Where an instrument's title and date come from. */
export type Basis =
  /** What the texts that cite it say of it, by majority. */
  | 'CITATIONS'
  /** The catalogue. */
  | 'CATALOGUE'
  /** Its own text. */
  | 'TEXT';

/** Whether an instrument's text is held. */
export type Holding =
  /** Held. */
  | 'HELD'
  /** Not held. */
  | 'NOT_HELD';

/** A division of a text. */
export type Part =
  /** The preamble. */
  | 'PP'
  /** The operative part. */
  | 'OP'
  /** An annex, appendix or attachment. */
  | 'ANNEX'
  /** A footnote listed by itself. */
  | 'NOTE'
  /** A title, sub-heading or other line. */
  | 'HEAD';

/** How sure a mention of an instrument is. */
export type Status =
  /** Bound to one instrument. */
  | 'RESOLVED'
  /** Two or more candidates, none sure enough. */
  | 'AMBIGUOUS'
  /** An instrument that cannot be named. */
  | 'OPEN';

/** In which role a paragraph names an actor. */
export type Role =
  /** It appears. */
  | 'NAMED'
  /** It is asked to do something, or its mandate is decided. */
  | 'ADDRESSEE';

/** What is wrong with what a text prints. */
export type FindingKind =
  /** The printed date is not the known date of the target. */
  | 'DATE_CONTRADICTS'
  /** A session in the future, or a number beyond the last. */
  | 'IMPOSSIBLE_NUMBER'
  /** The source's own hyperlink names another target. */
  | 'LINK_DISAGREES'
  /** A quotation that differs from the quoted text. */
  | 'QUOTE_ALTERED'
  /** A quotation that is not in the quoted text. */
  | 'QUOTE_NOT_FOUND'
  /** A claim that the cited text contradicts. */
  | 'FACT_CONTRADICTS';

/** How a hit matches, the best first. */
export type HitClass =
  /** The words are its symbol, id, title or one of its names. */
  | 'SYMBOL'
  /** Every word is in its title, names or symbol. */
  | 'TITLE'
  /** Every word is in its text. */
  | 'TEXT';

/** Which way links are followed. */
export type Direction =
  /** From what cites to what is cited. */
  | 'OUT'
  /** From what is cited to what cites. */
  | 'IN';

/** The order of a list; ties always by id. */
export type NodeOrder =
  /** By id. */
  | 'ID'
  /** From the latest, unknown dates last. */
  | 'DATE'
  /** From the earliest, unknown dates last. */
  | 'DATE_ASC'
  /** Instruments from the most cited, rights and actors from the most named. */
  | 'CITED_BY'
  /** Paragraphs, mandates and mentions in reading order, instrument by instrument. */
  | 'TEXT';

/**
 * What a facet counts by. Of the entry itself or of its instrument; for citations, of the instrument at the other end. Entries without
 * a value are not counted: rights and actors have none of these.
 */
export type FacetKey =
  /** The organ. */
  | 'BODY'
  /** The year. */
  | 'YEAR'
  /** The session. */
  | 'SESSION'
  /** The kind of instrument. */
  | 'KIND'
  /** The act of the paragraph or citation; of instruments, those of their paragraphs. */
  | 'ACT'
  /** The rights named, for mandates, mentions and citations by their paragraph. */
  | 'RIGHT'
  /** The actors named, in the same way; for mandates, whom they ask. */
  | 'ACTOR';

/** A kind of node. */
export type NodeKind =
  /** Instruments. */
  | 'INSTRUMENT'
  /** Paragraphs. */
  | 'PARAGRAPH'
  /** Provisions. */
  | 'PROVISION'
  /** Rights. */
  | 'RIGHT'
  /** Actors. */
  | 'ACTOR'
  /** Mandates. */
  | 'MANDATE'
  /** Mentions that are not sure. */
  | 'MENTION';

/** A type of link. */
export type LinkType =
  /** Paragraph to instrument. */
  | 'CITES'
  /** Instrument to instrument: all citations between them. */
  | 'RESTS_ON'
  /** Paragraph to provision. */
  | 'PINPOINTS'
  /** Paragraph to right or actor. */
  | 'NAMES'
  /** Paragraph or provision to instrument, mandate or mention to paragraph. */
  | 'PART_OF'
  /** Right to instrument or provision. */
  | 'BASED_ON'
  /** Instrument to organ. */
  | 'ADOPTED_BY'
  /** Mandate to actor. */
  | 'ADDRESSES'
  /** Mention to candidate. */
  | 'MAY_MEAN';

/** What a paragraph, or the nearer verb within it, does with what it mentions. */
export type Act =
  /** The text acknowledges. */
  | 'ACKNOWLEDGES'
  /** The text adopts. */
  | 'ADOPTS'
  /** The text affirms. */
  | 'AFFIRMS'
  /** The text appeals. */
  | 'APPEALS'
  /** The text approves. */
  | 'APPROVES'
  /** The text authorizes. */
  | 'AUTHORIZES'
  /** The text bears in mind. */
  | 'BEARS_IN_MIND'
  /** The text calls upon. */
  | 'CALLS_UPON'
  /** The text commends. */
  | 'COMMENDS'
  /** The text condemns. */
  | 'CONDEMNS'
  /** The text considers. */
  | 'CONSIDERS'
  /** The text decides. */
  | 'DECIDES'
  /** The text declares. */
  | 'DECLARES'
  /** The text demands. */
  | 'DEMANDS'
  /** The text deplores. */
  | 'DEPLORES'
  /** The text determines. */
  | 'DETERMINES'
  /** The text emphasizes. */
  | 'EMPHASIZES'
  /** The text encourages. */
  | 'ENCOURAGES'
  /** The text endorses. */
  | 'ENDORSES'
  /** The text establishes. */
  | 'ESTABLISHES'
  /** The text expresses appreciation. */
  | 'EXPRESSES_APPRECIATION'
  /** The text expresses concern. */
  | 'EXPRESSES_CONCERN'
  /** The text expresses gratitude. */
  | 'EXPRESSES_GRATITUDE'
  /** The text extends. */
  | 'EXTENDS'
  /** The text invites. */
  | 'INVITES'
  /** The text is convinced. */
  | 'IS_CONVINCED'
  /** The text is guided by. */
  | 'IS_GUIDED_BY'
  /** The text notes. */
  | 'NOTES'
  /** The text observes. */
  | 'OBSERVES'
  /** Opening words that the catalogue does not know. */
  | 'OTHER'
  /** The text proclaims. */
  | 'PROCLAIMS'
  /** The text reaffirms. */
  | 'REAFFIRMS'
  /** The text recalls. */
  | 'RECALLS'
  /** The text recognizes. */
  | 'RECOGNIZES'
  /** The text recommends. */
  | 'RECOMMENDS'
  /** The text regrets. */
  | 'REGRETS'
  /** The text reiterates. */
  | 'REITERATES'
  /** The text rejects. */
  | 'REJECTS'
  /** The text remains seized. */
  | 'REMAINS_SEIZED'
  /** The text requests. */
  | 'REQUESTS'
  /** The text resolves. */
  | 'RESOLVES'
  /** The text stresses. */
  | 'STRESSES'
  /** The text supports. */
  | 'SUPPORTS'
  /** The text takes note. */
  | 'TAKES_NOTE'
  /** The text underlines. */
  | 'UNDERLINES'
  /** The text urges. */
  | 'URGES'
  /** The text welcomes. */
  | 'WELCOMES';

export type BriefFragment = { readonly id: string, readonly symbol: string | null, readonly kind: InstrumentKind, readonly title: string | null, readonly date: string | null, readonly body: string | null, readonly held: boolean, readonly citedByCount: number, readonly citesCount: number };

export type SpotFragment = { readonly quote: string, readonly rule: string, readonly note: string | null, readonly words: { readonly startUtf16: number | null, readonly endUtf16: number | null } };

export type ProofFragment = (
  { readonly sentence: { readonly before: string, readonly words: string, readonly after: string } | null }
  & SpotFragment
);

export type OutwardFragment = { readonly id: string, readonly act: Act | null, readonly status: Status, readonly confidence: number, readonly pinpoint: string | null, readonly alternatives: ReadonlyArray<{ readonly id: string, readonly confidence: number, readonly instrument: BriefFragment | null }>, readonly claim: { readonly date: string | null, readonly title: string | null }, readonly findings: ReadonlyArray<{ readonly kind: FindingKind, readonly detail: string }>, readonly target: BriefFragment, readonly evidence: SpotFragment };

export type UnsureFragment = { readonly id: string, readonly status: Status, readonly act: Act | null, readonly reason: string | null, readonly findings: ReadonlyArray<{ readonly kind: FindingKind, readonly detail: string }>, readonly candidates: ReadonlyArray<{ readonly confidence: number, readonly instrument: BriefFragment }>, readonly evidence: SpotFragment };

export type DutyFragment = { readonly id: string, readonly act: Act, readonly product: string | null, readonly forum: string | null, readonly session: number | null, readonly due: string | null, readonly months: number | null, readonly date: string | null, readonly addressee: { readonly id: string, readonly name: string } | null };

export type TaskFragment = (
  { readonly evidence: SpotFragment }
  & DutyFragment
);

export type NamedFragment = { readonly role: Role | null, readonly target:
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
  , readonly evidence: SpotFragment };

export type MarkedFragment = { readonly id: string, readonly place: string, readonly part: Part, readonly opening: string | null, readonly act: Act | null, readonly text: string | null, readonly notes: ReadonlyArray<{ readonly mark: string, readonly text: string }>, readonly cites: { readonly nodes: ReadonlyArray<OutwardFragment>, readonly pageInfo: PlaceFragment }, readonly rights: { readonly nodes: ReadonlyArray<NamedFragment>, readonly pageInfo: PlaceFragment }, readonly actors: { readonly nodes: ReadonlyArray<NamedFragment>, readonly pageInfo: PlaceFragment }, readonly mandates: ReadonlyArray<TaskFragment>, readonly mentions: ReadonlyArray<UnsureFragment> };

export type HopFragment = { readonly count: number, readonly act: Act | null, readonly acts: ReadonlyArray<Act>, readonly source: { readonly id: string }, readonly target: { readonly id: string }, readonly paragraph: { readonly id: string, readonly place: string } | null, readonly evidence: { readonly quote: string, readonly sentence: { readonly before: string, readonly words: string, readonly after: string } | null } | null };

export type PlaceFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

export type StartQueryVariables = Exact<{ [key: string]: never; }>;


export type StartQuery = { readonly stats: { readonly revision: string, readonly resolved: number, readonly ambiguous: number, readonly open: number, readonly findings: number, readonly nodes: ReadonlyArray<{ readonly kind: NodeKind, readonly count: number }>, readonly bodies: ReadonlyArray<{ readonly body: string, readonly held: number, readonly cited: number }>, readonly dataset: { readonly title: string | null, readonly made: string | null, readonly sources: ReadonlyArray<string>, readonly texts: boolean } }, readonly mostCited: { readonly nodes: ReadonlyArray<BriefFragment> } };

export type SuggestQueryVariables = Exact<{
  text: Scalars['String']['input'];
}>;


export type SuggestQuery = { readonly find: { readonly candidates: ReadonlyArray<BriefFragment> }, readonly search: { readonly nodes: ReadonlyArray<{ readonly node:
        | (
          { readonly __typename: 'Instrument' }
          & BriefFragment
        )
        | { readonly __typename: 'Paragraph' }
        | { readonly __typename: 'Provision' }
        | { readonly __typename: 'Right' }
        | { readonly __typename: 'Actor' }
        | { readonly __typename: 'Mandate' }
        | { readonly __typename: 'Mention' }
       }> }, readonly names: { readonly nodes: ReadonlyArray<{ readonly node:
        | { readonly __typename: 'Instrument' }
        | { readonly __typename: 'Paragraph' }
        | { readonly __typename: 'Provision' }
        | { readonly __typename: 'Right', readonly id: string, readonly mentionCount: number, readonly name: string }
        | { readonly __typename: 'Actor', readonly id: string, readonly mentionCount: number, readonly name: string }
        | { readonly __typename: 'Mandate' }
        | { readonly __typename: 'Mention' }
       }> } };

export type SearchQueryVariables = Exact<{
  text: Scalars['String']['input'];
  filter?: InputMaybe<SearchFilter>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
}>;


export type SearchQuery = { readonly stats: { readonly dataset: { readonly title: string | null, readonly texts: boolean } }, readonly find: { readonly candidates: ReadonlyArray<BriefFragment> }, readonly search: { readonly totalCount: number, readonly pageInfo: PlaceFragment, readonly facets: ReadonlyArray<{ readonly key: FacetKey, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }>, readonly nodes: ReadonlyArray<{ readonly class: HitClass, readonly pieces: ReadonlyArray<{ readonly text: string, readonly marked: boolean }>, readonly source: BriefFragment | null, readonly node:
        | (
          { readonly __typename: 'Instrument' }
          & BriefFragment
        )
        | { readonly __typename: 'Paragraph', readonly id: string, readonly place: string, readonly act: Act | null }
        | { readonly __typename: 'Provision' }
        | { readonly __typename: 'Right', readonly id: string, readonly mentionCount: number, readonly name: string }
        | { readonly __typename: 'Actor', readonly id: string, readonly mentionCount: number, readonly name: string }
        | { readonly __typename: 'Mandate' }
        | { readonly __typename: 'Mention' }
       }> } };

export type ReaderQueryVariables = Exact<{
  id: Scalars['String']['input'];
  after?: InputMaybe<Scalars['Cursor']['input']>;
}>;


export type ReaderQuery = { readonly stats: { readonly dataset: { readonly title: string | null, readonly texts: boolean } }, readonly instrument: (
    { readonly aliases: ReadonlyArray<string>, readonly names: ReadonlyArray<string>, readonly session: string | null, readonly basis: Basis, readonly procedure: string | null, readonly subjects: ReadonlyArray<string>, readonly url: string | null, readonly heldIn: BriefFragment | null, readonly timeline: ReadonlyArray<{ readonly year: number, readonly count: number }>, readonly citedBy: { readonly totalCount: number, readonly facets: ReadonlyArray<{ readonly key: FacetKey, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }>, readonly nodes: ReadonlyArray<{ readonly id: string, readonly act: Act | null, readonly paragraph: { readonly id: string, readonly place: string }, readonly source: BriefFragment, readonly evidence: ProofFragment }> }, readonly mandates: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
        { readonly state: MandateState, readonly paragraph: { readonly id: string, readonly place: string } }
        & DutyFragment
      )> }, readonly paragraphs: { readonly totalCount: number, readonly pageInfo: PlaceFragment, readonly nodes: ReadonlyArray<MarkedFragment> }, readonly provisions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly label: string }> } }
    & BriefFragment
  ) | null };

export type ParagraphsQueryVariables = Exact<{
  id: Scalars['String']['input'];
  after?: InputMaybe<Scalars['Cursor']['input']>;
}>;


export type ParagraphsQuery = { readonly instrument: { readonly id: string, readonly paragraphs: { readonly totalCount: number, readonly pageInfo: PlaceFragment, readonly nodes: ReadonlyArray<MarkedFragment> } } | null };

export type RestQueryVariables = Exact<{
  paragraph: Scalars['ID']['input'];
  cites?: InputMaybe<Scalars['Cursor']['input']>;
  rights?: InputMaybe<Scalars['Cursor']['input']>;
  actors?: InputMaybe<Scalars['Cursor']['input']>;
}>;


export type RestQuery = { readonly node:
    | { readonly __typename: 'Instrument' }
    | { readonly __typename: 'Paragraph', readonly cites: { readonly nodes: ReadonlyArray<OutwardFragment>, readonly pageInfo: PlaceFragment }, readonly rights: { readonly nodes: ReadonlyArray<NamedFragment>, readonly pageInfo: PlaceFragment }, readonly actors: { readonly nodes: ReadonlyArray<NamedFragment>, readonly pageInfo: PlaceFragment } }
    | { readonly __typename: 'Provision' }
    | { readonly __typename: 'Right' }
    | { readonly __typename: 'Actor' }
    | { readonly __typename: 'Mandate' }
    | { readonly __typename: 'Mention' }
   | null };

export type CitedByQueryVariables = Exact<{
  id: Scalars['String']['input'];
  filter?: InputMaybe<CitationFilter>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
}>;


export type CitedByQuery = { readonly instrument: (
    { readonly citedBy: { readonly totalCount: number, readonly pageInfo: PlaceFragment, readonly facets: ReadonlyArray<{ readonly key: FacetKey, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }>, readonly nodes: ReadonlyArray<{ readonly id: string, readonly act: Act | null, readonly confidence: number, readonly pinpoint: string | null, readonly date: string | null, readonly findings: ReadonlyArray<{ readonly kind: FindingKind, readonly detail: string }>, readonly source: BriefFragment, readonly paragraph: { readonly id: string, readonly place: string }, readonly evidence: ProofFragment }> } }
    & BriefFragment
  ) | null };

export type ChainQueryVariables = Exact<{
  id: Scalars['String']['input'];
  direction: Direction;
  depth: Scalars['Int']['input'];
  limit: Scalars['Int']['input'];
  filter?: InputMaybe<WalkFilter>;
}>;


export type ChainQuery = { readonly chain: { readonly truncated: boolean, readonly steps: ReadonlyArray<{ readonly depth: number, readonly more: number, readonly node: BriefFragment }>, readonly links: ReadonlyArray<HopFragment> } | null };

export type ExpandQueryVariables = Exact<{
  out: ReadonlyArray<Scalars['ID']['input']> | Scalars['ID']['input'];
  in: ReadonlyArray<Scalars['ID']['input']> | Scalars['ID']['input'];
  pin: ReadonlyArray<Scalars['ID']['input']> | Scalars['ID']['input'];
  kinds?: InputMaybe<ReadonlyArray<InstrumentKind> | InstrumentKind>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type ExpandQuery = { readonly pinned: ReadonlyArray<
    | (
      { readonly __typename: 'Instrument', readonly restsOn: { readonly nodes: ReadonlyArray<HopFragment> } }
      & BriefFragment
    )
    | { readonly __typename: 'Paragraph' }
    | { readonly __typename: 'Provision' }
    | { readonly __typename: 'Right' }
    | { readonly __typename: 'Actor' }
    | { readonly __typename: 'Mandate' }
    | { readonly __typename: 'Mention' }
   | null>, readonly out: ReadonlyArray<
    | { readonly id: string, readonly restsOn: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
          { readonly far: BriefFragment }
          & HopFragment
        )> } }
    | Record<PropertyKey, never>
   | null>, readonly in: ReadonlyArray<
    | { readonly id: string, readonly reliedOnBy: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
          { readonly far: BriefFragment }
          & HopFragment
        )> } }
    | Record<PropertyKey, never>
   | null> };

export type AroundQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AroundQuery = { readonly node:
    | (
      { readonly restsOn: { readonly facets: ReadonlyArray<{ readonly key: FacetKey, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }> }, readonly reliedOnBy: { readonly facets: ReadonlyArray<{ readonly key: FacetKey, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }> } }
      & BriefFragment
    )
    | Record<PropertyKey, never>
   | null };

export type PathsQueryVariables = Exact<{
  from: Scalars['String']['input'];
  to: Scalars['String']['input'];
  count: Scalars['Int']['input'];
}>;


export type PathsQuery = { readonly from: BriefFragment | null, readonly to: BriefFragment | null, readonly paths: { readonly truncated: boolean, readonly paths: ReadonlyArray<{ readonly length: number, readonly nodes: ReadonlyArray<BriefFragment>, readonly hops: ReadonlyArray<HopFragment> }> } | null };

export type CommonQueryVariables = Exact<{
  ids: ReadonlyArray<Scalars['String']['input']> | Scalars['String']['input'];
  depth: Scalars['Int']['input'];
}>;


export type CommonQuery = { readonly common: { readonly truncated: boolean, readonly shared: ReadonlyArray<{ readonly depths: ReadonlyArray<number>, readonly node: BriefFragment }> } | null };

export type CompareQueryVariables = Exact<{
  left: Scalars['String']['input'];
  right: Scalars['String']['input'];
}>;


export type CompareQuery = { readonly one: { readonly id: string } | null, readonly other: { readonly id: string } | null, readonly compare: { readonly left: BriefFragment, readonly right: BriefFragment, readonly both: ReadonlyArray<{ readonly target: BriefFragment, readonly left: HopFragment, readonly right: HopFragment }>, readonly onlyLeft: ReadonlyArray<(
      { readonly far: BriefFragment }
      & HopFragment
    )>, readonly onlyRight: ReadonlyArray<(
      { readonly far: BriefFragment }
      & HopFragment
    )> } | null };

export type MandatesQueryVariables = Exact<{
  filter?: InputMaybe<MandateFilter>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
}>;


export type MandatesQuery = { readonly mandates: { readonly totalCount: number, readonly pageInfo: PlaceFragment, readonly nodes: ReadonlyArray<(
      { readonly state: MandateState, readonly evidence: ProofFragment, readonly instrument: BriefFragment, readonly paragraph: { readonly id: string, readonly place: string }, readonly answers: ReadonlyArray<BriefFragment> }
      & TaskFragment
    )> } };

export type RedLinksQueryVariables = Exact<{
  filter?: InputMaybe<InstrumentFilter>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
}>;


export type RedLinksQuery = { readonly redLinks: { readonly totalCount: number, readonly pageInfo: PlaceFragment, readonly facets: ReadonlyArray<{ readonly key: FacetKey, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }>, readonly nodes: ReadonlyArray<(
      { readonly url: string | null, readonly heldIn: BriefFragment | null }
      & BriefFragment
    )> } };

export type MatrixQueryVariables = Exact<{
  filter?: InputMaybe<ParagraphFilter>;
  size: Scalars['Int']['input'];
}>;


export type MatrixQuery = { readonly matrix: { readonly rights: ReadonlyArray<{ readonly id: string, readonly mentionCount: number, readonly name: string }>, readonly actors: ReadonlyArray<{ readonly id: string, readonly category: string | null, readonly mentionCount: number, readonly name: string }>, readonly cells: ReadonlyArray<{ readonly right: string, readonly actor: string, readonly count: number }> } };

export type NamingQueryVariables = Exact<{
  filter?: InputMaybe<ParagraphFilter>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
}>;


export type NamingQuery = { readonly paragraphs: { readonly totalCount: number, readonly pageInfo: PlaceFragment, readonly facets: ReadonlyArray<{ readonly key: FacetKey, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }>, readonly nodes: ReadonlyArray<{ readonly id: string, readonly place: string, readonly opening: string | null, readonly act: Act | null, readonly text: string | null, readonly instrument: BriefFragment, readonly rights: { readonly nodes: ReadonlyArray<NamedFragment> }, readonly actors: { readonly nodes: ReadonlyArray<NamedFragment> } }> } };

export type FindingsQueryVariables = Exact<{
  filter?: InputMaybe<ParagraphFilter>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
}>;


export type FindingsQuery = { readonly findings: { readonly totalCount: number, readonly pageInfo: PlaceFragment, readonly nodes: ReadonlyArray<{ readonly id: string, readonly place: string, readonly instrument: BriefFragment, readonly cites: { readonly nodes: ReadonlyArray<(
          { readonly evidence: ProofFragment }
          & OutwardFragment
        )> } }> } };

export type MentionsQueryVariables = Exact<{
  filter?: InputMaybe<MentionFilter>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
}>;


export type MentionsQuery = { readonly mentions: { readonly totalCount: number, readonly pageInfo: PlaceFragment, readonly nodes: ReadonlyArray<(
      { readonly evidence: ProofFragment, readonly instrument: BriefFragment, readonly paragraph: { readonly id: string, readonly place: string } }
      & UnsureFragment
    )> } };

export type CardQueryVariables = Exact<{
  id: Scalars['String']['input'];
}>;


export type CardQuery = { readonly instrument: (
    { readonly procedure: string | null, readonly url: string | null, readonly timeline: ReadonlyArray<{ readonly year: number, readonly count: number }>, readonly restsOn: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
        { readonly far: BriefFragment }
        & HopFragment
      )> } }
    & BriefFragment
  ) | null };

export type PermalinkQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type PermalinkQuery = { readonly citation: (
    { readonly evidence: ProofFragment, readonly source: BriefFragment, readonly paragraph: { readonly id: string, readonly place: string, readonly text: string | null } }
    & OutwardFragment
  ) | null };

export const Start: Operation<StartQuery, StartQueryVariables> = {
  name: "Start",
  hash: "b005f04071f1ef3efd6fdd17a425b41973840ccf14fd889148f13dd18c6d3c55",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nquery Start {\nstats {\nrevision\nresolved\nambiguous\nopen\nfindings\nnodes {\nkind\ncount\n}\nbodies {\nbody\nheld\ncited\n}\ndataset {\ntitle\nmade\nsources\ntexts\n}\n}\nmostCited: instruments(orderBy: CITED_BY, first: 6) {\nnodes {\n...Brief\n}\n}\n}",
};

export const Suggest: Operation<SuggestQuery, SuggestQueryVariables> = {
  name: "Suggest",
  hash: "7bca91d57c4fde0320c5116e57c385458749d1156bfb3020d801457809b59bbd",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nquery Suggest($text: String!) {\nfind(text: $text) {\ncandidates {\n...Brief\n}\n}\nsearch(text: $text, first: 8, filter: { nodes: [INSTRUMENT] }) {\nnodes {\nnode {\n__typename\n... on Instrument {\n...Brief\n}\n}\n}\n}\nnames: search(text: $text, first: 3, filter: { nodes: [RIGHT, ACTOR] }) {\nnodes {\nnode {\n__typename\n... on Right {\nid\nname: title\nmentionCount\n}\n... on Actor {\nid\nname: title\nmentionCount\n}\n}\n}\n}\n}",
};

export const Search: Operation<SearchQuery, SearchQueryVariables> = {
  name: "Search",
  hash: "acc52a87e7e80d557993151d659d934437119824ee4f9a7586df7289836d356e",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Place on PageInfo {\nhasNextPage\nendCursor\n}\nquery Search($text: String!, $filter: SearchFilter, $after: Cursor) {\nstats {\ndataset {\ntitle\ntexts\n}\n}\nfind(text: $text) {\ncandidates {\n...Brief\n}\n}\nsearch(text: $text, filter: $filter, first: 30, after: $after) {\ntotalCount\npageInfo {\n...Place\n}\nfacets(keys: [BODY, KIND, YEAR]) {\nkey\nvalues {\nvalue\ncount\n}\n}\nnodes {\nclass\npieces {\ntext\nmarked\n}\nsource {\n...Brief\n}\nnode {\n__typename\n... on Instrument {\n...Brief\n}\n... on Paragraph {\nid\nplace\nact\n}\n... on Right {\nid\nname: title\nmentionCount\n}\n... on Actor {\nid\nname: title\nmentionCount\n}\n}\n}\n}\n}",
};

export const Reader: Operation<ReaderQuery, ReaderQueryVariables> = {
  name: "Reader",
  hash: "4978a81a4b93e6c7e213e58f855a40cac4516abcb14e4ba0eab07298a4025838",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Spot on Evidence {\nquote\nrule\nnote\nwords {\nstartUtf16\nendUtf16\n}\n}\nfragment Proof on Evidence {\n...Spot\nsentence {\nbefore\nwords\nafter\n}\n}\nfragment Outward on Citation {\nid\nact\nstatus\nconfidence\nalternatives {\nid\nconfidence\ninstrument {\n...Brief\n}\n}\npinpoint\nclaim {\ndate\ntitle\n}\nfindings {\nkind\ndetail\n}\ntarget {\n...Brief\n}\nevidence {\n...Spot\n}\n}\nfragment Unsure on Mention {\nid\nstatus\nact\nreason\nfindings {\nkind\ndetail\n}\ncandidates {\nconfidence\ninstrument {\n...Brief\n}\n}\nevidence {\n...Spot\n}\n}\nfragment Duty on Mandate {\nid\nact\nproduct\nforum\nsession\ndue\nmonths\ndate\naddressee {\nid\nname: title\n}\n}\nfragment Task on Mandate {\n...Duty\nevidence {\n...Spot\n}\n}\nfragment Named on Naming {\nrole\ntarget {\n... on Right {\nid\nname: title\n}\n... on Actor {\nid\nname: title\n}\n}\nevidence {\n...Spot\n}\n}\nfragment Marked on Paragraph {\nid\nplace\npart\nopening\nact\ntext\nnotes {\nmark\ntext\n}\ncites(first: 30) {\nnodes {\n...Outward\n}\npageInfo {\n...Place\n}\n}\nrights(first: 20) {\nnodes {\n...Named\n}\npageInfo {\n...Place\n}\n}\nactors(first: 20) {\nnodes {\n...Named\n}\npageInfo {\n...Place\n}\n}\nmandates {\n...Task\n}\nmentions {\n...Unsure\n}\n}\nfragment Place on PageInfo {\nhasNextPage\nendCursor\n}\nquery Reader($id: String!, $after: Cursor) {\nstats {\ndataset {\ntitle\ntexts\n}\n}\ninstrument(symbol: $id) {\n...Brief\naliases\nnames\nsession\nbasis\nprocedure\nsubjects\nurl\nheldIn {\n...Brief\n}\ntimeline {\nyear\ncount\n}\ncitedBy(first: 5) {\ntotalCount\nfacets(keys: [BODY, YEAR, ACT]) {\nkey\nvalues {\nvalue\ncount\n}\n}\nnodes {\nid\nact\nparagraph {\nid\nplace\n}\nsource {\n...Brief\n}\nevidence {\n...Proof\n}\n}\n}\nmandates(first: 30) {\ntotalCount\nnodes {\n...Duty\nstate\nparagraph {\nid\nplace\n}\n}\n}\nparagraphs(first: 44, after: $after) {\ntotalCount\npageInfo {\n...Place\n}\nnodes {\n...Marked\n}\n}\nprovisions(first: 50) {\nnodes {\nid\nlabel\n}\n}\n}\n}",
};

export const Paragraphs: Operation<ParagraphsQuery, ParagraphsQueryVariables> = {
  name: "Paragraphs",
  hash: "05e1c88b1cd62a04324c0052c8ca9856405a812371ea10ca4cfc936e5ef4d26b",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Spot on Evidence {\nquote\nrule\nnote\nwords {\nstartUtf16\nendUtf16\n}\n}\nfragment Outward on Citation {\nid\nact\nstatus\nconfidence\nalternatives {\nid\nconfidence\ninstrument {\n...Brief\n}\n}\npinpoint\nclaim {\ndate\ntitle\n}\nfindings {\nkind\ndetail\n}\ntarget {\n...Brief\n}\nevidence {\n...Spot\n}\n}\nfragment Unsure on Mention {\nid\nstatus\nact\nreason\nfindings {\nkind\ndetail\n}\ncandidates {\nconfidence\ninstrument {\n...Brief\n}\n}\nevidence {\n...Spot\n}\n}\nfragment Duty on Mandate {\nid\nact\nproduct\nforum\nsession\ndue\nmonths\ndate\naddressee {\nid\nname: title\n}\n}\nfragment Task on Mandate {\n...Duty\nevidence {\n...Spot\n}\n}\nfragment Named on Naming {\nrole\ntarget {\n... on Right {\nid\nname: title\n}\n... on Actor {\nid\nname: title\n}\n}\nevidence {\n...Spot\n}\n}\nfragment Marked on Paragraph {\nid\nplace\npart\nopening\nact\ntext\nnotes {\nmark\ntext\n}\ncites(first: 30) {\nnodes {\n...Outward\n}\npageInfo {\n...Place\n}\n}\nrights(first: 20) {\nnodes {\n...Named\n}\npageInfo {\n...Place\n}\n}\nactors(first: 20) {\nnodes {\n...Named\n}\npageInfo {\n...Place\n}\n}\nmandates {\n...Task\n}\nmentions {\n...Unsure\n}\n}\nfragment Place on PageInfo {\nhasNextPage\nendCursor\n}\nquery Paragraphs($id: String!, $after: Cursor) {\ninstrument(symbol: $id) {\nid\nparagraphs(first: 44, after: $after) {\ntotalCount\npageInfo {\n...Place\n}\nnodes {\n...Marked\n}\n}\n}\n}",
};

export const Rest: Operation<RestQuery, RestQueryVariables> = {
  name: "Rest",
  hash: "3da8b904a62227442522e8253e4ee931b9efe66bebed48d38ada7450ff5f7306",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Spot on Evidence {\nquote\nrule\nnote\nwords {\nstartUtf16\nendUtf16\n}\n}\nfragment Outward on Citation {\nid\nact\nstatus\nconfidence\nalternatives {\nid\nconfidence\ninstrument {\n...Brief\n}\n}\npinpoint\nclaim {\ndate\ntitle\n}\nfindings {\nkind\ndetail\n}\ntarget {\n...Brief\n}\nevidence {\n...Spot\n}\n}\nfragment Named on Naming {\nrole\ntarget {\n... on Right {\nid\nname: title\n}\n... on Actor {\nid\nname: title\n}\n}\nevidence {\n...Spot\n}\n}\nfragment Place on PageInfo {\nhasNextPage\nendCursor\n}\nquery Rest($paragraph: ID!, $cites: Cursor, $rights: Cursor, $actors: Cursor) {\nnode(id: $paragraph) {\n__typename\n... on Paragraph {\ncites(first: 100, after: $cites) {\nnodes {\n...Outward\n}\npageInfo {\n...Place\n}\n}\nrights(first: 100, after: $rights) {\nnodes {\n...Named\n}\npageInfo {\n...Place\n}\n}\nactors(first: 100, after: $actors) {\nnodes {\n...Named\n}\npageInfo {\n...Place\n}\n}\n}\n}\n}",
};

export const CitedBy: Operation<CitedByQuery, CitedByQueryVariables> = {
  name: "CitedBy",
  hash: "c33894145dcbce6ade92dff1cb637f8782a0aa2570833c6928d05f3a378313ac",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Spot on Evidence {\nquote\nrule\nnote\nwords {\nstartUtf16\nendUtf16\n}\n}\nfragment Proof on Evidence {\n...Spot\nsentence {\nbefore\nwords\nafter\n}\n}\nfragment Place on PageInfo {\nhasNextPage\nendCursor\n}\nquery CitedBy($id: String!, $filter: CitationFilter, $after: Cursor) {\ninstrument(symbol: $id) {\n...Brief\ncitedBy(first: 100, filter: $filter, after: $after) {\ntotalCount\npageInfo {\n...Place\n}\nfacets(keys: [BODY, KIND, ACT, YEAR]) {\nkey\nvalues {\nvalue\ncount\n}\n}\nnodes {\nid\nact\nconfidence\npinpoint\ndate\nfindings {\nkind\ndetail\n}\nsource {\n...Brief\n}\nparagraph {\nid\nplace\n}\nevidence {\n...Proof\n}\n}\n}\n}\n}",
};

export const Chain: Operation<ChainQuery, ChainQueryVariables> = {
  name: "Chain",
  hash: "48ac03181448291dc4a59180b7af0e259a3eded4b65434caec021b3995c5ee8e",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Hop on Reliance {\nsource {\nid\n}\ntarget {\nid\n}\ncount\nact\nacts\nparagraph {\nid\nplace\n}\nevidence {\nquote\nsentence {\nbefore\nwords\nafter\n}\n}\n}\nquery Chain($id: String!, $direction: Direction!, $depth: Int!, $limit: Int!, $filter: WalkFilter) {\nchain(start: $id, direction: $direction, depth: $depth, limit: $limit, filter: $filter) {\ntruncated\nsteps {\ndepth\nmore\nnode {\n...Brief\n}\n}\nlinks {\n...Hop\n}\n}\n}",
};

export const Expand: Operation<ExpandQuery, ExpandQueryVariables> = {
  name: "Expand",
  hash: "c4f2dab5f0cf5f0b76274ffa827502215af22bd379ed8cde801ccae44a91ca1f",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Hop on Reliance {\nsource {\nid\n}\ntarget {\nid\n}\ncount\nact\nacts\nparagraph {\nid\nplace\n}\nevidence {\nquote\nsentence {\nbefore\nwords\nafter\n}\n}\n}\nquery Expand($out: [ID!]!, $in: [ID!]!, $pin: [ID!]!, $kinds: [InstrumentKind!], $asOf: Date) {\npinned: nodes(ids: $pin) {\n__typename\n... on Instrument {\n...Brief\nrestsOn(first: 100) {\nnodes {\n...Hop\n}\n}\n}\n}\nout: nodes(ids: $out) {\n... on Instrument {\nid\nrestsOn(first: 100, filter: { kinds: $kinds, asOf: $asOf }) {\ntotalCount\nnodes {\n...Hop\nfar: target {\n...Brief\n}\n}\n}\n}\n}\nin: nodes(ids: $in) {\n... on Instrument {\nid\nreliedOnBy(first: 100, filter: { kinds: $kinds, asOf: $asOf }) {\ntotalCount\nnodes {\n...Hop\nfar: source {\n...Brief\n}\n}\n}\n}\n}\n}",
};

export const Around: Operation<AroundQuery, AroundQueryVariables> = {
  name: "Around",
  hash: "e1aafe2b27bc3628863f5e522d0510d12c39b145dc0aa63a479a64ee00a7a928",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nquery Around($id: ID!) {\nnode(id: $id) {\n... on Instrument {\n...Brief\nrestsOn(first: 1) {\nfacets(keys: [KIND]) {\nkey\nvalues {\nvalue\ncount\n}\n}\n}\nreliedOnBy(first: 1) {\nfacets(keys: [KIND]) {\nkey\nvalues {\nvalue\ncount\n}\n}\n}\n}\n}\n}",
};

export const Paths: Operation<PathsQuery, PathsQueryVariables> = {
  name: "Paths",
  hash: "5087af44ebd2ba65b022a7dac84e0070c4d3c7d9006aa782bb1f8700f8b80951",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Hop on Reliance {\nsource {\nid\n}\ntarget {\nid\n}\ncount\nact\nacts\nparagraph {\nid\nplace\n}\nevidence {\nquote\nsentence {\nbefore\nwords\nafter\n}\n}\n}\nquery Paths($from: String!, $to: String!, $count: Int!) {\nfrom: instrument(symbol: $from) {\n...Brief\n}\nto: instrument(symbol: $to) {\n...Brief\n}\npaths(from: $from, to: $to, count: $count) {\ntruncated\npaths {\nlength\nnodes {\n...Brief\n}\nhops {\n...Hop\n}\n}\n}\n}",
};

export const Common: Operation<CommonQuery, CommonQueryVariables> = {
  name: "Common",
  hash: "320bd1f546e6ed6163bc44ce693667c38515be374ba3dcf7ac21062478ffac15",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nquery Common($ids: [String!]!, $depth: Int!) {\ncommon(instruments: $ids, depth: $depth, limit: 200) {\ntruncated\nshared {\ndepths\nnode {\n...Brief\n}\n}\n}\n}",
};

export const Compare: Operation<CompareQuery, CompareQueryVariables> = {
  name: "Compare",
  hash: "5d6d530005340ab01f75675312fb041391d67f2f09dc0b78efc8b898f07c4b7d",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Hop on Reliance {\nsource {\nid\n}\ntarget {\nid\n}\ncount\nact\nacts\nparagraph {\nid\nplace\n}\nevidence {\nquote\nsentence {\nbefore\nwords\nafter\n}\n}\n}\nquery Compare($left: String!, $right: String!) {\none: instrument(symbol: $left) {\nid\n}\nother: instrument(symbol: $right) {\nid\n}\ncompare(left: $left, right: $right) {\nleft {\n...Brief\n}\nright {\n...Brief\n}\nboth {\ntarget {\n...Brief\n}\nleft {\n...Hop\n}\nright {\n...Hop\n}\n}\nonlyLeft {\n...Hop\nfar: target {\n...Brief\n}\n}\nonlyRight {\n...Hop\nfar: target {\n...Brief\n}\n}\n}\n}",
};

export const Mandates: Operation<MandatesQuery, MandatesQueryVariables> = {
  name: "Mandates",
  hash: "e2378d41e94320cd15e8ed61d9eb40273045fdbf8e8666222627ff951dad64f0",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Spot on Evidence {\nquote\nrule\nnote\nwords {\nstartUtf16\nendUtf16\n}\n}\nfragment Proof on Evidence {\n...Spot\nsentence {\nbefore\nwords\nafter\n}\n}\nfragment Duty on Mandate {\nid\nact\nproduct\nforum\nsession\ndue\nmonths\ndate\naddressee {\nid\nname: title\n}\n}\nfragment Task on Mandate {\n...Duty\nevidence {\n...Spot\n}\n}\nfragment Place on PageInfo {\nhasNextPage\nendCursor\n}\nquery Mandates($filter: MandateFilter, $after: Cursor) {\nmandates(filter: $filter, first: 50, after: $after) {\ntotalCount\npageInfo {\n...Place\n}\nnodes {\n...Task\nevidence {\n...Proof\n}\nstate\ninstrument {\n...Brief\n}\nparagraph {\nid\nplace\n}\nanswers {\n...Brief\n}\n}\n}\n}",
};

export const RedLinks: Operation<RedLinksQuery, RedLinksQueryVariables> = {
  name: "RedLinks",
  hash: "0f1a930e87098aaeab3955e1fed96ee811de348d8e83083fe34b696c0b1f9a92",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Place on PageInfo {\nhasNextPage\nendCursor\n}\nquery RedLinks($filter: InstrumentFilter, $after: Cursor) {\nredLinks(filter: $filter, first: 50, after: $after) {\ntotalCount\npageInfo {\n...Place\n}\nfacets(keys: [BODY, KIND]) {\nkey\nvalues {\nvalue\ncount\n}\n}\nnodes {\n...Brief\nurl\nheldIn {\n...Brief\n}\n}\n}\n}",
};

export const Matrix: Operation<MatrixQuery, MatrixQueryVariables> = {
  name: "Matrix",
  hash: "60df139b6a459ea7beab998dc2b01a13e866bc0093bbbca90049073f465b18c0",
  text: "query Matrix($filter: ParagraphFilter, $size: Int!) {\nmatrix(filter: $filter, size: $size) {\nrights {\nid\nname: title\nmentionCount\n}\nactors {\nid\nname: title\ncategory\nmentionCount\n}\ncells {\nright\nactor\ncount\n}\n}\n}",
};

export const Naming: Operation<NamingQuery, NamingQueryVariables> = {
  name: "Naming",
  hash: "956a4140b919cb04feee6d276b19a1feac454ef44c8ed9515fc83207cd8f8c7e",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Spot on Evidence {\nquote\nrule\nnote\nwords {\nstartUtf16\nendUtf16\n}\n}\nfragment Named on Naming {\nrole\ntarget {\n... on Right {\nid\nname: title\n}\n... on Actor {\nid\nname: title\n}\n}\nevidence {\n...Spot\n}\n}\nfragment Place on PageInfo {\nhasNextPage\nendCursor\n}\nquery Naming($filter: ParagraphFilter, $after: Cursor) {\nparagraphs(filter: $filter, orderBy: DATE, first: 30, after: $after) {\ntotalCount\npageInfo {\n...Place\n}\nfacets(keys: [BODY, YEAR, ACT]) {\nkey\nvalues {\nvalue\ncount\n}\n}\nnodes {\nid\nplace\nopening\nact\ntext\ninstrument {\n...Brief\n}\nrights(first: 30) {\nnodes {\n...Named\n}\n}\nactors(first: 30) {\nnodes {\n...Named\n}\n}\n}\n}\n}",
};

export const Findings: Operation<FindingsQuery, FindingsQueryVariables> = {
  name: "Findings",
  hash: "343b94713fc963ae4b9871ebff6267f3d24cd79dfa66a253c79fded49179586f",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Spot on Evidence {\nquote\nrule\nnote\nwords {\nstartUtf16\nendUtf16\n}\n}\nfragment Proof on Evidence {\n...Spot\nsentence {\nbefore\nwords\nafter\n}\n}\nfragment Outward on Citation {\nid\nact\nstatus\nconfidence\nalternatives {\nid\nconfidence\ninstrument {\n...Brief\n}\n}\npinpoint\nclaim {\ndate\ntitle\n}\nfindings {\nkind\ndetail\n}\ntarget {\n...Brief\n}\nevidence {\n...Spot\n}\n}\nfragment Place on PageInfo {\nhasNextPage\nendCursor\n}\nquery Findings($filter: ParagraphFilter, $after: Cursor) {\nfindings(filter: $filter, first: 30, after: $after) {\ntotalCount\npageInfo {\n...Place\n}\nnodes {\nid\nplace\ninstrument {\n...Brief\n}\ncites(filter: { findings: true }, first: 20) {\nnodes {\n...Outward\nevidence {\n...Proof\n}\n}\n}\n}\n}\n}",
};

export const Mentions: Operation<MentionsQuery, MentionsQueryVariables> = {
  name: "Mentions",
  hash: "d49ea141579c871405e6be847dd0ea0e1fe6898c7df39e7dbacbbea550891fe7",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Spot on Evidence {\nquote\nrule\nnote\nwords {\nstartUtf16\nendUtf16\n}\n}\nfragment Proof on Evidence {\n...Spot\nsentence {\nbefore\nwords\nafter\n}\n}\nfragment Unsure on Mention {\nid\nstatus\nact\nreason\nfindings {\nkind\ndetail\n}\ncandidates {\nconfidence\ninstrument {\n...Brief\n}\n}\nevidence {\n...Spot\n}\n}\nfragment Place on PageInfo {\nhasNextPage\nendCursor\n}\nquery Mentions($filter: MentionFilter, $after: Cursor) {\nmentions(filter: $filter, first: 50, after: $after) {\ntotalCount\npageInfo {\n...Place\n}\nnodes {\n...Unsure\nevidence {\n...Proof\n}\ninstrument {\n...Brief\n}\nparagraph {\nid\nplace\n}\n}\n}\n}",
};

export const Card: Operation<CardQuery, CardQueryVariables> = {
  name: "Card",
  hash: "168a3338332e858d3e12dd9ac8f2c3feac50e1da88cebf7abd0e9e7e7a349b9b",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Hop on Reliance {\nsource {\nid\n}\ntarget {\nid\n}\ncount\nact\nacts\nparagraph {\nid\nplace\n}\nevidence {\nquote\nsentence {\nbefore\nwords\nafter\n}\n}\n}\nquery Card($id: String!) {\ninstrument(symbol: $id) {\n...Brief\nprocedure\nurl\ntimeline {\nyear\ncount\n}\nrestsOn(first: 5) {\ntotalCount\nnodes {\n...Hop\nfar: target {\n...Brief\n}\n}\n}\n}\n}",
};

export const Permalink: Operation<PermalinkQuery, PermalinkQueryVariables> = {
  name: "Permalink",
  hash: "79393bf193f5881a84f0f467af0812dc8d7cc853b8d336e22dcf638c4f32ab53",
  text: "fragment Brief on Instrument {\nid\nsymbol\nkind\ntitle\ndate\nbody\nheld\ncitedByCount\ncitesCount\n}\nfragment Spot on Evidence {\nquote\nrule\nnote\nwords {\nstartUtf16\nendUtf16\n}\n}\nfragment Proof on Evidence {\n...Spot\nsentence {\nbefore\nwords\nafter\n}\n}\nfragment Outward on Citation {\nid\nact\nstatus\nconfidence\nalternatives {\nid\nconfidence\ninstrument {\n...Brief\n}\n}\npinpoint\nclaim {\ndate\ntitle\n}\nfindings {\nkind\ndetail\n}\ntarget {\n...Brief\n}\nevidence {\n...Spot\n}\n}\nquery Permalink($id: ID!) {\ncitation(id: $id) {\n...Outward\nevidence {\n...Proof\n}\nsource {\n...Brief\n}\nparagraph {\nid\nplace\ntext\n}\n}\n}",
};
