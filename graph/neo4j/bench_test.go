package neo4j_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/graph/neo4j"
	"recital/graph/neo4j/neo4jtest"
)

// corpus returns documents of thirty paragraphs, each with a citation, a right and an actor: some 130 rows a document.
func corpus(documents int) []*graph.Document {
	const paragraphs = 30
	privacy := &graph.Right{ID: "right:privacy", Title: "Right to privacy"}
	var out []*graph.Document
	for n := range documents {
		id := graph.ID(fmt.Sprintf("A/RES/96/%d", n))
		w := graphtest.Write(graph.Instrument{
			ID: id, Symbol: graph.MustParseSymbol(string(id)), Kind: graph.Resolution, Title: fmt.Sprintf("Question number %d of the agenda", n),
			Date: graph.MustParseDate("2041-12-01"), Body: graph.GeneralAssembly, Session: "96",
		})
		for p := range paragraphs {
			cited := graph.MustParseSymbol(fmt.Sprintf("A/RES/%d/%d", 60+p, (n*7+p)%300))
			actor := &graph.Actor{ID: graph.ActorID(fmt.Sprintf("body-%d", p)), Title: "A body of the Organization"}
			w.Paragraph(graph.Place(fmt.Sprintf("OP%d", p+1)), graph.Operative, graph.Requests,
				"Requests the Organization, recalling its earlier resolution on the matter, to respect privacy in all that it does, "+
					"and to report on this to the General Assembly at its next session under the item of the same name;").
				Cites("earlier resolution", &graph.Instrument{
					ID: cited.ID(), Symbol: cited, Kind: graph.Resolution, Body: graph.GeneralAssembly, Basis: graph.FromCitations,
				}).
				Names("privacy", privacy, "").
				Names("the Organization", actor, graph.Addressee)
		}
		w.Paragraph("OP31", graph.Operative, graph.Recalls, "Recalls the resolution that all resolutions recall;").
			Cites("the resolution that all resolutions recall", &graph.Instrument{
				ID: popular, Symbol: graph.MustParseSymbol(string(popular)), Kind: graph.Resolution, Body: graph.GeneralAssembly,
				Basis: graph.FromCitations,
			})
		out = append(out, w.Done())
	}
	return out
}

// popular is what every document of the corpus cites.
const popular graph.ID = "A/RES/50/1"

// openBench opens a store that is closed at the benchmark's end.
func openBench(b *testing.B, server *neo4jtest.Server) *neo4j.Store {
	b.Helper()
	store, err := neo4j.Open(b.Context(), neo4j.Options{URL: server.URL(), Timeout: patience})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := store.Close(); err != nil {
			b.Error(err)
		}
	})
	return store
}

