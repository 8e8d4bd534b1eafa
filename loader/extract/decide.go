package extract

import (
	"strings"

	"recital/graph"
	"recital/loader/catalog"
)

// decision is what a number was found to mean, and by which rule.
type decision struct {
	symbols    []string // one for each lettered part
	kind       graph.InstrumentKind
	rule       string
	confidence float64
	candidates []Candidate // without symbols what it may mean, with them what it may mean instead
	findings   []graph.Finding
	reason     string
	skip       bool
}

// decide finds the adopting body of a number by evidence in order: what the shape of the number alone says, the body's name, the printed
// date against the days of sessions, the antecedent of "its", the list before, the speaker.
func (d *document) decide(m *mention) decision {
	h := head{kind: graph.Resolution, parent: -1, itsBy: -1}
	if m.head >= 0 {
		h = d.scan.heads[m.head]
	}
	switch m.number.shape {
	case withYear:
		return d.securityCouncil(m, h)
	case bare:
		return d.bareNumber(m, h)
	case asDraft:
		return d.draft(m)
	case byParties: // the number is the symbol
		return decision{symbols: []string{m.number.serial + "/" + m.number.session}, kind: h.kind, rule: "parties", confidence: 0.97}
	}
	b, rule, confidence := d.body(m, h)
	b, rule, confidence = d.again(m, h, b, rule, confidence)
	if b == nil {
		d.remembered(m, h, nil)
		return d.undecided(m, h)
	}
	if m.head >= 0 {
		d.scan.heads[m.head].decided = b
	}
	out := d.render(m, h, b, rule, confidence)
	if len(out.symbols) == 1 {
		out.candidates = d.numberAlternatives(m, h, b, rule, confidence)
	}
	return out
}

// numberKey is a number as a document cites it, whoever adopted it.
type numberKey struct {
	kind            graph.InstrumentKind
	shape           shape
	session, serial string
}

// surely is the confidence from which a number's body is remembered for its next mention, and below which it is looked up.
const surely = 0.995

// again gives a number that a guess has decided the body that was sure where the document cited the same number before: "Human Rights Council
// resolution 43/1", and then "submitted pursuant to resolution 43/1".
func (d *document) again(m *mention, h head, b *catalog.Body, rule string, confidence float64) (*catalog.Body, string, float64) {
	if confidence >= surely && rule != "speaker" && rule != "list" {
		d.remembered(m, h, b)
		return b, rule, confidence
	}
	switch before, ok := d.sure[keyOf(m, h)]; {
	case !ok || before == b || confidence == 0 && d.speaker >= 0: // an author without a body of his own means the one he named
	case before == nil && confidence < 0.95:
		return nil, "", 0 // its body was none that we know, and is not now
	case before != nil && (h.how == unnamed || rule == "list"):
		return before, "same-number", 0.97
	}
	if confidence >= surely && rule == "list" && d.sure[keyOf(m, h)] == nil {
		d.remembered(m, h, b)
	}
	return b, rule, confidence
}

func keyOf(m *mention, h head) numberKey {
	return numberKey{kind: h.kind, shape: m.number.shape, session: m.number.session, serial: m.number.serial}
}

// remembered keeps who adopted a number; nil for none that we know, where nothing surer was found before.
func (d *document) remembered(m *mention, h head, b *catalog.Body) {
	if d.sure == nil {
		d.sure = make(map[numberKey]*catalog.Body)
	}
	if key := keyOf(m, h); b != nil || d.sure[key] == nil {
		d.sure[key] = b
	}
}

// body decides who adopted a numbered text; nil where no body that we know can have. Each step is a rule, from the surest.
func (d *document) body(m *mention, h head) (*catalog.Body, string, float64) {
	if h.how == byName {
		if b, confidence := d.owner(m, h); b != nil {
			return b, "named-body", confidence
		}
	}
	if b := d.byDate(m, h); b != nil {
		return b, "date", 0.998
	}
	if m.number.shape == byEmergency {
		return d.bodyOf(graph.GeneralAssembly), "emergency-session", 0.999
	}
	switch h.how {
	case byAfter:
		if b, confidence := d.owner(m, h); b != nil {
			return b, "named-behind", confidence
		}
	case byShort:
		if b := d.short(h, m); b != nil {
			return b, "short-body", 0.99
		}
		if d.principals(h.bodies) == 0 {
			return nil, "", 0 // "the Conference": one that the catalogue does not have
		}
	case byIts:
		if b := d.subject(m, h); b != nil {
			return b, "its", 0.99
		}
		if b := d.before(h.itsBy, m, h.kind); b != nil {
			return b, "its", 0.99
		}
		if b := d.speaks(m, h.kind); b != nil {
			return b, "its-speaker", 0.99
		}
	case inherited:
		if b := d.scan.heads[h.parent].decided; b != nil && d.possible(b, m, h.kind) {
			return b, "list", 0.995
		}
	}
	return d.unnamed(m, h)
}

// owner returns the body that the list's words name, and how sure it is; nil where that body does not number so.
func (d *document) owner(m *mention, h head) (*catalog.Body, float64) {
	if b := d.first(h.bodies, m, h.kind, false); b != nil {
		return b, 0.999
	}
	if b := &d.x.catalogue.Bodies()[h.bodies[0]]; len(b.Shapes) == 0 {
		return b, 0.9
	}
	return nil, 0
}

