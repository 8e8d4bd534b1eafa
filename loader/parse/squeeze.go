package parse

import (
	"strings"

	"recital/graph"
)

// invisible are characters that stand within words and are not seen: soft hyphens, zero-width blanks and joiners.
var invisible = [...]string{"\u00ad", "\u200b", "\u200c", "\u200d", "\u2060"}

// squeeze takes the invisible characters out of a plain text, so that words are recognised, and the line end behind a soft hyphen. It returns the map
// back to the text as it was read; nil where there was nothing to take out.
func squeeze(raw Raw) (Raw, Map) {
	if len(raw.Blocks) > 0 || !hasInvisible(raw.Text) {
		return raw, nil
	}
	text := raw.Text
	out := make([]byte, 0, len(text))
	var m Map
	start := 0
	keep := func(end int) {
		if end > start {
			m = append(m, Piece{Text: len(out), Raw: start, Len: end - start})
			out = append(out, text[start:end]...)
		}
	}
	for i := 0; i < len(text); {
		n := invisibleAt(text[i:])
		if n == 0 {
			i++
			continue
		}
		keep(i)
		soft := text[i] == 0xc2
		i += n
		if soft {
			i += lineEnd(text[i:])
		}
		start = i
	}
	keep(len(text))
	raw.Text = string(out)
	return raw, m
}

func hasInvisible(text string) bool {
	for _, c := range invisible {
		if strings.Contains(text, c) {
			return true
		}
	}
	return false
}

// invisibleAt returns the length of the invisible character at the beginning of s; 0 for none.
func invisibleAt(s string) int {
	if s[0] != 0xc2 && s[0] != 0xe2 {
		return 0
	}
	for _, c := range invisible {
		if strings.HasPrefix(s, c) {
			return len(c)
		}
	}
	return 0
}

// lineEnd returns the length of one line end, with the blanks around it, at the beginning of s; 0 where none stands there or an empty line follows.
func lineEnd(s string) int {
	i := 0
	for i < len(s) && (s[i] == ' ' || s[i] == '\r') {
		i++
	}
	if i >= len(s) || s[i] != '\n' {
		return 0
	}
	i++
	for i < len(s) && s[i] == ' ' {
		i++
	}
	if i >= len(s) || !letter(s[i]) {
		return 0
	}
	return i
}

// unsqueeze leads all maps and spans of the document back to the text before squeeze.
func (d *Document) unsqueeze(back Map) {
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		p.Map = compose(p.Map, back)
		p.Span = back.Raw(p.Span)
		for j := range p.Notes {
			p.NoteMaps[j] = compose(p.NoteMaps[j], back)
			p.Notes[j].Span = back.Raw(p.Notes[j].Span)
		}
	}
}

// compose returns the map that leads through m and then through back.
func compose(m, back Map) Map {
	out := make(Map, 0, len(m))
	for _, p := range m {
		if p.Wide > 0 {
			raw := back.Raw(graph.Span{Start: p.Raw, End: p.Raw + p.Wide})
			out = append(out, Piece{Text: p.Text, Raw: raw.Start, Wide: raw.Len()})
			continue
		}
		for done := 0; done < p.Len; {
			i := back.piece(p.Raw + done)
			within := p.Raw + done - back[i].Text
			n := min(p.Len-done, back[i].Len-within)
			out = append(out, Piece{Text: p.Text + done, Raw: back[i].Raw + within, Len: n})
			done += n
		}
	}
	return out
}
