package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// common starts the GraphQL server in a folder (../graphqljs) on the Neo4j, with its packages installed by npm, and runs do with its address.
func common(ctx context.Context, folder, database string, do func(address string) error) (err error) {
	if _, err := os.Stat(filepath.Join(folder, "node_modules")); err != nil {
		install := exec.CommandContext(ctx, "npm", "ci", "--ignore-scripts", "--loglevel=error")
		install.Dir, install.Stdout, install.Stderr = folder, os.Stderr, os.Stderr
		if err := install.Run(); err != nil {
			return fmt.Errorf("install the packages of %s: %w", folder, err)
		}
	}
	server := exec.CommandContext(ctx, "node", "server.js", database)
	server.Dir, server.Stderr = folder, os.Stderr
	server.Env = append(os.Environ(), "NODE_ENV=production")
	out, err := server.StdoutPipe()
	if err != nil {
		return fmt.Errorf("read what the server of %s says: %w", folder, err)
	}
	if err := server.Start(); err != nil {
		return fmt.Errorf("start the server of %s: %w", folder, err)
	}
	defer func() {
		killed := server.Process.Kill()
		_ = server.Wait() // a killed server's exit status says nothing
		err = errors.Join(err, killed)
	}()
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return fmt.Errorf("start the server of %s: it ended", folder)
	}
	return do(strings.TrimSpace(address))
}
