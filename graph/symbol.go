package graph

import "strings"

// Symbol is a document symbol of the United Nations, or of another body that numbers its texts so, in its
// canonical form: no blanks, "A/HRC/RES/53/29", "A/RES/2200(XXI)A", "S/RES/1325(2000)", "A/77/53/Add.1".
// It is comparable; the zero value is no symbol. Source of the forms: the UN editorial manual, "Document symbols".
type Symbol struct{ text string }

// ParseSymbol reads a document symbol. Blanks are dropped, letters brought to their canonical case, dashes to hyphens:
// "A/hrc/res/53/29" and "A/HRC/RES/53/29" are one. It is strict otherwise; [ReadSymbol] is the forgiving reader.
func ParseSymbol(s string) (Symbol, error) {
	t := strings.Join(strings.Fields(s), "")
	if t == "" {
		return Symbol{}, &SyntaxError{What: "symbol", Input: s, Reason: "empty"}
	}
	if !strings.Contains(t, "/") {
		return Symbol{}, &SyntaxError{What: "symbol", Input: s, Offset: len(s), Reason: "no slash"}
	}
	return Symbol{t}, nil
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
