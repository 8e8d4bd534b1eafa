package graph

import (
	"bytes"
	"strconv"
	"strings"
)

// series checks what the symbol begins with, and that it says which document it is: that it has a number.
func (f *symbolForm) series() string {
	out := f.out.bytes()
	if !bytes.ContainsAny(out, "0123456789") {
		return f.fail(len(f.input), "no number")
	}
	slash := bytes.IndexByte(out, '/')
	if bracket := bytes.IndexByte(out, '('); bracket >= 0 && bracket < slash {
		// A slash within a bracket parts no series.
		closed := bytes.IndexByte(out, ')') + 1
		if slash = bytes.IndexByte(out[closed:], '/'); slash >= 0 {
			slash += closed
		}
	}
	switch {
	case slash < 0 && !isUnslashed(string(out)):
		return f.fail(len(f.input), "no slash")
	case slash < 0:
		return ""
	case isDigit(out[0]) && !isNumberFirst(string(out[:slash]), string(out[slash+1:])):
		return f.fail(0, "begins with a number")
	case !isAlnum(out[0]):
		return f.fail(0, "begins with a sign")
	case f.lower && !isKnownSeries(string(out[:slash])):
		return f.fail(0, "small letters, and no series that is known")
	case isShorthand(string(out[:slash])):
		return f.fail(0, "begins in its middle")
	}
	return ""
}

