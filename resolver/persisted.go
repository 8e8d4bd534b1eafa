package resolver

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"strings"

	"recital/resolver/internal/transport"
)

// persistedField is the extension that names a document by its hash (automatic persisted queries).
const persistedField = "persistedQuery"

// text is the document of a request, however it is named, and the hash under which the client wants it kept; empty for none.
func (s *server) text(p *transport.Params) (hash, text string, refusal *reply) {
	named, refusal := namedHash(p)
	if refusal != nil {
		return "", "", refusal
	}
	if trusted, found := s.options.Trusted[named]; found && p.Query == "" {
		return "", trusted, nil
	}
	if s.options.TrustedOnly {
		if _, found := s.options.Trusted[hashOf(p.Query)]; !found {
			return "", "", failure(Untrusted, "this server answers registered documents only")
		}
		return "", p.Query, nil
	}
	switch {
	case named == "" && p.Query == "":
		return "", "", malformed("the request has no query")
	case named == "":
		return "", p.Query, nil
	case p.Query == "":
		if kept, found := s.persisted.Get(named); found {
			return "", kept, nil
		}
		return "", "", failure(PersistedUnknown, "PersistedQueryNotFound") // the words that clients look for
	case hashOf(p.Query) != named:
		return "", "", failure(PersistedBroken, "the SHA-256 sent is not that of the query")
	default:
		return named, p.Query, nil
	}
}

// persist keeps a valid document under the hash that the client named it by; an empty one asks for nothing.
func (s *server) persist(hash, text string) {
	if hash != "" {
		s.persisted.Put(hash, text)
	}
}

// namedHash is the hash that a request names its document by; empty where it names none.
func namedHash(p *transport.Params) (string, *reply) {
	if p.DocumentID != "" {
		return strings.ToLower(strings.TrimPrefix(p.DocumentID, "sha256:")), nil
	}
	extension, found := p.Extensions[persistedField]
	if !found || extension == nil {
		return "", nil
	}
	fields, _ := extension.(map[string]any)
	hash, ok := fields["sha256Hash"].(string)
	if !ok || fmt.Sprint(fields["version"]) != "1" {
		return "", malformed("extensions.persistedQuery needs version 1 and a sha256Hash")
	}
	return strings.ToLower(hash), nil
}

// malformed refuses a request without what it must have; its status is the same for every media type.
func malformed(message string) *reply {
	r := failure(BadRequest, message)
	r.status = http.StatusBadRequest
	return r
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// register refuses to start with trusted documents that are under wrong hashes or do not fit the schema, and learns their names.
func (s *server) register() error {
	s.registered = make(map[string]bool, len(s.options.Trusted))
	for hash, text := range s.options.Trusted {
		if hashOf(text) != hash {
			return fmt.Errorf("resolver: Options.Trusted: %q is not the SHA-256 of its document", hash)
		}
		doc, refusal := s.read(text)
		if refusal != nil {
			return fmt.Errorf("resolver: Options.Trusted: document %s: %w", hash, refusal)
		}
		for _, op := range doc.ast.Operations {
			s.registered[op.Name] = true
		}
	}
	return nil
}

// refusalCode is the code of a request that is not GraphQL over HTTP.
func refusalCode(why transport.Why) Code {
	switch why {
	case transport.BadMethod:
		return MethodNotAllowed
	case transport.BadMediaType:
		return UnsupportedMedia
	case transport.TooManyValues:
		return TooManyValues
	case transport.BodyTooLarge:
		return BodyTooLarge
	default:
		return BadRequest
	}
}
