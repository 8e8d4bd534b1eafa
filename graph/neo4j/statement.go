package neo4j

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed cypher/*.cypher
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
		readFacetLinks, readHops, readKnown,
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
		readStats, readSearch, readNodes, readCitesOut, readCitesIn, readLinksIn, readLinksOut, readHops, readWalkLinks, readList, readFacetLinks,
		readRestsOnOut, readRestsOnIn, pageCitesOut, pageCitesIn, pageRestsOnOut, pageRestsOnIn,
	}
}

// language begins every statement, so that a server whose default is a newer Cypher reads it as it was meant.
const language = "CYPHER 5\n"

// loadStatements reads all statements and checks them: one for each name, no file without a name, each a single statement in
// the language. Comments are left out of what is sent.
func loadStatements() (map[statement]string, error) {
	files, err := fs.ReadDir(cypherFiles, "cypher")
	if err != nil {
		return nil, fmt.Errorf("read the statements: %w", err)
	}
	names := allStatements()
	texts := make(map[statement]string, len(names))
	for _, file := range files {
		content, err := fs.ReadFile(cypherFiles, path.Join("cypher", file.Name()))
		if err != nil {
			return nil, fmt.Errorf("read statement %s: %w", file.Name(), err)
		}
		name := statement(strings.TrimSuffix(file.Name(), ".cypher"))
		text := withoutComments(string(content))
		switch {
		case !slices.Contains(names, name):
			return nil, fmt.Errorf("statement %s: nothing uses it", file.Name())
		case !strings.HasPrefix(text, language):
			return nil, fmt.Errorf("statement %s: does not begin with %q", file.Name(), strings.TrimSpace(language))
		case strings.Contains(text, ";"):
			return nil, fmt.Errorf("statement %s: more than one statement", file.Name())
		}
		texts[name] = text
	}
	for _, name := range names {
		if texts[name] == "" {
			return nil, fmt.Errorf("statement %s: no such file", name)
		}
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
