package parse

// signs are the ASCII signs that are trimmed off again and again: strings.Trim makes a set of them at each call.
type signs [256]bool

var (
	emphasis = newSigns("*_ ")    // Markdown's
	headline = newSigns("*_# ")   // those of its headings, too
	bracket  = newSigns("*_[ ")   // "[Adopted ..."
	pointed  = newSigns("*_# .:") // "Annex:"
)

func newSigns(list string) *signs {
	var set signs
	for _, c := range []byte(list) {
		set[c] = true
	}
	return &set
}

// trim returns s without the signs at both its ends.
func (t *signs) trim(s string) string {
	s = t.trimLeft(s)
	for s != "" && t[s[len(s)-1]] {
		s = s[:len(s)-1]
	}
	return s
}

// trimLeft returns s without the signs at its beginning.
func (t *signs) trimLeft(s string) string {
	for s != "" && t[s[0]] {
		s = s[1:]
	}
	return s
}
