//go:build unix

package loader

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"recital/loader/extract"
	"recital/loader/parse"
	"recital/loader/source"
)

// BenchmarkCorpus measures, over the documents under the folders, archives and files that $RECITAL_CORPUS lists (separated as in
// $PATH), megabytes of UTF-8 text for each second of processor time, the collector's included: run it with GOMAXPROCS=1.
//
//	parse     text in memory to paragraphs
//	extract   paragraphs to citations, rights, actors and mandates
//	text      both: text in memory to all that it says, with evidence
//	document  text in memory to the document of the graph
//	file      bytes of the file to the document of the graph
func BenchmarkCorpus(b *testing.B) {
	items, texts := benchCorpus(b)
	loader := newLoader(b)
	var size int64
	for i := range texts {
		size += int64(len(texts[i].Raw.Text))
	}
	parsed := make([]parse.Document, len(texts))
	inputs := make([]extract.Input, len(texts))
	for i, read := range texts {
		document, err := parse.Parse(read.Raw)
		if err != nil {
			b.Fatal(err)
		}
		parsed[i], inputs[i] = document, loader.input(read, document)
	}
	each := func(name string, step func(i int) error) {
		b.Run(name, func(b *testing.B) {
			before := processorTime(b)
			for b.Loop() {
				for i := range texts {
					if err := step(i); err != nil {
						b.Fatal(err)
					}
				}
			}
			spent := processorTime(b) - before
			b.ReportMetric(float64(size)*float64(b.N)/1e6/spent.Seconds(), "MB/cpu-s")
			b.ReportMetric(float64(size)/1e6, "MB")
		})
	}
	each("parse", func(i int) error {
		_, err := parse.Parse(texts[i].Raw)
		return err
	})
	each("extract", func(i int) error {
		loader.extractor.Extract(inputs[i])
		return nil
	})
	each("text", func(i int) error {
		document, err := parse.Parse(texts[i].Raw)
		loader.extractor.Extract(loader.input(texts[i], document))
		return err
	})
	each("document", func(i int) error {
		_, err := loader.Digest(texts[i])
		return err
	})
	each("file", func(i int) error {
		_, err := loader.Read(items[i])
		return err
	})
}

// benchCorpus reads the corpus into memory; what is refused is left out.
func benchCorpus(b *testing.B) ([]source.Item, []source.Document) {
	b.Helper()
	corpus := os.Getenv("RECITAL_CORPUS")
	if corpus == "" {
		b.Skip("RECITAL_CORPUS is not set")
	}
	var items []source.Item
	var texts []source.Document
	for item, err := range source.Walk(b.Context(), filepath.SplitList(corpus), source.Options{}) {
		if IsRefusal(err) {
			continue
		}
		if err != nil {
			b.Fatal(err)
		}
		read, err := source.Read(item)
		if err != nil {
			continue
		}
		if _, err := parse.Parse(read.Raw); err != nil {
			continue
		}
		items, texts = append(items, item), append(texts, read)
	}
	return items, texts
}

// processorTime is what the process has used: wall time says nothing on a machine that others use too.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
