package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path"
	"strings"

	"recital/graph"
	"recital/loader/parse"
)

// Document is one file that was read: where it is from, and its text with what its format said of its structure.
type Document struct {
	// Source has all but Quality, which parse judges.
	Source graph.Source
	Raw    parse.Raw
}

// Formats as [graph.Source] names them.
const (
	formatText = "text"
	formatAKN  = "akn4un"
	formatHTML = "html"
	formatPDF  = "pdf"
	formatDOCX = "docx"
)

// Read reads one item. What the bytes are is told by the bytes, not by the name. The error is a *[Refusal].
func Read(item Item) (Document, error) {
	format, reason := sniff(item.Data)
	if reason != "" {
		return Document{}, &Refusal{File: item.Name, Reason: reason}
	}
	var raw parse.Raw
	var err error
	switch format {
	case formatPDF:
		raw, err = readPDF(item.Data)
	case formatDOCX:
		raw, err = readDOCX(item.Data)
	case formatAKN:
		raw, err = readAKN(item.Data)
	case formatHTML:
		raw, err = readHTML(item.Data)
	default:
		raw, err = readText(item.Data)
	}
	if err == nil {
		err = judge(&raw)
	}
	if err != nil {
		return Document{}, refusal(item.Name, err)
	}
	raw.Name = baseName(item.Name)
	sum := sha256.Sum256(item.Data)
	return Document{
		Source: graph.Source{Name: raw.Name, Format: format, Digest: hex.EncodeToString(sum[:]), Size: len(item.Data)},
		Raw:    raw,
	}, nil
}

// A fault is a Refusal without the file's name, which Read adds.
type fault struct{ place, reason string }

func (f *fault) Error() string { return f.place + ": " + f.reason }

func refusal(file string, err error) error {
	if f, ok := errors.AsType[*fault](err); ok {
		return &Refusal{File: file, Place: f.place, Reason: f.reason}
	}
	return &Refusal{File: file, Reason: err.Error()}
}

// baseName drops folders and archives from a name. A symbol that was fetched keeps its slashes: it is no path.
func baseName(name string) string {
	if i := strings.LastIndexByte(name, '!'); i >= 0 {
		name = name[i+1:]
	}
	if strings.Contains(name, "://") {
		return name
	}
	return path.Base(strings.ReplaceAll(name, "\\", "/"))
}

// sniff tells the format from the bytes; reason says why they are no document.
func sniff(data []byte) (format, reason string) {
	head := data[:min(len(data), 64<<10)]
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return "", "empty"
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return formatPDF, ""
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return formatDOCX, ""
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return "", "an old Word file (.doc), which is not read: save it as DOCX or PDF"
	case bytes.HasPrefix(text, []byte("{\\rtf")):
		return "", "rich text (RTF), which is not read: save it as DOCX or PDF"
	case bytes.HasPrefix(text, []byte("{\"")), bytes.HasPrefix(text, []byte("[{")):
		return "", "JSON, not a document"
	case len(text) == 0 || text[0] != '<':
		return formatText, ""
	}
	return sniffMarkup(head)
}

// sniffMarkup tells a document in markup from a plain text that begins with "<": scanned pages begin with "<!-- Page 1 -->".
func sniffMarkup(head []byte) (format, reason string) {
	lower := bytes.ToLower(head)
	switch {
	case bytes.Contains(lower, []byte("<akomantoso")):
		return formatAKN, ""
	case bytes.Contains(lower, []byte("<html")), bytes.Contains(lower, []byte("<!doctype html")), bytes.Contains(lower, []byte("<body")),
		bytes.Contains(lower, []byte("<div")), bytes.Contains(lower, []byte("<p>")), bytes.Contains(lower, []byte("<p ")):
		return formatHTML, ""
	case bytes.Contains(lower, []byte("<?xml")):
		return "", "XML, but not Akoma Ntoso"
	}
	return formatText, ""
}
