package embedded

import (
	"sort"

	"recital/graph"
)

// cut is what a page takes out of a sorted list: the places of its entries in the list.
type cut struct {
	at             []int
	previous, next bool
	total          int
	sorted         int // entries in the list, the ones not let through too
	admit          func(int) bool
	window         graph.Window
	from, to       int
	countWhole     bool
}

// cutPage finds the page of a sorted list of n entries. Against compares an entry with the window's bound and is not called where
// there is none; admit says whether the filter lets an entry through.
func cutPage(n int, page graph.PageRequest, window graph.Window, against func(int) int, admit func(int) bool) cut {
	c := cut{sorted: n, admit: admit, window: window, to: n, countWhole: page.Total, total: -1}
	if window.Bound != "" && window.Backward {
		c.to = sort.Search(n, func(i int) bool { return against(i) >= 0 })
	} else if window.Bound != "" {
		c.from = sort.Search(n, func(i int) bool { return against(i) > 0 })
	}
	if window.Backward {
		c.backward()
	} else {
		c.forward()
	}
	if c.countWhole {
		c.count()
	}
	return c
}

func (c *cut) forward() {
	c.at = make([]int, 0, min(c.window.Limit, c.to-c.from))
	for i := c.from; i < c.to; i++ {
		if !c.admit(i) {
			continue
		}
		if len(c.at) == c.window.Limit {
			c.next = true
			break
		}
		c.at = append(c.at, i)
	}
	c.previous = c.any(0, c.from)
}

func (c *cut) backward() {
	for i := c.to - 1; i >= c.from; i-- {
		if !c.admit(i) {
			continue
		}
		if len(c.at) == c.window.Limit {
			c.previous = true
			break
		}
		c.at = append(c.at, i)
	}
	for i, j := 0, len(c.at)-1; i < j; i, j = i+1, j-1 {
		c.at[i], c.at[j] = c.at[j], c.at[i]
	}
	c.next = c.any(c.to, c.sorted)
}

func (c *cut) any(from, to int) bool {
	for i := from; i < to; i++ {
		if c.admit(i) {
			return true
		}
	}
	return false
}

func (c *cut) count() {
	c.total = 0
	for i := range c.sorted {
		if c.admit(i) {
			c.total++
		}
	}
}

// pageOf makes the page of a cut; read writes the i-th of the list to an entry of the page.
func pageOf[T any](c cut, read func(i int, entry *graph.Edge[T]) error) (graph.Page[T], error) {
	p := graph.Page[T]{HasPrevious: c.previous, HasNext: c.next, Total: c.total}
	if len(c.at) > 0 {
		p.Edges = make([]graph.Edge[T], len(c.at))
	}
	for i, at := range c.at {
		if err := read(at, &p.Edges[i]); err != nil {
			return graph.Page[T]{}, err
		}
	}
	return p, nil
}
