package graph

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func drawDate(t *rapid.T) Date {
	if rapid.Bool().Draw(t, "known") {
		return Date{rapid.IntRange(1900, 2100).Draw(t, "year"), 1, rapid.IntRange(1, 31).Draw(t, "day")}
	}
	return Date{}
}

func drawID(t *rapid.T) ID {
	return ID(rapid.SampledFrom([]string{"", "a", "A/HRC/RES/53/29", "A/HRC/RES/53/29#PP6", "A/HRC/RES/53/29#PP6!mention-1", "right:privacy", "ü"}).Draw(t, "id"))
}

func drawLink(t *rapid.T) Link {
	return Link{
		Type: rapid.SampledFrom(LinkTypes()).Draw(t, "type"), From: drawID(t), To: drawID(t), Owner: drawID(t),
		Order: rapid.Int64().Draw(t, "order"), Date: drawDate(t),
	}
}

func TestLinkCursorRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.SampledFrom([]Direction{Out, In}).Draw(t, "direction")
		key := drawLink(t).Key(d)
		got, err := ParseLinkCursor(key.Cursor(), d)
		if err != nil || got != key {
			t.Fatalf("ParseLinkCursor(%+v.Cursor()) = %+v, %v", key, got, err)
		}
		other := In
		if d == In {
			other = Out
		}
		if _, err := ParseLinkCursor(key.Cursor(), other); !errors.Is(err, ErrBadCursor) {
			t.Fatalf("cursor of the other direction: %v", err)
		}
	})
}

func TestNodeCursorRoundTrip(t *testing.T) {
	orders := []NodeOrder{ByID, ByDate, ByDateAsc, ByCitedBy, ByText}
	rapid.Check(t, func(t *rapid.T) {
		var n Node
		switch rapid.IntRange(0, 4).Draw(t, "kind") {
		case 0:
			n = &Instrument{ID: drawID(t), Date: drawDate(t), CitedBy: rapid.IntRange(0, 1e6).Draw(t, "cited")}
		case 1:
			n = &Paragraph{ID: drawID(t), Date: drawDate(t), Order: rapid.IntRange(0, 1000).Draw(t, "order")}
		case 2:
			n = &Mention{ID: drawID(t), Date: drawDate(t), Order: rapid.Int64().Draw(t, "order")}
		case 3:
			n = &Mandate{ID: drawID(t), Date: drawDate(t), Order: rapid.Int64().Draw(t, "order")}
		default:
			n = &Right{ID: drawID(t), Mentions: rapid.IntRange(0, 1e6).Draw(t, "named")}
		}
		order := rapid.SampledFrom(orders).Draw(t, "order")
		key := KeyOf(n, order)
		got, err := ParseNodeCursor(key.Cursor(), order)
		if err != nil || got != key {
			t.Fatalf("ParseNodeCursor(%+v.Cursor()) = %+v, %v", key, got, err)
		}
		if key.Compare(got) != 0 {
			t.Fatalf("%+v is not equal to itself", key)
		}
		other := rapid.SampledFrom(orders).Draw(t, "other")
		if _, err := ParseNodeCursor(key.Cursor(), other); (err == nil) != (other == order) {
			t.Fatalf("cursor of order %q in order %q: %v", order, other, err)
		}
	})
}

func TestHitCursorRoundTrip(t *testing.T) {
	for _, key := range []HitKey{{}, {TextMatch, 12, "A/RES/70/1#PP1"}, {SymbolMatch, 1 << 30, "udhr"}} {
		got, err := ParseHitCursor(key.Cursor())
		if err != nil || got != key {
			t.Errorf("ParseHitCursor(%+v.Cursor()) = %+v, %v", key, got, err)
		}
	}
}