// isUnslashed reports whether s is a symbol of the bodies that use no slash: "WHA72.8", "WHA74(16)", "A.1104(29)", "MSC.428(98)".
func isUnslashed(s string) bool {
	letters := len(s) - len(strings.TrimLeft(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	number := strings.TrimPrefix(s[letters:], ".")
	first := len(number) - len(strings.TrimLeft(number, "0123456789"))
	if first == 0 || first > 4 || first == len(number) {
		return false
	}
	second, closed := number[first+1:], true
	if number[first] == '(' {
		second, closed = strings.CutSuffix(second, ")")
	}
	if _, err := strconv.ParseUint(second, 10, 16); err != nil || !closed {
		return false
	}
	switch s[:letters] {
	case "WHA": // World Health Assembly: resolution with a dot, decision with a bracket
		return s[letters] != '.'
	case "A", "MSC", "MEPC", "LEG", "FAL": // International Maritime Organization: assembly and committees
		return s[letters] == '.' && number[first] == '('
	}
	return false
}

// isNumberFirst reports whether a symbol may begin with a number: "31C/28" (UNESCO), "1/CP.21" (conferences of parties).
func isNumberFirst(series, rest string) bool {
	switch strings.TrimLeft(series, "0123456789") {
	case "C", "EX":
		return true
	case "":
		letters := len(rest) - len(strings.TrimLeft(rest, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
		return letters >= 2 && letters < len(rest) && rest[letters] == '.' && strings.Trim(rest[letters+1:], "0123456789") == ""
	}
	return false
}

// isKnownSeries reports whether documents of the United Nations, or of those it cites, bear the series: small letters are forgiven only there.
func isKnownSeries(series string) bool {
	switch series {
	case "CESCR", "CBD", "IDB", "GC", "GOV", "ESCAP", "WHA", "AG", "Assembly", "Ext", "EX.CL", "Hg", "SAICM", "ID", "WT", "ISBN", "OPCAT":
		return true
	}
	first := strings.TrimLeft(series, "0123456789")
	return isUnitedNationsSeries(series) || first != series && (first == "C" || first == "EX" || first == "")
}

// isUnitedNationsSeries reports whether documents of the United Nations themselves begin so: of their principal organs, and of the bodies
// that have a series of their own (the library's guide to document symbols). Specialized agencies, the International Atomic Energy Agency,
// UNIDO, the Convention on Biological Diversity and regional organizations keep their documents themselves.
func isUnitedNationsSeries(series string) bool {
	switch series {
	case "A", "S", "E", "T", "ST", "TD", "DP", "UNEP", "HSP", "HS", "HRI", "CCPR", "CEDAW", "CRC", "CRPD", "CAT", "CERD", "CED", "CMW", "FCCC", "ISBA",
		"SPLOS", "CLCS", "LOS", "CD", "NPT", "BWC", "CCW", "CCM", "APLC", "TPNW", "CAC", "CTOC", "JIU", "CEB", "ICCD", "ECE", "TRANS", "LC", "PBC",
		"UNW", "PCNICC":
		return true
	}
	return false
}

// isShorthand reports whether the first segment is what people write for a body, or a session ("S-30/1"), not one that documents bear.
func isShorthand(series string) bool {
	switch series {
	case "HRC", "UNHRC", "GA", "UNGA", "SC", "UNSC", "ECOSOC", "CHR", "UNEA", "RES", "DEC", "PRST", "OS", "UN":
		return true
	}
	session, found := strings.CutPrefix(strings.TrimPrefix(series, "E"), "S-")
	return found && strings.Trim(session, "0123456789") == ""
}

// moveLetter writes the letter of a part behind the session: "2200A(XXI)" is "2200(XXI)A". That is how the official symbols stand.
func (f *symbolForm) moveLetter() {
	out := f.out.bytes()
	start := bytes.LastIndexByte(out, '(')
	if start < 0 || out[len(out)-1] != ')' || !isRoman(string(out[start+1:len(out)-1])) {
		return
	}
	letter := start
	for letter > 0 && (isLetter(out[letter-1]) || out[letter-1] == '-') {
		letter--
	}
	if letter == 0 || !isDigit(out[letter-1]) || !isPartLetter(string(out[letter:start])) {
		return
	}
	var part [3]byte
	length := copy(part[:], out[letter:start])
	copy(out[letter:], out[start:])
	copy(out[len(out)-length:], part[:length])
}

// isRoman reports whether s is the number of a session in Roman numerals: "XXI", "S-VI", "ES-II".
func isRoman(s string) bool {
	s = strings.TrimPrefix(s, "E")
	s = strings.TrimPrefix(s, "S-")
	return s != "" && strings.Trim(s, "IVXLC") == ""
}

// addYear fills in the year of a resolution of the Security Council, which numbers through: "S/RES/1325" is "S/RES/1325(2000)".
func (f *symbolForm) addYear() {
	number, found := bytes.CutPrefix(f.out.bytes(), []byte("S/RES/"))
	if !found || len(number) > 4 || len(bytes.Trim(number, "0123456789")) > 0 {
		return
	}
	if year := SecurityCouncilYear(leadingNumber(string(number))); year > 0 {
		f.out.add('(')
		f.out.addString(strconv.Itoa(year))
		f.out.add(')')
	}
}

// SecurityCouncilYear returns the year in which the Security Council adopted its resolution of that number; 0 where it is not known. The
// Council has numbered through since 1946.
func SecurityCouncilYear(number int) int {
	if number < 1 {
		return 0
	}
	for i, last := range lastOfYear {
		if number <= last {
			return firstCouncilYear + i
		}
	}
	return 0
}

const firstCouncilYear = 1946

// lastOfYear is the last resolution of each year from 1946 to 2024, and the last known one of 2025; it is never changed. Source: the Council's
// annual lists of resolutions.
var lastOfYear = [...]int{
	15, 37, 66, 78, 89, 96, 98, 103, 105, 110, 121, 126, 131, 132, 160, 170, 177, 185, 199, 219, 232, 244, 262, 275, 291, 307, 324, 344,
	366, 384, 402, 422, 443, 461, 484, 499, 529, 545, 559, 580, 593, 606, 626, 646, 683, 725, 799, 892, 969, 1035, 1092, 1146, 1219,
	1284, 1334, 1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503, 2560,
	2617, 2671, 2721, 2767, 2803,
}
