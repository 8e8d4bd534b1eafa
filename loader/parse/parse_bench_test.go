package parse

import (
	"strconv"
	"strings"
	"testing"
)

// resolution makes a text in the manner of resolutions, with n preambular and n operative paragraphs.
func resolution(n int) string {
	var b strings.Builder
	b.WriteString("United Nations A/RES/77/999\nGeneral Assembly\n\nResolution adopted by the General Assembly on 15 December 2022\n\n77/999. Reading of texts\n\nThe General Assembly,\n\n")
	for range n {
		b.WriteString("Recalling its resolution 70/1 of 25 September 2015, entitled “Transforming our world”, and other resolutions on the reading of long texts by machines, " +
			"in which it decided that every paragraph should be found, and noting with appreciation the report of the Secretary-General thereon (A/77/100),\n\n")
	}
	for i := range n {
		b.WriteString(strconv.Itoa(i+1) + ". Requests the Secretary-General to submit to the General Assembly at its seventy-eighth session a report on the implementation of the present " +
			"resolution, including on the lessons learned, the good practices of States and the means of financing them;\n\n")
	}
	b.WriteString("54th plenary meeting\n15 December 2022\n")
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	for _, bench := range []struct {
		name string
		text string
	}{
		{"clean", resolution(30)},
		{"wrapped", wrap(resolution(30), 92)},
		{"long", resolution(5000)},
		{"adversarial", "The General Assembly,\n\nRecalling " + strings.Repeat("resolution 1/1 and 1/1 and ", 40_000)},
		{"notes", notes(3000)},
		{"pages", strings.Repeat("of 20183 and 70/17,1\n\n____\n1 See A/1/1.\n\f", 10_000)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.text)))
			for b.Loop() {
				if _, err := Parse(Raw{Text: bench.text}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// notes makes a text that is nothing but notes, and a paragraph with their marks.
func notes(n int) string {
	var b strings.Builder
	b.WriteString("The General Assembly,\n\nRecalling the reports")
	for i := range n {
		b.WriteString(", and that on inland waters" + strconv.Itoa(i%999+1))
	}
	b.WriteString(",\n\n")
	for i := range n {
		b.WriteString(strconv.Itoa(i%999+1) + " See Official Records of the General Assembly, Seventy-seventh Session, Supplement No. 53 (A/77/53), chap. IV, sect. A.\n")
	}
	return b.String()
}

// wrap breaks lines at blanks, as pages do.
func wrap(text string, width int) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		at := 0
		for word := range strings.FieldsSeq(line) {
			if at > 0 && at+1+len(word) > width {
				b.WriteByte('\n')
				at = 0
			} else if at > 0 {
				b.WriteByte(' ')
				at++
			}
			b.WriteString(word)
			at += len(word)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
