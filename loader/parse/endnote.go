package parse

import (
	"slices"
	"strconv"
	"strings"
)

const (
	// endSkipped is how many fragments may stand behind the notes at the end: what web pages print below a text.
	endSkipped = 24
	// endNoteSize is how long a note may be, in bytes.
	endNoteSize = 1500
)

// endNotes finds the notes that stand behind a text without the marks that would tell them: paragraphs that begin as notes do, numbered anew from 1
// ("1. See ...", "(1) See ...") or not at all. They are notes where most of them begin so, and only behind a resolution's paragraphs: in an
// analysis "Resolution 53/29 recalls ..." begins a paragraph.
func endNotes(text string, fragments []fragment) {
	end := len(fragments)
	for skipped := 0; end > 0 && skipped < endSkipped && !citesFirst(fragments[end-1].words(text, 200)); skipped++ {
		if f := &fragments[end-1]; f.kind == NoteBlock || f.number != "" || openingOf(f.first(text)) == operativeOpening || f.size() > endNoteSize {
			return
		}
		end--
	}
	from, sure, unsure := end, 0, 0
	for from > 0 && noteLike(text, &fragments[from-1]) {
		from--
		if citesFirst(fragments[from].words(text, 200)) {
			sure++
		} else {
			unsure++
		}
	}
	for from < end && !citesFirst(fragments[from].words(text, 200)) && leadingNumber(strings.Trim(fragments[from].number, "()")) != 1 {
		from++
		unsure--
	}
	if from == end || sure < unsure || !opensBefore(text, fragments[:from]) {
		return
	}
	setNotes(fragments[from:end])
}

// opensBefore reports whether one of the fragments begins as a resolution's paragraphs do.
func opensBefore(text string, fragments []fragment) bool {
	return slices.ContainsFunc(fragments, func(f fragment) bool { return len(f.lines) > 0 && surelyOpens(f.words(text, 200)) })
}

// dropNotesHeadings takes the heading above notes, "Notes", out of the text: it is no paragraph.
func dropNotesHeadings(text string, fragments []fragment) {
	for i := range fragments[:max(0, len(fragments)-1)] {
		f := &fragments[i]
		if f.kind != "" || fragments[i+1].kind != NoteBlock || f.size() > 24 {
			continue
		}
		switch strings.ToLower(strings.Trim(f.words(text, 24), "*_#: ")) {
		case "notes", "note", "footnotes", "endnotes", "references":
			f.kind = OtherBlock
		}
	}
}

// noteLike reports whether a fragment may be a note at the end: it has a number or none, and begins as no paragraph does.
func noteLike(text string, f *fragment) bool {
	if f.kind != "" || f.size() > endNoteSize || len(f.lines) == 0 {
		return false
	}
	number := strings.Trim(f.number, "()")
	if number != "" && !allDigits(number) {
		return false
	}
	s := f.words(text, 200)
	if citesFirst(s) {
		return true
	}
	return !surelyOpens(s) && finished(f.last(text)) && upper(s[0]) && !formula(s) && !meeting(s) && !votes(s) && ending(f.last(text)) == '.'
}

// setNotes makes fragments notes, each with its number or, without one, that of its place.
func setNotes(fragments []fragment) {
	for i := range fragments {
		f := &fragments[i]
		f.kind, f.mark = NoteBlock, strings.Trim(f.number, "()")
		if f.mark == "" {
			f.mark = strconv.Itoa(i + 1)
		}
		f.number = ""
	}
}

// citing are the words that notes begin with, and hardly any paragraph does.
var citing = []string{
	"See ", "See, ", "Ibid", "Resolution ", "Resolutions ", "United Nations, Treaty Series", "Official Records ", "General Assembly resolution", "Decision ",
	"Document ", "Op. cit", "Adopted under ", "Security Council resolution", "Economic and Social Council resolution", "Human Rights Council resolution",
	"Report of the ", "World Health Organization, ", "International Labour Organization, ", "League of Nations, ",
}

// citesFirst reports whether a paragraph begins as notes do: with "See", "Ibid.", a resolution's number, or a symbol.
func citesFirst(s string) bool {
	s = plainBlanks(strings.TrimLeft(s, "*_^↑ "))
	for _, lead := range citing {
		if strings.HasPrefix(s, lead) {
			return len(s) < 8 || !strings.HasPrefix(s, "Resolution adopted")
		}
	}
	slash := strings.IndexByte(s, '/')
	if slash < 1 || slash > 6 || slash+2 >= len(s) || strings.Trim(s[:slash], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return false
	}
	return upper(s[slash+1]) || digit(s[slash+1])
}
