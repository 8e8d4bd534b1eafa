package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// trustedDocuments reads the documents that clients may name, by the SHA-256 of their text: a file, or those of a folder. A file ending in
// .graphql or .gql is one document, byte for byte what clients hash; one ending in .json is an object of documents, as the build tools
// of front ends write it. An empty path has none.
func trustedDocuments(path string) (map[string]string, error) {
	documents := make(map[string]string)
	if path == "" {
		return documents, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("read trusted documents: %w", err)
	}
	files := []string{path}
	if info.IsDir() {
		files = nil
		for _, ending := range []string{"*.graphql", "*.gql", "*.json"} {
			found, err := filepath.Glob(filepath.Join(path, ending))
			if err != nil {
				return nil, fmt.Errorf("read trusted documents: %w", err)
			}
			files = append(files, found...)
		}
		if len(files) == 0 {
			return nil, &usageError{fmt.Errorf("serve: no trusted documents in %s: want .graphql or .json files", path)}
		}
	}
	for _, file := range files {
		if err := readTrusted(documents, file); err != nil {
			return nil, fmt.Errorf("read trusted documents: %w", err)
		}
	}
	return documents, nil
}

// readTrusted adds the documents of a file.
func readTrusted(documents map[string]string, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if filepath.Ext(file) != ".json" {
		documents[hashOf(string(text))] = string(text)
		return nil
	}
	var list map[string]string
	if err := json.Unmarshal(text, &list); err != nil {
		return fmt.Errorf("%s: want an object from hash to document: %w", file, err)
	}
	for name, document := range list {
		hash := hashOf(document)
		if strings.ToLower(strings.TrimPrefix(name, "sha256:")) != hash {
			return fmt.Errorf("%s: %q is not the SHA-256 of its document, which is %s", file, name, hash)
		}
		documents[hash] = document
	}
	return nil
}

func hashOf(document string) string {
	sum := sha256.Sum256([]byte(document))
	return hex.EncodeToString(sum[:])
}