func contains(all []int, one int) bool {
	for _, at := range all {
		if at == one {
			return true
		}
	}
	return false
}

func shapeName(s shape) string {
	return [...]string{
		noShape: "", bySession: "n/n", bySpecial: "S-n/n", byEmergency: "ES-n/n", byYear: "year/n", withYear: "n(year)", withRoman: "roman",
		romanFirst: "roman/n", byParties: "n/cp", byConference: "c/n", byHealth: "wha", ofYear: "n/year", bare: "n", byLetter: "letter", asDraft: "n/n",
	}[s]
}

func (d *document) bodyOf(id graph.Body) *catalog.Body {
	b, _ := d.x.catalogue.Body(id)
	return b
}

// slack is how many days the printed date of a Human Rights Council resolution may lie off its session: the date of distribution is often
// printed (form 96).
const slack = 150

// byDate returns the one body, of those that number by session, in whose session the printed date falls.
func (d *document) byDate(m *mention, h head) *catalog.Body {
	if m.date.IsZero() || h.kind == graph.PresidentialStatement {
		return nil
	}
	n := &m.number
	if n.shape != bySession && n.shape != bySpecial {
		return nil
	}
	session := n.session
	if n.shape == bySpecial {
		session = "S-" + session
	}
	late := slack
	if m.shared {
		late = 20
	}
	ga := d.within(graph.GeneralAssembly, session, m.date, 20) && d.possible(d.bodyOf(graph.GeneralAssembly), m, h.kind)
	hrc := d.within(graph.HumanRightsCouncil, session, m.date, late) && d.possible(d.bodyOf(graph.HumanRightsCouncil), m, h.kind)
	switch {
	case ga && !hrc:
		return d.bodyOf(graph.GeneralAssembly)
	case hrc && !ga:
		return d.bodyOf(graph.HumanRightsCouncil)
	}
	return nil
}

func (d *document) within(body graph.Body, session string, date graph.Date, days int) bool {
	s, ok := d.session(body, session)
	if !ok {
		return false
	}
	at := dayNumber(date)
	return at >= dayNumber(s.From)-days && at <= dayNumber(s.To)+days
}

// dayNumber counts days, near enough to compare dates some weeks apart.
func dayNumber(date graph.Date) int { return date.Year*365 + int(date.Month-1)*30 + date.Day }

// render puts the body's symbols to a number.
func (d *document) render(m *mention, h head, b *catalog.Body, rule string, confidence float64) decision {
	n := &m.number
	out := decision{kind: h.kind, rule: rule, confidence: confidence}
	session, serial := n.session, n.serial
	switch n.shape {
	case bySpecial:
		session = "S-" + session
	case byEmergency:
		session = "ES-" + session
	case withRoman:
		out.symbols = romanSymbols(b, n, h.kind)
		return out
	}
	text := b.Resolution(session, serial)
	switch h.kind {
	case graph.Decision:
		text = b.Decision(session, serial)
	case graph.PresidentialStatement:
		if b.ID == graph.HumanRightsCouncil {
			text = "A/HRC/PRST/" + session + "/" + serial
		} else if b.ID == graph.SecurityCouncil || n.shape == byYear {
			text = "S/PRST/" + session + "/" + serial
		}
	case graph.Draft:
		return decision{skip: true}
	}
	if text == "" {
		return out
	}
	if n.letters == "" {
		out.symbols = []string{text}
	}
	for i := range len(n.letters) {
		out.symbols = append(out.symbols, text+n.letters[i:i+1])
	}
	return out
}

// romanSymbols renders 2200 A (XXI) as A/RES/2200(XXI)A.
func romanSymbols(b *catalog.Body, n *number, kind graph.InstrumentKind) []string {
	pattern := b.Resolution("\x00", "\x01")
	if kind == graph.Decision {
		pattern = b.Decision("\x00", "\x01")
	}
	if pattern == "" {
		return nil
	}
	prefix, _, _ := strings.Cut(pattern, "\x00")
	prefix, _, _ = strings.Cut(prefix, "\x01")
	text := prefix + n.serial + "(" + n.session + ")"
	if n.letters == "" {
		return []string{text}
	}
	var symbols []string
	for i := range len(n.letters) {
		symbols = append(symbols, text+n.letters[i:i+1])
	}
	return symbols
}

// kindOf says what a symbol names, as far as its form shows.
func kindOf(symbol string) graph.InstrumentKind {
	switch {
	case strings.Contains(symbol, "/RES/"), strings.Contains(symbol, "/Res."):
		return graph.Resolution
	case strings.Contains(symbol, "/DEC/"), strings.Contains(symbol, "/Dec."):
		return graph.Decision
	case strings.Contains(symbol, "/PRST/"):
		return graph.PresidentialStatement
	case strings.Contains(symbol, "/L."):
		return graph.Draft
	case strings.Contains(symbol, "/GC/"):
		return graph.GeneralComment
	}
	return graph.OtherDocument
}
