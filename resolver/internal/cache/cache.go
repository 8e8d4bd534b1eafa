// Package cache keeps what was used last, up to a total weight.
//
//	answers := cache.New[string](64<<20, func(a *answer) int { return len(a.body) })
//	answers.Put(key, a)
//	a, ok := answers.Get(key)
//
// It knows nothing of time: what is kept must not become wrong.
package cache

import (
	"container/list"
	"sync"
)

// LRU keeps the most recently used values whose weights together are within its capacity. It is safe for concurrent use.
type LRU[K comparable, V any] struct {
	mu       sync.Mutex
	capacity int
	weight   int
	weigh    func(V) int
	order    *list.List // of *entry[K, V], the most recently used first
	entries  map[K]*list.Element
}

type entry[K comparable, V any] struct {
	key    K
	value  V
	weight int
}

// New makes a cache with a capacity in the units of weigh. A nil weigh counts each value as 1. A capacity of 0 keeps nothing.
func New[K comparable, V any](capacity int, weigh func(V) int) *LRU[K, V] {
	if weigh == nil {
		weigh = func(V) int { return 1 }
	}
	return &LRU[K, V]{capacity: capacity, weigh: weigh, order: list.New(), entries: make(map[K]*list.Element)}
}

// Get returns the value kept for the key.
func (c *LRU[K, V]) Get(key K) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	element, found := c.entries[key]
	if !found {
		var zero V
		return zero, false
	}
	c.order.MoveToFront(element)
	return element.Value.(*entry[K, V]).value, true // the list holds nothing else
}

// Keeps reports whether a value of the weight would be kept: one heavier than an eighth of the capacity would drive out too many.
func (c *LRU[K, V]) Keeps(weight int) bool { return c.capacity > 0 && weight <= max(c.capacity/8, 1) }

// Put keeps the value for the key, if Keeps says so of its weight, and drops what was not used for longest.
func (c *LRU[K, V]) Put(key K, value V) {
	weight := c.weigh(value)
	if !c.Keeps(weight) {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if element, found := c.entries[key]; found {
		c.drop(element)
	}
	c.entries[key] = c.order.PushFront(&entry[K, V]{key, value, weight})
	c.weight += weight
	for c.weight > c.capacity {
		c.drop(c.order.Back())
	}
}

// Len returns the number of values kept.
func (c *LRU[K, V]) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.order.Len()
}

func (c *LRU[K, V]) drop(element *list.Element) {
	e := element.Value.(*entry[K, V]) // the list holds nothing else
	c.order.Remove(element)
	delete(c.entries, e.key)
	c.weight -= e.weight
}
