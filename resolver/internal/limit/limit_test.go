package limit_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"recital/resolver/internal/limit"
)

func parsed(t testing.TB, query string) *ast.QueryDocument {
	t.Helper()
	doc, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestShapeAtItsLimits(t *testing.T) {
	limits := limit.Limits{Depth: 3, Aliases: 2, RootFields: 2, Directives: 2, Names: 2, Fields: 8}.Complete()
	for _, tc := range []struct {
		name, within, beyond string
		want                 limit.Kind
	}{
		{"depth", "{a{b{c}}}", "{a{b{c{d}}}}", limit.Depth},
		{"depth through fragments", "{a{...f}} fragment f on T {b{c}}", "{a{...f}} fragment f on T {b{...g}} fragment g on T {c{d}}", limit.Depth},
		{"depth through inline fragments", "{a{...{b{...{c}}}}}", "{a{...{b{...{c{d}}}}}}", limit.Depth},
		{"aliases", "{a{x:b y:b}}", "{a{x:b y:b z:b}}", limit.Aliases},
		{"aliases through a fragment twice", "{a{...f}} fragment f on T {x:b}", "{a{...f} b{...f}} fragment f on T {x:b y:c}", limit.Aliases},
		{"root fields", "{a b}", "{a b c}", limit.RootFields},
		{"root fields through a fragment", "{...f} fragment f on Query {a b}", "{...f c} fragment f on Query {a b}", limit.RootFields},
		{"directives", "{a @x @y}", "{a @x b @y @z}", limit.Directives},
		{"directives everywhere", "query @x {a ...@y {b}}", "query @x {a ...f @y} fragment f on T @z {b}", limit.Directives},
		{"names", "{a{b b}}", "{a{b b b}}", limit.Names},
		{"names through merged fields", "{a{b} a{b}}", "{a{b b} a{b}}", limit.Names},
		{"names through fragments", "{a{b ...f}} fragment f on T {b}", "{a{b ...f ...g}} fragment f on T {b} fragment g on T {b}", limit.Names},
		{"fields", "{a{b c d} e{f g h}}", "{a{b c d} e{f g h i}}", limit.Fields},
		{"fields through fragments", "{a{...f ...g} b{...f}} fragment f on T {c} fragment g on T {d}", "{a{...f} b{...f}} fragment f on T {c d e g}", limit.Fields},
		{"an unused fragment", "{a} fragment f on T {b b}", "{a} fragment f on T {b b b}", limit.Names},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if err := limit.Shape(parsed(t, tc.within), limits); err != nil {
				t.Errorf("within: %v", err)
			}
			var exceeded *limit.Exceeded
			if err := limit.Shape(parsed(t, tc.beyond), limits); !errors.As(err, &exceeded) || exceeded.What != tc.want {
				t.Errorf("beyond: %v, want %s", err, tc.want)
			}
		})
	}
}

