package web

import (
	"encoding/json"
	"fmt"
	"strings"
)

// views are the paths of the explorer's pages. One that ends in a slash, but the root's, is followed by what its page is about.
type views []string

// mustViews reads src/routes.json, from which the explorer makes its addresses too. It panics where that is no list of paths: the binary itself
// would be broken.
func mustViews() views {
	var named map[string]string
	if err := json.Unmarshal(routes, &named); err != nil {
		panic(fmt.Sprintf("web: src/routes.json: %v", err))
	}
	var all views
	for _, path := range named {
		all = append(all, path)
	}
	return all
}

// find reports whether a path is that of a view, and what that is about: "" where it is about nothing.
func (v views) find(path string) (subject string, found bool) {
	for _, view := range v {
		if path == view && (view == "/" || !strings.HasSuffix(view, "/")) {
			return "", true
		}
		if rest, ok := strings.CutPrefix(path, view); ok && view != "/" && strings.HasSuffix(view, "/") && rest != "" {
			return rest, true
		}
	}
	return "", false
}