// BenchmarkLinks measures pages of the lists of links with their counts through the store, against statements that anybody would write for
// the same answers through the driver.
func BenchmarkLinks(b *testing.B) {
	server := neo4jtest.Shared(b)
	store := openBench(b, server)
	if err := store.Apply(b.Context(), sequence(corpus(300)...)); err != nil {
		b.Fatal(err)
	}
	before, err := store.Links(b.Context(), []graph.ID{popular}, graph.LinkFilter{
		Types: []graph.LinkType{graph.Cites}, Direction: graph.In,
	}, graph.PageRequest{First: graph.MaxPage})
	if err != nil || len(before[0].Edges) != graph.MaxPage {
		b.Fatal(len(before), err)
	}
	later := graph.PageRequest{First: 20, Total: true, After: before[0].Edges[graph.MaxPage-1].Cursor}
	for _, c := range []struct {
		name  string
		id    graph.ID
		f     graph.LinkFilter
		raw   string
		total int
		page  graph.PageRequest // zero: the first page
	}{
		{"cites", "A/RES/96/7", graph.LinkFilter{Types: []graph.LinkType{graph.Cites}}, `
			MATCH (n:Instrument {id: $id}) WITH n, COUNT { (n)<-[:PART_OF]-(:Paragraph)-[:CITES]->() } AS total
			MATCH (n)<-[:PART_OF]-(p:Paragraph)-[c:CITES]->(cited:Instrument)
			RETURN total, p, c, cited, n ORDER BY c.order LIMIT 20`, 31, graph.PageRequest{}},
		{"cited by", popular, graph.LinkFilter{Types: []graph.LinkType{graph.Cites}, Direction: graph.In}, `
			MATCH (n:Instrument {id: $id}) WITH n, COUNT { (n)<-[:CITES]-(:Paragraph) } AS total
			MATCH (n)<-[c:CITES]-(p:Paragraph) WITH total, c, p ORDER BY c.date DESC, c.owner, c.order LIMIT 20
			MATCH (by:Instrument {id: c.owner})
			RETURN total, p, c, by ORDER BY c.date DESC, c.owner, c.order`, 300, graph.PageRequest{}},
		{"rests on", "A/RES/96/7", graph.LinkFilter{Types: []graph.LinkType{graph.RestsOn}}, `
			MATCH (n:Instrument {id: $id}) WITH n, COUNT { (n)-[:CITES]->(:Instrument) } AS total
			MATCH (n)-[c:CITES]->(cited:Instrument) WITH total, c, cited, n ORDER BY c.order LIMIT 20
			MATCH (p:Recital {id: c.paragraph})
			RETURN total, p, c, cited, n ORDER BY c.order`, 31, graph.PageRequest{}},
		{"basis of", popular, graph.LinkFilter{Types: []graph.LinkType{graph.RestsOn}, Direction: graph.In}, `
			MATCH (n:Instrument {id: $id}) WITH n, COUNT { (n)<-[:CITES]-(:Instrument) } AS total
			MATCH (n)<-[c:CITES]-(by:Instrument) WITH total, c, by ORDER BY c.date DESC, c.owner, c.order LIMIT 20
			MATCH (p:Paragraph&Recital {id: c.paragraph})
			RETURN total, p, c, by ORDER BY c.date DESC, c.owner, c.order`, 300, graph.PageRequest{}},
		{"cited by, later", popular, graph.LinkFilter{Types: []graph.LinkType{graph.Cites}, Direction: graph.In}, `
			MATCH (n:Instrument {id: $id}) WITH n, COUNT { (n)<-[:CITES]-(:Paragraph) } AS total
			MATCH (n)<-[c:CITES]-(p:Paragraph) WITH total, c, p ORDER BY c.date DESC, c.owner, c.order SKIP 100 LIMIT 20
			MATCH (by:Instrument {id: c.owner})
			RETURN total, p, c, by ORDER BY c.date DESC, c.owner, c.order`, 300, later},
		{"cited by, last", popular, graph.LinkFilter{Types: []graph.LinkType{graph.Cites}, Direction: graph.In}, `
			MATCH (n:Instrument {id: $id}) WITH n, COUNT { (n)<-[:CITES]-(:Paragraph) } AS total
			MATCH (n)<-[c:CITES]-(p:Paragraph) WITH total, c, p ORDER BY c.date, c.owner DESC, c.order DESC LIMIT 20
			MATCH (by:Instrument {id: c.owner})
			RETURN total, p, c, by ORDER BY c.date DESC, c.owner, c.order`, 300, graph.PageRequest{Last: 20, Total: true}},
		{"cited by, filtered", popular, graph.LinkFilter{
			Types: []graph.LinkType{graph.Cites}, Direction: graph.In, Acts: []graph.Act{graph.Recalls, graph.Notes},
		}, `
			MATCH (n:Instrument {id: $id}) WITH n, COUNT { (n)<-[c:CITES]-(:Paragraph) WHERE c.act IN ['recalls', 'notes'] } AS total
			MATCH (n)<-[c:CITES]-(p:Paragraph) WHERE c.act IN ['recalls', 'notes']
			WITH total, c, p ORDER BY c.date DESC, c.owner, c.order LIMIT 20
			MATCH (by:Instrument {id: c.owner})
			RETURN total, p, c, by ORDER BY c.date DESC, c.owner, c.order`, 300, graph.PageRequest{}},
	} {
		if c.page == (graph.PageRequest{}) {
			c.page = graph.PageRequest{First: 20, Total: true}
		}
		b.Run(c.name, func(b *testing.B) {
			d := openDriver(b, server)
			ask := func() {
				pages, err := store.Links(b.Context(), []graph.ID{c.id}, c.f, c.page)
				if err != nil || len(pages[0].Edges) != 20 || pages[0].Total != c.total {
					b.Fatal(pages, err)
				}
			}
			raw := func() {
				answer, err := driver.ExecuteQuery(b.Context(), d, c.raw, map[string]any{"id": string(c.id)},
					driver.EagerResultTransformer, driver.ExecuteQueryWithReadersRouting(), driver.ExecuteQueryWithDatabase("neo4j"))
				if err != nil || len(answer.Records) != 20 {
					b.Fatal(err)
				}
			}
			inTurn(b, ask, raw)
		})
	}
}

// openDriver opens a driver as anybody would, closed at the benchmark's end.
func openDriver(b *testing.B, server *neo4jtest.Server) driver.DriverWithContext {
	b.Helper()
	d, err := driver.NewDriverWithContext(server.URL(), driver.NoAuth())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := d.Close(context.WithoutCancel(b.Context())); err != nil {
			b.Error(err)
		}
	})
	return d
}

// inTurn measures two ways to the same answer, one call after the other, so that both meet the same server: it compiles its code
// while it runs, and other processes come and go. Reported are the medians.
func inTurn(b *testing.B, store, raw func()) {
	b.Helper()
	const warmUp = 200
	for range warmUp {
		store()
		raw()
	}
	var ours, theirs []time.Duration
	for b.Loop() {
		began := time.Now()
		store()
		between := time.Now()
		raw()
		ours, theirs = append(ours, between.Sub(began)), append(theirs, time.Since(between))
	}
	slices.Sort(ours)
	slices.Sort(theirs)
	median, other := ours[len(ours)/2], theirs[len(theirs)/2]
	b.ReportMetric(median.Seconds()*1e3, "ms/store")
	b.ReportMetric(other.Seconds()*1e3, "ms/raw")
	b.ReportMetric(float64(median)/float64(other), "store/raw")
}
