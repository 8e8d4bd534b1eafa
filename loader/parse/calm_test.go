package parse

import (
	"strings"
	"testing"
)

// TestCalm compares the eight bytes at once with byte after byte, on texts of every byte at every place.
func TestCalm(t *testing.T) {
	t.Parallel()
	slow := func(s string, n int) bool {
		for i := range n {
			if acts[s[i]] || s[i] == ' ' && s[i+1] == ' ' {
				return false
			}
		}
		return true
	}
	const text = "Recalling its resolution 1/1 and all others"
	if got := calm(text); got != len(text)/8*8 {
		t.Errorf("calm(%q) = %d, want all but the last bytes", text, got)
	}
	for c := range 256 {
		for at := range len(text) {
			s := text[:at] + string([]byte{byte(c)}) + text[at+1:]
			n := calm(s)
			if !slow(s, n) {
				t.Fatalf("calm(%q) = %d, and a byte of it acts", s, n)
			}
			if next := n + 8; next < len(s) && c >= ' ' && slow(s, next) && !strings.ContainsAny(s[n:next], "]^") {
				t.Fatalf("calm(%q) = %d, and nothing acts in the next eight", s, n)
			}
		}
	}
}

// TestUnmarked does the same for the search for marks.
func TestUnmarked(t *testing.T) {
	t.Parallel()
	const text = "Recalling all its resolutions on quiet harbours"
	if got := unmarked(text); got != len(text)/8*8 {
		t.Errorf("unmarked(%q) = %d, want all but the last bytes", text, got)
	}
	for c := range 256 {
		for at := range len(text) {
			s := text[:at] + string([]byte{byte(c)}) + text[at+1:]
			n := unmarked(s)
			first := strings.IndexFunc(s, func(r rune) bool { return r > 127 || mayMark[byte(r)] })
			if first < 0 {
				first = len(s)
			}
			if n > first || n+8 <= first && c < 0x80 {
				t.Fatalf("unmarked(%q) = %d, a mark may begin at %d", s, n, first)
			}
		}
	}
}
