package parse

import "strings"

// replaceStroke writes a plain sign for another that looks like it; a stroke loses the blanks around it as a plain one does.
func (z *squeezer) replaceStroke(i, n int, plain string) int {
	if plain == "/" {
		if before, after := z.around(i, n); before+after > 0 {
			z.keep(i - before)
			z.m = append(z.m, Piece{Text: len(z.out), Raw: i, Wide: n})
			z.out = append(z.out, '/')
			return n + after
		}
	}
	return z.replace(i, n, plain)
}

// stroke takes the blanks from around a stroke between digits or within a symbol ("70 / 125", "A / RES / 70/ 125"), and reads letters beside it
// that a scanner saw for digits.
func (z *squeezer) stroke(i int) int {
	if z.plainStroke(i) {
		return 0
	}
	before, after := z.around(i, 1)
	if n := z.misread(i, before, after); n > 0 {
		return n
	}
	if before+after == 0 {
		return 0
	}
	if i-before < z.start { // what stood before has been replaced: the blanks are left
		before = 0
	}
	z.keep(i - before)
	z.start = i
	z.keep(i + 1)
	return 1 + after
}

// plainStroke reports, fast, that a stroke has neither blanks beside it, nor letters among its digits, nor a digit set off before them: nearly all are such.
func (z *squeezer) plainStroke(i int) bool {
	text := z.text
	left, right := i, i+1
	for left > 0 && digit(text[left-1]) {
		left--
	}
	for right < len(text) && digit(text[right]) {
		right++
	}
	if left == 0 || right == len(text) {
		return false
	}
	l, r := text[left-1], text[right]
	switch {
	case l == ' ' && (left == i || left > 1 && digit(text[left-2])), l == '\n' && left == i, l == 0xa0 && left == i, figure(l):
		return false
	case right > i+1:
		return !figure(r)
	}
	if r == 'A' || r == 'C' || r == 'R' || r == 'P' || r == 'S' {
		return !numberedPart(text[right:])
	}
	return r != ' ' && r != '\t' && r < 0x80 && !figure(r)
}

// numberedPart reports whether s begins with a part of a symbol that has a letter among its digits: "Add.l", "PV.1O9".
func numberedPart(s string) bool {
	at := strings.IndexByte(s[:min(len(s), 5)], '.') + 1
	if at < 3 {
		return false
	}
	end := at
	for end < len(s) && figure(s[end]) {
		end++
	}
	return !clean(s[at:end])
}

// maxBlanks is how many blanks may stand on one side of a stroke.
const maxBlanks = 2

// around returns how many bytes of blanks stand before and behind the n bytes at i, which are a stroke; 0, 0 where they stay. A line end before the stroke
// goes with them; one behind it stays, for what follows may belong to the page.
func (z *squeezer) around(i, n int) (before, after int) {
	text := z.text
	left, right := z.blanksBefore(i), i+n
	for range maxBlanks {
		right += blankLength(text[right:])
	}
	if left == i && !digit(z.at(right)) && z.lineNumber(i) { // "1/ A/77/1", a note
		return 0, 0
	}
	beyond := right
	if beyond < len(text) && text[beyond] == '\n' && left < i {
		beyond++
	}
	if left == i && right == i+n || left == 0 || beyond >= len(text) || !joinsStroke(text, left, beyond) {
		return 0, 0
	}
	return i - left, right - i - n
}

// blanksBefore returns where the blanks that end at i begin, with one line end among them.
func (z *squeezer) blanksBefore(i int) int {
	text, left, ends := z.text, i, 0
	for range maxBlanks + 1 {
		switch {
		case left > 0 && (text[left-1] == ' ' || text[left-1] == '\t'):
			left--
		case left > 1 && text[left-2:left] == "\u00a0":
			left -= 2
		case left > 1 && text[left-1] == '\n' && ends == 0 && text[left-2] != '\n' && text[left-2] != '\r':
			left--
			ends++
		default:
			return left
		}
	}
	return left
}

// at returns the byte at i, 0 beyond the text.
func (z *squeezer) at(i int) byte {
	if i >= len(z.text) {
		return 0
	}
	return z.text[i]
}

// lineNumber reports whether nothing but a number stands before i in its line.
func (z *squeezer) lineNumber(i int) bool {
	start := i
	for start > 0 && digit(z.text[start-1]) {
		start--
	}
	return start < i && z.lineStart(start)
}

// joinsStroke reports whether what ends at left and begins at right are parts of a number or symbol: digits, or the words that symbols have.
func joinsStroke(text string, left, right int) bool {
	l, r := text[left-1], text[right]
	if !digit(r) && !symbolPart(text[right:]) {
		return false
	}
	if digit(l) || l == ')' && upper(r) {
		return true
	}
	start := left
	for start > 0 && upper(text[start-1]) {
		start--
	}
	return start < left && left-start <= 5 && (start == 0 || !letter(text[start-1]))
}

// symbolPart reports whether s begins with a part of a symbol: a word in capitals, "Add.1", "Corr.2".
func symbolPart(s string) bool {
	end := 0
	for end < len(s) && letter(s[end]) {
		end++
	}
	switch word := s[:end]; word {
	case "":
		return false
	case "Add", "Corr", "Rev", "Res", "Dec":
		return end < len(s) && s[end] == '.'
	default:
		return strings.ToUpper(word) == word
	}
}

