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
	candidates []Candidate
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
	}
	b, rule, confidence := d.body(m, h)
	if b == nil {
		return decision{skip: true}
	}
	return d.render(m, h, b, rule, confidence)
}

// body decides who adopted a numbered text.
func (d *document) body(m *mention, h head) (*catalog.Body, string, float64) {
	shape := shapeName(m.number.shape)
	if h.how == byName || h.how == byAfter {
		if b := d.numbering(h.bodies, shape, h.kind); b != nil {
			return b, "named-body", 0.999
		}
	}
	if b := d.byDate(m, h); b != nil {
		return b, "date", 0.998
	}
	if m.number.shape == byEmergency {
		return d.bodyOf(graph.GeneralAssembly), "emergency-session", 0.999
	}
	if h.how == byShort {
		if b := d.numbering(h.bodies, shape, h.kind); b != nil {
			return b, "short-body", 0.99
		}
	}
	if h.how == byIts && h.itsBy >= 0 {
		for p := h.itsBy; p >= 0; p-- {
			if b := d.numbering(d.scan.places[p].bodies, shape, h.kind); b != nil {
				return b, "its", 0.97
			}
		}
	}
	if h.how == inherited {
		if b, _, confidence := d.body(m, d.scan.heads[h.parent]); b != nil {
			return b, "list", confidence
		}
	}
	if d.speaker >= 0 {
		if b := d.numbering([]int{d.speaker}, shape, h.kind); b != nil {
			return b, "speaker", 0.95
		}
	}
	return d.byShape(m), "shape", 0.9
}

// numbering returns the first of the bodies that numbers its texts in the shape.
func (d *document) numbering(bodies []int, shape string, kind graph.InstrumentKind) *catalog.Body {
	for _, at := range bodies {
		b := &d.x.catalogue.Bodies()[at]
		if b.Numbers(shape) || kind == graph.Decision && (shape == "n/n" || shape == "year/n") && b.Decision("1", "1") != "" && b.Numbers(shape) {
			return b
		}
	}
	if len(bodies) == 1 && shape != "roman" {
		return &d.x.catalogue.Bodies()[bodies[0]]
	}
	return nil
}

func shapeName(s shape) string {
	return [...]string{
		noShape: "", bySession: "n/n", bySpecial: "S-n/n", byEmergency: "ES-n/n", byYear: "year/n", withYear: "n(year)", withRoman: "roman",
		romanFirst: "roman/n", byParties: "n/cp", byConference: "c/n", byHealth: "wha", ofYear: "n/year", bare: "n",
	}[s]
}

func (d *document) bodyOf(id graph.Body) *catalog.Body {
	b, _ := d.x.catalogue.Body(id)
	return b
}

// byShape is the body that alone numbers so, where nothing else speaks.
func (d *document) byShape(m *mention) *catalog.Body {
	switch m.number.shape {
	case bySession, bySpecial, byEmergency:
		return d.bodyOf(graph.GeneralAssembly)
	case byYear:
		return d.bodyOf(graph.EconomicAndSocialCouncil)
	case withRoman:
		return d.byRoman(m)
	case byHealth:
		return d.bodyOf("world-health-assembly")
	case byConference:
		return d.bodyOf("unesco-general-conference")
	case byParties:
		if strings.HasPrefix(m.number.session, "COP") {
			return d.bodyOf("unccd-cop")
		}
		return d.bodyOf("unfccc-cop")
	case romanFirst:
		return d.bodyOf("cbd-cop")
	}
	return nil
}

// byRoman tells the General Assembly's numbers, which run from 1 (I) to 3541 (XXX), from the Economic and Social Council's.
func (d *document) byRoman(m *mention) *catalog.Body {
	session, ok := d.x.catalogue.Session(graph.GeneralAssembly, m.number.session)
	serial := decimal(m.number.serial)
	if ok && (session.First == 0 || serial >= session.First-20 && serial <= session.Last+20) {
		return d.bodyOf(graph.GeneralAssembly)
	}
	return d.bodyOf(graph.EconomicAndSocialCouncil)
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
	switch n.shape {
	case bySession, bySpecial:
	case withRoman:
		return nil
	default:
		return nil
	}
	session := n.session
	if n.shape == bySpecial {
		session = "S-" + session
	}
	ga := d.within(graph.GeneralAssembly, session, m.date, 20)
	hrc := d.within(graph.HumanRightsCouncil, session, m.date, slack)
	switch {
	case ga && !hrc:
		return d.bodyOf(graph.GeneralAssembly)
	case hrc && !ga:
		return d.bodyOf(graph.HumanRightsCouncil)
	}
	return nil
}

func (d *document) within(body graph.Body, session string, date graph.Date, days int) bool {
	s, ok := d.x.catalogue.Session(body, session)
	if !ok {
		return false
	}
	at := dayNumber(date)
	return at >= dayNumber(s.From)-days && at <= dayNumber(s.To)+days
}

// dayNumber counts days, near enough to compare dates some weeks apart.
func dayNumber(date graph.Date) int { return date.Year*365 + int(date.Month-1)*30 + date.Day }

// securityCouncil reads 1325 (2000).
func (d *document) securityCouncil(m *mention, h head) decision {
	if (h.how == byName || h.how == byAfter) && h.bodies != nil {
		b := &d.x.catalogue.Bodies()[h.bodies[0]]
		if b.ID != graph.SecurityCouncil && !b.Numbers("n(year)") {
			if len(m.number.serial) < 3 || b.Resolution("1", "1") == "" {
				return decision{kind: h.kind, rule: "named-body", confidence: 0.9}
			}
		}
	}
	b := d.bodyOf(graph.SecurityCouncil)
	return decision{symbols: []string{b.Resolution(m.number.session, m.number.serial)}, kind: graph.Resolution, rule: "year-in-brackets", confidence: 0.998}
}

// bareNumber reads a number without session or year, in a list of the Security Council's.
func (d *document) bareNumber(*mention, head) decision { return decision{skip: true} }

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
	case byParties:
		session = session[strings.IndexByte(session, '.')+1:]
		if text := n.serial + "/" + n.session; true {
			out.symbols = []string{text}
			return out
		}
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
