package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"recital/loader"
	"recital/loader/catalog"
	"recital/loader/quality"
)

// scoreOptions are the flags of score.
type scoreOptions struct {
	mode, format, write, check, update, texts string
	show                                      int
}

func (a *app) scoreCommand() *cobra.Command {
	var o scoreOptions
	cmd := &cobra.Command{
		Use:   "score [flags] PATH...",
		Short: "Measure precision and recall against official links and annotations",
		Long: "Measures what is read against what others say of the same texts. A PATH is a file, folder or archive of AKN4UN XML with\n" +
			"official links, an hrc_silver.jsonl (its texts in the folder hrc beside it), a folder of annotations in JSON (their\n" +
			"texts in corpus/hrc beside the folder, the annotators' names in vocabulary/instruments.tsv), or a table of readings\n" +
			"(loader/quality/readings.tsv; its texts in the folder of --texts), or labels.tsv, citations read by hand, or old.tsv, old\n" +
			"texts read by hand (their texts in the folder of --texts and those beside it).",
		Example: "  recital score unxml-ga unxml-sc\n" +
			"  recital score --mode page --show 20 unxml-ga\n" +
			"  recital score --check loader/quality/scores.txt unxml-ga unxml-sc hrc_silver.jsonl gold",
		Args: arguments(1, 0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.format != "table" && o.format != "json" {
				return &usageError{fmt.Errorf("score: unknown format %q: want table or json", o.format)}
			}
			return a.score(cmd.Context(), args, o)
		},
	}
	cmd.Flags().StringVar(&o.mode, "mode", "", "rendering of XML to plain text, "+strings.Join(modeNames(), ", ")+"; or all (default clean and page)")
	cmd.Flags().StringVar(&o.format, "format", "table", "table for people, json for programs")
	cmd.Flags().IntVar(&o.show, "show", 0, "print up to this many of the missed, of the wrong, of the extra and of the unknown names, in context")
	cmd.Flags().StringVar(&o.write, "write", "", "write the numbers as a page in Markdown to this file")
	cmd.Flags().StringVar(&o.check, "check", "", "compare with the numbers in this file and fail when one has fallen")
	cmd.Flags().StringVar(&o.texts, "texts", "", "folder of the texts that a table of readings is about")
	cmd.Flags().StringVar(&o.update, "update", "", "write the numbers to this file, for --check to compare with")
	return cmd
}

func modeNames() []string {
	var names []string
	for _, mode := range quality.Modes() {
		names = append(names, string(mode))
	}
	return names
}

// modes returns the renderings asked for.
func (o scoreOptions) modes() ([]quality.Mode, error) {
	switch {
	case o.mode == "":
		return []quality.Mode{quality.Clean, quality.Page}, nil
	case o.mode == "all":
		return quality.Modes(), nil
	case slices.Contains(modeNames(), o.mode):
		return []quality.Mode{quality.Mode(o.mode)}, nil
	}
	return nil, &usageError{fmt.Errorf("score: unknown mode %q: want %s or all", o.mode, strings.Join(modeNames(), ", "))}
}

