package neo4j

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"text/template"

	"recital/graph"
)

//go:embed cypher/*.cypher cypher/part/*.cypher
var cypherFiles embed.FS

// statement names a file of cypher/, without its ending.
type statement string

// Statements that read.
const (
	readAccounts    statement = "accounts"
	readCitesIn     statement = "cites_in"
	pageCitesIn     statement = "cites_in_page"
	readCitesOut    statement = "cites_out"
	pageCitesOut    statement = "cites_out_page"
	readClaims      statement = "claims"
	readCounts      statement = "count_all"
	readFacetLinks  statement = "facet_links"
	readFacetNodes  statement = "facet_nodes"
	readHops        statement = "hops"
	readKnown       statement = "known"
	readLinksIn     statement = "links_in"
	readLinksOut    statement = "links_out"
	readList        statement = "list"
	readNodes       statement = "nodes"
	readRestsOnIn   statement = "rests_on_in"
	pageRestsOnIn   statement = "rests_on_in_page"
	readRestsOnOut  statement = "rests_on_out"
	pageRestsOnOut  statement = "rests_on_out_page"
	readSearch      statement = "search"
	readSharedIDs   statement = "shared_ids"
	readSharedLinks statement = "shared_links"
	readSources     statement = "sources"
	readWalkLinks   statement = "walk_links"
	readStats       statement = "stats"
)

// Statements that write.
const (
	commitBegin      statement = "commit_begin"
	commitEnd        statement = "commit_end"
	countInstruments statement = "count_instruments"
	countNamed       statement = "count_named"
	createLinks      statement = "create_links"
	createMandates   statement = "create_mandates"
	createMentions   statement = "create_mentions"
	createNodes      statement = "create_nodes"
	createParagraphs statement = "create_paragraphs"
	deleteAliases    statement = "delete_aliases"
	deleteNodes      statement = "delete_nodes"
	deleteParts      statement = "delete_parts"
	lockDone         statement = "lock_done"
	lockKeep         statement = "lock_keep"
	lockLeave        statement = "lock_leave"
	lockTake         statement = "lock_take"
	replaceLoose     statement = "replace_loose"
	settleNodes      statement = "settle_nodes"
	writeAliases     statement = "write_aliases"
	writeLoose       statement = "write_loose"
	writeManifest    statement = "write_manifest"
	writeNodes       statement = "write_nodes"
	writeSources     statement = "write_sources"
)

// Statements that make the schema.
const (
	schemaAliases     statement = "schema_aliases"
	schemaInstruments statement = "schema_instruments"
	schemaLoad        statement = "schema_load"
	schemaNames       statement = "schema_names"
	schemaNodes       statement = "schema_nodes"
	schemaSources     statement = "schema_sources"
	schemaSymbols     statement = "schema_symbols"
	schemaWait        statement = "schema_wait"
	schemaWords       statement = "schema_words"
)

// allStatements lists every name above; a fresh slice each call.
func allStatements() []statement {
	return []statement{
		commitBegin, commitEnd, countInstruments, countNamed, createLinks, createMandates, createMentions, createNodes, createParagraphs, deleteAliases, deleteNodes,
		deleteParts, lockDone, lockKeep, lockLeave, lockTake, readAccounts, readCitesIn, readCitesOut, readClaims, readCounts,
		readFacetLinks, readFacetNodes, readHops, readKnown,
		pageCitesIn, pageCitesOut, pageRestsOnIn, pageRestsOnOut,
		readLinksIn, readLinksOut, readList, readNodes, readRestsOnIn, readRestsOnOut, readSearch, readSharedIDs, readSharedLinks, readSources, readStats, readWalkLinks, replaceLoose,
		schemaAliases, schemaInstruments, schemaLoad, schemaNames, schemaNodes, schemaSources, schemaSymbols, schemaWait, schemaWords,
		settleNodes, writeAliases, writeLoose, writeManifest, writeNodes, writeSources,
	}
}

// readerStatements lists those that graph.Reader and graph.Walker are answered with, in the order in which somebody who begins to look around
// needs them; a fresh slice each call.
func readerStatements() []statement {
	return []statement{
		readStats, readSearch, readNodes, readCitesOut, readCitesIn, readLinksIn, readLinksOut, readHops, readWalkLinks, readList, readFacetNodes, readFacetLinks,
		readRestsOnOut, readRestsOnIn, pageCitesOut, pageCitesIn, pageRestsOnOut, pageRestsOnIn,
	}
}

// language begins every statement, so that a server whose default is a newer Cypher reads it as it was meant.
const language = "CYPHER 5\n"

