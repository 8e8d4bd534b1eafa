package embedded

import (
	"container/list"
	"sync"
)

// documentCache keeps the documents used last, by their keys in the file. Keys are never used twice, so nothing in it grows old. It is safe for
// concurrent use.
type documentCache struct {
	mu    sync.Mutex
	room  int // bytes left; below zero while one document alone takes more
	byKey map[int64]*list.Element
	order *list.List // of *heldDocument, from the one used last
}

func newDocumentCache(bytes int) *documentCache {
	return &documentCache{room: bytes, byKey: make(map[int64]*list.Element), order: list.New()}
}

// kept is the document in an element of the list, which holds nothing else.
func kept(e *list.Element) *heldDocument { return e.Value.(*heldDocument) }

func (c *documentCache) get(key int64) (*heldDocument, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.byKey[key]
	if e == nil {
		return nil, false
	}
	c.order.MoveToFront(e)
	return kept(e), true
}

// put keeps a document, unless somebody else did meanwhile.
func (c *documentCache) put(d *heldDocument, bytes int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byKey[d.key] == nil {
		c.byKey[d.key], d.taken = c.order.PushFront(d), bytes
		c.take(bytes)
	}
}

// grow notes that a document, if it is kept, takes so many bytes more.
func (c *documentCache) grow(d *heldDocument, bytes int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e := c.byKey[d.key]; e != nil && kept(e) == d {
		c.order.MoveToFront(e)
		d.taken += bytes
		c.take(bytes)
	}
}

// take uses up room, and drops documents until there is enough: never the one used last.
func (c *documentCache) take(bytes int) {
	c.room -= bytes
	for c.room < 0 && c.order.Len() > 1 {
		last := kept(c.order.Back())
		c.order.Remove(c.order.Back())
		delete(c.byKey, last.key)
		c.room += last.taken
	}
}