func (a *app) score(ctx context.Context, args []string, o scoreOptions) error {
	modes, err := o.modes()
	if err != nil {
		return err
	}
	catalogue, err := catalog.Load()
	if err != nil {
		return fmt.Errorf("read the catalogue: %w", err)
	}
	s := scorer{app: a, modes: modes, reader: loader.New(catalogue), catalogue: catalogue, texts: o.texts}
	reports, err := s.run(ctx, args)
	if err != nil {
		return err
	}
	for _, report := range reports {
		report.Unknown = quality.Uncatalogued(report.Unknown, catalogue)
	}
	if o.format == "json" {
		encoder := json.NewEncoder(a.stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(reports); err != nil {
			return fmt.Errorf("print: %w", err)
		}
	} else if err := a.printReports(reports, o.show); err != nil {
		return err
	}
	return a.keepScores(reports, args, o)
}

// keepScores writes the page and compares the numbers kept, where asked for.
func (a *app) keepScores(reports []*quality.Report, args []string, o scoreOptions) error {
	if o.write != "" {
		if err := os.WriteFile(o.write, quality.Markdown(reports, "recital score "+strings.Join(args, " ")), 0o644); err != nil {
			return fmt.Errorf("write the page: %w", err)
		}
	}
	if o.update != "" {
		if err := os.WriteFile(o.update, quality.Numbers(reports), 0o644); err != nil {
			return fmt.Errorf("write the numbers: %w", err)
		}
	}
	if o.check == "" {
		return nil
	}
	kept, err := os.ReadFile(o.check)
	if err != nil {
		return fmt.Errorf("read the numbers kept: %w", err)
	}
	if err := quality.Check(kept, reports); err != nil {
		return fmt.Errorf("%s: %w", o.check, err)
	}
	a.complain("recital: no number fell below %s\n", o.check)
	return nil
}

// scorer runs the measures that paths name.
type scorer struct {
	app    *app
	modes  []quality.Mode
	reader *loader.Loader

	catalogue *catalog.Catalog
	texts     string
}

// run sorts the paths by measure and runs each: links, then silver, then gold, then readings, then labels, then old texts.
func (s *scorer) run(ctx context.Context, paths []string) ([]*quality.Report, error) {
	var links, silver, gold, readings, labels, old []string
	for _, path := range paths {
		kind, err := measureOf(path)
		if err != nil {
			return nil, err
		}
		switch kind {
		case silverPath:
			silver = append(silver, path)
		case goldPath:
			gold = append(gold, path)
		case readingsPath:
			readings = append(readings, path)
		case labelsPath:
			labels = append(labels, path)
		case oldPath:
			old = append(old, path)
		default:
			links = append(links, path)
		}
	}
	reports, err := s.links(ctx, links)
	if err != nil {
		return nil, err
	}
	for _, path := range silver {
		report, err := quality.ScoreSilver(ctx, s.reader, path)
		if err != nil {
			return nil, err
		}
		reports = append(reports, report)
	}
	for _, path := range gold {
		beside := filepath.Dir(filepath.Clean(path))
		more, err := quality.ScoreGold(ctx, s.reader, quality.Gold{
			Folder: path, Texts: filepath.Join(beside, "corpus", "hrc"), Vocabulary: filepath.Join(beside, "vocabulary", "instruments.tsv"),
		})
		if err != nil {
			return nil, err
		}
		reports = append(reports, more...)
	}
	for _, path := range readings {
		more, err := quality.ScoreReadings(ctx, s.reader, path, s.texts, s.catalogue)
		if err != nil {
			return nil, err
		}
		reports = append(reports, more...)
	}
	for _, path := range labels {
		report, err := quality.ScoreLabels(ctx, s.reader, path, s.texts)
		if err != nil {
			return nil, err
		}
		reports = append(reports, report)
	}
	for _, path := range old {
		report, err := quality.ScoreOld(ctx, s.reader, path, s.texts, s.catalogue)
		if err != nil {
			return nil, err
		}
		reports = append(reports, report)
	}
	return reports, nil
}

func (s *scorer) links(ctx context.Context, paths []string) ([]*quality.Report, error) {
	if len(paths) == 0 {
		return nil, nil
	}
	links, err := quality.ReadLinks(ctx, paths)
	if err != nil {
		return nil, err
	}
	for _, reason := range links.PassedOver {
		s.app.complain("recital: passed over: %v\n", reason)
	}
	var reports []*quality.Report
	for _, mode := range s.modes {
		report, err := quality.ScoreLinks(ctx, s.reader, links.Texts, mode)
		if err != nil {
			return nil, err
		}
		reports = append(reports, report)
	}
	return reports, nil
}

// measure is what a path is measured against.
type measure int

const (
	linksPath measure = iota
	silverPath
	goldPath
	readingsPath
	labelsPath
	oldPath
)

// measureOf tells the measure of a path by what is there.
func measureOf(path string) (measure, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, &usageError{fmt.Errorf("score: %w", err)}
	}
	if !info.IsDir() {
		if strings.HasSuffix(path, ".jsonl") {
			return silverPath, nil
		}
		switch filepath.Base(path) {
		case "labels.tsv":
			return labelsPath, nil
		case "old.tsv":
			return oldPath, nil
		}
		if strings.HasSuffix(path, ".tsv") {
			return readingsPath, nil
		}
		return linksPath, nil
	}
	for _, suffix := range []string{".xml", ".json"} {
		found, err := fs.Glob(os.DirFS(path), "*"+suffix)
		if err != nil {
			return 0, fmt.Errorf("score %s: %w", path, err)
		}
		if len(found) == 0 {
			continue
		}
		if suffix == ".json" {
			return goldPath, nil
		}
		return linksPath, nil
	}
	return 0, &usageError{fmt.Errorf("score: %s holds neither XML files with links nor annotations in JSON", path)}
}

