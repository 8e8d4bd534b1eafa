package graph

// Limits of pages, kept by every store.
const (
	DefaultPage = 20   // entries on a page when none are asked for: what fits a screen
	MaxPage     = 100  // entries on a page at the most
	MaxBatch    = 1000 // ids in one call of Nodes or Links
)

// Cursor is a place in one list: opaque to clients, equal in every store. Empty: the list's end.
type Cursor string

// PageRequest asks for one page of a list: the First entries after After, or the Last before Before.
// The zero value is the first DefaultPage entries. First and Last together are ErrBadRequest, as is either above
// MaxPage or below 0; a cursor of another list is ErrBadCursor.
type PageRequest struct {
	First  int
	After  Cursor
	Last   int
	Before Cursor
	// Total asks for Page.Total, which costs a count.
	Total bool
	// Parts of each link that are asked for, where the list is one of links; zero is all. Other lists take no notice of it.
	Parts LinkParts
}

// Edge is one entry of a page with its cursor.
type Edge[T any] struct {
	Cursor Cursor
	Node   T
}

// Page is a stretch of a list, in the list's order whichever way it was asked for.
type Page[T any] struct {
	Edges       []Edge[T]
	HasNext     bool // entries follow the last of the page
	HasPrevious bool // entries precede the first of the page
	// Total counts the whole list; -1 where it was not asked for.
	Total int
}

// Items returns the entries without their cursors; never nil.
func (p Page[T]) Items() []T {
	items := make([]T, 0, len(p.Edges))
	for _, e := range p.Edges {
		items = append(items, e.Node)
	}
	return items
}
