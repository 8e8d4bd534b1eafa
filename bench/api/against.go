package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// common are the ways in which the common GraphQL server for Neo4j (../graphqljs) is run, by their programs.
var common = []struct{ name, program string }{
	{"@neo4j/graphql", "server.js"},
	{"@neo4j/graphql in Apollo Server", "apollo.js"},
}

// install installs the packages of the server in a folder by npm.
func install(ctx context.Context, folder string) error {
	npm := exec.CommandContext(ctx, "npm", "ci", "--ignore-scripts", "--loglevel=error")
	npm.Dir, npm.Stdout, npm.Stderr = folder, os.Stderr, os.Stderr
	if err := npm.Run(); err != nil {
		return fmt.Errorf("install the packages of %s: %w", folder, err)
	}
	return nil
}

// start starts a program of node's in a folder on the Neo4j and runs do with its address.
func start(ctx context.Context, folder, program, database string, do func(address string) error) (err error) {
	server := exec.CommandContext(ctx, "node", program, database)
	server.Dir, server.Stderr = folder, os.Stderr
	server.Env = append(os.Environ(), "NODE_ENV=production")
	out, err := server.StdoutPipe()
	if err != nil {
		return fmt.Errorf("read what %s of %s says: %w", program, folder, err)
	}
	if err := server.Start(); err != nil {
		return fmt.Errorf("start %s of %s: %w", program, folder, err)
	}
	defer func() {
		killed := server.Process.Kill()
		_ = server.Wait() // a killed server's exit status says nothing
		err = errors.Join(err, killed)
	}()
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return fmt.Errorf("start %s of %s: it ended", program, folder)
	}
	return do(strings.TrimSpace(address))
}
