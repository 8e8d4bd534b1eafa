package scalar

import (
	"fmt"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"

	"recital/graph"
)

// Unknown words of an enum in a request are refused by validation, against the schema, before they come here.

// MarshalAct writes an act in capitals, "takes-note" as TAKES_NOTE; no act is null.
func MarshalAct(a graph.Act) graphql.Marshaler { return word(ActName(a)) }

// ActName is the act's name in the schema.
func ActName(a graph.Act) string {
	if name, known := actNames()[a]; known {
		return name
	}
	return actName(a)
}

// actNames are those of the acts that the domain knows: every citation of an answer has one.
var actNames = sync.OnceValue(func() map[graph.Act]string {
	names := make(map[graph.Act]string)
	for _, a := range graph.Acts() {
		names[a] = actName(a)
	}
	return names
})

func actName(a graph.Act) string {
	return strings.ToUpper(strings.ReplaceAll(string(a), "-", "_"))
}

// UnmarshalAct reads an act.
func UnmarshalAct(v any) (graph.Act, error) {
	s, err := text("Act", v)
	return graph.Act(strings.ToLower(strings.ReplaceAll(s, "_", "-"))), err
}

// MarshalBasis writes a basis.
func MarshalBasis(b graph.Basis) graphql.Marshaler { return word(string(b)) }

// UnmarshalBasis reads a basis.
func UnmarshalBasis(v any) (graph.Basis, error) { return enum[graph.Basis]("Basis", v) }

// MarshalDirection writes a direction.
func MarshalDirection(d graph.Direction) graphql.Marshaler { return word(string(d)) }

// UnmarshalDirection reads a direction.
func UnmarshalDirection(v any) (graph.Direction, error) { return enum[graph.Direction]("Direction", v) }

// MarshalFacetKey writes a facet key.
func MarshalFacetKey(k graph.FacetKey) graphql.Marshaler { return word(string(k)) }

// UnmarshalFacetKey reads a facet key.
func UnmarshalFacetKey(v any) (graph.FacetKey, error) { return enum[graph.FacetKey]("FacetKey", v) }

// MarshalFindingKind writes a kind of finding.
func MarshalFindingKind(k graph.FindingKind) graphql.Marshaler { return word(string(k)) }

// UnmarshalFindingKind reads a kind of finding.
func UnmarshalFindingKind(v any) (graph.FindingKind, error) {
	return enum[graph.FindingKind]("FindingKind", v)
}

// MarshalHitClass writes a class of hits.
func MarshalHitClass(c graph.Class) graphql.Marshaler {
	switch c {
	case graph.SymbolMatch:
		return word("SYMBOL")
	case graph.TitleMatch:
		return word("TITLE")
	case graph.TextMatch:
		return word("TEXT")
	default:
		return graphql.Null
	}
}

// UnmarshalHitClass reads a class of hits.
func UnmarshalHitClass(v any) (graph.Class, error) {
	switch v {
	case "SYMBOL":
		return graph.SymbolMatch, nil
	case "TITLE":
		return graph.TitleMatch, nil
	case "TEXT":
		return graph.TextMatch, nil
	default:
		return 0, fmt.Errorf("%w: no HitClass is %v", ErrInput, v)
	}
}

// MarshalHolding writes a holding.
func MarshalHolding(h graph.Holding) graphql.Marshaler { return word(string(h)) }

// UnmarshalHolding reads a holding.
func UnmarshalHolding(v any) (graph.Holding, error) { return enum[graph.Holding]("Holding", v) }

// MarshalInstrumentKind writes a kind of instrument; one that is not known is DOCUMENT.
func MarshalInstrumentKind(k graph.InstrumentKind) graphql.Marshaler {
	if k == "" {
		k = graph.OtherDocument
	}
	return word(string(k))
}

// UnmarshalInstrumentKind reads a kind of instrument.
func UnmarshalInstrumentKind(v any) (graph.InstrumentKind, error) {
	return enum[graph.InstrumentKind]("InstrumentKind", v)
}

// MarshalLinkType writes a type of link.
func MarshalLinkType(t graph.LinkType) graphql.Marshaler { return word(string(t)) }

// UnmarshalLinkType reads a type of link.
func UnmarshalLinkType(v any) (graph.LinkType, error) { return enum[graph.LinkType]("LinkType", v) }

// MarshalNodeKind writes a kind of node in capitals.
func MarshalNodeKind(k graph.NodeKind) graphql.Marshaler { return word(strings.ToUpper(string(k))) }

// UnmarshalNodeKind reads a kind of node.
func UnmarshalNodeKind(v any) (graph.NodeKind, error) {
	s, err := text("NodeKind", v)
	if err != nil {
		return "", err
	}
	for _, kind := range graph.NodeKinds() {
		if strings.EqualFold(string(kind), s) {
			return kind, nil
		}
	}
	return "", fmt.Errorf("%w: no NodeKind is %q", ErrInput, s)
}

// orderByID is the schema's name for the domain's zero order.
const orderByID = "ID"

// MarshalNodeOrder writes an order of a list.
func MarshalNodeOrder(o graph.NodeOrder) graphql.Marshaler {
	if o == graph.ByID {
		return word(orderByID)
	}
	return word(string(o))
}

// UnmarshalNodeOrder reads an order of a list.
func UnmarshalNodeOrder(v any) (graph.NodeOrder, error) {
	s, err := text("NodeOrder", v)
	if s == orderByID {
		return graph.ByID, err
	}
	return graph.NodeOrder(s), err
}

// MarshalPart writes a division of a text.
func MarshalPart(p graph.Part) graphql.Marshaler { return word(string(p)) }

// UnmarshalPart reads a division of a text.
func UnmarshalPart(v any) (graph.Part, error) { return enum[graph.Part]("Part", v) }

// MarshalRole writes a role; no role is null.
func MarshalRole(r graph.Role) graphql.Marshaler { return word(string(r)) }

// UnmarshalRole reads a role.
func UnmarshalRole(v any) (graph.Role, error) { return enum[graph.Role]("Role", v) }

// MarshalStatus writes a status.
func MarshalStatus(s graph.Status) graphql.Marshaler { return word(string(s)) }

// UnmarshalStatus reads a status.
func UnmarshalStatus(v any) (graph.Status, error) { return enum[graph.Status]("Status", v) }

// enum reads a word that is the same in the domain and in the schema.
func enum[T ~string](what string, v any) (T, error) {
	s, err := text(what, v)
	return T(s), err
}

// MarshalMandateState writes the state of a mandate.
func MarshalMandateState(s graph.MandateState) graphql.Marshaler { return word(string(s)) }

// UnmarshalMandateState reads the state of a mandate.
func UnmarshalMandateState(v any) (graph.MandateState, error) {
	return enum[graph.MandateState]("MandateState", v)
}
