package graph

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSentence(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"the whole paragraph", "Recalling its resolution [70/1] of 25 September 2015,", "Recalling its resolution [70/1] of 25 September 2015,"},
		{"the middle one", "One is. Two recalls [70/1]. Three is.", "Two recalls [70/1]."},
		{"a clause", "Recalling 5/1; recalling also [70/1]; and noting 71/1;", "recalling also [70/1];"},
		{"a line", "(a) First\n(b) See [70/1]\n(c) Third", "(b) See [70/1]"},
		{"an abbreviation", "It noted general comment No. 16 and art. 5 of [70/1]. Then it ended.", "It noted general comment No. 16 and art. 5 of [70/1]."},
		{"initials", "As J. Smith said of [70/1]. So.", "As J. Smith said of [70/1]."},
		{"a number with a point", "Target 16.10 of [70/1]. Next.", "Target 16.10 of [70/1]."},
		{"a symbol with points", "See A/HRC/53/L.27/Rev.1 and [70/1]. Next.", "See A/HRC/53/L.27/Rev.1 and [70/1]."},
		{"a small letter goes on", "In para. 5 of it, etc. and [70/1] too.", "In para. 5 of it, etc. and [70/1] too."},
		{"within brackets", "Recalling it (see 5/1; see [70/1]. Or else) again.", "Recalling it (see 5/1; see [70/1]. Or else) again."},
		{"after a quotation", "It says “stop.” Then [70/1] goes on.", "Then [70/1] goes on."},
		{"a year ends it", "Adopted in 2015. See [70/1]. More.", "See [70/1]."},
		{"Chinese", "大会。回顾[70/1]号决议。结束。", "回顾[70/1]号决议。"},
		{"words over two sentences", "One. Two [is. Three] is. Four.", "Two [is. Three] is."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := strings.Index(test.text, "[")
			end := strings.Index(test.text, "]") - 1
			text := strings.NewReplacer("[", "", "]", "").Replace(test.text)
			want := strings.NewReplacer("[", "", "]", "").Replace(test.want)
			s := Sentence(text, Span{start, end})
			if got := text[s.Start:s.End]; got != want {
				t.Errorf("Sentence = %q, want %q", got, want)
			}
		})
	}
}

// FuzzSentence: the sentence lies in the text, holds the words, and cuts no character.
func FuzzSentence(f *testing.F) {
	f.Add("One is. Two (is; three. “Four.”) Five", 3, 9)
	f.Add("大会。回顾", 4, 5)
	f.Add("", -1, 5)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if !utf8.ValidString(text) {
			t.Skip("texts are UTF-8")
		}
		s := Sentence(text, Span{start, end})
		if s.Start < 0 || s.End > len(text) || s.Start > s.End || !utf8.ValidString(text[s.Start:s.End]) {
			t.Fatalf("Sentence(%q, %d, %d) = %v", text, start, end, s)
		}
		if 0 <= start && start <= end && end <= len(text) && (s.Start > start || s.End < end) {
			t.Errorf("Sentence(%q, %d, %d) = %v: words cut off", text, start, end, s)
		}
	})
}

func TestUTF16Offset(t *testing.T) {
	const text = "a“b”𝄞c"
	tests := []struct{ name, before string }{
		{"start", ""}, {"one byte", "a"}, {"three bytes", "a“"}, {"two units", "a“b”𝄞"}, {"end", text},
	}
	want := []int{0, 1, 2, 6, 7}
	for i, test := range tests {
		if got := UTF16Offset(text, len(test.before)); got != want[i] {
			t.Errorf("%s: UTF16Offset = %d, want %d", test.name, got, want[i])
		}
	}
	for _, at := range []int{-5, 2, 3} {
		if got := UTF16Offset(text, at); got > 1 {
			t.Errorf("UTF16Offset(%d) = %d", at, got)
		}
	}
	if got := UTF16Offset(text, 1000); got != 7 {
		t.Errorf("beyond the end %d, want 7", got)
	}
	if got := UTF16Span(text, Span{1, 4}); got != (Span{1, 2}) {
		t.Errorf("UTF16Span = %v", got)
	}
}
