package quality

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// Measures of a printed page, in points.
const (
	paperWidth, paperHeight = 612, 792
	leftMargin, topMargin   = 54, 740
	leading                 = 13
	letterSize, markSize    = 10, 6.5
	markRise                = 4
)

// pdfOf prints pages, apart by form feeds: each line where it stands, superscript numbers small and raised.
func pdfOf(text string) []byte {
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	p := pdfWriter{}
	p.buffer.WriteString("%PDF-1.4\n")
	kids := make([]string, len(pages))
	for i := range pages {
		kids[i] = fmt.Sprintf("%d 0 R", 4+2*i)
	}
	p.object("<< /Type /Catalog /Pages 2 0 R >>")
	p.object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(pages), strings.Join(kids, " ")))
	p.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	for i, page := range pages {
		p.object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>", paperWidth, paperHeight, 5+2*i))
		content := pageContent(page)
		p.object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content))
	}
	p.end()
	return p.buffer.Bytes()
}

// A pdfWriter writes objects and remembers where they stand.
type pdfWriter struct {
	buffer  bytes.Buffer
	offsets []int
}

func (p *pdfWriter) object(content string) {
	p.offsets = append(p.offsets, p.buffer.Len())
	fmt.Fprintf(&p.buffer, "%d 0 obj\n%s\nendobj\n", len(p.offsets), content)
}

// end writes the table of objects.
func (p *pdfWriter) end() {
	at := p.buffer.Len()
	fmt.Fprintf(&p.buffer, "xref\n0 %d\n0000000000 65535 f \n", len(p.offsets)+1)
	for _, offset := range p.offsets {
		fmt.Fprintf(&p.buffer, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&p.buffer, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(p.offsets)+1, at)
}

// pageContent prints the lines of a page.
func pageContent(page string) string {
	var b strings.Builder
	b.WriteString("BT\n")
	y := topMargin
	for line := range strings.SplitSeq(page, "\n") {
		fmt.Fprintf(&b, "1 0 0 1 %d %d Tm\n", leftMargin, y)
		eachRun(line, func(s string) { fmt.Fprintf(&b, "/F %d Tf (%s) Tj\n", letterSize, pdfString(s)) }, func(mark string) {
			fmt.Fprintf(&b, "/F %g Tf %d Ts (%s) Tj 0 Ts\n", markSize, markRise, digitsOf(mark))
		})
		y -= leading
	}
	b.WriteString("ET")
	return b.String()
}

// pdfString writes a string in Windows-1252, as the font has it; characters that it lacks are question marks.
func pdfString(s string) string {
	s = strings.NewReplacer("\u2011", "-", "\u2010", "-", "\u00a0", " ").Replace(s)
	var b strings.Builder
	for _, r := range s {
		c, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			c = '?'
		}
		if c == '(' || c == ')' || c == '\\' {
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return b.String()
}
