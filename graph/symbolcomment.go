package graph

// committee is a treaty body that comments on its treaty.
type committee struct {
	series string
	// words of its name, or its initials, that no other committee has.
	words []string
	// recommends: what it adopts are general recommendations; the others' are general comments.
	recommends bool
}

// committees lists the treaty bodies; it is never changed. Source: the Compilation of general comments and general recommendations adopted by
// human rights treaty bodies, HRI/GEN/1/Rev.9.
var committees = []committee{
	{series: "CCPR/C/GC/", words: []string{"ccpr"}},
	{series: "E/C.12/GC/", words: []string{"cescr", "economic", "social"}},
	{series: "CRC/C/GC/", words: []string{"crc", "child"}},
	{series: "CEDAW/C/GC/", words: []string{"cedaw", "women"}, recommends: true},
	{series: "CRPD/C/GC/", words: []string{"crpd", "disabilities"}},
	{series: "CERD/C/GC/", words: []string{"cerd", "racial"}, recommends: true},
	{series: "CAT/C/GC/", words: []string{"cat", "torture"}},
	{series: "CMW/C/GC/", words: []string{"cmw", "migrant"}},
	{series: "CED/C/GC/", words: []string{"ced", "disappearances"}},
}

// committeeWords lists the words of committees' names that belong to a symbol only behind "committee"; it is never changed.
var committeeWords = []string{
	"against", "all", "child", "cultural", "disabilities", "disappearances", "discrimination", "elimination", "enforced", "families",
	"members", "migrant", "persons", "protection", "racial", "their", "torture", "with", "women", "workers",
}

// comments are the meanings of "general comment No. 16", of the committee named. Where none is, those of each that adopts what is named
// so: a general comment is none of the two committees that adopt general recommendations, and the other way round.
func (r *symbolReading) comments() []string {
	if r.shape == pairShape {
		return nil
	}
	var forms []string
	for _, c := range committees {
		if r.says(c.words...) {
			return []string{c.series + r.a}
		}
		switch {
		case c.recommends && r.says("comment"), !c.recommends && r.says("recommendation"):
		default:
			forms = append(forms, c.series+r.a)
		}
	}
	if r.says("human") && r.says("committee") {
		return []string{"CCPR/C/GC/" + r.a}
	}
	return forms
}

// isOfSomeCommittee reports whether a text gives the number of a comment and not the committee: "general comment 34".
func isOfSomeCommittee(text string) bool {
	meanings := ReadSymbol(text)
	for _, symbol := range meanings {
		if symbol.Kind() != GeneralComment {
			return false
		}
	}
	return len(meanings) > 1
}
