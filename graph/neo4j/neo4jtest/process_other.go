//go:build !linux

package neo4jtest

import (
	"errors"
	"os/exec"
	"time"
)

// tie does nothing: only Linux can kill the server when a test binary is killed. [Run] stops it at a regular end.
func tie(*exec.Cmd) {}

// cpuTime is known on Linux alone.
func cpuTime(int) (time.Duration, error) {
	return 0, errors.New("the processor's time of another process is read on Linux alone")
}
