package graph

import "strings"

// Symbol is a document symbol of the United Nations, or of another body that numbers its texts so, in its
// canonical form: no blanks, "A/HRC/RES/53/29", "A/RES/2200(XXI)A", "S/RES/1325(2000)", "A/77/53/Add.1".
// It is comparable; the zero value is no symbol. Source of the forms: the UN editorial manual, "Document symbols".
type Symbol struct{ text string }

// MaxSymbol is the length of a symbol in bytes at the most: three times the longest there is.
const MaxSymbol = 128

// ParseSymbol reads a document symbol strictly: the whole of s must be one. Blanks are dropped where they cannot part two things,
// letters brought to their canonical case, dashes to hyphens, the letter of a part behind the session ("2200 A (XXI)" is
// "2200(XXI)A"), a missing year of a Security Council resolution filled in: "A/hrc/res/53/29" and "A/HRC/RES/53/29" are one. Of a joint symbol
// it reads the first half; see [JointSymbols]. [ReadSymbol] is the forgiving reader.
func ParseSymbol(s string) (Symbol, error) {
	f := symbolForm{input: s}
	if wrong := f.read(); wrong != "" {
		return Symbol{}, &SyntaxError{What: "symbol", Input: s, Offset: f.at, Reason: wrong}
	}
	if string(f.out.bytes()) == s {
		return Symbol{s}, nil // the usual case takes no memory
	}
	return Symbol{string(f.out.bytes())}, nil
}

// JointSymbols reads a symbol of several halves, "A/77/895-S/2023/363", into them: one document, its first half its id, the others
// aliases. A single symbol is one half.
func JointSymbols(s string) ([]Symbol, error) {
	var halves []Symbol
	for rest := s; ; {
		f := symbolForm{input: rest}
		if wrong := f.read(); wrong != "" {
			return nil, &SyntaxError{What: "symbol", Input: s, Offset: len(s) - len(rest) + f.at, Reason: wrong}
		}
		halves = append(halves, Symbol{string(f.out.bytes())})
		if f.next == 0 {
			return halves, nil
		}
		rest = rest[f.next:]
	}
}

// MustParseSymbol is ParseSymbol for tests and constants; it panics on what is no symbol.
func MustParseSymbol(s string) Symbol {
	symbol, err := ParseSymbol(s)
	if err != nil {
		panic(err)
	}
	return symbol
}

// IsZero reports whether s is no symbol.
func (s Symbol) IsZero() bool { return s.text == "" }

// String returns the canonical form, "" for the zero Symbol.
func (s Symbol) String() string { return s.text }

// URL returns the page where the United Nations show the document to people. It is "" where they have none: for the zero Symbol, and for
// what others number, "WHA72.8", "31C/28", "1/CP.21", "GC(65)/RES/10", "CBD/COP/DEC/14/12", which no document of the United Nations bears.
// All bytes of a symbol may stand in a path.
func (s Symbol) URL() string {
	series, rest, _ := strings.Cut(s.text, "/")
	if rest == "" || !isUnitedNationsSeries(series) || series == "UNEP" && strings.HasPrefix(rest, "CBD/") {
		return ""
	}
	return "https://docs.un.org/en/" + s.text
}

// ID returns the id of the symbol's own node.
func (s Symbol) ID() ID { return ID(s.text) }

// MarshalText implements [encoding.TextMarshaler].
func (s Symbol) MarshalText() ([]byte, error) { return []byte(s.text), nil }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *Symbol) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*s = Symbol{}
		return nil
	}
	parsed, err := ParseSymbol(string(text))
	if err != nil {
		return err
	}
	*s = parsed
	return nil
}
