// Package parse turns the text of a document into its heading, paragraphs and footnotes.
//
//	document, err := parse.Parse(parse.Raw{Text: text, Name: "A_HRC_RES_53_29.txt"})
//
// It is pure: text in, values out, the same for the same text. Every paragraph knows which bytes of the text it
// stands on, through page breaks, line ends and footnotes in its midst. It knows nothing of instruments, acts or
// bodies beyond the heading: that is loader/extract.
package parse
