package resolver

import (
	"crypto/sha256"
	"errors"
	"strings"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"recital/resolver/internal/limit"
	"recital/resolver/internal/scalar"
)

// document is a parsed document that passed the limits of shape and validation.
type document struct {
	ast           *ast.QueryDocument
	text          string
	collected     *scalar.Collected
	introspective bool              // it asks for the schema
	sum           [sha256.Size]byte // of its text
	costs         sync.Map          // int by *ast.OperationDefinition, of those whose variables change nothing about it
}

// cost is what executing one of its operations may read.
func (d *document) cost(op *ast.OperationDefinition, variables map[string]any) int {
	if cost, known := d.costs.Load(op); known {
		return cost.(int) // it holds nothing else
	}
	cost, varies := limit.Estimate(d.ast, op, variables)
	if !varies {
		d.costs.Store(op, cost)
	}
	return cost
}

// bytes is the length of its text.
func (d *document) bytes() int { return len(d.text) }

// document is that of a request, read where it was not before.
func (s *server) document(x *exchange) (*document, gqlerror.List) {
	if x.doc != nil {
		s.metrics.documents.WithLabelValues(hit).Inc()
		return x.doc, nil
	}
	s.metrics.documents.WithLabelValues(miss).Inc()
	var refusal gqlerror.List
	x.doc, refusal = s.read(x.text)
	return x.doc, refusal
}

// read reads, limits and validates a text, in that order: validation is quadratic in some shapes, the limits are linear.
func (s *server) read(text string) (*document, gqlerror.List) {
	if err := limit.Text(text, s.options.Limits); err != nil {
		return nil, s.refused(err)
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, s.options.Limits.Tokens)
	if err != nil {
		return nil, s.unparsed(err)
	}
	if len(doc.Operations) == 0 {
		return nil, s.invalid(gqlerror.List{gqlerror.Errorf("the document has no operation")})
	}
	if err := limit.Shape(doc, s.options.Limits); err != nil {
		return nil, s.refused(err)
	}
	for _, op := range doc.Operations {
		if op.Operation != ast.Query {
			refusal := gqlerror.ErrorPosf(op.Position, "the API only reads: there is no %s", op.Operation)
			return nil, coded(gqlerror.List{refusal}, NoMutation)
		}
	}
	if invalid := s.validate(doc, text); len(invalid) > 0 {
		return nil, s.invalid(invalid)
	}
	d := &document{
		ast: doc, text: text, collected: scalar.NewCollected(doc), introspective: limit.Introspective(doc),
		sum: sha256.Sum256([]byte(text)),
	}
	s.documents.Put(text, d)
	return d, nil
}

// shortText is the length in bytes of documents whose mistakes are answered with suggestions: comparing all names of the schema with
// each wrong one is for people's mistakes, which are short. A hidden schema is not told by suggestions either.
const shortText = 4096

// shownErrors bounds the errors of one answer.
const shownErrors = 10

func (s *server) validate(doc *ast.QueryDocument, text string) gqlerror.List {
	found := validator.ValidateWithRules(s.schema, doc, plainRules())
	if len(found) == 0 || len(text) > shortText || s.options.HideSchema {
		return found
	}
	again, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, s.options.Limits.Tokens)
	if err != nil {
		return found
	}
	return validator.ValidateWithRules(s.schema, again, rules.NewDefaultRules())
}

// plainRules are the rules of validation without suggestions.
func plainRules() *rules.Rules {
	r := rules.NewDefaultRules()
	r.ReplaceRule(rules.FieldsOnCorrectTypeRule.Name, rules.FieldsOnCorrectTypeRuleWithoutSuggestions.RuleFunc)
	r.ReplaceRule(rules.KnownArgumentNamesRule.Name, rules.KnownArgumentNamesRuleWithoutSuggestions.RuleFunc)
	r.ReplaceRule(rules.KnownTypeNamesRule.Name, rules.KnownTypeNamesRuleWithoutSuggestions.RuleFunc)
	r.ReplaceRule(rules.ScalarLeafsRule.Name, rules.ScalarLeafsRuleWithoutSuggestions.RuleFunc)
	r.ReplaceRule(rules.ValuesOfCorrectTypeRule.Name, rules.ValuesOfCorrectTypeRuleWithoutSuggestions.RuleFunc)
	return r
}

// refused is the answer to a document beyond a limit.
func (s *server) refused(err error) gqlerror.List {
	code, message := s.explain(err)
	s.metrics.limits.WithLabelValues(string(code)).Inc()
	return coded(gqlerror.List{gqlerror.Errorf("%s", message)}, code)
}

// unparsed is the answer to what is not GraphQL, or has too many tokens to tell.
func (s *server) unparsed(err error) gqlerror.List {
	if strings.Contains(err.Error(), "token limit") {
		return s.refused(&limit.Exceeded{What: limit.Tokens, Limit: s.options.Limits.Tokens})
	}
	var syntax *gqlerror.Error
	if !errors.As(err, &syntax) {
		syntax = gqlerror.Wrap(err)
	}
	return coded(gqlerror.List{syntax}, ParseFailed)
}

func (s *server) invalid(found gqlerror.List) gqlerror.List {
	merged := together(found)
	return coded(merged[:min(len(merged), shownErrors)], ValidationFailed)
}

// together makes one error of those that say the same, with the places of the first few: who repeats a mistake is told once.
func together(found gqlerror.List) gqlerror.List {
	var merged gqlerror.List
	of := make(map[string]*gqlerror.Error, min(len(found), shownErrors))
	for _, err := range found {
		first := of[err.Message]
		if first == nil {
			of[err.Message] = err
			merged = append(merged, err)
			continue
		}
		room := max(0, shownErrors-len(first.Locations))
		first.Locations = append(first.Locations, err.Locations[:min(room, len(err.Locations))]...)
	}
	return merged
}

// coded gives each error the code.
func coded(list gqlerror.List, code Code) gqlerror.List {
	for _, err := range list {
		err.Extensions = map[string]any{"code": string(code)}
	}
	return list
}
