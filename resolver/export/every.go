package export

import (
	"context"
	"iter"

	"recital/graph"
)

// partOf follows from what has parts to its parts.
var partOf = graph.LinkFilter{Types: []graph.LinkType{graph.PartOf}, Direction: graph.In}

// nodes gives every node of the selection: the instruments and the parts of each, then the rights and actors of the vocabulary.
func (s selected) nodes(ctx context.Context) iter.Seq2[graph.Node, error] {
	return func(yield func(graph.Node, error) bool) {
		for batch, err := range s.batches(ctx) {
			if err != nil {
				yield(nil, err)
				return
			}
			for _, i := range batch {
				if !yield(i, nil) {
					return
				}
			}
			for l, err := range s.partLinks(ctx, ids(batch)) {
				if err != nil {
					yield(nil, err)
					return
				}
				if !yield(l.Far, nil) {
					return
				}
			}
		}
		for n, err := range s.vocabulary(ctx) {
			if !yield(n, err) || err != nil {
				return
			}
		}
	}
}

func ids(batch []*graph.Instrument) []graph.ID {
	list := make([]graph.ID, 0, len(batch))
	for _, i := range batch {
		list = append(list, i.ID)
	}
	return list
}

// vocabulary gives the rights and the actors.
func (s selected) vocabulary(ctx context.Context) iter.Seq2[graph.Node, error] {
	return func(yield func(graph.Node, error) bool) {
		for _, kind := range []graph.NodeKind{graph.RightNode, graph.ActorNode} {
			for nodes, err := range s.list(ctx, kind) {
				if err != nil {
					yield(nil, err)
					return
				}
				for _, n := range nodes {
					if !yield(n, nil) {
						return
					}
				}
			}
		}
	}
}

// partLinks gives the links to some instruments from their parts, then those to the paragraphs among them from theirs.
func (s selected) partLinks(ctx context.Context, whole []graph.ID) iter.Seq2[*graph.LinkView, error] {
	return func(yield func(*graph.LinkView, error) bool) {
		var paragraphs []graph.ID
		for l, err := range s.linksOf(ctx, whole, partOf) {
			if err == nil && l.Far.NodeKind() == graph.ParagraphNode {
				paragraphs = append(paragraphs, l.From)
			}
			if !yield(l, err) || err != nil {
				return
			}
		}
		for at := 0; at < len(paragraphs); at += graph.MaxBatch {
			for l, err := range s.linksOf(ctx, paragraphs[at:min(at+graph.MaxBatch, len(paragraphs))], partOf) {
				if !yield(l, err) || err != nil {
					return
				}
			}
		}
	}
}

// everyLink gives every link of the selection: of the texts, of what is part of them, then of the vocabulary.
func (s selected) everyLink(ctx context.Context) iter.Seq2[*graph.LinkView, error] {
	return func(yield func(*graph.LinkView, error) bool) {
		texts := s.links(ctx, graph.Cites, graph.RestsOn, graph.Pinpoints, graph.Names, graph.AdoptedBy)
		for _, sequence := range []iter.Seq2[*graph.LinkView, error]{texts, s.insideLinks(ctx), s.basisLinks(ctx)} {
			for l, err := range sequence {
				if !yield(l, err) || err != nil {
					return
				}
			}
		}
	}
}

// insideLinks gives what is part of the texts, and whom their mandates address and what their mentions may mean.
func (s selected) insideLinks(ctx context.Context) iter.Seq2[*graph.LinkView, error] {
	outward := graph.LinkFilter{Types: []graph.LinkType{graph.Addresses, graph.MayMean}}
	return func(yield func(*graph.LinkView, error) bool) {
		for batch, err := range s.batches(ctx) {
			if err != nil {
				yield(nil, err)
				return
			}
			var unsure []graph.ID
			for l, err := range s.partLinks(ctx, ids(batch)) {
				if err == nil && (l.Far.NodeKind() == graph.MandateNode || l.Far.NodeKind() == graph.MentionNode) {
					unsure = append(unsure, l.From)
				}
				if !yield(l, err) || err != nil {
					return
				}
			}
			for at := 0; at < len(unsure); at += graph.MaxBatch {
				for l, err := range s.linksOf(ctx, unsure[at:min(at+graph.MaxBatch, len(unsure))], outward) {
					if !yield(l, err) || err != nil {
						return
					}
				}
			}
		}
	}
}

// basisLinks gives what the rights rest on.
func (s selected) basisLinks(ctx context.Context) iter.Seq2[*graph.LinkView, error] {
	return func(yield func(*graph.LinkView, error) bool) {
		for rights, err := range s.list(ctx, graph.RightNode) {
			if err != nil {
				yield(nil, err)
				return
			}
			list := make([]graph.ID, 0, len(rights))
			for _, r := range rights {
				list = append(list, r.NodeID())
			}
			for l, err := range s.linksOf(ctx, list, graph.LinkFilter{Types: []graph.LinkType{graph.BasedOn}}) {
				if !yield(l, err) || err != nil {
					return
				}
			}
		}
	}
}
