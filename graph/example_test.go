package graph_test

import (
	"fmt"

	"recital/graph"
)

func ExampleParseSymbol() {
	symbol, err := graph.ParseSymbol("A/RES/2200 A (XXI)")
	fmt.Println(symbol, err)
	fmt.Println(symbol.Body(), symbol.Session(), symbol.Number(), symbol.Letter(), symbol.Base())
	_, err = graph.ParseSymbol("A/RES/217 (III")
	fmt.Println(err)
	// Output:
	// A/RES/2200(XXI)A <nil>
	// general-assembly XXI 2200 A A/RES/2200(XXI)
	// symbol "A/RES/217 (III": byte 10: a bracket that nothing closes
}

func ExampleReadSymbol() {
	for _, text := range []string{"HRC 53/29", "53/29", "Security Council resolution 1325", "resolution 70/1 of the General Assembly"} {
		fmt.Println(graph.ReadSymbol(text))
	}
	// Output:
	// [A/HRC/RES/53/29]
	// [A/HRC/RES/53/29 A/RES/53/29]
	// [S/RES/1325(2000)]
	// [A/RES/70/1]
}

func ExampleSnippet() {
	snippet, marks := graph.Snippet("Recalling the côte and its streets,", graph.Fold("cote str"))
	for _, m := range marks {
		fmt.Println(snippet[m.Start:m.End])
	}
	// Output:
	// côte
	// streets
}
