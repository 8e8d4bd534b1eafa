package source

import (
	"slices"
	"strings"

	"recital/loader/parse"
)

// judgedLength is how much of a text is looked at: a document of the United Nations says what it is early on.
const (
	judgedLength = 256 << 10
	usualLength  = 2 << 10 // nearly all have said it here
)

// witnesses are words, folded to lower case, one of which every document of the United Nations, and every commentary on one, holds.
// The last are how the organization is named in its other official languages.
var witnesses = []string{
	"united nations", "resolution", "general assembly", "security council", "human rights", "economic and social council",
	"convention", "covenant", "charter", "a/res/", "s/res/", "a/hrc/", "e/res/", "s/prst/", "recalling", "decides", "economic commission",
	"nations unies", "naciones unidas", "объединенных наций", "联合国", "الأمم المتحدة",
}

// judge refuses a text that has no words, or none that a document of the United Nations or a commentary would have.
func judge(raw *parse.Raw) error {
	text := raw.Text
	if strings.TrimSpace(strings.TrimPrefix(text, "\ufeff")) == "" {
		return &fault{"", "no text in it"}
	}
	if !raw.Head.Symbol.IsZero() {
		return nil
	}
	for _, length := range []int{usualLength, judgedLength} {
		head := strings.ToLower(text[:min(len(text), length)])
		if slices.ContainsFunc(witnesses, func(word string) bool { return strings.Contains(head, word) }) {
			return nil
		}
	}
	return &fault{"", "not a document of the United Nations, nor a text about one"}
}
