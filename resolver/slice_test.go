package resolver_test

import (
	"testing"

	"recital/resolver"
)

func TestTry(t *testing.T) {
	h := serve(t, resolver.Options{Reader: fixture(t)})
	for _, q := range []string{
		`{ resolution(symbol: "HRC 90/3") { id title cites { totalCount nodes { id target { id title } act confidence paragraph { place } evidence { quote rule words { startUtf16 endUtf16 startByte } sentence { before words after } } } } } }`,
		`{ node(id: "A/HRC/RES/90/3#PP2") { __typename id ... on Paragraph { text rights { nodes { target { ... on Right { title } } } } instrument { id } } } }`,
		`{ chain(start: "A/HRC/RES/90/3") { truncated steps { depth more node { id } } links { source { id } target { id } count evidence { quote sentence { text } } paragraph { place } citations { pinpoint } } } }`,
		`{ stats { revision nodes { kind count } bodies { body held cited } dataset { title texts } } }`,
		`{ search(text: "privacy") { totalCount nodes { node { id } class snippet pieces { text marked } } facets(keys: [BODY]) { key values { value count } } } }`,
		`{ mandates { totalCount nodes { id addressee { title } product forum session state answers { id } evidence { quote } paragraph { place } } facets(keys: [ACT, BODY]) { key values { value count } } } }`,
		`{ mentions { nodes { id status reason candidates { instrument { id } confidence } } } findings { nodes { id cites(filter: {findings: true}) { nodes { findings { kind detail } } } } } }`,
		`{ path(from: "A/HRC/RES/90/3", to: "udhr") { length nodes { id } hops { evidence { quote } } } common(instruments: ["A/HRC/RES/90/3", "A/HRC/RES/87/2"]) { shared { node { id } depths } } compare(left: "A/HRC/RES/90/3", right: "A/HRC/RES/87/2") { both { target { id } } onlyLeft { target { id } } onlyRight { target { id } } } matrix { rights { id } actors { id } cells { right actor count } } }`,
		`{ instruments(filter: {names: ["right:privacy"], asOf: "2030-01-01"}, first: 2) { totalCount nodes { id paragraphs { nodes { place mandates { id } mentions { id } } } timeline { year count } citedBy { nodes { source { id } target { id } } } } pageInfo { hasNextPage endCursor } } redLinks { nodes { id citedByCount held } } }`,
	} {
		a := post(t, h, q, nil)
		t.Logf("%d %s\n%s", a.status, q, a.body)
	}
}