// FuzzCursor: nonsense is ErrBadCursor; what is read writes the same cursor again.
func FuzzCursor(f *testing.F) {
	f.Add(string(LinkKey{Direction: Out, Order: 5, Type: Cites, From: "a", To: "b"}.Cursor()))
	f.Add(string(NodeKey{Order: ByDate, Date: Date{2023, 7, 14}, ID: "a"}.Cursor()))
	f.Add(string(HitKey{ID: "a"}.Cursor()))
	f.Add("")
	f.Add("EQ\n")
	f.Fuzz(func(t *testing.T, s string) {
		check := func(again Cursor, err error) {
			if err != nil && !errors.Is(err, ErrBadCursor) {
				t.Errorf("%q: %v", s, err)
			}
			if err == nil && len(again) > len(s) {
				t.Errorf("%q reads as %q", s, again)
			}
		}
		for _, d := range []Direction{Out, In} {
			key, err := ParseLinkCursor(Cursor(s), d)
			check(key.Cursor(), err)
		}
		for order := range nodeCursors {
			key, err := ParseNodeCursor(Cursor(s), order)
			check(key.Cursor(), err)
		}
		key, err := ParseHitCursor(Cursor(s))
		check(key.Cursor(), err)
	})
}

func TestCompareLinks(t *testing.T) {
	early, late := MustParseDate("2001-01-01"), MustParseDate("2020-01-01")
	tests := []struct {
		name          string
		direction     Direction
		before, after Link
	}{
		{"out by order", Out, Link{Order: 1, Type: RestsOn}, Link{Order: 2, Type: Cites}},
		{"out then by type", Out, Link{Type: Cites, From: "b"}, Link{Type: Names, From: "a"}},
		{"out then by start", Out, Link{From: "a", To: "z"}, Link{From: "b", To: "a"}},
		{"out then by end", Out, Link{To: "a"}, Link{To: "b"}},
		{"out does not look at dates", Out, Link{Date: early}, Link{Date: late, To: "b"}},
		{"in from the latest", In, Link{Date: late, Owner: "b"}, Link{Date: early, Owner: "a"}},
		{"in with unknown dates last", In, Link{Date: early}, Link{}},
		{"in then by owner", In, Link{Owner: "a", Order: 9}, Link{Owner: "b", Order: 1}},
		{"in then by order", In, Link{Order: 1, Type: Names}, Link{Order: 2, Type: Cites}},
		{"in then by start", In, Link{From: "a"}, Link{From: "b"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, b := test.before.Key(test.direction), test.after.Key(test.direction)
			if a.Compare(b) >= 0 || b.Compare(a) <= 0 {
				t.Errorf("Compare = %d, %d", a.Compare(b), b.Compare(a))
			}
		})
	}
}

func TestCompareNodes(t *testing.T) {
	early, late := MustParseDate("2001-01-01"), MustParseDate("2020-01-01")
	tests := []struct {
		name          string
		order         NodeOrder
		before, after Node
	}{
		{"by id", ByID, &Instrument{ID: "a", Date: late}, &Instrument{ID: "b", Date: early}},
		{"from the latest", ByDate, &Instrument{ID: "b", Date: late}, &Instrument{ID: "a", Date: early}},
		{"unknown dates last", ByDate, &Instrument{ID: "b", Date: early}, &Instrument{ID: "a"}},
		{"from the earliest", ByDateAsc, &Instrument{ID: "b", Date: early}, &Instrument{ID: "a", Date: late}},
		{"unknown dates last here too", ByDateAsc, &Instrument{ID: "b", Date: late}, &Instrument{ID: "a"}},
		{"from the most cited", ByCitedBy, &Instrument{ID: "b", CitedBy: 10}, &Instrument{ID: "a", CitedBy: 9}},
		{"from the most named", ByCitedBy, &Actor{ID: "b", Mentions: 10}, &Actor{ID: "a", Mentions: 9}},
		{"ties by id", ByCitedBy, &Right{ID: "a"}, &Right{ID: "b"}},
		{"in reading order", ByText, &Paragraph{ID: "A/1#PP9", Order: 9}, &Paragraph{ID: "A/1#PP10", Order: 10}},
		{"of instruments by id", ByText, &Paragraph{ID: "A/1#PP10", Order: 10}, &Paragraph{ID: "A/2#PP1", Order: 1}},
		{"mentions in a paragraph", ByText, &Mention{ID: "A/1#PP2!mention-2", Order: 5}, &Mention{ID: "A/1#PP10!mention-1", Order: 6}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, b := KeyOf(test.before, test.order), KeyOf(test.after, test.order)
			if a.Compare(b) >= 0 || b.Compare(a) <= 0 {
				t.Errorf("Compare = %d, %d", a.Compare(b), b.Compare(a))
			}
		})
	}
}

