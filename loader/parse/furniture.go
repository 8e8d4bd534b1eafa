package parse

import "strings"

// maxFurniture is how long a line of page furniture may be.
const maxFurniture = 160

// pageMark reports whether a line is a mark of the scanner or converter between pages: "<!-- Page 1 -->".
func pageMark(s string) bool {
	return strings.HasPrefix(s, "<!--") && strings.HasSuffix(s, "-->")
}

// furniture reports whether a line is nothing but page numbers, job numbers and bar codes: "2/14", "GE.23-12345  (E)", "- 2 -",
// "1/99 22-00037", "*2312345*". Not "77/211" in running text: the whole line must be such.
func furniture(s string) bool {
	if len(s) > maxFurniture {
		return false
	}
	switch {
	case pageMark(s), s == "Please recycle", strings.HasPrefix(s, "Please recycle "):
		return true
	case strings.HasPrefix(s, "Page ") || strings.HasPrefix(s, "page "):
		return pageNumbers(s[5:])
	}
	c := s[0]
	if !digit(c) && c != '-' && c != '*' && c != '(' && c != 'G' && c != 'N' && c != 'V' && c != 'K' && c != 'H' && c != '/' && c != 0xe2 {
		return false
	}
	certain := false
	for token := range strings.FieldsSeq(s) {
		switch {
		case pageOfPages(token), jobNumber(token), barCode(token):
			certain = true
		case strings.Trim(token, "-–—*") == "", language(token), len(token) == 6 && allDigits(token):
		case len(token) <= 3 && allDigits(strings.Trim(token, "-–—")):
			certain = certain || s != token || len(s) <= 3
		default:
			return false
		}
	}
	return certain
}

// loneNumber: "2/14", "- 2 -", "237", which may be a page's number, or not.
func loneNumber(s string) bool {
	core := strings.Trim(s, "-–— ")
	return len(core) <= 9 && strings.Trim(core, "0123456789/") == "" && !jobNumber(core)
}

// pageNumbers: "2", "2 of 14", "2/14".
func pageNumbers(s string) bool {
	for token := range strings.FieldsSeq(s) {
		if token != "of" && !allDigits(token) && !pageOfPages(token) {
			return false
		}
	}
	return s != ""
}

// pageOfPages: "2/14".
func pageOfPages(s string) bool {
	page, pages, ok := strings.Cut(s, "/")
	return ok && len(page) <= 4 && len(pages) <= 4 && allDigits(page) && allDigits(pages)
}

// jobNumber: "GE.23-12345", "N2240312", "22-00037", "23-12345*".
func jobNumber(s string) bool {
	s = strings.TrimRight(s, "*")
	for _, office := range []string{"GE.", "HE.", "V.", "K", "N"} {
		if rest, ok := strings.CutPrefix(s, office); ok {
			s = rest
			break
		}
	}
	year, number, ok := strings.Cut(s, "-")
	if !ok {
		return len(s) == 7 && allDigits(s)
	}
	return len(year) == 2 && len(number) == 5 && allDigits(year) && allDigits(number)
}

// barCode: "*2312345*".
func barCode(s string) bool {
	inner := strings.Trim(s, "*")
	return len(inner) >= 6 && len(s) > len(inner) && allDigits(strings.TrimLeft(inner, "N"))
}

// language: "(E)".
func language(s string) bool {
	return len(s) == 3 && s[0] == '(' && s[2] == ')' && s[1] >= 'A' && s[1] <= 'Z'
}

// rule reports whether a line is a drawn line, with the sign it is drawn with.
func rule(s string) byte {
	if len(s) < 3 {
		return 0
	}
	c := s[0]
	if c != '_' && c != '-' && c != '=' && c != '*' {
		if c == 0xe2 && strings.Trim(s, "—–─ ") == "" {
			return '-'
		}
		return 0
	}
	if strings.Trim(s, string(c)+" ") != "" {
		return 0
	}
	return c
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
func lower(c byte) bool { return 'a' <= c && c <= 'z' }
func upper(c byte) bool { return 'A' <= c && c <= 'Z' }

func letter(c byte) bool { return lower(c) || upper(c) }

func allDigits(s string) bool {
	for i := range len(s) {
		if !digit(s[i]) {
			return false
		}
	}
	return s != ""
}
