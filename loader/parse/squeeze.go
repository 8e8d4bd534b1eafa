package parse

import "recital/graph"

// A squeezer brings a plain text to the form in which it is recognised, before its lines are looked at: invisible characters, and the line
// end behind a soft hyphen, are gone; characters of other widths and entities of HTML are plain; tags, and Markdown's addresses and escapes,
// are gone; marks of notes in brackets are superscripts; strokes stand without the blanks that a scanner saw around them.
type squeezer struct {
	text  string
	out   []byte
	m     Map
	start int // the text before it has been written
	skips []graph.Span
}

// squeezed marks the bytes that a squeezer must look at.
var squeezed = func() (t [256]bool) {
	for _, c := range []byte("&<[]\\/(#>\xc2\xd0\xe2\xef") {
		t[c] = true
	}
	return t
}()

// unsigned returns the length of a beginning of the text, in steps of eight bytes, in which none stands that a squeezer must look at. Eight bytes are
// tried at once, as in [calm].
func unsigned(s string) int {
	const each, top = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := eightBytes(s[i : i+8])
		low := w &^ top
		others := ((low ^ each*'&') + each*0x7f) & ((low ^ each*'#') + each*0x7f) & ((low ^ each*'(') + each*0x7f) & ((low ^ each*'/') + each*0x7f) &
			(((low | each*2) ^ each*'>') + each*0x7f) // '<' and '>' differ in one bit
		brackets := (low + each*(0x80-'[')) &^ (low + each*(0x7f-']')) // and the backslash
		if (w|^others|brackets)&top != 0 {
			break
		}
	}
	return i
}

// squeeze returns the text as a squeezer leaves it, and the map back to the text as it was read; nil where nothing changed.
func squeeze(raw Raw) (Raw, Map) {
	if len(raw.Blocks) > 0 {
		return raw, nil
	}
	z := squeezer{text: raw.Text}
	text := raw.Text
	for i := 0; i < len(text); {
		i += unsigned(text[i:])
		for stop := min(i+8, len(text)); i < stop; {
			if !squeezed[text[i]] {
				i++
				continue
			}
			n := z.sign(i)
			if n == 0 {
				i++
				continue
			}
			i += n
			z.start = i
		}
	}
	if z.start == 0 && z.out == nil {
		return raw, nil
	}
	z.keep(len(text))
	raw.Text = string(z.out)
	return raw, z.m
}

// keep writes the text up to end as it stands.
func (z *squeezer) keep(end int) {
	if z.out == nil {
		z.out = make([]byte, 0, len(z.text)+len(z.text)/64)
	}
	if end > z.start {
		z.m = append(z.m, Piece{Text: len(z.out), Raw: z.start, Len: end - z.start})
		z.out = append(z.out, z.text[z.start:end]...)
	}
	z.start = end
}

// drop leaves out the n bytes at i, and returns n.
func (z *squeezer) drop(i, n int) int {
	z.keep(i)
	return n
}

// replace writes s for the n bytes at i, and returns n.
func (z *squeezer) replace(i, n int, s string) int {
	z.keep(i)
	if s != "" {
		z.m = append(z.m, Piece{Text: len(z.out), Raw: i, Wide: n})
		z.out = append(z.out, s...)
	}
	return n
}

// sign handles what begins at i; it returns how many bytes of the text it took, 0 where they stay as they are.
func (z *squeezer) sign(i int) int {
	switch z.text[i] {
	case '/':
		return z.stroke(i)
	case '&':
		return z.entity(i)
	case '<':
		return z.tag(i)
	case '[':
		return z.bracket(i)
	case ']':
		return z.skip(i)
	case '\\':
		return z.escape(i)
	case '(':
		return z.session(i)
	case '#', '>':
		return z.lineSign(i)
	}
	return z.rune(i)
}

// lineStart reports whether only blanks stand before i in its line.
func (z *squeezer) lineStart(i int) bool {
	for i > 0 && (z.text[i-1] == ' ' || z.text[i-1] == '\t' || z.text[i-1] == '>') {
		i--
	}
	return i == 0 || z.text[i-1] == '\n'
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
			b, within := back[i], p.Raw+done-back[i].Text
			if b.Wide > 0 { // the first byte of a replacement stands for all it replaced, the others for nothing
				if within == 0 {
					out = append(out, Piece{Text: p.Text + done, Raw: b.Raw, Wide: b.Wide})
				}
				done++
				continue
			}
			n := min(p.Len-done, b.Len-within)
			out = append(out, Piece{Text: p.Text + done, Raw: b.Raw + within, Len: n})
			done += n
		}
	}
	return out
}
