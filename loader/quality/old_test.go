package quality

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/loader/catalog"
)

// moored is a page with a resolution between the end of one and the beginning of another, in words of our own.
const moored = `<!-- Page 1 -->

1. Requests that resolution 1803 (XVII) of 14 December 1962 be kept.

900th plenary meeting,

1 December 1965.

2098 (XX). Moored ships

The General Assembly,

Recalling its resolutions 1816 (XVII) of 18 December 1962 and 1968 (XVIII) of 16 December 1963, and the Charter of the United Nations,

Decides that ships shall be moored in accordance with resolution 1816 (XVII).

901st plenary meeting,

1 December 1965.

2099 (XX). Tides

The General Assembly,

Recalling its resolution 1839 (XVII) of 19 December 1962,

Decides to wait.
`

func TestScoreOldCountsByLine(t *testing.T) {
	texts := filepath.Join(t.TempDir(), "hrc")
	write(t, filepath.Join(filepath.Dir(texts), "archives", "A_RES_2098(XX).txt"), moored)
	file := filepath.Join(t.TempDir(), "old.tsv")
	rows := []string{
		"# a remark", "file\tportion\tline\twords\ttarget\tsure",
		"A_RES_2098(XX).txt\t1\t9-17\t\town\tyes",
		"A_RES_2098(XX).txt\t1\t13\t1816 (XVII)\tA/RES/1816(XVII)\tyes",   // right
		"A_RES_2098(XX).txt\t1\t13\tthe Charter\tun-charter\tno",          // doubted
		"A_RES_2098(XX).txt\t1\t14\t1966 (XVIII)\tA/RES/1966(XVIII)\tyes", // misread: missed, and 1968 (XVIII) is extra
		"A_RES_2098(XX).txt\t1\t20\t1816 (XVII)\tA/RES/1816(XVII)\tyes",   // five lines off: missed, and the citation is extra
		"A_RES_9999(XX).txt\t1\t3\t1 (I)\tA/RES/1(I)\tyes",                // a text that is not there
	}
	write(t, file, strings.Join(rows, "\n")+"\n")
	c, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := ScoreOld(t.Context(), reader(t), file, texts, c)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r.Total, Tally{Known: 4, Found: 1, Right: 1, Extra: 2}); diff != "" {
		t.Errorf("(-got +want):\n%s\nextra %+v", diff, r.Extra)
	}
	if r.Documents != 1 || r.Neutral != 1 || len(r.Missed) != 3 {
		t.Errorf("%d texts, %d neutral, missed %+v; want 1, 1, three", r.Documents, r.Neutral, r.Missed)
	}
}

func TestScoreOldRefusesATableThatIsNone(t *testing.T) {
	tests := []struct{ name, row, want string }{
		{"too few columns", "A_RES_1(I).txt\t1\t3", "row 1: 3 columns, want 6"},
		{"a line that is no number", "A_RES_1(I).txt\t1\tthird\t1 (I)\tA/RES/1(I)\tyes", "row 1: line"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := parseOld(test.row + "\n"); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

func TestScoreLabelsRefusesACutRow(t *testing.T) {
	file := filepath.Join(t.TempDir(), "labels.tsv")
	rows := "# read by hand\nletter\tA_RES_1_1.txt\tPP1\t\t1/2 A\tA/RES/1/2A\nletter\tA_RES_1_1.txt\tPP2\n"
	if err := os.WriteFile(file, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := ScoreLabels(t.Context(), reader(t), file, filepath.Dir(file))
	if err == nil || !strings.Contains(err.Error(), file) || !strings.Contains(err.Error(), "row 3: 3 columns, want 6") {
		t.Errorf("got %v, want the file, the row and its columns", err)
	}
}
