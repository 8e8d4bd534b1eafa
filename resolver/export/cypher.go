package export

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"recital/graph"
)

// statementRows is how many nodes or links one statement makes: large ones are slow to plan.
const statementRows = 200

// writeCypher writes statements that make the selection in an empty Neo4j, or add it to what is there; run twice they change nothing.
// Links between instruments are CITES there, with a count, for chains in the words people use.
func writeCypher(ctx context.Context, w *writer, s selected) error {
	for _, kind := range graph.NodeKinds() {
		w.print(fmt.Sprintf("CREATE CONSTRAINT recital_%s IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE;\n",
			strings.ToLower(string(kind)), kind))
	}
	nodes := statements{w: w, rows: make(map[string][]string)}
	for n, err := range s.nodes(ctx) {
		if err != nil {
			return err
		}
		r := nodeRecord(n)
		delete(r, "node")
		nodes.add(fmt.Sprintf("MERGE (n:%s {id: row.id}) SET n%s, n += row", n.NodeKind(), label(n)), literal(r))
	}
	nodes.flush()
	links := statements{w: w, rows: make(map[string][]string)}
	for l, err := range s.everyLink(ctx) {
		if err != nil {
			return err
		}
		links.add(linkStatement(&l.Link), linkLiteral(&l.Link))
	}
	links.flush()
	return w.err
}

// label is the instrument's second label, by its kind: "PRESIDENTIAL_STATEMENT" is PresidentialStatement.
func label(n graph.Node) string {
	i, ok := n.(*graph.Instrument)
	if !ok {
		return ":" + string(n.NodeKind())
	}
	if i.Kind == graph.OtherDocument || !slices.Contains(graph.InstrumentKinds(), i.Kind) {
		return ":OtherDocument"
	}
	var b strings.Builder
	b.WriteByte(':')
	for _, word := range strings.Split(string(i.Kind), "_") {
		b.WriteString(word[:1] + strings.ToLower(word[1:]))
	}
	return b.String()
}

// linkStatement makes links of one type between nodes of two kinds. What a link leads to may be outside the selection: then it is
// made with its id alone.
func linkStatement(l *graph.Link) string {
	kind := l.Type
	if kind == graph.RestsOn {
		kind = graph.Cites
	}
	return fmt.Sprintf("MERGE (a:%s {id: row.from}) MERGE (b:%s {id: row.to}) MERGE (a)-[r:%s {order: row.order}]->(b) SET r += row.facts",
		l.FarKind(graph.In), l.FarKind(graph.Out), kind)
}

func linkLiteral(l *graph.Link) string {
	facts := linkRecord(l)
	for _, outside := range []string{"link", "from", "to"} {
		delete(facts, outside)
	}
	return "{from: " + quoted(string(l.From)) + ", to: " + quoted(string(l.To)) + ", order: " + strconv.FormatInt(l.Order, 10) +
		", facts: " + literal(facts) + "}"
}

// statements gathers rows that the same statement makes.
type statements struct {
	w     *writer
	rows  map[string][]string // by statement
	order []string
}

func (s *statements) add(statement, row string) {
	if _, begun := s.rows[statement]; !begun {
		s.order = append(s.order, statement)
	}
	s.rows[statement] = append(s.rows[statement], row)
	if len(s.rows[statement]) == statementRows {
		s.write(statement)
	}
}

func (s *statements) write(statement string) {
	if rows := s.rows[statement]; len(rows) > 0 {
		s.w.print("UNWIND [\n", strings.Join(rows, ",\n"), "\n] AS row ", statement, ";\n")
		s.rows[statement] = rows[:0]
	}
}

func (s *statements) flush() {
	for _, statement := range s.order {
		s.write(statement)
	}
}

// literal is a record as a map of Cypher, its keys in order.
func literal(r record) string {
	var b strings.Builder
	b.WriteByte('{')
	for i, key := range slices.Sorted(maps.Keys(r)) {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(key + ": ")
		switch v := r[key].(type) {
		case string:
			b.WriteString(quoted(v))
		case []string:
			quotes := make([]string, 0, len(v))
			for _, s := range v {
				quotes = append(quotes, quoted(s))
			}
			b.WriteString("[" + strings.Join(quotes, ", ") + "]")
		default:
			fmt.Fprint(&b, v) // numbers and truth values are written alike
		}
	}
	b.WriteByte('}')
	return b.String()
}

// quoted is a string of Cypher. A line stays one line, so that shells that read line by line do.
func quoted(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s) + "'"
}
