package embedded

// LimitPages makes a store's disk full at n pages.
func LimitPages(s *Store, n int) { s.options.maxPages = n }

// MatchOf is what the full-text index is asked for words.
func MatchOf(words ...string) string { return matchOf(words) }

// Recheck is how long after another process wrote its texts may not be seen.
const Recheck = recheck
