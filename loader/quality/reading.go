package quality

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"recital/graph"
	"recital/loader/catalog"
)

// Columns of a file of readings.
const (
	readingSymbol = iota
	readingParagraph
	readingKind // citation, right, actor, addressee, mandate
	readingID
	readingProduct // of a mandate, for people: it is not compared
	readingForum
	readingSession
	readingSure // yes, or no
	readingColumns
)

// ScoreReadings measures what is read of texts against readings of single paragraphs by hand (readings.tsv says its form), one report each for
// citations, rights, actors, addressees and mandates. What the reader doubted counts neither way. The texts are files of the folder, named after
// their symbols.
func ScoreReadings(ctx context.Context, reader Reader, file, texts string, c *catalog.Catalog) ([]*Report, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("score %s: %w", file, err)
	}
	all, err := parseReadings(string(data))
	if err != nil {
		return nil, fmt.Errorf("score %s: %w", file, err)
	}
	for i := range all {
		all[i].text = filepath.Join(texts, strings.ReplaceAll(all[i].Symbol, "/", "_")+".txt")
	}
	names := make(map[string]string)
	for _, instrument := range c.Instruments() {
		names[string(instrument.ID)] = strings.ToUpper(instrument.Symbol.String())
	}
	return scoreEach(ctx, reader, names, "readings", all)
}

// parseReadings reads the rows; those of one text stand together.
func parseReadings(data string) ([]annotated, error) {
	var all []annotated
	for row, err := range tableRows(data, readingColumns) {
		if err != nil {
			return nil, err
		}
		cells := row.cells
		if cells[readingSymbol] == "symbol" { // the names of the columns
			continue
		}
		if len(all) == 0 || all[len(all)-1].Symbol != cells[readingSymbol] {
			all = append(all, annotated{annotation: annotation{Symbol: cells[readingSymbol]}})
		}
		if err := all[len(all)-1].add(cells); err != nil {
			return nil, fmt.Errorf("row %d: %w", row.number, err)
		}
	}
	return all, nil
}

// add adds the entry of one row.
func (a *annotation) add(cells []string) error {
	label, id, status := cells[readingParagraph], cells[readingID], sureStatus
	if cells[readingSure] != "yes" {
		status = doubtedStatus
	}
	switch kind := cells[readingKind]; kind {
	case "citation":
		if symbol, err := graph.ParseSymbol(id); err == nil {
			id = symbol.String()
		}
		a.Citations = append(a.Citations, goldEntry{Label: label, Target: id, Status: status})
	case "right":
		a.Rights = append(a.Rights, goldEntry{Label: label, ID: id, Status: status})
	case "actor":
		a.Actors = append(a.Actors, goldActor{Label: label, ID: id, Status: status, Agreed: status == sureStatus})
	case "addressee": // named for sure
		a.Actors = append(a.Actors, goldActor{Label: label, ID: id, Status: sureStatus, Addressee: true, Agreed: status == sureStatus})
	case "mandate":
		m := goldMandate{Label: label, Status: status}
		if id != "" {
			m.Addressee = &id
		}
		if session := cells[readingSession]; session != "" {
			n, err := strconv.Atoi(session)
			if err != nil {
				return fmt.Errorf("session: %w", err)
			}
			m.Session = &n
		}
		a.Mandates = append(a.Mandates, m)
	default:
		return fmt.Errorf("kind %q is not known", kind)
	}
	return nil
}
