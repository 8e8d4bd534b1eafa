package extract

import (
	"strings"

	"recital/graph"
)

// rememberTitle notes the numbers that the title of a commentary names with their bodies, "Human Rights Council resolution 53/29 explained": its
// text may give them alone.
func (d *document) rememberTitle(citations []Citation) {
	for i := range citations {
		c := &citations[i]
		if c.Status != graph.Resolved || c.Symbol.Kind() != graph.Resolution {
			continue
		}
		text, session := c.Symbol.String(), c.Symbol.Session()
		m := mention{number: number{shape: bySession, session: session, serial: text[strings.LastIndexByte(text, '/')+1:]}}
		if special, ok := strings.CutPrefix(session, "S-"); ok {
			m.number.shape, m.number.session = bySpecial, special
		}
		if body := d.bodyOf(c.Symbol.Body()); body != nil {
			d.remembered(&m, head{kind: graph.Resolution}, body)
		}
	}
}
