//go:build unix

package extract

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// A long list takes time in proportion to its length: 64 MB in under three seconds.
func TestHostileListIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 16 MB")
	}
	x := testExtractor(t)
	text := "resolution " + strings.Repeat("1/1 and ", 2<<20)
	start := processorTime(t)
	x.Extract(inputOf(form{text: text}))
	if took := processorTime(t) - start; took > 6*time.Second {
		t.Errorf("16 MB took %v of the processor", took)
	}
}

// Texts made to be slow: time must grow with their size, not with its square.
func TestReadHostile(t *testing.T) {
	n := newTestNamer(t)
	for _, unit := range []string{
		"right to life, ", "the rights of women and their children and their rights ", "States to States, ", "Convention on A and the ",
		"at its first session ", "Requests the Secretary-General to submit a report, ", "taking note, ", "international, regional and ",
		"rights, in particular ", "Decides that the working group shall ; ", "women’s ", "of the Council and ", "through a consultation ",
	} {
		t.Run(unit, func(t *testing.T) {
			small, large := 4000, 32000
			slow := 0
			for range 3 { // the garbage collector may take the time once
				a := elapsed(t, n, strings.Repeat(unit, small/len(unit)*4))
				b := elapsed(t, n, strings.Repeat(unit, large/len(unit)*4))
				if b > 24*a+20*time.Millisecond {
					slow++
				}
			}
			if slow == 3 {
				t.Errorf("eight times the text takes more than 24 times the time")
			}
		})
	}
}

func elapsed(t *testing.T, n *namer, text string) time.Duration {
	t.Helper()
	start := processorTime(t)
	n.read(council("Requests the Secretary-General to act; "+text, "PP "+text))
	return processorTime(t) - start
}

// processorTime is what the process has used: the clock says nothing on a machine that others use too.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
