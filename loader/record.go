package loader

import (
	"recital/graph"
	"recital/loader/extract"
)

// Record is what `recital extract --format jsonl` prints of one document. Its fields are a contract with other programs: docs/design.md, "Contract of recital extract".
// All offsets are bytes, half-open, into the text as it was read (for PDF, DOCX, HTML and XML: into what --text prints).
type Record struct {
	Source     string            `json:"source"`
	Symbol     string            `json:"symbol"`
	Title      string            `json:"title"`
	Date       string            `json:"date"`
	Body       string            `json:"body"`
	Kind       string            `json:"kind"`
	Paragraphs []ParagraphRecord `json:"paragraphs"`
	Citations  []CitationRecord  `json:"citations"`
	Rights     []NamingRecord    `json:"rights"`
	Actors     []ActorRecord     `json:"actors"`
	Mandates   []MandateRecord   `json:"mandates"`
	Quotations []QuotationRecord `json:"quotations,omitempty"`
	Remarks    []string          `json:"remarks,omitempty"`
}

// ParagraphRecord is one paragraph, or (Part "NOTE") one footnote.
type ParagraphRecord struct {
	Label   string `json:"label"`
	Part    string `json:"part"`
	Opening string `json:"opening"`
	Act     string `json:"act"`
	Text    string `json:"text"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// CitationRecord is one mention of an instrument.
type CitationRecord struct {
	Paragraph  string            `json:"paragraph"`
	Note       string            `json:"note,omitempty"`
	Target     *string           `json:"target"`
	ID         *string           `json:"id"`
	Pinpoint   *string           `json:"pinpoint"`
	Status     string            `json:"status"`
	Confidence float64           `json:"confidence"`
	Act        string            `json:"act"`
	Quote      string            `json:"quote"`
	Start      int               `json:"start"`
	End        int               `json:"end"`
	Rule       string            `json:"rule"`
	Candidates []CandidateRecord `json:"candidates"`
	Findings   []FindingRecord   `json:"findings,omitempty"`
	Reason     string            `json:"reason,omitempty"`
}

// CandidateRecord is an instrument that a mention may mean; beside a RESOLVED one, instead of its target.
type CandidateRecord struct {
	Target     string  `json:"target"`
	ID         string  `json:"id"`
	Confidence float64 `json:"confidence"`
}

// FindingRecord is a contradiction in what the text prints.
type FindingRecord struct {
	Kind   string `json:"kind"`
	Detail string `json:"detail"`
}

// NamingRecord is a right that a paragraph names.
type NamingRecord struct {
	Paragraph string `json:"paragraph"`
	ID        string `json:"id"`
	Quote     string `json:"quote"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

// ActorRecord is an actor that a paragraph names.
type ActorRecord struct {
	Paragraph string `json:"paragraph"`
	ID        string `json:"id"`
	Quote     string `json:"quote"`
	Addressee bool   `json:"addressee"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

// MandateRecord is what a paragraph asks someone to do.
type MandateRecord struct {
	Paragraph string  `json:"paragraph"`
	Act       string  `json:"act"`
	Addressee *string `json:"addressee"`
	Product   string  `json:"product"`
	Forum     *string `json:"forum"`
	Session   *int    `json:"session"`
	Date      *string `json:"date"`
	Months    int     `json:"months,omitempty"`
	Quote     string  `json:"quote"`
	Start     int     `json:"start"`
	End       int     `json:"end"`
}

// QuotationRecord is a quotation in a commentary, compared with the text that it is from.
type QuotationRecord struct {
	Paragraph   string             `json:"paragraph"`
	Note        string             `json:"note,omitempty"`
	Quote       string             `json:"quote"`
	Start       int                `json:"start"`
	End         int                `json:"end"`
	Verdict     string             `json:"verdict"` // VERBATIM, ALTERED, NOT FOUND, NOT HELD
	ID          *string            `json:"id"`      // the instrument that it is from
	Place       *string            `json:"place"`   // the paragraph there; null for the title
	Differences []DifferenceRecord `json:"differences,omitempty"`
	Findings    []FindingRecord    `json:"findings,omitempty"`
}

// DifferenceRecord is words of a quotation that differ from those printed.
type DifferenceRecord struct {
	Quoted  string `json:"quoted"`
	Printed string `json:"printed"`
}

// forumNames are the short names of forums in records.
var forumNames = map[graph.Body]string{
	graph.HumanRightsCouncil: "HRC", graph.GeneralAssembly: "GA", graph.SecurityCouncil: "SC", graph.EconomicAndSocialCouncil: "ECOSOC",
}

// Record returns the reading as the contract of `recital extract` has it.
func (r Reading) Record() Record {
	d := r.Document
	record := Record{
		Source: r.Source.Source.Name, Symbol: d.Instrument.Symbol.String(), Title: d.Instrument.Title,
		Date: d.Instrument.Date.String(), Body: string(d.Instrument.Body), Kind: string(d.Instrument.Kind),
		Paragraphs: []ParagraphRecord{}, Citations: []CitationRecord{}, Rights: []NamingRecord{}, Actors: []ActorRecord{},
		Mandates: []MandateRecord{}, Remarks: r.Parsed.Remarks,
	}
	for i := range d.Paragraphs {
		record.Paragraphs = append(record.Paragraphs, paragraphRecords(&d.Paragraphs[i])...)
	}
	b := &builder{raw: r.Source.Raw.Text, parsed: r.Parsed, document: d}
	for i := range r.Result.Citations {
		record.Citations = append(record.Citations, b.citationRecord(&r.Result.Citations[i]))
	}
	for _, n := range r.Result.Rights {
		e := b.evidence(n.Where, graph.Span{}, n.Rule)
		record.Rights = append(record.Rights, NamingRecord{
			Paragraph: b.label(n.Where), ID: n.ID.Vocabulary(), Quote: e.Quote, Start: e.Span.Start, End: e.Span.End,
		})
	}
	for _, n := range r.Result.Actors {
		e := b.evidence(n.Where, graph.Span{}, n.Rule)
		record.Actors = append(record.Actors, ActorRecord{
			Paragraph: b.label(n.Where), ID: n.ID.Vocabulary(), Quote: e.Quote, Addressee: n.Role == graph.Addressee,
			Start: e.Span.Start, End: e.Span.End,
		})
	}
	for i := range r.Result.Mandates {
		record.Mandates = append(record.Mandates, b.mandateRecord(&r.Result.Mandates[i]))
	}
	if r.Review != nil {
		b.reviewRecords(r.Review, &record)
	}
	return record
}

// reviewRecords adds what comparing a commentary with the texts that it cites gave.
func (b *builder) reviewRecords(review *extract.Review, record *Record) {
	for i := range review.Quotations {
		q := &review.Quotations[i]
		e := b.evidence(q.Where, graph.Span{}, q.Rule)
		quotation := QuotationRecord{
			Paragraph: b.label(q.Where), Note: e.Note, Quote: e.Quote, Start: e.Span.Start, End: e.Span.End, Verdict: string(q.Verdict),
			ID: optional(string(q.Target)), Place: optional(string(q.Place)), Findings: findingRecords(q.Findings),
		}
		for _, d := range q.Differences {
			quotation.Differences = append(quotation.Differences, DifferenceRecord(d))
		}
		record.Quotations = append(record.Quotations, quotation)
	}
	for _, remark := range review.Remarks {
		c := &record.Citations[remark.Citation]
		c.Findings = append(c.Findings, findingRecords([]graph.Finding{remark.Finding})...)
	}
}

func findingRecords(findings []graph.Finding) []FindingRecord {
	var records []FindingRecord
	for _, finding := range findings {
		records = append(records, FindingRecord{Kind: string(finding.Kind), Detail: finding.Detail})
	}
	return records
}

func paragraphRecords(p *graph.Paragraph) []ParagraphRecord {
	records := []ParagraphRecord{{
		Label: string(p.Place), Part: string(p.Part), Opening: p.Opening, Act: string(p.Act), Text: p.Text,
		Start: p.Span.Start, End: p.Span.End,
	}}
	for _, n := range p.Notes {
		records = append(records, ParagraphRecord{
			Label: string(p.Place) + ".note-" + n.Mark, Part: string(graph.NotePart), Text: n.Text, Start: n.Span.Start, End: n.Span.End,
		})
	}
	return records
}

func (b *builder) label(w extract.Where) string { return string(b.paragraph(w).Place) }

func (b *builder) citationRecord(c *extract.Citation) CitationRecord {
	e := b.evidence(c.Where, c.Core, c.Rule)
	record := CitationRecord{
		Paragraph: b.label(c.Where), Note: e.Note, Target: optional(c.Symbol.String()), ID: optional(string(c.Target)),
		Pinpoint: optional(c.Pinpoint), Status: string(c.Status), Confidence: c.Confidence, Act: string(c.Act),
		Quote: e.Quote, Start: e.Span.Start, End: e.Span.End, Rule: c.Rule, Candidates: []CandidateRecord{}, Reason: c.Reason,
	}
	if c.Status != graph.Resolved {
		record.Target, record.ID = nil, nil
	}
	for _, candidate := range c.Candidates {
		record.Candidates = append(record.Candidates, CandidateRecord{
			Target: candidate.Symbol.String(), ID: string(candidate.Target), Confidence: candidate.Confidence,
		})
	}
	record.Findings = findingRecords(c.Findings)
	return record
}

func (b *builder) mandateRecord(m *extract.Mandate) MandateRecord {
	e := b.evidence(m.Where, graph.Span{}, m.Rule)
	record := MandateRecord{
		Paragraph: b.label(m.Where), Act: string(m.Act), Addressee: optional(m.Addressee.Vocabulary()), Product: m.Product,
		Date: optional(m.Due), Months: m.Months, Quote: e.Quote, Start: e.Span.Start, End: e.Span.End,
	}
	if short, ok := forumNames[m.Forum]; ok {
		record.Forum = optional(short)
	} else {
		record.Forum = optional(string(m.Forum))
	}
	if m.Session != 0 {
		record.Session = &m.Session
	}
	return record
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
