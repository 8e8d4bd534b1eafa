package graph

// ReadSymbol reads what people write for a symbol: all it may mean, most likely first.
func ReadSymbol(s string) []Symbol {
	if symbol, err := ParseSymbol(s); err == nil {
		return []Symbol{symbol}
	}
	return nil
}
