package parse

import "strings"

// label reads the number that a paragraph begins with: "3. ", "(a) ", "a) ", "3. (a) ", "l. " (a scanned 1). It returns the number in
// the form of a place, "3", "(a)", "3(a)", and how many bytes it takes with the blanks after it; 0 where there is none.
// Not numbers: "77/211. Title", "2.5 per cent", "1994 was".
func label(s string) (number string, size int) {
	i := 0
	for i < len(s) && (s[i] == '*' || s[i] == '_' || s[i] == '\\') {
		i++
	}
	if i < len(s) && !lower(s[i]) && !digit(s[i]) && s[i] != '(' {
		return "", 0 // most of them
	}
	number, n := digits(s[i:])
	if n == 0 {
		if number, n = letters(s[i:]); n == 0 {
			number, n = dotted(s[i:])
		}
		if n == 0 {
			return "", 0
		}
		return number, i + n
	}
	i += n
	if item, n := letters(s[i:]); n > 0 && item[0] == '(' && s[i] == '(' {
		return number + item, i + n
	}
	return number, i
}

// digits reads "3. ", "3 . ", "3) ", "3.Decides", "l. Decides".
func digits(s string) (string, int) {
	i := 0
	for i < len(s) && digit(s[i]) {
		i++
	}
	number := strings.TrimLeft(s[:i], "0")
	if i == 0 && len(s) > 4 && s[0] == 'l' && s[1] == '.' && s[2] == ' ' && upper(s[3]) {
		i, number = 1, "1" // a scanned 1
	}
	if number == "" || i > 3 {
		return "", 0
	}
	if i < len(s) && s[i] == '*' { // 3.** and **3**.
		i += len(s[i:]) - len(strings.TrimLeft(s[i:], "*"))
	}
	if i+1 < len(s) && s[i] == ' ' && s[i+1] == '.' {
		i++
	}
	if i < len(s) && s[i] == '\\' {
		i++
	}
	if i >= len(s) || s[i] != '.' && s[i] != ')' {
		return "", 0
	}
	i++
	blanks := 0
	for i < len(s) {
		n := blankLength(s[i:])
		if n == 0 && s[i] == '*' {
			n = 1
		}
		if n == 0 {
			break
		}
		i += n
		blanks++
	}
	if i >= len(s) || blanks == 0 && !upper(s[i]) {
		return "", 0
	}
	return number, i
}

// letters reads "(a) ", "(ii) ", "(1) ", "a) ".
func letters(s string) (string, int) {
	i := 0
	open := s != "" && s[0] == '('
	if open {
		i++
	}
	start := i
	for i < len(s) && i-start < 5 && (lower(s[i]) || digit(s[i])) {
		i++
	}
	if i == start || i >= len(s) || s[i] != ')' || !item(s[start:i]) || !open && (i-start > 1 || digit(s[start])) {
		return "", 0
	}
	number := "(" + s[start:i] + ")"
	i++
	for i < len(s) {
		n := blankLength(s[i:])
		if n == 0 && s[i] == '*' {
			n = 1
		}
		if n == 0 {
			break
		}
		i += n
	}
	if i >= len(s) {
		return "", 0
	}
	return number, i
}

// dotted reads "a. Provide" and "ii. To", as some resolutions of the Security Council have them (S/RES/2524).
func dotted(s string) (string, int) {
	i := 0
	for i < len(s) && i < 4 && lower(s[i]) {
		i++
	}
	if i == 0 || i > 1 && !roman(s[:i]) || !strings.HasPrefix(s[i:], ". ") && !strings.HasPrefix(s[i:], ".\t") {
		return "", 0
	}
	if i+2 >= len(s) || !upper(s[i+2]) || s[0] == 'l' {
		return "", 0
	}
	return "(" + s[:i] + ")", i + 2
}

// bullets are the signs that lists without numbers have.
var bullets = [...]string{"• ", "•\t", "– ", "–. ", "— ", "- ", "● ", "▪ ", "· ", "\uf0b7 ", "◦ ", "* "}

// bullet returns the length of the bullet that s begins with, 0 for none.
func bullet(s string) int {
	if s == "" || letter(s[0]) || digit(s[0]) || s[0] == '(' {
		return 0
	}
	for _, sign := range bullets {
		if strings.HasPrefix(s, sign) && len(s) > len(sign) {
			return len(sign) + len(s[len(sign):]) - len(strings.TrimLeft(s[len(sign):], " \t"))
		}
	}
	return 0
}

// item reports whether letters number an item: one letter, a doubled one, a Roman number, or one or two digits.
func item(s string) bool {
	return len(s) == 1 || len(s) == 2 && s[0] == s[1] || roman(s) || len(s) <= 2 && allDigits(s)
}

// roman reports whether s is a small Roman number up to thirty-nine.
func roman(s string) bool {
	return s != "" && strings.Trim(s, "ivx") == "" && romanValue(s) > 0
}

// romanValue returns the value of a Roman number in small letters; 0 where it is none, or not in its usual form.
func romanValue(s string) int {
	total, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}[s[i]]
		if v == 0 {
			return 0
		}
		if v < last {
			total -= v
		} else {
			total, last = total+v, v
		}
	}
	return max(0, total)
}

// blankLength returns the length of the blank that s begins with, 0 for none.
func blankLength(s string) int {
	if s == "" {
		return 0
	}
	if s[0] == ' ' || s[0] == '\t' {
		return 1
	}
	if s[0] < 0x80 {
		return 0
	}
	return blankAt(s)
}
