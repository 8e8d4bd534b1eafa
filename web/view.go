package web

import (
	"encoding/json"
	"fmt"
	"strings"
)

// views are the paths of the explorer's pages by their names. One that ends in a slash, but the root's, is followed by what its page is about.
type views map[string]string

// mustViews reads src/routes.json, from which the explorer makes its addresses too. It panics where that is no list of paths: the binary itself
// would be broken.
func mustViews() views {
	var named views
	if err := json.Unmarshal(routes, &named); err != nil {
		panic(fmt.Sprintf("web: src/routes.json: %v", err))
	}
	return named
}

// reader reports whether a path is that of an instrument's page, and of which.
func (v views) reader(path string) (id string, is bool) {
	id, is = strings.CutPrefix(path, v["reader"])
	return id, is && id != ""
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
