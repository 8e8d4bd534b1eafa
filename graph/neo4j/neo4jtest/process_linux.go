package neo4jtest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"time"
)

// tie makes the kernel kill the server when the test binary dies, however it dies.
func tie(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
}

// cpuTime reads what the kernel notes of a process: proc(5), the fields utime and stime, in hundredths of a second.
func cpuTime(pid int) (time.Duration, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, fmt.Errorf("read the processor's time: %w", err)
	}
	_, after, _ := bytes.Cut(stat, []byte(") ")) // the name before it may hold blanks
	const user, system = 11, 12                  // counted from the field after the name
	fields := bytes.Fields(after)
	if len(fields) <= system {
		return 0, fmt.Errorf("read the processor's time: %d fields", len(fields))
	}
	var total time.Duration
	for _, field := range [][]byte{fields[user], fields[system]} {
		ticks, err := strconv.Atoi(string(field))
		if err != nil {
			return 0, fmt.Errorf("read the processor's time: %w", err)
		}
		total += time.Duration(ticks) * 10 * time.Millisecond
	}
	return total, nil
}
