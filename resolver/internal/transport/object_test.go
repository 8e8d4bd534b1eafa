package transport

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
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
		if diff := cmp.Diff(*p, want); typed && diff != "" {
			t.Errorf("%q (-got +want):\n%s", body, diff)
		}
		if diff := cmp.Diff(string(extensions), string(fields["extensions"])); typed && diff != "" {
			t.Errorf("%q: extensions (-got +want):\n%s", body, diff)
		}
	})
}
