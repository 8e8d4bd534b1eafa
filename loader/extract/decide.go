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
	}
	b, rule, confidence := d.body(m, h)
	if b == nil {
		return d.undecided(m, h)
	}
	if m.head >= 0 {
		d.scan.heads[m.head].decided = b
	}
	return d.render(m, h, b, rule, confidence)
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
	case byIts:
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

// unnamed decides for a number whose list names no body: the report it is printed in, a body named before in the unit, the speaker.
func (d *document) unnamed(m *mention, h head) (*catalog.Body, string, float64) {
	if b := d.reported(); b != nil && d.possible(b, m, h.kind) {
		return b, "official-records", 0.98
	}
	near := d.before(h.itsBy, m, h.kind)
	speaker := d.speaks(m, h.kind)
	switch {
	case near != nil && near != speaker && d.fits(near, m) && (speaker == nil || !d.fits(speaker, m)):
		return near, "date", 0.98
	case speaker == nil && near != nil:
		return near, "nearest-body", 0.9
	case near != nil && near != speaker && d.beside(h):
		return near, "nearest-body", 0.85 // "submitted to the Human Rights Council pursuant to resolution 34/24" (A/RES/75/190)
	case speaker != nil && (near == nil || near == speaker):
		return speaker, "speaker", 0.995
	case speaker != nil:
		return speaker, "speaker", 0.85
	}
	if b := d.byShape(m); b != nil && d.possible(b, m, h.kind) && len(d.rivals(m, h)) < 2 {
		return b, "shape", 0.9
	}
	if b := d.other(m, h.kind); b != nil {
		return b, "only-possible", 0.8
	}
	if rivals := d.rivals(m, h); len(rivals) == 1 {
		return rivals[0], "only-possible", 0.8
	}
	return nil, "", 0
}

// rivals returns the two bodies that number by session as far as they can have adopted the number; the one alone whose text the registry holds, where
// it holds one of two.
func (d *document) rivals(m *mention, h head) []*catalog.Body {
	if m.number.shape != bySession && m.number.shape != bySpecial {
		return nil
	}
	var all, known []*catalog.Body
	for _, id := range []graph.Body{graph.GeneralAssembly, graph.HumanRightsCouncil} {
		b := d.bodyOf(id)
		if !d.possible(b, m, h.kind) {
			continue
		}
		all = append(all, b)
		for _, text := range d.render(m, h, b, "", 0).symbols {
			symbol, err := graph.ParseSymbol(text)
			if _, ok := d.x.catalogue.Known(symbol); ok && err == nil {
				known = append(known, b)
				break
			}
		}
	}
	if len(known) == 1 {
		return known
	}
	return all
}

// undecided keeps a number whose body nothing tells: ambiguous between the two that it may be, open where none that we know can have
// adopted it; a number that stands in no list and has no date is left alone.
func (d *document) undecided(m *mention, h head) decision {
	out := decision{kind: h.kind, rule: "undecided", confidence: 0.5, reason: "no body that we know can have adopted this number"}
	if rivals := d.rivals(m, h); len(rivals) > 1 {
		out.reason = "the adopting body is not sure"
		for _, b := range rivals {
			for _, text := range d.render(m, h, b, "", 0).symbols {
				c := Candidate{Target: d.idFor(text), Kind: h.kind, Confidence: 0.45}
				if symbol, err := graph.ParseSymbol(text); err == nil {
					c.Symbol = symbol
				}
				out.candidates = append(out.candidates, c)
			}
		}
		return out
	}
	if m.head < 0 || !m.own && !m.strict {
		return decision{skip: true}
	}
	return out
}

// beside reports whether the last body named before the head stands within a few words of it, no comma between.
func (d *document) beside(h head) bool {
	if h.itsBy < 0 || h.at-d.scan.places[h.itsBy].to > 4 {
		return false
	}
	for i := d.scan.places[h.itsBy].to; i < h.at; i++ {
		if d.scan.mark(i, comma) || d.scan.is(i, roleAnd) {
			return false
		}
	}
	return true
}

// other returns the one body beside the principal ones that the document names and that can have adopted the number.
func (d *document) other(m *mention, kind graph.InstrumentKind) *catalog.Body {
	var only *catalog.Body
	for at, n := range d.lastNamed {
		if n == 0 || d.principal(at) {
			continue
		}
		if b := d.first([]int{at}, m, kind, true); b != nil {
			if only != nil {
				return nil
			}
			only = b
		}
	}
	return only
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
		romanFirst: "roman/n", byParties: "n/cp", byConference: "c/n", byHealth: "wha", ofYear: "n/year", bare: "n", asDraft: "n/n",
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
	if strings.Contains(m.number.session, "S-") {
		return d.bodyOf(graph.GeneralAssembly)
	}
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
	s, ok := d.x.catalogue.Session(body, session)
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
