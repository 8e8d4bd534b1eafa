package source

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"

	"recital/loader/parse"
)

const (
	// maxPages bounds a PDF: the longest resolutions have two hundred pages.
	maxPages = 3000
	// pdfWait is how long a document waits for an instance of the PDF library.
	pdfWait = 10 * time.Minute
	// pdfMemory bounds the library's memory, in pages of 64 KiB: 512 MB.
	pdfMemory = 8192
)

// pdfLibrary starts the PDF library once, at the first PDF: compiling it takes seconds. It sees no files.
var pdfLibrary = sync.OnceValues(func() (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		MinIdle: 0, MaxIdle: runtime.NumCPU(), MaxTotal: runtime.NumCPU(),
		FSConfig:      wazero.NewFSConfig(),
		RuntimeConfig: wazero.NewRuntimeConfig().WithMemoryLimitPages(pdfMemory),
	})
})

// readPDF reads the text layer of a PDF, page by page: lines in reading order, an empty line where the print has more room between them, small raised
// digits as superscripts, a form feed between pages. Pages of two columns are read column by column.
func readPDF(data []byte) (raw parse.Raw, err error) {
	pool, err := pdfLibrary()
	if err != nil {
		return parse.Raw{}, fmt.Errorf("the PDF library does not start: %w", err)
	}
	instance, err := pool.GetInstance(pdfWait)
	if err != nil {
		return parse.Raw{}, fmt.Errorf("the PDF library is busy: %w", err)
	}
	defer func() {
		if closing := instance.Close(); err == nil && closing != nil {
			err = fmt.Errorf("close the PDF library: %w", closing)
		}
	}()
	document, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return parse.Raw{}, &fault{"", pdfReason(err)}
	}
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document.Document})
	if err != nil {
		return parse.Raw{}, &fault{"", pdfReason(err)}
	}
	if count.PageCount > maxPages {
		return parse.Raw{}, &fault{"", fmt.Sprintf("%d pages, at most %d are read", count.PageCount, maxPages)}
	}
	var text strings.Builder
	for i := range count.PageCount {
		page, err := instance.GetPageTextStructured(&requests.GetPageTextStructured{
			Page: requests.Page{ByIndex: &requests.PageByIndex{Document: document.Document, Index: i}},
			Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true,
		})
		if err != nil {
			return parse.Raw{}, &fault{fmt.Sprintf("page %d", i+1), pdfReason(err)}
		}
		if i > 0 {
			text.WriteString("\n\f")
		}
		writePage(&text, glyphsOf(page.Chars))
	}
	if strings.TrimSpace(text.String()) == "" {
		return parse.Raw{}, &fault{"", "a PDF of pictures, without text"}
	}
	return parse.Raw{Text: strings.ToValidUTF8(text.String(), "\uFFFD")}, nil
}

// pdfReason says the library's error in a few words.
func pdfReason(err error) string {
	switch text := err.Error(); {
	case strings.Contains(strings.ToLower(text), "password"):
		return "a PDF with a password"
	default:
		return "damaged PDF: " + strings.TrimLeft(text, "0123456789: ")
	}
}
