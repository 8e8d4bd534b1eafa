package embedded

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDocumentCache(t *testing.T) {
	for _, tc := range []struct {
		name string
		do   func(c *documentCache, of func(int64) *heldDocument)
		want []int64 // keys that are kept
	}{
		{"all that there is room for", func(c *documentCache, of func(int64) *heldDocument) {
			c.put(of(1), 50)
			c.put(of(2), 50)
		}, []int64{1, 2}},
		{"what was used longest ago goes", func(c *documentCache, of func(int64) *heldDocument) {
			c.put(of(1), 40)
			c.put(of(2), 40)
			c.get(1)
			c.put(of(3), 40)
		}, []int64{1, 3}},
		{"as many go as it takes", func(c *documentCache, of func(int64) *heldDocument) {
			c.put(of(1), 40)
			c.put(of(2), 40)
			c.put(of(3), 90)
		}, []int64{3}},
		{"one that takes more than there is, alone", func(c *documentCache, of func(int64) *heldDocument) {
			c.put(of(1), 40)
			c.put(of(2), 400)
		}, []int64{2}},
		{"and room comes back when it goes", func(c *documentCache, of func(int64) *heldDocument) {
			c.put(of(1), 400)
			c.put(of(2), 50)
			c.put(of(3), 50)
		}, []int64{2, 3}},
		{"one that grows drives out another", func(c *documentCache, of func(int64) *heldDocument) {
			c.put(of(1), 40)
			c.put(of(2), 40)
			c.grow(of(1), 40)
		}, []int64{1}},
		{"what is not kept does not grow", func(c *documentCache, of func(int64) *heldDocument) {
			c.put(of(1), 40)
			c.grow(of(2), 400)
		}, []int64{1}},
		{"twice the same counts once", func(c *documentCache, of func(int64) *heldDocument) {
			c.put(of(1), 40)
			c.put(of(1), 40)
			c.put(of(2), 50)
		}, []int64{1, 2}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := newDocumentCache(100)
			documents := make(map[int64]*heldDocument)
			tc.do(c, func(key int64) *heldDocument {
				if documents[key] == nil {
					documents[key] = &heldDocument{key: key, cache: c}
				}
				return documents[key]
			})
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