// statements are the texts of all statements. Some are put together for each question, of the conditions that it has.
type statements struct {
	fixed    map[statement]string
	composed map[statement]*template.Template
}

// text returns what is sent for a question with the parameters.
func (s *statements) text(name statement, parameters map[string]any) (string, error) {
	composed := s.composed[name]
	if composed == nil {
		return s.fixed[name], nil
	}
	var b strings.Builder
	if err := composed.Execute(&b, parameters["p"]); err != nil {
		return "", fmt.Errorf("statement %s: %w", name, err)
	}
	return b.String(), nil
}

// loadStatements reads all statements and checks them: one for each name, no file without a name, each a single statement in
// the language. Comments are left out of what is sent.
func loadStatements() (*statements, error) {
	parts, err := statementParts()
	if err != nil {
		return nil, err
	}
	texts, err := cypherTexts("cypher")
	if err != nil {
		return nil, err
	}
	names := allStatements()
	loaded := &statements{make(map[statement]string), make(map[statement]*template.Template)}
	for file, text := range texts {
		name := statement(file)
		switch {
		case !slices.Contains(names, name):
			return nil, fmt.Errorf("statement %s: nothing uses it", name)
		case !strings.HasPrefix(text, language):
			return nil, fmt.Errorf("statement %s: does not begin with %q", name, strings.TrimSpace(language))
		case strings.Contains(text, ";"):
			return nil, fmt.Errorf("statement %s: more than one statement", name)
		case !strings.Contains(text, "{{"):
			loaded.fixed[name] = text
			continue
		}
		if loaded.composed[name], err = parts.New(string("statement " + name)).Parse(text); err != nil {
			return nil, fmt.Errorf("statement %s: %w", name, err)
		}
	}
	for _, name := range names {
		if loaded.fixed[name] == "" && loaded.composed[name] == nil {
			return nil, fmt.Errorf("statement %s: no such file", name)
		}
	}
	return loaded, nil
}

// statementParts reads what composed statements have in common, each part beginning a line.
func statementParts() (*template.Template, error) {
	texts, err := cypherTexts("cypher/part")
	if err != nil {
		return nil, err
	}
	parts := template.New("").Option("missingkey=error").Funcs(template.FuncMap{
		"set":  func(v any) bool { return v != nil },
		"keys": func(p map[string]any) string { return strings.Join(sortKeys(p), ", ") },
		"sorting": func(p map[string]any) string {
			way := ""
			if p["backward"] == true {
				way = " DESC"
			}
			return strings.Join(sortKeys(p), way+", ") + way
		},
		"ahead":  func(p map[string]any) string { return beside(sortKeys(p), p["backward"] == true, "") },
		"behind": func(p map[string]any) string { return beside(sortKeys(p), p["backward"] != true, "=") },
	})
	for name, text := range texts {
		if _, err := parts.New(name).Parse("\n" + strings.TrimSpace(text)); err != nil {
			return nil, fmt.Errorf("part %s of statements: %w", name, err)
		}
	}
	return parts, nil
}

// sortKeys names what nodes are sorted by in the order that parameters ask for, as part/place.cypher has it; a fresh slice each call.
func sortKeys(parameters map[string]any) []string {
	switch parameters["order"] {
	case string(graph.ByText):
		return []string{"home", "place", "id"}
	case string(graph.ByID):
		return []string{"id"}
	}
	return []string{"rank", "id"}
}

// beside says in Cypher that keys lie on one side of those of the bound, or on it where equal is "=".
func beside(keys []string, before bool, equal string) string {
	sign := ">"
	if before {
		sign = "<"
	}
	key := keys[0]
	if len(keys) == 1 {
		return key + " " + sign + equal + " $p." + key
	}
	return fmt.Sprintf("%s %s $p.%s OR %s = $p.%s AND (%s)", key, sign, key, key, key, beside(keys[1:], before, equal))
}

// cypherTexts reads the files of a folder by their names without the ending, comments left out.
func cypherTexts(folder string) (map[string]string, error) {
	files, err := fs.Glob(cypherFiles, folder+"/*.cypher")
	if err != nil {
		return nil, fmt.Errorf("read the statements: %w", err)
	}
	texts := make(map[string]string, len(files))
	for _, file := range files {
		content, err := fs.ReadFile(cypherFiles, file)
		if err != nil {
			return nil, fmt.Errorf("read statement %s: %w", file, err)
		}
		texts[strings.TrimSuffix(path.Base(file), ".cypher")] = withoutComments(string(content))
	}
	return texts, nil
}

// withoutComments drops the lines that are comments.
func withoutComments(text string) string {
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool {
		return strings.HasPrefix(strings.TrimSpace(line), "//")
	})
	return strings.Join(lines, "\n")
}
