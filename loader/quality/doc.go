// Package quality measures how right the extraction is: precision, recall and target accuracy against what others say of the same texts.
//
//	texts, err := quality.Links(ctx, []string{"unxml-ga/"}, quality.Clean)
//	report, err := quality.ScoreLinks(texts, reader)
//
// There are three measures: AKN4UN files against the links that the United Nations put on their citations ([ScoreLinks], in two
// renderings to plain text), texts of the Human Rights Council against bodies decided by printed dates ([ScoreSilver]), and texts
// annotated by hand ([ScoreGold]). Each gives a [Report] in which every number stands with its denominator. The package measures and
// never corrects: where a measure is itself at fault, docs/accuracy.md shows the cases.
package quality
