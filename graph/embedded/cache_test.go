package embedded

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDocumentCache(t *testing.T) {
	for _, tc := range []struct {
		name string
		do   func(c *documentCache, d *heldDocument)
		want []int64 // keys that are kept
	}{
		{"all that there is room for", func(c *documentCache, d *heldDocument) {
			c.put(1, d, 50)
			c.put(2, d, 50)
		}, []int64{1, 2}},
		{"what was used longest ago goes", func(c *documentCache, d *heldDocument) {
			c.put(1, d, 40)
			c.put(2, d, 40)
			c.get(1)
			c.put(3, d, 40)
		}, []int64{1, 3}},
		{"as many go as it takes", func(c *documentCache, d *heldDocument) {
			c.put(1, d, 40)
			c.put(2, d, 40)
			c.put(3, d, 90)
		}, []int64{3}},
		{"one that takes more than there is, alone", func(c *documentCache, d *heldDocument) {
			c.put(1, d, 40)
			c.put(2, d, 400)
		}, []int64{2}},
		{"and room comes back when it goes", func(c *documentCache, d *heldDocument) {
			c.put(1, d, 400)
			c.put(2, d, 50)
			c.put(3, d, 50)
		}, []int64{2, 3}},
		{"one that grows drives out another", func(c *documentCache, d *heldDocument) {
			c.put(1, d, 40)
			c.put(2, d, 40)
			c.grow(1, 40)
		}, []int64{1}},
		{"what is not kept does not grow", func(c *documentCache, d *heldDocument) {
			c.put(1, d, 40)
			c.grow(2, 400)
		}, []int64{1}},
		{"twice the same counts once", func(c *documentCache, d *heldDocument) {
			c.put(1, d, 40)
			c.put(1, d, 40)
			c.put(2, d, 50)
		}, []int64{1, 2}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := newDocumentCache(100)
			tc.do(c, new(heldDocument))
			var got []int64
			for key := range c.byKey {
				got = append(got, key)
			}
			slices.Sort(got)
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("kept (-want +got):\n%s", diff)
			}
			if c.order.Len() != len(c.byKey) {
				t.Errorf("%d in order, %d by key", c.order.Len(), len(c.byKey))
			}
		})
	}
}
