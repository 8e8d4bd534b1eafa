package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
	"recital/loader/parse"
)

const aknSample = `<?xml version="1.0"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><FRBRdate date="2040-05-12" name="adoption"/><FRBRlanguage language="eng"/>
<keyword showAs="reading" dictionary="UNBIS Thesaurus"/><keyword showAs="lecture" dictionary="EuroVoc"/>
<step outcome="draftResolution" as="A/C.3/94/L.9"/></meta>
<coverPage><p><docNumber refersTo="#symbol">A/RES/94/9</docNumber></p><p>[on the report of the Third Committee (<inline>A/94/7</inline>)]</p></coverPage>
<preface><p><docNumber>94/9.</docNumber><docTitle refersTo="#resolutionTitle"><span class="bold">	Reading of markup</span></docTitle></p></preface>
<preamble><formula><p><span class="italic">The General Assembly</span>,</p></formula>
<container name="Recalling"><p>	<span class="italic">Recalling</span> resolution <a href="https://undocs.org/en/A/RES/70/1">70/1</a><authorialNote marker="1"><p> See <a href="https://undocs.org/A/94/2">A/94/2</a>.</p></authorialNote> and the Covenant,</p></container></preamble>
<mainBody><paragraph><num>	1.</num><content><p><span class="italic">Decides</span>:</p></content>
<list><point><num>(a)</num><content><p>To read;</p></content></point><point><num>(b)</num><content><p>To write.</p></content></point></list></paragraph>
</docTitle></p></mainBody>
<conclusions><p>54th plenary meeting<eol/>12 May 2040</p></conclusions>
<attachments><attachment><doc name="annex"><mainBody><paragraph class="HCh"><content><p>Rules</p></content></paragraph><paragraph><num>1.</num><content><p>Readers read.</p></content></paragraph></mainBody></doc></attachment></attachments>
</statement></akomaNtoso>`

const htmlSample = `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><nav>Home</nav><main>
<p>Resolution adopted by the Human Rights Council on 12 May 2040</p><h2>90/6. Reading of pages</h2><p><i>The Human Rights Council</i>,</p>
<p><i>Recalling</i> its <a href="https://undocs.org/A/HRC/RES/89/1">resolution 89/1</a> of 3 March 2039,<sup><a href="#_ftn1">[1]</a></sup> and the Covenant,</p>
<ol><li><i>Decides</i> to read:<ol><li>Pages;</li><li>Books.</li></ol></li></ol>
<p>41st meeting<br>12 May 2040</p><p>Words to make the page long enough to be one: readers read what writers write, and writers write what readers read, from the first
page to the last, and from the last to the first, day by day and year by year, without haste and without rest, as the Council has asked them to do in its earlier
texts, which nobody has read to the end, although they are not long, and which nobody will read to the end, although they might be shorter than they are now.</p>
<div id="ftn1"><p><a href="#_ftnref1">[1]</a> A/HRC/50/1.</p></div></main></body></html>`

const wordNamespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// wordSample makes a Word file with automatic numbers, a footnote, a hyperlink and a symbol in the page's head.
func wordSample(t *testing.T) []byte {
	t.Helper()
	paragraph := func(properties, runs string) string { return "<w:p>" + properties + runs + "</w:p>" }
	run := func(text string) string { return `<w:r><w:t xml:space="preserve">` + text + "</w:t></w:r>" }
	item := func(level int) string {
		return fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr></w:pPr>`, level)
	}
	level := func(at int, format, text string) string {
		return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>`, at, format, text)
	}
	body := paragraph("", run("Resolution adopted by the General Assembly on 12 May 2040")) +
		paragraph("", run("94/8. Reading of Word files")) +
		paragraph("", run("The General Assembly")+run(",")) +
		paragraph("", run("Recalling")+run(" resolution ")+`<w:hyperlink r:id="rId1">`+run("70/1")+`</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>`+
			run(" and the Covenant,")+`<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>`) +
		paragraph(item(0), run("Decides:")) +
		paragraph(item(1), run("To read ES")+"<w:r><w:noBreakHyphen/></w:r>"+run("10/15;")) +
		paragraph(item(1), run("To write;")) +
		paragraph(item(0), run("Requests a report."))
	return zipped(t,
		"[Content_Types].xml", "<Types/>",
		"word/document.xml", "<w:document "+wordNamespaces+"><w:body>"+body+"</w:body></w:document>",
		"word/footnotes.xml", "<w:footnotes "+wordNamespaces+`><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">`+paragraph("", run(" See A/94/2."))+`</w:footnote></w:footnotes>`,
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="rId1" Type="http://x/hyperlink" Target="https://undocs.org/A/RES/70/1"/></Relationships>`,
		"word/numbering.xml", "<w:numbering "+wordNamespaces+`><w:abstractNum w:abstractNumId="7">`+level(0, "decimal", "%1.")+level(1, "lowerLetter", "(%2)")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
		"word/header1.xml", "<w:hdr "+wordNamespaces+">"+paragraph("", run("A/RES/94/8"))+"</w:hdr>",
	)
}

// A pdfLine is a line of text of a test PDF: its place in points, its size.
type pdfLine struct {
	x, y, size float64
	text       string
}

// pdfSample makes a PDF of one font, one content stream a page.
func pdfSample(pages ...[]pdfLine) []byte {
	var b strings.Builder
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	b.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*i))
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object(fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), strings.Join(kids, " ")))
	object("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>")
	for i, page := range pages {
		var content strings.Builder
		for _, l := range page {
			text := strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)").Replace(l.text)
			fmt.Fprintf(&content, "BT /F1 %g Tf %g %g Td (%s) Tj ET\n", l.size, l.x, l.y, text)
		}
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", 5+2*i))
		object(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", content.Len(), content.String()))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return []byte(b.String())
}

// onePage is a page as the General Assembly prints it: marks raised and small, notes in small print, a running head on the second page.
func onePage() [][]pdfLine {
	return [][]pdfLine{
		{
			{60, 750, 14, "United Nations"},
			{480, 750, 10, "A/RES/94/7"},
			{60, 700, 12, "Resolution adopted by the General Assembly on 12 May 2040"},
			{60, 670, 12, "94/7. Reading of print"},
			{120, 640, 10, "The General Assembly,"},
			{120, 622, 10, "Recalling resolution 70/1"},
			{231, 625, 6, "1"},
			{240, 622, 10, "of 25 September 2015, and the Covenant"},
			{100, 610, 10, "of all who read pages that break off in the middle"},
			{100, 100, 8, "__________________"},
			{100, 93, 5.5, "1"},
			{106, 90, 8, "See A/94/2."},
			{60, 40, 8, "40-12345 (E)"},
		},
		{
			{60, 750, 8, "A/RES/94/7"},
			{300, 750, 8, "Reading of print"},
			{100, 720, 10, "of a sentence,"},
			{120, 702, 10, "1. Decides to go on reading."},
			{60, 40, 8, "2/2"},
			{500, 40, 8, "40-12345"},
		},
	}
}

func TestReadFormats(t *testing.T) {
	tests := []struct {
		name   string
		data   []byte
		format string
		symbol string
		want   string
		links  []string
	}{
		{
			name: "AKN4UN, with a stray end tag", data: []byte(aknSample), format: formatAKN, symbol: "A/RES/94/9",
			want: "HEAD-1 [on the report of the Third Committee (A/94/7)]\nPP1 Recalling resolution 70/1 and the Covenant, {1@25 See A/94/2.}\n" +
				"OP1 Decides:\nOP1(a) To read;\nOP1(b) To write.\nHEAD-2 Rules\nANNEX-1 Readers read.\n",
			links: []string{"70/1 https://undocs.org/en/A/RES/70/1", "A/94/2 https://undocs.org/A/94/2"},
		},
		{
			name: "a web page", data: []byte(htmlSample), format: formatHTML, symbol: "A/HRC/RES/90/6",
			want: "PP1 Recalling its resolution 89/1 of 3 March 2039, and the Covenant, {1@46 A/HRC/50/1.}\n" +
				"OP1 Decides to read:\nOP1(a) Pages;\nOP1(b) Books.\n",
			links: []string{"resolution 89/1 https://undocs.org/A/HRC/RES/89/1"},
		},
		{
			name: "a web page that keeps the lines of its print", format: formatHTML, symbol: "A/RES/94/6",
			data: []byte("<html><body><table><tr><td><pre>\nUnited Nations      A/RES/94/6\nGeneral Assembly\n\nResolution adopted by the General Assembly on 12 May 2040\n\n     94/6. Reading of lines\n\n" +
				"The General Assembly,\n\nRecalling resolution 70/1 of\n25 September 2015,\n\n1. Decides to read;\n</pre></td></tr></table></body></html>"),
			want: "PP1 Recalling resolution 70/1 of 25 September 2015,\nOP1 Decides to read;\n",
		},
		{
			name: "an encyclopaedia's notes, with the way back", format: formatHTML, symbol: "A/RES/94/5",
			data: []byte(`<html><body><p>A/RES/94/5</p><p>Resolution adopted by the General Assembly on 12 May 2040</p><p>The General Assembly,</p><p>Recalling resolution 70/1<sup><a href="#n1"><span>[</span>1<span>]</span></a></sup> of old,</p>` +
				`<ol><li>Decides to read;</li></ol><h2>Notes</h2><ol><li id="n1"><a href="#r1">^</a> See A/94/2.</li></ol></body></html>`),
			want: "PP1 Recalling resolution 70/1 of old, {1@25 See A/94/2.}\nOP1 Decides to read;\n",
		},
		{
			name: "a Word file", data: wordSample(t), format: formatDOCX, symbol: "A/RES/94/8",
			want: "PP1 Recalling resolution 70/1 and the Covenant, {1@25 See A/94/2.}\nOP1 Decides:\nOP1(a) To read ES-10/15;\nOP1(b) To write;\n" +
				"OP2 Requests a report.\n",
			links: []string{"70/1 https://undocs.org/A/RES/70/1"},
		},
		{
			name: "a PDF", data: pdfSample(onePage()...), format: formatPDF, symbol: "A/RES/94/7",
			want: "PP1 Recalling resolution 70/1 of 25 September 2015, and the Covenant of all who read pages that break off in the middle of a sentence, {1@25 See A/94/2.}\n" +
				"OP1 Decides to go on reading.\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := Read(Item{Name: "x", Data: test.data})
			if err != nil {
				t.Fatal(err)
			}
			checkRaw(t, d.Raw)
			parsed, err := parse.Parse(d.Raw)
			if err != nil {
				t.Fatal(err)
			}
			if d.Source.Format != test.format || parsed.Head.Symbol.String() != test.symbol {
				t.Errorf("got %s %s, want %s %s", d.Source.Format, parsed.Head.Symbol, test.format, test.symbol)
			}
			if parsed.Head.Date != graph.MustParseDate("2040-05-12") {
				t.Errorf("date %v", parsed.Head.Date)
			}
			if diff := cmp.Diff(paragraphs(parsed), test.want); diff != "" {
				t.Errorf("got (-), want (+):\n%s\nof the text:\n%s", diff, d.Raw.Text)
			}
			var links []string
			for _, l := range d.Raw.Links {
				links = append(links, d.Raw.Text[l.Span.Start:l.Span.End]+" "+l.Target)
			}
			if diff := cmp.Diff(links, test.links); diff != "" {
				t.Errorf("links: got (-), want (+):\n%s", diff)
			}
		})
	}
}

func paragraphs(d parse.Document) string {
	var b strings.Builder
	for _, p := range d.Paragraphs {
		fmt.Fprintf(&b, "%s %s", p.Place, p.Text)
		for _, n := range p.Notes {
			fmt.Fprintf(&b, " {%s@%d %s}", n.Mark, n.At, n.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestAKNHead checks the metadata that only the markup has.
func TestAKNHead(t *testing.T) {
	d, err := Read(Item{Name: "x.xml", Data: []byte(aknSample)})
	if err != nil {
		t.Fatal(err)
	}
	got := d.Raw.Head
	if got.Kind != graph.Resolution || got.Title != "Reading of markup" || got.Language != "en" {
		t.Errorf("got %+v", got)
	}
	if diff := cmp.Diff(got.Subjects, []string{"reading"}); diff != "" {
		t.Error(diff)
	}
	if len(got.Drafts) != 1 || got.Drafts[0].String() != "A/C.3/94/L.9" {
		t.Errorf("drafts %v", got.Drafts)
	}
}

// TestPDFColumns checks that a page of two columns is read column by column.
func TestPDFColumns(t *testing.T) {
	var page []pdfLine
	for i := range 20 {
		page = append(page, pdfLine{50, 750 - 12*float64(i), 10, fmt.Sprintf("left %02d resolution of the readers of", i)})
	}
	for i := range 20 {
		page = append(page, pdfLine{320, 750 - 12*float64(i), 10, fmt.Sprintf("right %02d columns that are printed so", i)})
	}
	d, err := Read(Item{Name: "x.pdf", Data: pdfSample(page)})
	if err != nil {
		t.Fatal(err)
	}
	if left, right := strings.Index(d.Raw.Text, "left 19"), strings.Index(d.Raw.Text, "right 00"); left < 0 || right < left {
		t.Errorf("left column ends at %d, right one begins at %d:\n%s", left, right, d.Raw.Text)
	}
}

func BenchmarkRead(b *testing.B) {
	paragraph := `<paragraph><num>1.</num><content><p><span class="italic">Decides</span> to go on reading resolution <a href="https://undocs.org/en/A/RES/70/1">70/1</a> until it is read;</p></content></paragraph>`
	data := []byte(strings.Replace(aknSample, "<mainBody>", "<mainBody>"+strings.Repeat(paragraph, 500), 1))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(Item{Name: "x.xml", Data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
