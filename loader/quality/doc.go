// Package quality measures how right the extraction is: precision, recall and target accuracy against what others say of the same texts.
//
//	links, err := quality.ReadLinks(ctx, []string{"unxml-ga/"})
//	report, err := quality.ScoreLinks(ctx, reader, links.Texts, quality.Clean)
//	fmt.Println(report.Total.F1(), report.Total.Accuracy())
//
// There are three measures: AKN4UN files, rendered as plain text, against the links that the United Nations put on their citations
// ([ScoreLinks]); texts of the Human Rights Council against bodies that printed dates decide ([ScoreSilver]); and texts annotated by
// hand ([ScoreGold]). Each gives a [Report] in which every number stands with its denominator. They count as the Python scorers do that
// the project was given, to the digit: the same renderings, the same neutral cases. The package measures and never corrects: where a
// measure is itself at fault, errata.tsv holds the cases, and the numbers are given with and without them.
package quality
