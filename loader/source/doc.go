// Package source reads documents from files, folders, archives and the document service of the United Nations:
// plain text, Akoma Ntoso (AKN4UN), HTML, Word (DOCX) and PDF.
//
//	for item, err := range source.Walk(ctx, paths, source.Options{}) {
//		if err != nil {
//			report.Refuse(err) // a *source.Refusal: file, place, reason
//			continue
//		}
//		document, err := source.Read(item)
//		...
//	}
//
// What a format says of a text's structure, its official hyperlinks and its metadata is kept beside the text, as
// [recital/loader/parse.Raw]; all offsets are bytes of Raw.Text. The package does not look for paragraphs in plain text, nor for
// anything that a text says: that is loader/parse and loader/extract.
package source
