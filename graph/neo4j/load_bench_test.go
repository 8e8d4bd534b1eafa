package neo4j_test

import (
	"context"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/graph/neo4j/neo4jtest"
	"recital/loader"
	"recital/loader/catalog"
)

// BenchmarkLoad measures Apply against what anybody would write: UNWIND and MERGE of the same nodes and relationships with the same
// properties, five thousand a transaction, under the same constraint; the rows are what Apply left in the database. Both begin with an empty
// database; what Apply does besides (full-text index, other indexes, counts, titles by majority) counts as its own time. RECITAL_CORPUS
// names folders to load, with colons between; without it the documents are synthetic.
func BenchmarkLoad(b *testing.B) {
	documents := benchDocuments(b)
	server := neo4jtest.Own(b, neo4jtest.Options{Speed: neo4jtest.FullSpeed, HeapMB: 2048})
	store := openBench(b, server)
	apply := func(documents []*graph.Document) {
		if err := store.Apply(b.Context(), sequence(documents...)); err != nil {
			b.Fatal(err)
		}
	}
	empty := func() {
		if err := server.Wipe(b.Context()); err != nil {
			b.Fatal(err)
		}
		for _, index := range []string{"recital_words", "recital_names"} {
			if err := server.Run(b.Context(), "DROP INDEX "+index+" IF EXISTS"); err != nil {
				b.Fatal(err) // the first load makes it at its end
			}
		}
	}
	// Java compiles what it has seen: both ways are walked before they are measured.
	apply(documents[:min(len(documents), 300)])
	warm := readBare(b, server)
	empty()
	warm.load(b, server)

	var ours, theirs spent
	for b.Loop() {
		empty()
		ours.add(measure(b, server, func() { apply(documents) }))
		rows := readBare(b, server)
		empty()
		theirs.add(measure(b, server, func() { rows.load(b, server) }))
		if got := readBare(b, server); got.size() != rows.size() {
			b.Fatalf("the bare load made %d rows, Apply %d", got.size(), rows.size())
		}
		b.ReportMetric(float64(rows.size()), "rows")
	}
	n := float64(b.N)
	b.ReportMetric(ours.wall.Seconds()/n, "s/apply")
	b.ReportMetric(theirs.wall.Seconds()/n, "s/bare")
	b.ReportMetric(float64(ours.wall)/float64(theirs.wall), "apply/bare")
	b.ReportMetric(ours.cpu.Seconds()/n, "cpu-s/apply")
	b.ReportMetric(theirs.cpu.Seconds()/n, "cpu-s/bare")
	b.ReportMetric(float64(ours.cpu)/float64(theirs.cpu), "cpu-apply/bare")
}

// benchDocuments returns the documents to measure with.
func benchDocuments(b *testing.B) []*graph.Document {
	b.Helper()
	collected := collector{}
	folders := os.Getenv("RECITAL_CORPUS")
	if folders == "" {
		some := graphtest.Corpus(40)
		some.Documents, some.RedLinks = 600, 4000
		if err := collected.Apply(b.Context(), some.All()); err != nil {
			b.Fatal(err)
		}
		return collected.documents
	}
	catalogue, err := catalog.Load()
	if err != nil {
		b.Fatal(err)
	}
	if _, err := loader.New(catalogue).Load(b.Context(), &collected, strings.Split(folders, ":"), loader.Options{}); err != nil {
		b.Fatal(err)
	}
	return collected.documents
}

// collector is a graph.Writer that keeps the documents.
type collector struct{ documents []*graph.Document }

func (c *collector) Apply(_ context.Context, documents iter.Seq2[*graph.Document, error]) error {
	for d, err := range documents {
		if err != nil {
			return err
		}
		c.documents = append(c.documents, d)
	}
	return nil
}

// spent is what something cost: time on the clock, and on the processors, the server's and the test's together.
type spent struct{ wall, cpu time.Duration }

func (s *spent) add(more spent) { s.wall, s.cpu = s.wall+more.wall, s.cpu+more.cpu }

func measure(b *testing.B, server *neo4jtest.Server, work func()) spent {
	b.Helper()
	before, began := cpu(b, server), time.Now()
	work()
	wall := time.Since(began)
	return spent{wall: wall, cpu: cpu(b, server) - before}
}

// cpu is the processors' time that the server and this process have used.
func cpu(b *testing.B, server *neo4jtest.Server) time.Duration {
	b.Helper()
	servers, err := server.CPU()
	if err != nil {
		b.Fatal(err)
	}
	var own syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &own); err != nil {
		b.Fatal(err)
	}
	return servers + time.Duration(own.Utime.Nano()+own.Stime.Nano())
}

// bareRows are the nodes, by their labels, and the relationships, by their type, of a database.
type bareRows struct{ nodes, links map[string][]any }

func (r bareRows) size() int {
	total := 0
	for _, lists := range []map[string][]any{r.nodes, r.links} {
		for _, list := range lists {
			total += len(list)
		}
	}
	return total
}

// readBare reads what a load left of Recital's nodes and relationships.
func readBare(b *testing.B, server *neo4jtest.Server) bareRows {
	b.Helper()
	rows := bareRows{make(map[string][]any), make(map[string][]any)}
	ask := func(statement string, take func([]any)) {
		got, err := server.Rows(b.Context(), statement, nil)
		if err != nil {
			b.Fatal(err)
		}
		for _, row := range got {
			take(row)
		}
	}
	ask("MATCH (n:Recital) RETURN labels(n), n.id, properties(n)", func(row []any) {
		var labels []string
		for _, label := range row[0].([]any) {
			labels = append(labels, label.(string))
		}
		slices.Sort(labels)
		key := strings.Join(labels, ":")
		rows.nodes[key] = append(rows.nodes[key], map[string]any{"id": row[1], "props": row[2]})
	})
	ask("MATCH (a:Recital)-[r]->(b:Recital) RETURN type(r), a.id, b.id, properties(r)", func(row []any) {
		key := row[0].(string)
		rows.links[key] = append(rows.links[key], map[string]any{"from": row[1], "to": row[2], "props": row[3]})
	})
	return rows
}

// load writes the rows as anybody would.
func (r bareRows) load(b *testing.B, server *neo4jtest.Server) {
	b.Helper()
	const size = 5000
	write := func(statement string, rows []any) {
		for batch := range slices.Chunk(rows, size) {
			if _, err := server.Rows(b.Context(), statement, map[string]any{"rows": batch}); err != nil {
				b.Fatal(err)
			}
		}
	}
	for labels, rows := range r.nodes {
		write(fmt.Sprintf("UNWIND $rows AS row MERGE (n:Recital {id: row.id}) SET n = row.props SET n:%s", labels), rows)
	}
	for kind, rows := range r.links {
		write(fmt.Sprintf("UNWIND $rows AS row MATCH (a:Recital {id: row.from}) MATCH (b:Recital {id: row.to}) "+
			"MERGE (a)-[r:%s {order: row.props.order}]->(b) SET r = row.props", kind), rows)
	}
}
