package extract

// goalAt reads "Goal 5", "Goals 13 to 16", "target 16.10", "targets 5.2, 8.7 and 16.2" of the Sustainable Development Goals, or of those before them. Those of a
// strategy bear its name: "Strategic Goal 2". Source: form 73.
func (s *scan) goalAt(i int) int {
	if !s.mark(i+1, numeral) {
		return i + 1
	}
	target := s.string(i)[0]|0x20 == 't'
	if !target && (!s.words[i].capital || s.qualified(i)) {
		return i + 1
	}
	to := s.goalsEnd(i + 1)
	if target && (to < i+4 || !s.mark(i+2, fullStop)) || !target && decimal(s.numeral(i+1, 2)) > 17 {
		return i + 1
	}
	s.mentions = append(s.mentions, mention{kind: backward, back: backGoal, from: i, to: to, head: -1, noun: i, many: target})
	return to
}

// qualified reports whether a capitalised word within the sentence stands before word i: it is part of a longer name.
func (s *scan) qualified(i int) bool {
	if i == 0 || !s.words[i-1].capital {
		return false
	}
	return s.words[i].glued || i >= 2 && !endsSentence(s.words[i-2].id)
}

// endsSentence reports whether a mark may stand before the capital of a first word.
func endsSentence(id wordID) bool {
	switch id {
	case fullStop, colon, quoteMark, opening, closing:
		return true
	}
	return false
}

// goalsEnd returns where a list of goals or targets ends: "5.2, 8.7 and 16.2", "13 to 16", "3.c".
func (s *scan) goalsEnd(i int) int {
	for s.mark(i, numeral) {
		i++
		if s.mark(i, fullStop) && s.touches(i) && s.touches(i+1) && (s.mark(i+1, numeral) || s.words[i+1].end-s.words[i+1].start == 1) {
			i += 2
		}
		next := i
		for s.mark(next, comma) || s.is(next, roleAnd) || s.is(next, roleTo) || s.mark(next, dash) {
			next++
		}
		if next == i || !s.mark(next, numeral) || len(s.string(next)) > 2 {
			return i
		}
		i = next
	}
	return i
}

// toGoals takes the numbers after "Sustainable Development Goal" into the mention, and returns the words of the goals: none where there are none.
func (d *document) toGoals(m *mention) mention {
	s := &d.scan
	at := m.to
	if s.is(at, roleGoal) {
		at++
	}
	if !s.mark(at, numeral) || len(d.x.aliases[m.alias]) != 1 {
		return mention{}
	}
	if entry := d.x.aliases[m.alias][0]; entry != d.x.entry("sdgs") && entry != d.x.entry("mdgs") {
		return mention{}
	}
	end := s.goalsEnd(at)
	if decimal(s.numeral(at, 4)) > lastGoal {
		return mention{} // "the Millennium Development Goals 2015"
	}
	apart := at > m.to
	if m.to = end; apart {
		return mention{} // "Goal targets 5.2": read by themselves
	}
	return mention{from: at - 1, to: end}
}

// lastGoal is the last of the Sustainable Development Goals.
const lastGoal = 17

// inGoals adds the goals to a citation as its pinpoint.
func (d *document) inGoals(c *Citation, m *mention) {
	c.Pinpoint = joinPinpoints(c.Pinpoint, d.scan.text[d.scan.words[m.from].start:d.scan.words[m.to-1].end])
	c.Provisions = append(c.Provisions, d.goals(m)...)
}

// goalsFollow reports whether the next mention names the Goals whose targets were read: "targets 5.3 and 8.7 of the Sustainable Development Goals".
func (d *document) goalsFollow(m *mention, i int) bool {
	s := &d.scan
	at := m.to + 1
	if s.is(at, roleThe) {
		at++
	}
	if !s.is(m.to, roleOf) || i+1 >= len(s.mentions) || s.mentions[i+1].kind != named || s.mentions[i+1].from != at {
		return false
	}
	for _, entry := range d.x.aliases[s.mentions[i+1].alias] {
		if entry == d.x.entry("sdgs") || entry == d.x.entry("mdgs") {
			return true
		}
	}
	return false
}

// whichGoals returns which Goals a text speaks of that says only so: those named last in the unit, else those of 2015 where it has named them, or their
// Agenda, else those of 2000; -1 where it has named none.
func (d *document) whichGoals() int {
	old := -1
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		r := d.recent[i]
		switch d.x.catalogue.Instruments()[r.entry].ID {
		case "sdgs", "agenda-2030":
			return d.x.entry("sdgs")
		case "mdgs":
			if old = r.entry; r.unit == d.units {
				return old
			}
		}
	}
	return old
}

// goal adds a goal to the last citation of the Goals in the unit as its pinpoint, or makes one of its own where the document has named them.
func (d *document) goal(u unit, m *mention, i int) {
	if d.goalsFollow(m, i) {
		d.ahead = *m
		return
	}
	at := d.whichGoals()
	if at < 0 {
		return
	}
	goals := d.x.catalogue.Instruments()[at].ID
	for i := len(d.found) - 1; i >= max(0, len(d.found)-maxBodiesBack) && d.found[i].Paragraph == u.paragraph && d.found[i].Note == u.note; i-- {
		if c := &d.found[i]; c.Target == goals {
			d.inGoals(c, m)
			return
		}
	}
	before := len(d.found)
	d.keep(u, m, at, "goal", 0.95)
	if len(d.found) > before {
		d.found[before].Pinpoint, d.found[before].Provisions = "", nil
		d.inGoals(&d.found[before], m)
	}
}

func joinPinpoints(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// goals lists the goals and targets among the mention's words: "5", "16.10", "3.c".
func (d *document) goals(m *mention) []string {
	var all []string
	for i := m.from; i < m.to; i++ {
		if !d.scan.mark(i, numeral) {
			continue
		}
		text := d.scan.string(i)
		if d.scan.mark(i+1, fullStop) && i+2 < m.to && d.scan.touches(i+2) {
			text += "." + d.scan.string(i+2)
			i += 2
		}
		all = append(all, text)
	}
	return all
}
