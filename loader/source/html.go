package source

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"recital/loader/parse"
)

// readHTML reads a web page: the document service's, or any. Markup of pages says little of a text's structure, so the text is written paragraph by
// paragraph, as it would be read, and parse looks for its structure; list numbers and note marks are written out, links are kept.
func readHTML(data []byte) (parse.Raw, error) {
	var input interface{ Read([]byte) (int, error) } = bytes.NewReader(data)
	if !utf8.Valid(data) {
		decoded, err := charset.NewReader(bytes.NewReader(data), "")
		if err != nil {
			return parse.Raw{}, &fault{"", "a web page in an unknown encoding"}
		}
		input = decoded
	}
	root, err := html.Parse(input)
	if err != nil {
		return parse.Raw{}, &fault{"", "malformed HTML: " + err.Error()}
	}
	w := htmlWriter{}
	w.walk(mainPart(root))
	raw := w.raw()
	raw.Text = strings.ToValidUTF8(strings.TrimRight(raw.Text, " \n"), "\uFFFD")
	raw.Head.Language = pageLanguage(root)
	return raw, nil
}

// mainPart returns the part of a page that holds its text: <main> or <article>, where the page marks one.
func mainPart(root *html.Node) *html.Node {
	var main, article *html.Node
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.DataAtom == atom.Main || attribute(n, "role") == "main":
			main = n
		case n.DataAtom == atom.Article && article == nil:
			article = n
		}
	}
	for _, part := range []*html.Node{article, main} {
		if part != nil && len(textOf(part)) > 500 {
			return part
		}
	}
	return root
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// pageLanguage reads the language that <html lang> names; "" where it names none.
func pageLanguage(root *html.Node) string {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == atom.Html {
			lang, _, _ := strings.Cut(strings.ToLower(attribute(n, "lang")), "-")
			if len(lang) == 2 {
				return lang
			}
		}
	}
	return ""
}

// An htmlWriter writes the text of a page.
type htmlWriter struct {
	writer
	lists []list
	pre   int // elements around whose text keeps its lines
}

// A list is an open list: the numbers of its items.
type list struct {
	ordered bool
	next    int
	style   string // the type attribute
}

// walk writes what stands under n. The HTML parser bounds how deep elements nest.
func (w *htmlWriter) walk(n *html.Node) {
	for c := range n.ChildNodes() {
		switch c.Type {
		case html.TextNode:
			if w.pre > 0 {
				w.verbatim(c.Data)
				continue
			}
			w.words(c.Data)
		case html.ElementNode, html.DocumentNode:
			w.element(c)
		}
	}
}

func (w *htmlWriter) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Nav, atom.Noscript, atom.Svg, atom.Iframe, atom.Form, atom.Button, atom.Select, atom.Template, atom.Head, atom.Title:
	case atom.Header, atom.Footer, atom.Aside:
		if len(textOf(n)) > 1000 { // some pages put their text there
			w.walk(n)
		}
	case atom.Pre:
		w.paragraph()
		w.pre++
		w.walk(n)
		w.pre--
		w.paragraph()
	case atom.Br:
		w.line()
	case atom.Ol, atom.Ul:
		w.list(n)
	case atom.Li:
		w.listItem(n)
	case atom.A:
		w.anchor(n)
	case atom.Sup:
		w.raised(n)
	case atom.Td, atom.Th:
		w.words("  ")
		w.walk(n)
	default:
		if isBlock(n.DataAtom) {
			w.paragraph()
			w.walk(n)
			w.paragraph()
			return
		}
		w.walk(n)
	}
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Center, atom.Section, atom.Article, atom.Main,
		atom.Table, atom.Tr, atom.Dl, atom.Dt, atom.Dd, atom.Hr, atom.Address, atom.Figure, atom.Figcaption, atom.Caption, atom.Body:
		return true
	}
	return false
}

func (w *htmlWriter) list(n *html.Node) {
	l := list{ordered: n.DataAtom == atom.Ol, next: 1, style: attribute(n, "type")}
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		l.next = start
	}
	if l.style == "" {
		l.style = []string{"1", "a", "i"}[min(2, w.ordered())]
	}
	w.lists = append(w.lists, l)
	w.walk(n)
	w.lists = w.lists[:len(w.lists)-1]
	w.paragraph()
}

// ordered counts the numbered lists that are open.
func (w *htmlWriter) ordered() int {
	n := 0
	for _, l := range w.lists {
		if l.ordered {
			n++
		}
	}
	return n
}

// listItem writes an item with the number that a browser shows, in the form of resolutions: "1.", "(a)", "(i)".
func (w *htmlWriter) listItem(n *html.Node) {
	w.paragraph()
	if len(w.lists) > 0 {
		l := &w.lists[len(w.lists)-1]
		switch {
		case !l.ordered:
			w.words("• ")
		case l.style == "a":
			w.words("(" + letterNumber(l.next) + ") ")
		case l.style == "i":
			w.words("(" + romanNumber(l.next) + ") ")
		default:
			w.words(strconv.Itoa(l.next) + ". ")
		}
		l.next++
	}
	w.walk(n)
	w.paragraph()
}

// anchor writes a link and keeps its target; one to a footnote of the page is its mark.
func (w *htmlWriter) anchor(n *html.Node) {
	target := attribute(n, "href")
	if text := strings.Trim(textOf(n), "[]() \u00a0"); strings.HasPrefix(target, "#") && allDigits(text) && len(text) <= 3 {
		w.superscript(text)
		return
	}
	if words := textOf(n); strings.HasPrefix(target, "#") && words != "" && strings.Trim(words, "^↑↩ \u00a0\ufe0e") == "" {
		return // the way back from a footnote
	}
	start := len(w.text)
	w.walk(n)
	for start < len(w.text) && isSpace(w.text[start]) {
		start++
	}
	if target == "" || strings.HasPrefix(target, "#") || start >= len(w.text) {
		return
	}
	l := parse.Link{Target: target}
	l.Span.Start, l.Span.End = start, len(w.text)
	w.links = append(w.links, l)
}

// raised writes a superscript: digits as the mark of a note, other words ("th") as they are.
func (w *htmlWriter) raised(n *html.Node) {
	if text := strings.Trim(textOf(n), "[]() \u00a0\n\t"); allDigits(text) && len(text) <= 3 {
		w.superscript(text)
		return
	}
	w.walk(n)
}

// superscript writes the mark of a note: close to the word before it, or before the note's words where it begins a paragraph.
func (w *htmlWriter) superscript(mark string) {
	if w.bare {
		w.text = append(w.text, superscript(mark)...)
		w.bare, w.gap = false, true
		return
	}
	w.held = w.gap
	w.text = append(w.text, superscript(mark)...)
	w.gap = false
}

// letterNumber: 1 is "a", 27 is "aa".
func letterNumber(n int) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), min(3, 1+(n-1)/26))
}

// romanNumber: 4 is "iv".
func romanNumber(n int) string {
	if n < 1 || n > 99 {
		return strconv.Itoa(n)
	}
	tens := [...]string{"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"}
	ones := [...]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}
	return tens[n/10] + ones[n%10]
}
