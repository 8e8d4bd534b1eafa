package quality

import "strconv"

// How marks of notes are printed in the text, and the notes' own numbers before them.

func none(int) string          { return "" }
func bare(n int) string        { return strconv.Itoa(n) }
func raised(n int) string      { return superscript.Replace(strconv.Itoa(n)) }
func bracketed(n int) string   { return "[" + bare(n) + "]" }
func rounded(n int) string     { return "(" + bare(n) + ")" }
func spaced(n int) string      { return " " + bare(n) }
func caret(n int) string       { return "[^" + bare(n) + "]" }
func tagged(n int) string      { return "<sup>" + bare(n) + "</sup>" }
func escapedMark(n int) string { return "\\[" + bare(n) + "\\]" }

func raisedLead(n int) string  { return raised(n) + " " }
func spacedLead(n int) string  { return bare(n) + " " }
func gluedLead(n int) string   { return bare(n) }
func pointLead(n int) string   { return bare(n) + ". " }
func bracketLead(n int) string { return bracketed(n) + " " }
func roundedLead(n int) string { return rounded(n) + " " }
func strokeLead(n int) string  { return bare(n) + "/ " }
func caretLead(n int) string   { return caret(n) + ": " }
func arrowLead(n int) string   { return "↑ " + bare(n) + " " }
func escapedLead(n int) string { return bare(n) + "\\. " }
