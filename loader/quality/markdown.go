package quality

// Markdown is docs/accuracy.md.
func Markdown(_ []*Report, _ []string) []byte { return nil }
