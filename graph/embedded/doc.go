// Package embedded is the default store: one SQLite file that keeps the documents and a full-text index of their paragraphs,
// and arrays in memory that answer everything else.
//
//	store, err := embedded.Open(ctx, "recital.db", embedded.Options{})
//	if err != nil { ... }
//	defer store.Close()
//	err = store.Apply(ctx, documents)
//
// The file holds each document as one packed value (see the codec), so a load is as fast as the full-text index can be written and
// a killed one leaves what was there: one transaction holds a whole Apply. From the documents an [image] is worked out: all
// nodes and the columns of all links that filters and orders ask about, numbered and sorted once, and kept packed in the file too. A reader takes the image of the
// file's generation and fetches from the file only the documents whose words it shows, which are kept in a cache.
//
// It does not serve several machines: the file must lie on a local disk.
package embedded
