// Package quality measures what the loader reads out of texts against what is known of them: the hyperlinks that the United Nations set in its own AKN4UN
// files, citations whose body their printed date decides, and resolutions annotated by hand.
//
//	links, err := quality.Links(ctx, loader, files, quality.Clean)
//	fmt.Println(links.F1(), links.Accuracy())
//
// It counts as the scorers in Python do that the project was given, to the digit: the same documents rendered in the same way, the same
// neutral cases. It reads files and runs the loader; it writes nothing but its report.
package quality
