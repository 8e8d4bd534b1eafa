package extract

import "testing"

// A title after "on" ends where the sentence goes on.
func TestTitles(t *testing.T) {
	x := testExtractor(t)
	for _, tc := range []struct{ name, text, want string }{
		{"a comma", "Recalling Council resolution 23/2 on the role of opinion, which says so,", "the role of opinion"},
		{"a verb", "The delegates said that Council resolution 23/2 on measures to keep libraries open should be fully implemented", "measures to keep libraries open"},
		{"a verb in the past", "Notes that Council resolution 23/2 on the use of lamps had also been discussed", "the use of lamps"},
		{"a verb of a clause", "Recalling Council resolution 23/2 on remedies for readers who have been turned away,", "remedies for readers who have been turned away"},
		{"what the text does", "Recalling Council resolution 23/2 on the lending of books acknowledging that States should lend,", "the lending of books"},
		{"a word like it", "Recalling Council resolution 23/2 on preventing crimes that have an impact on books,", "preventing crimes that have an impact on books"},
		{"where it is set out", "Recalling Council resolution 23/2 on the role of its library as set out in section II of that resolution,", "the role of its library"},
		{"who made it", "Recalling Council resolution 23/2 on reading adopted by the Council at its session,", "reading"},
		{"another", "the Committee established pursuant to Council resolution 23/2 on Liberia and that established pursuant to Council resolution 24/1,", "Liberia"},
		{"in quotation marks", "Recalling Council resolution 23/2, entitled “What should be read”,", "What should be read"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			citations := x.Extract(inputOf(form{text: tc.text})).Citations
			if len(citations) == 0 || citations[0].Claim.Title != tc.want {
				t.Errorf("%q: got %+v, want the title %q", tc.text, citations, tc.want)
			}
		})
	}
}
