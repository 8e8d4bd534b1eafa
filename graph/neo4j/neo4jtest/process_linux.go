package neo4jtest

import (
	"os/exec"
	"syscall"
)

// tie makes the kernel kill the server when the test binary dies, however it dies.
func tie(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
}
