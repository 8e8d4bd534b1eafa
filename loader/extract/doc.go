// Package extract finds what paragraphs mention: instruments, rights, actors, mandates.
//
//	result := extract.New(catalogue).Extract(extract.Input{Instrument: head, Paragraphs: paragraphs})
//
// It is pure and prefers silence to error: each mention has its words, its place in the paragraph, the rule that found it
// and how sure it is; what is unsure is kept as ambiguous with its candidates. It reads cleaned paragraphs and knows nothing of
// files or raw offsets: loader maps its spans back.
package extract
