//go:build !linux

package neo4jtest

import "os/exec"

// tie does nothing: only Linux can kill the server when a test binary is killed. [Run] stops it at a regular end.
func tie(*exec.Cmd) {}