// percent prints a share as the tables have it.
func percent(share float64) string { return strconv.FormatFloat(share, 'f', 4, 64) }

func (a *app) printReports(reports []*quality.Report, show int) error {
	w := &lines{to: a.stdout}
	t := table{columns: []string{"measure", "texts", "known", "neutral", "found", "right", "wrong", "extra", "precision", "recall", "F1", "accuracy"}}
	for _, r := range reports {
		t.add(r.Measure, r.Documents, r.Total.Known, r.Neutral, r.Total.Found, r.Total.Right, r.Total.Wrong, r.Total.Extra,
			percent(r.Total.Precision()), percent(r.Total.Recall()), percent(r.Total.F1()), percent(r.Total.Accuracy()))
	}
	t.print(w)
	for _, r := range reports {
		printReport(w, r, show)
	}
	if w.err != nil {
		return fmt.Errorf("print: %w", w.err)
	}
	return nil
}

// printReport prints the tables of one measure and, where asked for, its cases.
func printReport(w *lines, r *quality.Report, show int) {
	for _, part := range []struct {
		name string
		rows []quality.Row
	}{{"kind", r.Kinds}, {"form", r.Forms}, {"body", r.Bodies}} {
		if len(part.rows) == 0 {
			continue
		}
		w.printf("\n%s, by %s\n", r.Measure, part.name)
		t := table{columns: []string{part.name, "known", "found", "right", "wrong", "extra", "F1", "accuracy"}}
		for _, row := range part.rows {
			t.add(row.Name, row.Known, row.Found, row.Right, row.Wrong, row.Extra, percent(row.F1()), percent(row.Accuracy()))
		}
		t.print(w)
	}
	if r.Calibration.Count() > 0 {
		w.printf("\n%s, by confidence: error %.4f over %d resolved citations\n", r.Measure, r.Calibration.Error(), r.Calibration.Count())
		t := table{columns: []string{"from", "citations", "right", "share"}}
		for _, b := range r.Calibration {
			t.add(fmt.Sprintf("%.2f", b.From), b.Count, b.Right, percent(float64(b.Right)/float64(max(1, b.Count))))
		}
		t.print(w)
	}
	for _, part := range []struct {
		name  string
		cases []quality.Case
	}{{"missed", r.Missed}, {"wrong", r.Wrong}, {"extra", r.Extra}} {
		if show <= 0 || len(part.cases) == 0 {
			continue
		}
		w.printf("\n%s, %s: %d of %d\n", r.Measure, part.name, min(show, len(part.cases)), len(part.cases))
		for _, c := range sample(part.cases, show) {
			w.printf("%s  %s  %s -> %s  %s\n    %s\n", c.File, c.Symbol, c.Words, c.Want, strings.Join(c.Got, "; "), c.Text)
		}
	}
	if show > 0 && len(r.Unknown) > 0 {
		w.printf("\n%s, names that no citation covers: %d of %d\n", r.Measure, min(show, len(r.Unknown)), len(r.Unknown))
		for _, n := range r.Unknown[:min(show, len(r.Unknown))] {
			w.printf("%5d in %4d texts  %s  (first in %s)\n", n.Count, n.Documents, n.Words, n.First)
		}
	}
}

// sample takes n of the cases at even distances: the same every time, from all of the texts.
func sample(cases []quality.Case, n int) []quality.Case {
	if len(cases) <= n {
		return cases
	}
	picked := make([]quality.Case, n)
	for i := range picked {
		picked[i] = cases[i*len(cases)/n]
	}
	return picked
}