// misread reads "70/l25" and "7O/1" as numbers, and "Add.l": l and I for 1, O and o for 0, where a digit stands on the same side of the stroke or nothing
// else is meant.
func (z *squeezer) misread(i, before, after int) int {
	text := z.text
	left, right := i-before, i+1+after
	for _, part := range [...]string{"Add.", "Corr.", "Rev.", "PV.", "SR."} {
		if strings.HasPrefix(text[right:], part) {
			right += len(part)
		}
	}
	start, end := left, right
	for start > 0 && figure(text[start-1]) {
		start--
	}
	for end < len(text) && figure(text[end]) {
		end++
	}
	first, second := text[start:left], text[right:end]
	parted := right > i+1+after
	if parted {
		first, start = "", left
	}
	if clean(first) && clean(second) || len(first) > 4 || len(second) > 4 || start < z.start || !figures(second) || end < len(text) && letter(text[end]) {
		return 0
	}
	if !parted && !z.takesFigures(start, first, second) {
		return 0
	}
	z.figures(start, left)
	z.start = i
	z.keep(i + 1)
	z.start = i + 1 + after
	z.figures(right, end)
	return end - i
}

// takesFigures reports whether what stands before a stroke, which figures would begin at start, is a number, or the first part of a symbol: "7O/", "S-lO/", "A/".
func (z *squeezer) takesFigures(start int, first, second string) bool {
	before := z.text[max(0, start-4):start]
	switch {
	case strings.HasSuffix(before, "S-"), strings.HasSuffix(before, "S\u2011"):
		return first != ""
	case first == "":
		alone := len(before) == 1 || len(before) > 1 && !letter(before[len(before)-2]) && before[len(before)-2] < 0x80
		return alone && upper(before[len(before)-1]) && len(second) > 2 && strings.Count(second, "l")+strings.Count(second, "O") == 1
	}
	return hasDigit(first) && (before == "" || !letter(before[len(before)-1]) && before[len(before)-1] < 0x80)
}

// figures reports whether letters that look like digits are meant as such: a digit stands among them, or an l, which no symbol has.
func figures(s string) bool { return hasDigit(s) || strings.IndexByte(s, 'l') >= 0 }

// figure: a digit, or a letter that a scanner may see for one.
func figure(c byte) bool { return digit(c) || c == 'l' || c == 'I' || c == 'O' || c == 'o' }

func clean(s string) bool { return strings.Trim(s, "0123456789") == "" }

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// figures writes the digits from start to end, letters among them as the digits they look like.
func (z *squeezer) figures(start, end int) {
	z.keep(start)
	for i := start; i < end; i++ {
		switch z.text[i] {
		case 'l', 'I':
			z.replace(i, 1, "1")
		case 'O', 'o':
			z.replace(i, 1, "0")
		default:
			continue
		}
		z.start = i + 1
	}
	z.keep(end)
}

// session handles the bracket at i that holds a year or a session: letters in it, and in the number before it, that a scanner saw for digits
// ("l325 (20l5)", "22O0 A (XXI)"), and blanks within them ("13 25 (2 015)").
func (z *squeezer) session(i int) int {
	closing := strings.IndexByte(z.text[i:min(len(z.text), i+maxSession)], ')')
	if closing < 2 {
		return 0
	}
	inner := z.text[i+1 : i+closing]
	year := strings.ReplaceAll(inner, " ", "")
	roman := strings.Trim(inner, "IVXL") == ""
	if !roman && !yearLike(year) {
		return 0
	}
	n := closing + 1
	changed := z.numberBefore(i, roman)
	if roman || clean(inner) {
		if !changed {
			return 0
		}
		z.keep(i + n)
		return n
	}
	z.keep(i + 1)
	for at := i + 1; at < i+closing; at++ {
		if z.text[at] == ' ' {
			z.keep(at)
			z.start = at + 1
		}
	}
	z.figures(z.start, i+closing)
	z.keep(i + n)
	return n
}

// maxSession is how long a year or session in brackets may be.
const maxSession = 12

// yearLike reports whether s is a year, letters that look like digits among its figures: no more than two.
func yearLike(s string) bool {
	if len(s) != 4 || s[0] != '1' && s[0] != '2' && s[0] != 'l' {
		return false
	}
	letters := 0
	for i := range 4 {
		if !figure(s[i]) {
			return false
		}
		if !digit(s[i]) {
			letters++
		}
	}
	return letters <= 2
}

// numberBefore mends the number before the bracket at i, and reports whether it did.
func (z *squeezer) numberBefore(i int, roman bool) bool {
	text := z.text
	end := i
	if end > 1 && text[end-1] == ' ' {
		end--
	}
	if end > 2 && upper(text[end-1]) && text[end-2] == ' ' && roman {
		end -= 2
	}
	start := end
	for start > 0 && end-start < 5 && figure(text[start-1]) {
		start--
	}
	number := text[start:end]
	if start < z.start || !hasDigit(number) || len(number) > 4 || clean(number) || start > 0 && (letter(text[start-1]) || text[start-1] == '.') {
		return false
	}
	z.figures(start, end)
	z.keep(i)
	return true
}
