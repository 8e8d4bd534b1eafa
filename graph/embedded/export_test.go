package embedded

// LimitPages makes a store's disk full at n pages.
func LimitPages(s *Store, n int) { s.options.maxPages = n }