func TestShapeIsLinear(t *testing.T) {
	limits := limit.Limits{Depth: 1 << 30}.Complete()
	for name, each := range map[string]string{
		"side by side":   "...NEXT ...NEXT",
		"one in another": "x: a{...NEXT} y: a{...NEXT}",
		"merged":         "a{...NEXT} a{...NEXT}",
	} {
		var b strings.Builder
		b.WriteString("{a{...f0}}")
		const n = 300
		for i := range n {
			fmt.Fprintf(&b, " fragment f%d on T {%s}", i, strings.ReplaceAll(each, "NEXT", fmt.Sprintf("f%d", i+1)))
		}
		fmt.Fprintf(&b, " fragment f%d on T {a}", n)
		doc := parsed(t, b.String())
		start := time.Now()
		_ = limit.Shape(doc, limits) //  refused or not, it must be quick
		if took := time.Since(start); took > time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

func TestText(t *testing.T) {
	limits := limit.Limits{Bytes: 2000}.Complete()
	long := strings.Repeat("a", 201)
	for _, tc := range []struct {
		name, text string
		want       limit.Kind
	}{
		{"short", "{a}", ""},
		{"long name", "{" + long + "}", limit.Characters},
		{"in a string", `{a(b: "` + long + `")}`, ""},
		{"in a string with a quotation mark", `{a(b: "\"` + long + `")}`, ""},
		{"in a block string", `{a(b: """` + long + `" """)}`, ""},
		{"after a string", `{a(b: "c")` + long + `}`, limit.Characters},
		{"in a comment", "{a #" + long + "\n}", ""},
		{"after a comment", "{a #\n" + long + "}", limit.Characters},
		{"a string that does not end", `{a(b: "` + long, ""},
		{"a text that is too long", strings.Repeat(" ", 2001), limit.Bytes},
	} {
		t.Run(tc.name, func(t *testing.T) {
			err := limit.Text(tc.text, limits)
			var exceeded *limit.Exceeded
			if errors.As(err, &exceeded) != (tc.want != "") || exceeded != nil && exceeded.What != tc.want {
				t.Errorf("%v, want %q", err, tc.want)
			}
		})
	}
}

// TestEstimate is the price list. Only where a variable stands in what is priced may another have another price.
func TestEstimate(t *testing.T) {
	text, err := os.ReadFile("../../../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := gqlparser.LoadSchema(&ast.Source{Input: string(text)})
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		query     string
		variables map[string]any
		want      int
	}{
		{`{__typename}`, nil, 0},
		{`{__schema{types{name}}}`, nil, 100},
		{`{node(id:"a"){id}}`, nil, 1},
		{`{nodes(ids:["a","b","c"]){id}}`, nil, 3},
		{`query($i:[ID!]!){nodes(ids:$i){id}}`, map[string]any{"i": []any{"a", "b"}}, 2},
		{`query($i:ID!){nodes(ids:["a",$i]){id}}`, map[string]any{"i": "b"}, 2},
		{`query($i:ID!){node(id:$i){id}}`, map[string]any{"i": "a"}, 1}, // looked up at the same price whatever it is
		{`{resolution(symbol:"a"){id title}}`, nil, 4},
		{`{instruments{nodes{id}}}`, nil, 21},
		{`{instruments(first:5){nodes{id} pageInfo{endCursor} totalCount}}`, nil, 12},
		{`query($n:Int){instruments(first:$n){nodes{id}}}`, map[string]any{"n": int64(7)}, 8},
		{`{instruments(last:5){edges{node{id}}}}`, nil, 11},
		{`{instruments(first:10){nodes{cites(first:10){nodes{target{id}}}}}}`, nil, 221},
		{`{instruments(first:1){facets(keys:[BODY,YEAR]){key}}}`, nil, 22},
		{`{search(text:"a",first:1){nodes{snippet}}}`, nil, 2002},
		{`{chain(start:"a",limit:10){steps{node{id}} links{count}}}`, nil, 51},
		{`{chain(start:"a"){steps{depth}}}`, nil, 211},
		{`{paths(from:"a",to:"b",count:2){paths{hops{count}}}}`, nil, 69},
		{`{matrix(size:2){cells{count}}}`, nil, 46},
		{`{mandates(first:1){nodes{state answers{id}}}}`, nil, 45},
		{`{instruments(first:2){...f}} fragment f on InstrumentConnection{nodes{...g ...g}} fragment g on Instrument{paragraph(place:"a"){id}}`, nil, 7},
	} {
		doc, errs := gqlparser.LoadQueryWithRules(schema, tc.query, rules.NewDefaultRules())
		if len(errs) > 0 {
			t.Fatalf("%s: %v", tc.query, errs)
		}
		got, varies := limit.Estimate(doc, doc.Operations[0], tc.variables)
		if wantVaries := tc.variables != nil && tc.variables["i"] != "a"; got != tc.want || varies != wantVaries {
			t.Errorf("%s: %d, varies %v, want %d, %v", tc.query, got, varies, tc.want, wantVaries)
		}
	}
}
