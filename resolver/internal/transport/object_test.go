package transport

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// FuzzParse compares with encoding/json: what it reads as an object of the right types is read alike, and what is malformed is refused, or is
// left for who reads the variables. Names are taken as they are written, without regard to capitals there.
func FuzzParse(f *testing.F) {
	for _, body := range []string{
		`{"query":"{stats{revision}}","operationName":null,"variables":{"a":[1,{"b":"}\"]"}]},"extensions":{}}`,
		` { "query" : "a\nb\u00e9\\" , "query":"last", "unknown": [ {"x" : "\\\""} ] } `,
		"{}", "{} ", "null", "", "1", `"a"`, "{", "}", `{"query"}`, `{"query":}`, `{"query":,"a":1}`, `{"a":][}`, `{null:1}`, `{"":1}`, `{"":1,}`, `{,}`, `{"a":1}{}`,
		`{"query":"é\xff"}`, "{\"query\":\"a\nb\"}", `{"query":1}`, `{"query":true,"variables":"x"}`, `{"variables":[}`, `{"variables":{]}}`, `{"a":tru}`, `{"a":1 2}`,
		`{"query":"\"}`, `{"query":"\\"}`, `{"query":"\\\""}`, `{"\u0071uery":"x"}`,
	} {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		p := &Params{}
		extensions, err := p.read(body)
		var fields map[string]json.RawMessage
		if wrong := json.Unmarshal(body, &fields); wrong != nil || fields == nil {
			if err == nil && (len(p.Written) == 0 || json.Valid(p.Written)) && (len(extensions) == 0 || json.Valid(extensions)) {
				t.Errorf("%q is read though it is malformed: %+v", body, p)
			}
			return
		}
		want := Params{Written: fields["variables"]}
		typed := true
		for name, text := range map[string]*string{"query": &want.Query, "operationName": &want.OperationName, "documentId": &want.DocumentID} {
			if value, found := fields[name]; found && json.Unmarshal(value, text) != nil {
				typed = false
			}
		}
		if (err == nil) != typed {
			t.Errorf("%q: error %v, but it is read by others: %v", body, err, typed)
		}
		if diff := cmp.Diff(*p, want, cmpopts.IgnoreUnexported(Params{})); typed && diff != "" {
			t.Errorf("%q (-got +want):\n%s", body, diff)
		}
		if diff := cmp.Diff(string(extensions), string(fields["extensions"])); typed && diff != "" {
			t.Errorf("%q: extensions (-got +want):\n%s", body, diff)
		}
	})
}

// FuzzVariables compares the quick way to variables with encoding/json: what it reads has the same values.
func FuzzVariables(f *testing.F) {
	for _, text := range []string{
		`{"id":"A/HRC/RES/53/29","none":null,"yes":true,"no":false}`, ` { "a" : "b\n\u00e9\"" , "a":"last" } `, `{"n":1}`, `{"l":["x"]}`, `{"o":{"x":"y"}}`,
		"{}", "null", "", `{"a":tru}`, `{"a":"x}`, `{"a":"x"}}`, `{"a" "x"}`, `{"":"x"}`, `{"":null}`, `{"a":nullx}`, `{"é\xff":"\xff"}`, `{"a":"\ud800"}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		quick, simple := simpleObject(text)
		if !simple {
			return
		}
		var want map[string]any
		if err := decode(text, &want); err != nil {
			t.Fatalf("%q is read though it is %v: %v", text, err, quick)
		}
		if diff := cmp.Diff(want, quick); diff != "" {
			t.Errorf("%q (-decoded +quick):\n%s", text, diff)
		}
	})
}