func TestCompareHits(t *testing.T) {
	source := &Instrument{ID: "A/1", CitedBy: 7}
	sorted := []Hit{
		{Node: &Instrument{ID: "b", CitedBy: 1}, Class: SymbolMatch},
		{Node: &Instrument{ID: "z", CitedBy: 9}, Class: TitleMatch},
		{Node: &Right{ID: "right:a", Mentions: 100}, Class: TitleMatch},
		{Node: &Paragraph{ID: "A/1#PP1"}, Class: TextMatch, Source: source},
		{Node: &Paragraph{ID: "A/1#PP2"}, Class: TextMatch, Source: source},
	}
	for i := 1; i < len(sorted); i++ {
		if sorted[i-1].Key().Compare(sorted[i].Key()) >= 0 {
			t.Errorf("%v does not come before %v", sorted[i-1].Key(), sorted[i].Key())
		}
	}
}

func TestWindow(t *testing.T) {
	cursor := HitKey{ID: "a"}.Cursor()
	tests := []struct {
		name    string
		request PageRequest
		want    Window
		err     error
	}{
		{"nothing said", PageRequest{}, Window{Limit: DefaultPage}, nil},
		{"first", PageRequest{First: 5}, Window{Limit: 5}, nil},
		{"first after", PageRequest{First: 5, After: cursor}, Window{Limit: 5, Bound: cursor}, nil},
		{"after alone", PageRequest{After: cursor}, Window{Limit: DefaultPage, Bound: cursor}, nil},
		{"last", PageRequest{Last: MaxPage}, Window{Limit: MaxPage, Backward: true}, nil},
		{"last before", PageRequest{Last: 5, Before: cursor}, Window{Limit: 5, Backward: true, Bound: cursor}, nil},
		{"before alone", PageRequest{Before: cursor}, Window{Limit: DefaultPage, Backward: true, Bound: cursor}, nil},
		{"first and last", PageRequest{First: 1, Last: 1}, Window{}, ErrBadRequest},
		{"after and before", PageRequest{After: cursor, Before: cursor}, Window{}, ErrBadRequest},
		{"first and before", PageRequest{First: 1, Before: cursor}, Window{}, ErrBadRequest},
		{"too many", PageRequest{First: MaxPage + 1}, Window{}, ErrBadRequest},
		{"too many last", PageRequest{Last: MaxPage + 1}, Window{}, ErrBadRequest},
		{"fewer than none", PageRequest{First: -1}, Window{}, ErrBadRequest},
		{"fewer than none last", PageRequest{Last: -1}, Window{}, ErrBadRequest},
		{"nonsense", PageRequest{After: "nonsense!"}, Window{}, ErrBadCursor},
		{"another form", PageRequest{After: "AAAA"}, Window{}, ErrBadCursor},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := test.request.Window()
			if !errors.Is(err, test.err) {
				t.Fatalf("error %v, want %v", err, test.err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if c := (LinkKey{Direction: In, Date: Date{2023, 7, 14}, Owner: "A/HRC/RES/53/29", Order: 6 << 32, Type: Cites, From: "A/HRC/RES/53/29#PP6", To: "udhr"}).Cursor(); len(c) > 100 || strings.ContainsAny(string(c), "+/=") {
		t.Errorf("cursor %q is long, or needs quoting", c)
	}
}
