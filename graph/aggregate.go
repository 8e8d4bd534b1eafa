package graph

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"
)

// Aggregate returns the RestsOn links of a document: one for each instrument that its paragraphs cite, itself left out, sorted
// as the links of a Document are. The first Cites in the text gives the Order, Act, Evidence and Paragraph; the highest
// gives the Confidence.
func Aggregate(d *Document) []Link {
	cites := inTextOrder(d.Links)
	at, links := make(map[ID]int, len(cites)), make([]Link, 0, len(cites))
	for _, c := range cites {
		if c.To == d.Instrument.ID {
			continue
		}
		i, found := at[c.To]
		if !found {
			i = len(links)
			at[c.To] = i
			links = append(links, Link{
				Type: RestsOn, From: d.Instrument.ID, To: c.To, Owner: d.Instrument.ID,
				Order: c.Order, Date: d.Instrument.Date, Act: c.Act, Evidence: c.Evidence, Paragraph: c.From,
			})
		}
		l := &links[i]
		l.Count++
		l.Confidence = max(l.Confidence, c.Confidence)
		if c.Act != "" && !slices.Contains(l.Acts, c.Act) {
			l.Acts = append(l.Acts, c.Act)
		}
	}
	for i := range links {
		slices.Sort(links[i].Acts)
	}
	sort.Slice(links, func(i, j int) bool { return links[i].Compare(&links[j]) < 0 }) // mostly so already: then no link is copied
	return links
}

// inTextOrder returns the Cites of links in the order of the text.
func inTextOrder(links []Link) []*Link {
	var cites []*Link
	for i := range links {
		if links[i].Type == Cites {
			cites = append(cites, &links[i])
		}
	}
	slices.SortStableFunc(cites, (*Link).Compare)
	return cites
}

// CompareLinks orders the links of a [Document]: by Type, Order, From, To.
func CompareLinks(a, b Link) int { return a.Compare(&b) }

// Compare is [CompareLinks] without copying the links, which are large.
func (l *Link) Compare(other *Link) int {
	if n := strings.Compare(string(l.Type), string(other.Type)); n != 0 {
		return n
	}
	if n := cmp.Compare(l.Order, other.Order); n != 0 {
		return n
	}
	if n := strings.Compare(string(l.From), string(other.From)); n != 0 {
		return n
	}
	return strings.Compare(string(l.To), string(other.To))
}

// truncatedShare says when a title that goes on from a shorter one is its full form rather than one reader's overshoot:
// when at least one owner prints it for every so many that print the shorter.
const truncatedShare = 4

// Consensus returns what the citing texts say of the one instrument that all the links lead to: the Date and the Title that most
// Owners print, each by itself. Links of other types than Cites have no say. Titles are compared as [Fold] leaves them; one that is
// only the beginning of another gives it its votes, unless hardly anybody prints the longer one. Ties go to the smaller string.
func Consensus(cites []Link) Claim {
	dates, titles := newBallot(), newBallot()
	spellings := make(map[string]ballot)
	for i := range cites {
		if cites[i].Type != Cites {
			continue
		}
		claim := &cites[i].Claim
		if !claim.Date.IsZero() {
			dates.vote(claim.Date.String(), cites[i].Owner)
		}
		folded := FoldText(claim.Title)
		if folded == "" {
			continue
		}
		titles.vote(folded, cites[i].Owner)
		if spellings[folded] == nil {
			spellings[folded] = newBallot()
		}
		spellings[folded].vote(claim.Title, cites[i].Owner)
	}
	titles.joinBeginnings()
	claim := Claim{Title: spellings[titles.winner()].winner()}
	if date, err := ParseDate(dates.winner()); err == nil {
		claim.Date = date
	}
	return claim
}

// ballot counts, for each value, the owners that say it.
type ballot map[string]map[ID]struct{}

func newBallot() ballot { return make(ballot) }

func (b ballot) vote(value string, owner ID) {
	if b[value] == nil {
		b[value] = make(map[ID]struct{})
	}
	b[value][owner] = struct{}{}
}

// winner returns the value with most owners, of several the smallest; "" where there are no votes.
func (b ballot) winner() string {
	winner, most := "", 0
	for value, owners := range b {
		if len(owners) > most || len(owners) == most && value < winner {
			winner, most = value, len(owners)
		}
	}
	return winner
}

// joinBeginnings gives the votes of each folded title to the one that goes on from it and has the most votes.
func (b ballot) joinBeginnings() {
	sorted := slices.Sorted(maps.Keys(b))
	for i := len(sorted) - 1; i >= 0; i-- { // the longer titles first, so that votes pass on in a row
		title := sorted[i]
		best := ""
		for _, longer := range sorted[i+1:] {
			if !strings.HasPrefix(longer, title) {
				break
			}
			if hasPrefixWords(longer, title) && len(b[longer]) > len(b[best]) {
				best = longer
			}
		}
		if best != "" && len(b[best])*truncatedShare >= len(b[title]) {
			maps.Copy(b[best], b[title])
			delete(b, title)
		}
	}
}
