package graph

import (
	"reflect"
	"strings"
	"testing"
)

func TestRevision(t *testing.T) {
	a, b := testDocument().Fingerprint(), (&Document{Instrument: Instrument{ID: "b"}}).Fingerprint()
	var empty Revision
	if a == b || a == empty {
		t.Fatalf("fingerprints %s, %s", a, b)
	}
	if empty.Add(a).Add(b) != empty.Add(b).Add(a) {
		t.Error("a revision depends on the order of its documents")
	}
	if got := empty.Add(a).Add(b).Add(a); got != b {
		t.Errorf("a document taken out leaves %s, want %s", got, b)
	}
	if s := a.String(); len(s) != 32 || strings.ToLower(s) != s {
		t.Errorf("String = %q", s)
	}
	if got, err := ParseRevision(a.String()); err != nil || got != a {
		t.Errorf("ParseRevision(%q) = %v, %v", a.String(), got, err)
	}
	for _, bad := range []string{"", "12", a.String() + "00", strings.Repeat("x", 32)} {
		if _, err := ParseRevision(bad); err == nil {
			t.Errorf("ParseRevision(%q) gives no error", bad)
		}
	}
}

// TestFingerprintSeesEveryField changes each field of a document by itself and expects another fingerprint, but for the fields that
// a store fills in and where the text came from.
func TestFingerprintSeesEveryField(t *testing.T) {
	unseen := map[string]bool{
		".Instrument.Cites": true, ".Instrument.CitedBy": true, ".Paragraphs.Date": true, ".Mandates.Date": true, ".Mentions.Date": true,
		".Stubs.Cites": true, ".Stubs.CitedBy": true, ".Stubs.Mentions": true,
	}
	d := testDocument()
	d.Stubs = append(d.Stubs, &Actor{ID: "actor:x"}, &Provision{ID: "x#1"})
	before := d.Fingerprint()
	changed := 0
	var visit func(v reflect.Value, path string)
	visit = func(v reflect.Value, path string) {
		check := func(restore func()) {
			changed++
			if same := d.Fingerprint() == before; same != (unseen[path] || strings.HasPrefix(path, ".Source")) {
				t.Errorf("change of %s: fingerprint the same: %v", path, same)
			}
			restore()
		}
		switch v.Kind() {
		case reflect.String:
			old := v.String()
			v.SetString(old + "x")
			check(func() { v.SetString(old) })
		case reflect.Int, reflect.Int64:
			old := v.Int()
			v.SetInt(old + 1)
			check(func() { v.SetInt(old) })
		case reflect.Float64:
			old := v.Float()
			v.SetFloat(old + 0.25)
			check(func() { v.SetFloat(old) })
		case reflect.Bool:
			old := v.Bool()
			v.SetBool(!old)
			check(func() { v.SetBool(old) })
		case reflect.Slice:
			old := reflect.ValueOf(v.Interface())
			for i := range v.Len() {
				visit(v.Index(i), path)
			}
			if element := v.Type().Elem(); element.Kind() != reflect.Interface && !unseen[path] {
				v.Set(reflect.Append(v, reflect.Zero(element)))
				check(func() { v.Set(old) })
			}
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				visit(v.Elem(), path)
			}
		case reflect.Struct:
			if _, ok := v.Addr().Interface().(*Symbol); ok {
				symbol := v.Addr().Interface().(*Symbol)
				old := *symbol
				symbol.text += "x"
				check(func() { *symbol = old })
				return
			}
			if day, ok := v.Addr().Interface().(*Date); ok {
				old := *day
				*day = Date{day.Year + 1, 2, 3}
				check(func() { *day = old })
				return
			}
			for i := range v.NumField() {
				visit(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		default:
			t.Fatalf("%s is a %s", path, v.Kind())
		}
	}
	visit(reflect.ValueOf(d).Elem(), "")
	if d.Fingerprint() != before || changed < 200 {
		t.Errorf("%d fields changed, restored: %v", changed, d.Fingerprint() == before)
	}
}
