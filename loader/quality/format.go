package quality

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"

	"recital/loader"
	"recital/loader/source"
)

// Formats that are written from the clean rendering, or pages, and read again: what is measured is the reading of the format. Their offsets are those of the
// text that the reader makes, so that citations are compared with the links as sets, not by place.
const (
	// HTML is a web page as the document service and word processors write it.
	HTML Mode = "html"
	// DOCX is a word processor's file, with true footnotes.
	DOCX Mode = "docx"
	// PDF is printed pages, with small raised marks. One text in a hundred is: reading one takes most of a second.
	PDF Mode = "pdf"
)

// sampled is which of how many texts a mode renders.
func sampled(mode Mode) int {
	if mode == PDF {
		return 100
	}
	return 1
}

// isFormat reports whether a mode is a file format.
func isFormat(mode Mode) bool { return mode == HTML || mode == DOCX || mode == PDF }

// scoreFormat reads a text in a format and compares the symbols it cites with those of its links.
func scoreFormat(reader Reader, l *Linked, mode Mode, name string) (*Report, error) {
	r := newReport("")
	rendering := Render(l, mode)
	data, err := encode(rendering.Text, mode)
	if err != nil {
		return nil, fmt.Errorf("%s as %s: %w", l.File, mode, err)
	}
	r.Documents, r.Bytes = 1, len(data)
	reading, err := reader.Read(source.Item{Name: name, Data: data})
	if loader.IsRefusal(err) {
		r.Refused, err = 1, nil
	}
	if err != nil {
		return nil, err
	}
	cited := make(map[string]int)
	if r.Refused == 0 {
		last := answer{}
		for _, a := range answersOf(reading.Record()) {
			if a.resolved && (a.symbol != last.symbol || !a.Overlaps(last.Span)) { // "55/5 B and C" is one mention, and one link
				cited[a.symbol]++
				last = a
			}
		}
	}
	r.Total = compareSets(l, rendering.Links, cited, nil)
	r.Corrected = compareSets(l, rendering.Links, cited, corrections)
	return r, nil
}

// compareSets counts the links whose symbols are cited as often as linked, and the resolutions cited beyond that.
func compareSets(l *Linked, links []Link, cited map[string]int, e errata) Tally {
	var t Tally
	neutral := 0 // links that say nothing of their words: each excuses one citation
	left := make(map[string]int, len(cited))
	for symbol, n := range cited {
		left[symbol] = n
	}
	for _, link := range links {
		symbol := e.right(l.File, link)
		if !symbolPattern.MatchString(symbol) || symbol == l.Symbol || !sound(link.Words, symbol) {
			if symbolPattern.MatchString(symbol) && symbol != l.Symbol {
				neutral++
			}
			continue
		}
		t.Known++
		for _, answer := range [...]string{symbol, withoutPart(symbol)} {
			if left[answer] > 0 {
				left[answer]--
				t.Found++
				t.Right++
				break
			}
		}
	}
	for symbol, n := range left {
		if n > 0 && symbol != l.Symbol && resolutionPattern.MatchString(symbol) && !e.missing(l.File, symbol) {
			t.Extra += n
		}
	}
	t.Extra = max(0, t.Extra-neutral)
	return t
}

// encode writes a rendering as a file.
func encode(text string, mode Mode) ([]byte, error) {
	switch mode {
	case HTML:
		return htmlOf(text), nil
	case DOCX:
		return docxOf(text)
	}
	return pdfOf(text), nil
}

// paragraphsOf returns the paragraphs of a clean rendering, and its notes by their numbers in superscript.
func paragraphsOf(text string) (paragraphs []string, notes map[string]string) {
	notes = make(map[string]string)
	for p := range strings.SplitSeq(text, "\n\n") {
		mark, words := cutMark(p)
		if mark != "" {
			notes[mark] = strings.TrimSpace(words)
			continue
		}
		for line := range strings.SplitSeq(strings.Trim(p, "\n"), "\n") {
			paragraphs = append(paragraphs, line)
		}
	}
	return paragraphs, notes
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// cutMark cuts the superscript number that s begins with.
func cutMark(s string) (mark, rest string) {
	rest = strings.TrimLeft(s, superscripts)
	return s[:len(s)-len(rest)], rest
}

// eachRun calls words and mark for the stretches of a paragraph: text, and superscript numbers.
func eachRun(p string, words, mark func(string)) {
	for p != "" {
		at := strings.IndexAny(p, superscripts)
		if at < 0 {
			at = len(p)
		}
		if at > 0 {
			words(p[:at])
		}
		number, rest := cutMark(p[at:])
		if number != "" {
			mark(number)
		}
		p = rest
	}
}

// digitsOf is a superscript number in plain digits.
func digitsOf(mark string) string {
	return strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9").Replace(mark)
}

// htmlOf writes a clean rendering as a web page.
func htmlOf(text string) []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html lang=\"en\"><head><title>Reading room</title></head><body><nav><a href=\"/\">Home</a></nav><div class=\"text\">\n")
	run := func(p string) {
		eachRun(p, func(s string) { b.WriteString(strings.ReplaceAll(html.EscapeString(s), " of ", " of&nbsp;")) }, func(mark string) {
			fmt.Fprintf(&b, `<sup><a href="#fn%s">[%s]</a></sup>`, digitsOf(mark), digitsOf(mark))
		})
	}
	for p := range strings.SplitSeq(text, "\n\n") {
		for line := range strings.SplitSeq(strings.Trim(p, "\n"), "\n") {
			b.WriteString("<p><span>")
			run(line)
			b.WriteString("</span></p>\n")
		}
	}
	b.WriteString("</div><footer>Contact</footer></body></html>\n")
	return []byte(b.String())
}

// docxOf writes a clean rendering as a word processor's file.
func docxOf(text string) ([]byte, error) {
	const lead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	const space = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	paragraphs, notes := paragraphsOf(text)
	var body, feet strings.Builder
	words := func(b *strings.Builder) func(string) {
		return func(s string) { fmt.Fprintf(b, `<w:r><w:t xml:space="preserve">%s</w:t></w:r>`, html.EscapeString(s)) }
	}
	for _, p := range paragraphs {
		body.WriteString("<w:p>")
		eachRun(p, words(&body), func(mark string) { fmt.Fprintf(&body, `<w:r><w:footnoteReference w:id="%s"/></w:r>`, digitsOf(mark)) })
		body.WriteString("</w:p>")
	}
	for mark, note := range notes {
		fmt.Fprintf(&feet, `<w:footnote w:id="%s"><w:p><w:r><w:footnoteRef/></w:r>`, digitsOf(mark))
		words(&feet)(" " + note)
		feet.WriteString("</w:p></w:footnote>")
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", lead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"word/document.xml", lead + "<w:document" + space + "><w:body>" + body.String() + "</w:body></w:document>"},
		{"word/footnotes.xml", lead + "<w:footnotes" + space + ">" + feet.String() + "</w:footnotes>"},
	} {
		w, err := z.Create(part.name)
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", part.name, err)
		}
		if _, err := w.Write([]byte(part.content)); err != nil {
			return nil, fmt.Errorf("write %s: %w", part.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("write the archive: %w", err)
	}
	return out.Bytes(), nil
}
