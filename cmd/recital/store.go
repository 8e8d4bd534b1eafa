package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"recital/graph"
	"recital/graph/embedded"
	"recital/graph/neo4j"
)

// builtinURL is the store that needs no loading: the data set in the binary.
const builtinURL = "builtin:"

// use says what a command does with its store.
type use int

const (
	toRead use = iota
	toWrite
)

// storeURL returns the store of a command: the flag, else RECITAL_STORE, else the user's file where it is there or is to be written, else
// the data set in the binary.
func (a *app) storeURL(flag string, how use) (string, error) {
	for _, given := range []string{flag, a.getenv("RECITAL_STORE")} {
		if given != "" {
			return given, nil
		}
	}
	file, err := a.dataFile()
	if err != nil {
		return "", err
	}
	if how == toWrite {
		return file, nil
	}
	if _, err := os.Stat(file); err == nil {
		return file, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("look for the store: %w", err)
	}
	return builtinURL, nil
}

// dataFile returns the default store's path after the XDG base directory rules.
func (a *app) dataFile() (string, error) {
	base := a.getenv("XDG_DATA_HOME")
	if base == "" {
		home := a.getenv("HOME")
		if home == "" {
			return "", &usageError{errors.New("neither XDG_DATA_HOME nor HOME is set: name the store with --store")}
		}
		base = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(base, "recital", "recital.db"), nil
}

// cacheDir returns where unpacked data may be kept, after the XDG base directory rules; empty where there is no home.
func (a *app) cacheDir() string {
	if base := a.getenv("XDG_CACHE_HOME"); base != "" {
		return filepath.Join(base, "recital")
	}
	if home := a.getenv("HOME"); home != "" {
		return filepath.Join(home, ".cache", "recital")
	}
	return ""
}

// openStore opens a command's store.
func (a *app) openStore(ctx context.Context, flag string, how use) (graph.Store, string, error) {
	address, err := a.storeURL(flag, how)
	if err != nil {
		return nil, "", err
	}
	store, err := a.open(ctx, address, how)
	if err != nil {
		return nil, "", fmt.Errorf("open store %s: %w", withoutPassword(address), err)
	}
	return store, withoutPassword(address), nil
}

func (a *app) open(ctx context.Context, address string, how use) (graph.Store, error) {
	scheme, _, hasScheme := strings.Cut(address, "://")
	switch {
	case address == builtinURL && how == toWrite:
		return nil, graph.ErrReadOnly
	case address == builtinURL:
		return embedded.Builtin(ctx, builtinData, a.cacheDir())
	case hasScheme:
		return a.openNeo4j(ctx, scheme, address)
	case how == toWrite:
		if err := os.MkdirAll(filepath.Dir(address), 0o755); err != nil {
			return nil, fmt.Errorf("make the store's folder: %w", err)
		}
		return embedded.Open(ctx, address, embedded.Options{})
	default:
		return embedded.Open(ctx, address, embedded.Options{ReadOnly: true})
	}
}

func (a *app) openNeo4j(ctx context.Context, scheme, address string) (graph.Store, error) {
	switch scheme {
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
	default:
		return nil, &usageError{fmt.Errorf("unknown kind of store %q: want %s, a file's path, neo4j://, neo4j+s:// or bolt://", scheme, builtinURL)}
	}
	parsed, err := url.Parse(address)
	if err != nil {
		return nil, &usageError{errors.New("the store's address is malformed")}
	}
	if parsed.User != nil {
		return nil, &usageError{errors.New("a user or password in the address is refused: set RECITAL_NEO4J_USER and RECITAL_NEO4J_PASSWORD")}
	}
	return neo4j.Open(ctx, neo4j.Options{
		URL: address, User: a.getenv("RECITAL_NEO4J_USER"), Password: a.getenv("RECITAL_NEO4J_PASSWORD"),
		Database: a.getenv("RECITAL_NEO4J_DATABASE"),
	})
}

// withoutPassword drops what stands before an @ in an address, for messages.
func withoutPassword(address string) string {
	scheme, rest, found := strings.Cut(address, "://")
	if !found {
		return address
	}
	if at := strings.LastIndexByte(rest, '@'); at >= 0 {
		return scheme + "://" + rest[at+1:]
	}
	return address
}

// explain adds to an error what the user can do about it.
func explain(err error) error {
	advice := []struct {
		is  error
		say string
	}{
		{graph.ErrUnauthorized, "set RECITAL_NEO4J_USER and RECITAL_NEO4J_PASSWORD"},
		{graph.ErrNewerStore, "use the newer recital, or load into a new file with --store"},
		{graph.ErrLocked, "wait for the other load to end, or load into another file with --store"},
		{graph.ErrReadOnly, "name a file or a Neo4j server with --store"},
		{graph.ErrFull, "make room, then run the same load again; what was stored before is still there"},
	}
	for _, a := range advice {
		if errors.Is(err, a.is) {
			return fmt.Errorf("%w (%s)", err, a.say)
		}
	}
	return err
}
