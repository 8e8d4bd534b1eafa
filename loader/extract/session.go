package extract

import "strings"

// maxScanned is how many words a session may fall into that was scanned badly: "XXV1", "S - II".
const maxScanned = 3

// scannedSession reads a session that begins at word i and is no clean Roman number: letters that scanners take for one another, "(Ill)", "(XXV1)", "(1)"
// for I, small letters, and a bracket that went into the last letter, "(XVID of 6 November 1962". The second special session is printed in digits, "(S-2)".
func (r *reader) scannedSession(n *number, i int) (shape, string, int) {
	if !r.scannable(n, i) {
		return noShape, "", 0
	}
	end := i
	for end < len(r.words) && end < i+maxScanned && !r.mark(end, closing) && !r.is(end, roleOf) {
		end++
	}
	if end == i || end == len(r.words) {
		return noShape, "", 0
	}
	inside := r.text[r.words[i].start:r.words[end-1].end]
	if len(inside) > 8 {
		return noShape, "", 0
	}
	closed := r.mark(end, closing)
	if !closed { // "(XVID of": the bracket is the last letter; "(XX} of": it is another sign
		head, cut := strings.CutSuffix(inside, "D")
		switch next := r.text[r.words[end-1].end:]; {
		case cut:
			inside = head + "I"
		case next == "" || strings.IndexByte("}>|!]", next[0]) < 0:
			return noShape, "", 0
		}
	}
	prefix := ""
	for _, special := range []string{"ES-", "S-"} {
		if rest, ok := strings.CutPrefix(inside, special); ok {
			prefix, inside = special, rest
			break
		}
	}
	if prefix != "S-" || inside != "2" {
		if inside = scannedRoman.Replace(inside); !isRoman(inside) {
			return noShape, "", 0
		}
	}
	if closed {
		end++
	}
	return withRoman, prefix + inside, end
}

// scannable reports whether the number before a bracket at word i-1 can be a resolution's alone: the word "resolution" stands before it, a part's letter behind
// it, or a date behind the bracket. "paragraph 5 (1)" has none.
func (r *reader) scannable(n *number, i int) bool {
	if n.letters != "" || r.is(n.from-1, roleResolution) && !lowerLetter(r.text[r.words[i].start]) { // "resolution 1373 (i)" counts an item
		return true
	}
	for at := i + 1; at < len(r.words) && at <= i+maxScanned+1; at++ {
		if r.is(at, roleOf) && len(r.numeral(at+1, 2)) > 0 {
			return true
		}
	}
	return false
}

// scannedRoman puts the letters of Roman numerals for those that scanners take them for.
var scannedRoman = strings.NewReplacer("l", "I", "1", "I", "i", "I", "|", "I", "v", "V", "x", "X", " ", "")

func lowerLetter(c byte) bool { return c >= 'a' && c <= 'z' }
